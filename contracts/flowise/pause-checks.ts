import { type Check, expectThat } from '../../src/contract/check.ts'
import { journeyChecks, requestsTo, type Scene, type Sight } from '../../src/contract/journey-checks.ts'
import { showJson } from '../../src/contract/show-json.ts'
import { eventsOf, jsonOf, showAnswer, succeeded, type Transcript } from '../../src/contract/transcript.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { actionOf, isNamed, metadataOf, nodesOf, textAt } from './known.ts'
import { nodesInRecord, ofRun, ofStream, recordOf, same, sameAs } from './scene.ts'

/** Runs that wait for a person, and go on when one has decided. */
export const pauseChecks: readonly Check[] = journeyChecks([
  {
    id: 'paused-run.asks',
    claim: 'MUST tell a run that waits by an action, in a stream again in its metadata',
    operation: 'createPrediction',
    journey: 'paused-run',
    judge: ofStream((run, scene) => {
      const action = actionOf(run)
      if (action === undefined) return expectThat(false, run, 'an action', () => showJson(eventsOf(run).at(-2)))
      return sameAs(scene, '/Action', run, 'metadata with the action', action, readPointer(metadataOf(run), '/action'))
    }),
  },
  {
    id: 'paused-run.record-waits',
    claim: 'MUST show the execution of a run that waits as STOPPED, at the node that its action names',
    operation: 'getExecution',
    journey: 'paused-run',
    judge: ofStream((run, scene) => {
      const [record] = requestsTo(scene, 'getExecution').filter(
        (poll) => succeeded(poll) && isBefore(poll, resumes(scene)[0]),
      )
      if (!record) return 'the record of the run could not be read'
      const nodes = nodesInRecord(record)
      const last: unknown = Array.isArray(nodes) ? nodes.at(-1) : undefined
      const asking = readPointer(actionOf(run), '/data/nodeId')
      if (asking === undefined) return 'the action does not name its node'
      const wanted = ['STOPPED', asking, 'STOPPED']
      const got = [readPointer(jsonOf(record), '/state'), readPointer(last, '/nodeId'), readPointer(last, '/status')]
      return same(record, 'state, node and its status', wanted, got)
    }),
  },
  {
    id: 'paused-run.unknown-node-is-refused',
    claim: 'MUST refuse a decision about a node that the run has not',
    operation: 'createPrediction',
    journey: 'paused-run',
    judge: (scene) => {
      const [refused] = resumes(scene)
      return refused ? isRefused(refused) : 'no run has waited'
    },
  },
  {
    id: 'resumed-run.goes-on',
    claim: 'MUST go on from the node that waited when it is decided, with all nodes of before',
    operation: 'createPrediction',
    journey: 'paused-run',
    judge: (scene) => goesOn(scene, 1),
  },
  {
    id: 'resumed-run.same-execution',
    claim: 'MUST go on in the execution that was stopped',
    operation: 'listExecutions',
    journey: 'paused-run',
    judge: (scene) => {
      const ids = requestsTo(scene, 'listExecutions').filter(succeeded)
      const [first, second] = ids
      if (!first || !second) return 'executions could not be listed'
      const seen = [first, second].map((listed) => [
        readPointer(jsonOf(listed), '/data/0/id'),
        readPointer(jsonOf(listed), '/total'),
      ])
      return same(second, 'one execution', seen[0], seen[1])
    },
  },
  {
    id: 'resumed-run.record-finishes',
    claim: 'MUST show the execution of a run that went on to its end as FINISHED, with its nodes',
    operation: 'getExecution',
    journey: 'paused-run',
    judge: (scene) => {
      const resumed = resumes(scene).findLast(succeeded)
      const record = recordOf(scene)
      if (!resumed || !record) return 'no run has gone on'
      if (actionOf(resumed) !== undefined) return 'the run waits once more'
      const nodes = nodesInRecord(record)
      const told = [nodesOf(resumed).length, 'FINISHED']
      return same(record, 'nodes and state', told, [
        Array.isArray(nodes) ? nodes.length : -1,
        readPointer(jsonOf(record), '/state'),
      ])
    },
  },
  {
    id: 'paused-run.answer-waits',
    claim: 'MUST answer a blocking run that waits with an action, its execution and what it asks',
    operation: 'createPrediction',
    journey: 'paused-run-blocking',
    judge: ofRun((run) => {
      const { action, text } = { action: actionOf(run), text: textAt(jsonOf(run), '/text') }
      const asked = nodesOf(run).at(-1)
      const kept =
        action !== undefined &&
        text === readPointer(asked, '/data/output/content') &&
        readPointer(asked, '/status') === 'STOPPED'
      return expectThat(kept, run, 'an action, a node that is STOPPED and its text', () => showAnswer(run))
    }),
  },
  {
    id: 'resumed-run.names-its-execution',
    claim: 'MUST name in the answer of a run that went on the execution of before',
    operation: 'createPrediction',
    journey: 'paused-run-blocking',
    judge: ofRun((run, scene) => {
      const [resumed] = resumes(scene)
      if (!resumed) return 'no run has waited'
      return same(
        resumed,
        'executionId',
        readPointer(jsonOf(run), '/executionId'),
        readPointer(jsonOf(resumed), '/executionId'),
      )
    }),
  },
  {
    id: 'resumed-run.rejected-goes-on',
    claim: 'MUST go on from the node that waited when it is rejected',
    operation: 'createPrediction',
    journey: 'paused-run-blocking',
    judge: (scene) => goesOn(scene, 0),
  },
  {
    id: 'resumed-run.only-once',
    claim: 'MUST refuse a decision about a run that has gone on to its end',
    operation: 'createPrediction',
    journey: 'paused-run-blocking',
    judge: (scene) => {
      const again = resumes(scene)[1]
      return again ? isRefused(again) : 'no run has gone on to its end'
    },
  },
])

/** The decisions about a run, in order. */
function resumes(scene: Scene): readonly Transcript[] {
  return requestsTo(scene, 'createPrediction').filter(
    ({ request }) => readPointer(request.json, '/humanInput') !== undefined,
  )
}

function isBefore({ sentAt }: Transcript, other: Transcript | undefined): boolean {
  return other === undefined || sentAt < other.sentAt
}

/** Refused with a failure; in a stream, by its first event. */
function isRefused(refused: Transcript): Sight {
  const kept = refused.answer?.status === 500 || isNamed(eventsOf(refused)[0], 'error')
  return expectThat(kept, refused, 'status 500, or a stream of an error', () => showAnswer(refused))
}

/** Whether the decision of this place in the order made the run go on: its nodes are all there, and the one that waited is done. */
function goesOn(scene: Scene, place: number): Sight {
  const [run] = requestsTo(scene, 'createPrediction')
  const resumed = resumes(scene)[place]
  if (!run || !resumed) return 'no run has waited'
  if (!succeeded(resumed)) return expectThat(false, resumed, 'an answer', () => showAnswer(resumed))
  const before = nodesOf(run).map((node) => readPointer(node, '/nodeId'))
  const nodes = nodesOf(resumed)
  const after = nodes.slice(0, before.length).map((node) => readPointer(node, '/nodeId'))
  const decided = readPointer(nodes[before.length - 1], '/status')
  return same(resumed, 'nodes, the last one done', [...before, 'FINISHED'], [...after, decided])
}
