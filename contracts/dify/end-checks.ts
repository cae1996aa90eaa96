import { expectThat } from '../../src/contract/check.ts'
import { journeyChecks, requestsTo, type Scene, type Sight } from '../../src/contract/journey-checks.ts'
import { showJson } from '../../src/contract/show-json.ts'
import { eventsOf, jsonOf, succeeded, type Transcript } from '../../src/contract/transcript.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { eventsNamed, isNamed } from './known.ts'
import { recordAgrees } from './run-checks.ts'
import { agree, blockingData, finishedData, ofRun, recordOf, runIn } from './scene.ts'

/** Runs that fail, and runs that are stopped. */
export const endChecks = journeyChecks([
  {
    id: 'failed-run.blocking-is-an-answer',
    claim: 'MUST answer a blocking run that fails with 200, status failed and its error',
    operation: 'runWorkflow',
    journey: 'failed-run',
    judge: (scene) => {
      const run = runIn(scene, 'blocking')
      return run ? saysFailed(run, blockingData(run)) : []
    },
  },
  {
    id: 'failed-run.stream-ends-failed',
    claim: 'MUST end the stream of a run that fails with status failed and its error',
    operation: 'runWorkflow',
    journey: 'failed-run',
    judge: ofRun('streaming', (run) => saysFailed(run, finishedData(run))),
  },
  {
    id: 'failed-run.no-error-event',
    claim: 'MUST send no error event for a run that fails by one of its nodes',
    operation: 'runWorkflow',
    journey: 'failed-run',
    judge: ofRun('streaming', (run) =>
      expectThat(eventsNamed(run, 'error').length === 0, run, 'no error event', () =>
        showJson(eventsNamed(run, 'error')[0]),
      ),
    ),
  },
  {
    id: 'failed-run.error-agrees',
    claim: 'SHOULD tell as the error of a run that of the node that failed',
    operation: 'runWorkflow',
    journey: 'failed-run',
    judge: ofRun('streaming', (run) => {
      const failed = eventsNamed(run, 'node_finished')
        .map((event) => readPointer(event, '/data'))
        .filter((data) => readPointer(data, '/status') === 'failed')
      if (failed.length === 0) return 'no node of the run ended as failed'
      const errors = failed.map((data) => readPointer(data, '/error'))
      const error = readPointer(finishedData(run), '/error')
      return expectThat(errors.includes(error), run, `error ${showJson(errors[0])}`, () => showJson(error))
    }),
  },
  {
    id: 'failed-run.record-agrees',
    claim: 'MUST store of a run that fails what its last event said',
    operation: 'getWorkflowRun',
    journey: 'failed-run',
    judge: ofRun('streaming', (run, scene) => recordAgrees(run, scene, 'workflow_finished', finishedData(run))),
  },
  {
    id: 'stop.stops-the-run',
    claim: 'MUST end a run that is stopped before it would have ended by itself',
    operation: 'stopWorkflowTask',
    journey: 'stopped-run',
    judge: ofRun('streaming', (run, scene) => {
      const [stop] = requestsTo(scene, 'stopWorkflowTask')
      if (!stop) return 'no event came by which the run could be stopped'
      if (hadEnded(scene, stop))
        return 'the run had ended before it could be stopped. Give --sample slow=FILE with a longer one'
      return expectThat(wasStopped(run), run, 'workflow_finished, stopped by the caller', () => showEnd(run))
    }),
  },
  {
    id: 'stop.status-stopped',
    claim: 'SHOULD end a stopped run with the status stopped',
    operation: 'stopWorkflowTask',
    journey: 'stopped-run',
    judge: ofRun('streaming', (run) => {
      if (!wasStopped(run)) return 'the run was not stopped'
      const status = readPointer(finishedData(run), '/status')
      return expectThat(status === 'stopped', run, 'status stopped', () => `status ${showJson(status)}`)
    }),
  },
  {
    id: 'stop.record-agrees',
    claim: 'MUST come to store a stopped run as its last event told it',
    operation: 'getWorkflowRun',
    journey: 'stopped-run',
    judge: ofRun('streaming', (run, scene) => {
      const record = recordOf(scene, run)
      if (!record || finishedData(run) === undefined) return 'the run was not stopped'
      return agree(
        record,
        { from: 'workflow_finished', value: finishedData(run) },
        { from: 'the record', value: jsonOf(record) },
        ['/id', '/workflow_id', '/status'],
      )
    }),
  },
  {
    id: 'stop.takes-any-task',
    claim: 'SHOULD answer the wish to stop an unknown task like any other',
    operation: 'stopWorkflowTask',
    journey: 'unknown-task',
    judge: (scene) =>
      requestsTo(scene, 'stopWorkflowTask').map((stop) =>
        expectThat(
          readPointer(jsonOf(stop), '/result') === 'success',
          stop,
          '200 with result success',
          () => `status ${stop.answer?.status}`,
        ),
      ),
  },
])

function saysFailed(run: Transcript, data: unknown): Sight {
  const [status, error] = [readPointer(data, '/status'), readPointer(data, '/error')]
  const kept = succeeded(run) && status === 'failed' && typeof error === 'string' && error !== ''
  const said = (): string =>
    `${run.answer?.status ?? 'no answer'}, status ${showJson(status)} and error ${showJson(error)}`
  return expectThat(kept, run, '200, status failed and an error', said)
}

function hadEnded(scene: Scene, stop: Transcript): boolean {
  const before = requestsTo(scene, 'getWorkflowRun').filter(({ sentAt }) => sentAt < stop.sentAt)
  return before.some((record) => typeof readPointer(jsonOf(record), '/finished_at') === 'number')
}

// Before 1.16 a stopped run could end as failed, with an error that says who did it.
function wasStopped(run: Transcript): boolean {
  const data = finishedData(run)
  const [status, error] = [readPointer(data, '/status'), readPointer(data, '/error')]
  return status === 'stopped' || (status === 'failed' && typeof error === 'string' && /abort|stop/i.test(error))
}

function showEnd(run: Transcript): string {
  const last = eventsOf(run).findLast((event) => !isNamed(event, 'ping'))
  const status = readPointer(finishedData(run), '/status')
  return `${String(readPointer(last, '/event'))}${status === undefined ? '' : ` with status ${showJson(status)}`}`
}
