import { expectThat } from '../../src/contract/check.ts'
import { journeyChecks, requestsTo, type Scene } from '../../src/contract/journey-checks.ts'
import { isSameAsDocumented } from '../../src/contract/same-as-documented.ts'
import { showJson } from '../../src/contract/show-json.ts'
import { eventsOf, jsonOf, showAnswer, succeeded, type Transcript } from '../../src/contract/transcript.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { isRecord } from '../../src/spec/record.ts'
import { nameOf } from './known.ts'
import { answerOf, codeOf, ofAnswer, sameMembers } from './scene.ts'
import { outputsAgree } from './workflow-checks.ts'

/** Workflows in the background: polled, followed, stopped. */
export const jobChecks = journeyChecks([
  {
    id: 'background-workflow.links-lead-on',
    claim: 'SHOULD name in its links where a job is polled, stopped and followed',
    operation: 'runWorkflow',
    journey: 'background-workflow',
    judge: ofAnswer('runWorkflow', (job, run) => {
      const id = String(readPointer(job, '/job_id'))
      const wanted = {
        status: `/workflows?job_id=${id}`,
        stop: '/workflows/stop',
        events: `/workflows/${id}/events`,
      }
      return Object.entries(wanted).map(([name, end]) => {
        const link = readPointer(job, `/links/${name}`)
        return expectThat(typeof link === 'string' && link.endsWith(end), run, `links.${name} …${end}`, () =>
          showJson(link),
        )
      })
    }),
  },
  {
    id: 'background-workflow.completes',
    claim: 'MUST poll a job that succeeds as completed, with the outputs of a sync answer',
    operation: 'getWorkflowJob',
    journey: 'background-workflow',
    judge: (scene) => {
      const last = requestsTo(scene, 'getWorkflowJob').at(-1)
      if (!last) return 'no job was started'
      const result = jsonOf(last)
      if (readPointer(result, '/status') !== 'completed') {
        return expectThat(false, last, 'status completed', () => showAnswer(last))
      }
      const sync = answerOf(scene, 'sync-workflow', 'runWorkflow')
      const keys = (value: unknown): readonly string[] => {
        const outputs = readPointer(value, '/outputs')
        return isRecord(outputs) ? Object.keys(outputs) : []
      }
      return sync === undefined
        ? 'no sync workflow had an answer'
        : sameMembers(last, 'outputs', keys(sync), keys(result))
    },
  },
  {
    id: 'background-workflow.keeps-its-result',
    claim: 'MUST keep the result of a job that has completed, also when it is stopped then',
    operation: 'getWorkflowJob',
    journey: 'background-workflow',
    judge: (scene) => {
      const results = requestsTo(scene, 'getWorkflowJob').filter(
        (poll) => readPointer(jsonOf(poll), '/object') === 'response',
      )
      const [first, ...others] = results
      if (!first || others.length === 0) return 'the job was not polled again after its end'
      return others.map((poll) => {
        const isKept = isSameAsDocumented(
          scene.spec.document,
          '/components/schemas/WorkflowResult',
          told(poll),
          told(first),
        )
        return expectThat(isKept, poll, 'status, output and outputs as before', () => showAnswer(poll))
      })
    },
  },
  {
    id: 'background-workflow.replay',
    claim: 'SHOULD replay to who follows an ended job its events without tokens, to its end',
    operation: 'streamWorkflowJobEvents',
    journey: 'background-workflow',
    judge: (scene) => {
      const replay = requestsTo(scene, 'streamWorkflowJobEvents').find(succeeded)
      if (!replay) return 'the job could not be followed'
      const names = eventsOf(replay).map(nameOf)
      const kept = names[0] === 'vertices_sorted' && names.at(-1) === 'end' && !names.includes('token')
      return expectThat(kept, replay, 'vertices_sorted, …, end, and no token', () => names.join(', ') || 'no event')
    },
  },
  {
    id: 'background-workflow.replays-its-outputs',
    claim: 'SHOULD replay to who follows an ended job the outputs that its result holds',
    operation: 'streamWorkflowJobEvents',
    journey: 'background-workflow',
    judge: (scene) => {
      const replay = requestsTo(scene, 'streamWorkflowJobEvents').find(succeeded)
      const result = requestsTo(scene, 'getWorkflowJob').map(jsonOf).find(isCompleted)
      if (!replay || result === undefined) return 'no job completed and could be followed'
      const outputs = readPointer(result, '/outputs')
      return isRecord(outputs) ? outputsAgree(replay, eventsOf(replay), outputs) : 'the result holds no outputs'
    },
  },
  {
    id: 'background-workflow.stop-after-the-end',
    claim: 'SHOULD take the wish to stop a job that has ended',
    operation: 'stopWorkflowJob',
    journey: 'background-workflow',
    judge: (scene) =>
      requestsTo(scene, 'stopWorkflowJob').map((stop) =>
        expectThat(stop.answer?.status === 200, stop, 'status 200', () => showAnswer(stop)),
      ),
  },
  {
    id: 'failed-workflow.job-is-a-500',
    claim: 'MUST poll a job that has failed as a 500 with code JOB_FAILED',
    operation: 'getWorkflowJob',
    journey: 'failed-workflow',
    judge: (scene) => {
      const last = requestsTo(scene, 'getWorkflowJob').at(-1)
      if (!last) return 'no job was started'
      const kept = last.answer?.status === 500 && codeOf(last) === 'JOB_FAILED'
      return expectThat(kept, last, '500 with code JOB_FAILED', () => showAnswer(last))
    },
  },
  {
    id: 'failed-workflow.replay-tells-why',
    claim: 'SHOULD replay of a failed job the error, and its end',
    operation: 'streamWorkflowJobEvents',
    journey: 'failed-workflow',
    judge: (scene) => {
      const replay = requestsTo(scene, 'streamWorkflowJobEvents').find(succeeded)
      if (!replay) return 'the job could not be followed'
      const names = eventsOf(replay).map(nameOf)
      const kept = names.includes('error') && ['end', 'error'].includes(String(names.at(-1)))
      return expectThat(kept, replay, 'error, and end or error as the last', () => names.join(', ') || 'no event')
    },
  },
  {
    id: 'stopped-workflow.is-cancelled',
    claim: 'MUST come to show a job that is stopped as cancelled',
    operation: 'stopWorkflowJob',
    journey: 'stopped-workflow',
    judge: (scene) => {
      const stop = firstStop(scene)
      if (!stop) return 'no job was started'
      const before = requestsTo(scene, 'getWorkflowJob').filter(({ sentAt }) => sentAt < stop.sentAt)
      const last = requestsTo(scene, 'getWorkflowJob').at(-1)
      if (before.some((poll) => isOver(poll))) {
        return 'the job had ended before it could be stopped. Give --sample slow=FILE with a longer one'
      }
      if (!last) return 'the job could not be polled'
      return expectThat(statusOf(last) === 'cancelled', last, 'status cancelled', () => showAnswer(last))
    },
  },
  {
    id: 'stopped-workflow.stop-again',
    claim: 'SHOULD take the wish to stop a job that is cancelled already',
    operation: 'stopWorkflowJob',
    journey: 'stopped-workflow',
    judge: (scene) => {
      const [, ...others] = stopsOf(scene)
      if (others.length === 0) return 'no job was stopped'
      return others.map((stop) => expectThat(succeeded(stop), stop, 'status 200', () => showAnswer(stop)))
    },
  },
  {
    id: 'stopped-workflow.stream-ends',
    claim: 'SHOULD end the stream of a job that is stopped with a cancelled event',
    operation: 'streamWorkflowJobEvents',
    journey: 'stopped-workflow',
    judge: (scene) => {
      const streams = requestsTo(scene, 'streamWorkflowJobEvents').filter(succeeded)
      if (streams.length === 0) return 'the job could not be followed'
      return streams.map((stream) => {
        const last = nameOf(eventsOf(stream).at(-1))
        return expectThat(last === 'cancelled', stream, 'a last event `cancelled`', () => last ?? 'no event')
      })
    },
  },
  {
    id: 'stopped-workflow.same-key-once',
    claim: 'SHOULD refuse the idempotency key of a job that is under way, as DUPLICATE_REQUEST',
    operation: 'runWorkflow',
    journey: 'stopped-workflow',
    judge: (scene) => {
      const [, again] = requestsTo(scene, 'runWorkflow')
      if (!again) return 'the job was not asked for twice'
      const kept = again.answer?.status === 409 && codeOf(again) === 'DUPLICATE_REQUEST'
      return expectThat(kept, again, '409 with code DUPLICATE_REQUEST', () => showAnswer(again))
    },
  },
  {
    id: 'stopped-workflow.followers-agree',
    claim: 'SHOULD show who follows a job late the events that an early listener saw, tokens aside',
    operation: 'streamWorkflowJobEvents',
    journey: 'stopped-workflow',
    judge: (scene) => {
      const [early, late] = requestsTo(scene, 'streamWorkflowJobEvents').filter(succeeded)
      if (!early || !late) return 'the job could not be followed twice'
      const names = (stream: Transcript): string =>
        eventsOf(stream)
          .map((event) => String(nameOf(event)))
          .filter((name) => name !== 'token')
          .join(', ')
      return expectThat(names(late) === names(early), late, names(early), () => names(late))
    },
  },
])

/** What a result says, but for when it was written. */
function told(poll: Transcript): Readonly<Record<string, unknown>> {
  const result = jsonOf(poll)
  return Object.fromEntries(
    ['status', 'output', 'outputs', 'errors'].map((name) => [name, readPointer(result, `/${name}`)]),
  )
}

function statusOf(poll: Transcript): unknown {
  return readPointer(jsonOf(poll), '/status')
}

// A state that no success tells is that of a job that failed.
function isOver(poll: Transcript): boolean {
  return !succeeded(poll) || statusOf(poll) === 'completed'
}

/** The wishes to stop the job of the journey, not those to stop one that was started by mistake. */
function stopsOf(scene: Scene): readonly Transcript[] {
  const [started] = requestsTo(scene, 'runWorkflow')
  const job = started && readPointer(jsonOf(started), '/job_id')
  return requestsTo(scene, 'stopWorkflowJob').filter(({ request }) => readPointer(request.json, '/job_id') === job)
}

function firstStop(scene: Scene): Transcript | undefined {
  return stopsOf(scene)[0]
}

function isCompleted(job: unknown): boolean {
  return readPointer(job, '/status') === 'completed'
}
