import { type Check, expectThat, KEPT, type Observation } from '../../src/contract/check.ts'
import { nameForRole } from '../../src/contract/flows.ts'
import type { Sight } from '../../src/contract/journey-checks.ts'
import { isSameAsDocumented } from '../../src/contract/same-as-documented.ts'
import { showJson } from '../../src/contract/show-json.ts'
import { eventsOf, framesOf, jsonOf, succeeded, type Transcript } from '../../src/contract/transcript.ts'
import type { ExecutionStatus, ExecutionStreamEvent } from '../../src/generated/waterflai.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { isRecord } from '../../src/spec/record.ts'
import { isSameValue } from '../../src/spec/same-value.ts'
import type { Spec } from '../../src/spec/spec.ts'
import { checksOfJobs, endedAt, endOf, type Job } from './jobs.ts'
import { eventsNamed, FLOW_ROLES, isNamed, isOver, progressOf, stateOf } from './known.ts'

const ALL = ['job', 'failed-job', 'cancelled-job'] as const

/** The same run, or runs of the same flow, seen in several forms. */
export const viewChecks: readonly Check[] = [
  ...checksOfJobs([
    {
      id: 'views.end-agrees',
      claim: 'SHOULD end the stream of a job with what its status says of the end',
      operation: 'streamExecution',
      journeys: ALL,
      judge: (job) => job.streams.filter(succeeded).flatMap((stream) => endAgrees(job, stream)),
    },
    {
      id: 'views.progress-agrees',
      claim: 'SHOULD never tell in the status less progress than the stream has told before',
      operation: 'getExecution',
      journeys: ALL,
      judge: (job) => job.polls.flatMap((poll) => progressAgrees(job, poll)),
    },
    {
      id: 'views.joined-after-the-end',
      claim: 'SHOULD tell whoever joins a job that has ended its last event, and no other',
      operation: 'streamExecution',
      journeys: ALL,
      judge: (job) =>
        job.streams
          .filter((stream) => succeeded(stream) && hadEnded(job, stream))
          .map((stream) => {
            const names = eventsOf(stream).map((event) => readPointer(event, '/type'))
            const kept = names.length === 1 && Object.hasOwn(ENDS, String(names[0]))
            return expectThat(kept, stream, 'the one event that ended the job', () => showJson(names))
          }),
    },
    {
      id: 'views.listeners-agree',
      claim: 'SHOULD tell each of several listeners of a job all that happens from then on',
      operation: 'streamExecution',
      journeys: ['cancelled-job'],
      judge: listenersAgree,
    },
  ]),
  {
    id: 'views.outputs-agree',
    claim: 'SHOULD name the same outputs of a flow to those who wait, follow and poll',
    operation: 'executeWorkflow',
    needs: FLOW_ROLES.flatMap((role) => ['blocking-run', 'streamed-run', 'job'].map((name) => nameForRole(name, role))),
    judge: ({ transcripts }) => FLOW_ROLES.flatMap((role) => outputsAgree(transcripts, role)),
  },
]

/** What the last event of a job says of its state. */
const ENDS: Readonly<Record<string, ExecutionStatus>> = {
  execution_completed: 'COMPLETED',
  execution_failed: 'FAILED',
  execution_cancelled: 'CANCELLED',
} satisfies Partial<Record<ExecutionStreamEvent['type'], ExecutionStatus>>

function endAgrees(job: Job, stream: Transcript): readonly Observation[] {
  const end = endOf(job)
  const last = eventsOf(stream).at(-1)
  const state = ENDS[String(readPointer(last, '/type'))]
  if (!end || state === undefined) return []
  const status = jsonOf(end)
  const wrong = ['/final_output', '/error_message'].find((pointer) => {
    const told = readPointer(last, pointer)
    return told !== undefined && !isSameValue(told, readPointer(status, pointer))
  })
  const [expected, kept] =
    wrong === undefined
      ? [`the end of a job that is ${showJson(stateOf(end))}`, stateOf(end) === state]
      : [`${wrong} ${showJson(readPointer(status, wrong))} as in the status`, false]
  return [expectThat(kept, stream, expected, () => showJson(last))]
}

function progressAgrees({ streams }: Job, poll: Transcript): readonly Observation[] {
  const progress = readPointer(jsonOf(poll), '/progress')
  if (typeof progress !== 'number' || !succeeded(poll)) return []
  const told = streams
    .flatMap((stream) => framesOf(stream).filter(({ at }) => stream.sentAt + at <= poll.sentAt))
    .flatMap(({ value }) => progressOf(value) ?? [])
  if (told.length === 0) return []
  const most = Math.max(...told)
  return [
    expectThat(progress >= most, poll, `progress ${most} or more, as the stream told`, () => `progress ${progress}`),
  ]
}

function hadEnded({ polls }: Job, { sentAt }: Transcript): boolean {
  return polls.some((poll) => isOver(stateOf(poll)) && endedAt(poll) <= sentAt)
}

/** All but the first of what a later listener hears, which is where the job stands, an earlier one hears as well. */
function listenersAgree({ streams, cancels }: Job, { document }: Spec): Sight {
  const [first, second] = streams.filter(({ sentAt }) => cancels[0] && sentAt < cancels[0].sentAt)
  if (!first || !second) return []
  if (!succeeded(second))
    return [expectThat(false, second, 'a stream', () => `status ${second.answer?.status ?? 'unknown'}`)]
  const [joined, ...rest] = eventsOf(second)
  const later = isNamed(joined, 'progress_update') ? rest : eventsOf(second)
  const earlier = eventsOf(first).slice(Math.max(eventsOf(first).length - later.length, 0))
  const isSame = (a: unknown, b: unknown): boolean =>
    isSameAsDocumented(document, '/components/schemas/ExecutionStreamEvent', a, b)
  const kept =
    earlier.length === later.length &&
    earlier.every((event, index) => isSame(event, later[index])) &&
    isSame(eventsOf(first).at(-1), eventsOf(second).at(-1))
  return expectThat(kept, second, `up to ${showJson(eventsOf(first).at(-1))}`, () => showJson(later))
}

function outputsAgree(transcripts: readonly Transcript[], role: (typeof FLOW_ROLES)[number]): readonly Observation[] {
  const of = (name: string): readonly Transcript[] =>
    transcripts.filter((transcript) => transcript.probe === nameForRole(name, role) && succeeded(transcript))
  const seen = [
    ...of('blocking-run').map((run) => ({ run, output: readPointer(jsonOf(run), '/final_output') })),
    ...of('streamed-run').flatMap((run) =>
      eventsNamed(run, 'execution_completed').map((event) => ({ run, output: readPointer(event, '/final_output') })),
    ),
    ...of('job').map((run) => ({ run, output: readPointer(jsonOf(run), '/final_output') })),
  ].filter(({ output }) => isRecord(output))
  const [first, ...others] = seen
  if (!first || others.length === 0) return []
  const wanted = keysOf(first.output)
  const other = others.find(({ output }) => !isSameValue(keysOf(output), wanted))
  return other
    ? [expectThat(false, other.run, `outputs ${showJson(wanted)}`, () => showJson(keysOf(other.output)))]
    : [KEPT]
}

function keysOf(value: unknown): readonly string[] {
  return isRecord(value) ? Object.keys(value).toSorted() : []
}
