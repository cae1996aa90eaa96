import { expectThat, type Observation } from '../../src/contract/check.ts'
import { refusedGuess } from '../../src/contract/checks/answer-checks.ts'
import { type JourneyCheck, requestsTo, type Scene, type Sight } from '../../src/contract/journey-checks.ts'
import { showJson } from '../../src/contract/show-json.ts'
import { eventsOf, jsonOf, showAnswer, succeeded, type Transcript } from '../../src/contract/transcript.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { isRecord } from '../../src/spec/record.ts'
import { isSameValue } from '../../src/spec/same-value.ts'
import { isNamed, textIn } from './known.ts'

/** The run that a journey started in this mode, taken or refused. */
export function runIn(scene: Scene, mode: 'blocking' | 'streaming'): Transcript | undefined {
  const runs = [...requestsTo(scene, 'runWorkflow'), ...requestsTo(scene, 'runWorkflowById')]
  return runs.find(({ request }) => readPointer(request.json, '/response_mode') === mode)
}

/** Judges the run that a journey started in this mode; what was refused shows nothing. */
export function ofRun(
  mode: 'blocking' | 'streaming',
  judge: (run: Transcript, scene: Scene) => Sight,
): JourneyCheck['judge'] {
  return (scene) => {
    const run = runIn(scene, mode)
    if (!run) return 'no run was started'
    if (succeeded(run)) return judge(run, scene)
    return run.expects.guess === undefined ? `no run was started: ${showAnswer(run)}` : refusedGuess(run)
  }
}

/** The last reading of a run's record after its answer had ended. */
export function recordOf(scene: Scene, run: Transcript): Transcript | undefined {
  const id = textIn(run, '/workflow_run_id')
  const ended = run.sentAt + (run.answer?.end.at ?? 0)
  const records = requestsTo(scene, 'getWorkflowRun').filter(
    ({ request, sentAt }) => request.parameters.workflow_run_id === id && sentAt >= ended,
  )
  return records.findLast(succeeded)
}

/** `data` of the event that ended a streamed run. */
export function finishedData(run: Transcript): unknown {
  return readPointer(
    eventsOf(run).findLast((event) => isNamed(event, 'workflow_finished')),
    '/data',
  )
}

/** `data` of the answer to a blocking run. */
export function blockingData(run: Transcript): unknown {
  return readPointer(jsonOf(run), '/data')
}

/** Ends and durations are measured in two places and may differ by this many seconds. */
const CLOCK_TOLERANCE = 1

/** Whether values agree at these pointers; times may differ a little. The sides are named for the report. */
export function agree(
  transcript: Transcript,
  wanted: { readonly from: string; readonly value: unknown },
  got: { readonly from: string; readonly value: unknown },
  pointers: readonly string[],
): Observation {
  const broken = pointers.find(
    (pointer) => !isAlike(pointer, readPointer(wanted.value, pointer), readPointer(got.value, pointer)),
  )
  if (broken === undefined) return { verdict: 'kept' }
  const show = (side: typeof wanted): string => `${broken} ${showJson(readPointer(side.value, broken))} in ${side.from}`
  return { verdict: 'broken', expected: show(wanted), actual: show(got), transcript }
}

function isAlike(pointer: string, a: unknown, b: unknown): boolean {
  const isTime = /(elapsed_time|_at)$/.test(pointer)
  if (isTime && typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= CLOCK_TOLERANCE
  return isSameValue(withoutUrls(a), withoutUrls(b))
}

// The URL of a file is signed anew for each answer.
function withoutUrls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUrls)
  if (!isRecord(value)) return value
  const isFile = 'dify_model_identity' in value
  const members = Object.entries(value).filter(([name]) => !isFile || !/url$/.test(name))
  return Object.fromEntries(members.map(([name, member]) => [name, withoutUrls(member)]))
}

/** Whether a request was refused with this status and code. */
export function hasCode(transcript: Transcript, status: number, code: string): Observation {
  const got = readPointer(jsonOf(transcript), '/code')
  const kept = transcript.answer?.status === status && got === code
  return expectThat(
    kept,
    transcript,
    `${status} with code ${code}`,
    () => `${transcript.answer?.status ?? 'no answer'} with code ${showJson(got)}`,
  )
}
