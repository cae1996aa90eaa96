import { type Check, expectThat } from '../../src/contract/check.ts'
import { journeyChecks, requestsTo, type Scene } from '../../src/contract/journey-checks.ts'
import { showJson } from '../../src/contract/show-json.ts'
import { eventsOf, jsonOf, showAnswer, type Transcript } from '../../src/contract/transcript.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { dataOf, FLOW_ROLES, isNamed, textAt } from './known.ts'
import { nodesInRecord, ofStream, recordOf, same } from './scene.ts'

const RESTS = ['FINISHED', 'STOPPED']

/** Runs that fail, that are stopped, and whose caller has left. */
export const endChecks: readonly Check[] = journeyChecks([
  {
    id: 'failed-run.blocking-is-refused',
    claim: 'MUST answer 500 with the reason to whoever waits for a run that fails',
    operation: 'createPrediction',
    journey: 'failed-run',
    roles: FLOW_ROLES,
    judge: (scene) => {
      const run = blockingIn(scene)
      if (!run) return 'no message was sent that waits for its answer'
      const kept = run.answer?.status === 500 && (reasonOf(run) ?? '') !== ''
      return expectThat(kept, run, '500 with a reason', () => showAnswer(run))
    },
  },
  {
    id: 'failed-run.stream-tells-it',
    claim: 'MUST tell a failure in a stream by an error before its end, without metadata',
    operation: 'createPrediction',
    journey: 'failed-run',
    roles: FLOW_ROLES,
    judge: (scene) => {
      const run = streamIn(scene)
      return run ? endsInError(run) : 'the flow did not answer with a stream'
    },
  },
  {
    id: 'failed-run.reasons-agree',
    claim: 'SHOULD give the same reason for a failure in an answer and in a stream',
    operation: 'createPrediction',
    journey: 'failed-run',
    roles: FLOW_ROLES,
    judge: (scene) => {
      const [blocking, run] = [blockingIn(scene), streamIn(scene)]
      if (!run || !blocking) return 'the flow did not answer with a stream'
      return same(run, 'error', reasonOf(blocking), dataOf(run, 'error').at(-1))
    },
  },
  {
    id: 'failed-run.record-tells-it',
    claim: 'MUST show the execution of a run that failed as ERROR, and its last node with the error',
    operation: 'getExecution',
    journey: 'failed-run',
    roles: ['agentflow_id'],
    judge: (scene) => recordEnds(scene, ['ERROR']),
  },
  {
    id: 'stopped-run.ends-in-an-error',
    claim: 'MUST end the stream of an agentflow that is stopped by an error, without metadata',
    operation: 'abortPrediction',
    journey: 'stopped-run',
    judge: (scene) => {
      const run = streamIn(scene)
      if (!run || requestsTo(scene, 'abortPrediction').length === 0) return 'no run was there to be stopped'
      return endsInError(run)
    },
  },
  {
    id: 'stopped-run.record-tells-it',
    claim: 'MUST show the execution of a run that was stopped as TERMINATED or ERROR',
    operation: 'abortPrediction',
    journey: 'stopped-run',
    judge: (scene) => recordEnds(scene, ['TERMINATED', 'ERROR']),
  },
  {
    id: 'stopped-run.abort-is-noted',
    claim: 'MUST answer a wish to stop with its success at once',
    operation: 'abortPrediction',
    journey: 'stopped-run',
    judge: (scene) => {
      const [abort] = requestsTo(scene, 'abortPrediction')
      if (!abort) return 'no run was there to be stopped'
      return same(abort, 'status', 200, readPointer(jsonOf(abort), '/status'))
    },
  },
  {
    id: 'left-run.goes-on-to-its-end',
    claim: 'MUST go on with a run whose caller has left the stream, to its end or to where it waits',
    operation: 'createPrediction',
    journey: 'left-run',
    judge: ofStream((_, scene) => {
      const record = recordOf(scene)
      if (!record) return 'the record of the run could not be read'
      const state = textAt(jsonOf(record), '/state') ?? 'unknown'
      return expectThat(RESTS.includes(state), record, RESTS.join(' or '), () => state)
    }),
  },
])

/** The reason of a failure, in the form of the documents or in that of servers. */
function reasonOf(run: Transcript): string | undefined {
  return textAt(jsonOf(run), '/error') ?? textAt(jsonOf(run), '/message')
}

function streamIn(scene: Scene): Transcript | undefined {
  return requestsTo(scene, 'createPrediction').find(({ answer }) => answer?.body.kind === 'stream')
}

function blockingIn(scene: Scene): Transcript | undefined {
  return requestsTo(scene, 'createPrediction').find(({ request }) => readPointer(request.json, '/streaming') !== true)
}

function endsInError(run: Transcript) {
  const [error, end] = eventsOf(run).slice(-2)
  const reason = textAt(error, '/data')
  const isEnd = isNamed(error, 'error') && isNamed(end, 'end') && reason !== undefined && reason !== ''
  const kept = isEnd && dataOf(run, 'metadata').length === 0
  return expectThat(kept, run, 'no metadata, an error with a reason, then the end', () =>
    eventsOf(run).slice(-3).map(showJson).join(', '),
  )
}

function recordEnds(scene: Scene, states: readonly string[]) {
  const record = recordOf(scene)
  if (!record) return 'the record of the run could not be read'
  const state = textAt(jsonOf(record), '/state') ?? 'unknown'
  const nodes = nodesInRecord(record)
  const last: unknown = Array.isArray(nodes) ? nodes.at(-1) : undefined
  const kept =
    states.includes(state) && readPointer(last, '/status') === state && textAt(last, '/data/error') !== undefined
  return expectThat(
    kept,
    record,
    `${states.join(' or ')}, and a last node with an error`,
    () => `${state}, ${showJson(last)}`,
  )
}
