import { expectThat } from '../../src/contract/check.ts'
import { journeyChecks, requestsTo, type Scene, type Sight } from '../../src/contract/journey-checks.ts'
import { eventsOf, jsonOf, showAnswer, succeeded, type Transcript } from '../../src/contract/transcript.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { isRecord } from '../../src/spec/record.ts'
import { hasEvent, nameOf } from './known.ts'

/** A workflow that waits for a person: each view of it says so, and it can still be stopped. */
export const pauseChecks = journeyChecks([
  {
    id: 'paused-workflow.sync-asks',
    claim: 'SHOULD answer a sync workflow that waits for a person as suspended, with what it asks',
    operation: 'runWorkflow',
    journey: 'paused-workflow',
    judge: ifItWaits((scene) => {
      const run = startedAs(scene, 'sync')
      if (!run) return 'no sync workflow was asked for'
      const kept = statusOf(run) === 'suspended' && isRecord(readPointer(jsonOf(run), '/human_request'))
      return expectThat(kept, run, 'status suspended and a human_request', () => showAnswer(run))
    }),
  },
  {
    id: 'paused-workflow.stream-asks',
    claim: 'SHOULD close the stream of a workflow that waits for a person after human_input_required',
    operation: 'runWorkflow',
    journey: 'paused-workflow',
    judge: ifItWaits((scene) => {
      const run = startedAs(scene, 'stream')
      return run ? asksAtLast(run) : 'no streamed workflow was asked for'
    }),
  },
  {
    id: 'paused-workflow.job-is-suspended',
    claim: 'SHOULD poll a job that waits for a person as suspended',
    operation: 'getWorkflowJob',
    journey: 'paused-workflow',
    judge: ifItWaits((scene) => {
      const last = pollsOf(scene, 'before').at(-1)
      if (!last) return 'the job was not polled before it was stopped'
      return expectThat(statusOf(last) === 'suspended', last, 'status suspended', () => showAnswer(last))
    }),
  },
  {
    id: 'paused-workflow.replay-asks',
    claim: 'SHOULD replay of a job that waits for a person its events to human_input_required',
    operation: 'streamWorkflowJobEvents',
    journey: 'paused-workflow',
    judge: ifItWaits((scene) => {
      const replay = requestsTo(scene, 'streamWorkflowJobEvents').find(succeeded)
      return replay ? asksAtLast(replay) : 'the job could not be followed'
    }),
  },
  {
    id: 'paused-workflow.can-be-stopped',
    claim: 'SHOULD come to show a job that is stopped while it waits for a person as cancelled',
    operation: 'stopWorkflowJob',
    journey: 'paused-workflow',
    judge: ifItWaits((scene) => {
      const last = pollsOf(scene, 'after').at(-1)
      if (!last) return 'the job was not polled after it was stopped'
      return expectThat(statusOf(last) === 'cancelled', last, 'status cancelled', () => showAnswer(last))
    }),
  },
])

/** Judges only what one view at least shows to wait: a run that waits nowhere is not of this kind. */
function ifItWaits(judge: (scene: Scene) => Sight): (scene: Scene) => Sight {
  return (scene) => {
    const waits = scene.transcripts.some(
      (one) => statusOf(one) === 'suspended' || hasEvent(one, 'human_input_required'),
    )
    return waits
      ? judge(scene)
      : 'the run waited for nobody. Give --sample paused=FILE with one that waits for a person'
  }
}

function statusOf(transcript: Transcript): unknown {
  return readPointer(jsonOf(transcript), '/status')
}

function startedAs(scene: Scene, mode: string): Transcript | undefined {
  return requestsTo(scene, 'runWorkflow').find(({ request }) => readPointer(request.json, '/mode') === mode)
}

function asksAtLast(stream: Transcript): Sight {
  const last = nameOf(eventsOf(stream).at(-1))
  return expectThat(
    last === 'human_input_required',
    stream,
    'a last event `human_input_required`',
    () => last ?? 'no event',
  )
}

/** What was polled before the job was stopped, or after. */
function pollsOf(scene: Scene, when: 'before' | 'after'): readonly Transcript[] {
  const [stop] = requestsTo(scene, 'stopWorkflowJob')
  if (!stop) return when === 'before' ? requestsTo(scene, 'getWorkflowJob') : []
  return requestsTo(scene, 'getWorkflowJob').filter(({ sentAt }) => sentAt < stop.sentAt === (when === 'before'))
}
