import { type Check, expectThat } from '../../src/contract/check.ts'
import { journeyChecks } from '../../src/contract/journey-checks.ts'
import { showJson } from '../../src/contract/show-json.ts'
import { framesOf, type Transcript } from '../../src/contract/transcript.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { dataOf, FLOW_ROLES } from './known.ts'
import { ofStream, same } from './scene.ts'

/** What the events of one stream have to be to each other. */
export const streamChecks: readonly Check[] = journeyChecks([
  {
    id: 'streamed-run.frames-as-servers-write-them',
    claim: 'SHOULD write a frame as an empty "message:" line and a "data:" line without a space',
    operation: 'createPrediction',
    journey: 'streamed-run',
    roles: FLOW_ROLES,
    judge: ofStream((run) => {
      const odd = framesOf(run).find(
        ({ raw, value }) => value !== undefined && !/^message:\r?\n?data:\{/.test(raw.replace(/\r/g, '')),
      )
      return expectThat(odd === undefined, run, 'message:, a line feed, data:{', () => showJson(odd?.raw))
    }),
  },
  {
    id: 'streamed-run.start-comes-again',
    claim: 'MUST repeat in the first token what the start of a chatflow says',
    operation: 'createPrediction',
    journey: 'streamed-run',
    roles: ['chatflow_id'],
    judge: ofStream((run) => {
      const [start] = dataOf(run, 'start')
      const [token] = dataOf(run, 'token')
      if (typeof start !== 'string') return 'the stream does not start with a text'
      return expectThat(start === '' || start === token, run, `a first token ${showJson(start)}`, () => showJson(token))
    }),
  },
  {
    id: 'streamed-run.executed-data-grows',
    claim: 'MUST send all executed nodes again after each node, in the order of their ends',
    operation: 'createPrediction',
    journey: 'streamed-run',
    roles: ['agentflow_id'],
    judge: ofStream((run) => {
      const all = dataOf(run, 'agentFlowExecutedData').map(idsOf)
      if (all.length === 0) return 'the stream tells of no executed node'
      const wrong = all.findIndex((ids, index) => {
        const before = index === 0 ? [] : (all[index - 1] ?? [])
        return ids.length <= before.length || before.some((id, place) => ids[place] !== id)
      })
      const wanted = `more than ${showJson(all[wrong - 1] ?? [])}`
      return expectThat(wrong < 0, run, wanted, () => showJson(all[wrong]))
    }),
  },
  {
    id: 'streamed-run.executed-nodes-were-told',
    claim: 'MUST tell each node of an agentflow by its events before it is among the executed ones',
    operation: 'createPrediction',
    journey: 'streamed-run',
    roles: ['agentflow_id'],
    judge: ofStream((run) => {
      const executed = new Set(idsOf(dataOf(run, 'agentFlowExecutedData').at(-1)))
      const told = new Set(idsOf(dataOf(run, 'nextAgentFlow')))
      return same(run, 'nodes', [...executed].toSorted(), [...told].toSorted())
    }),
  },
  {
    id: 'streamed-run.ids-of-frames',
    claim: 'SHOULD send no ids, event names or retry times outside of the JSON',
    operation: 'createPrediction',
    journey: 'streamed-run',
    roles: FLOW_ROLES,
    judge: ofStream((run) => noFields(run)),
  },
])

function idsOf(nodes: unknown): readonly string[] {
  return Array.isArray(nodes) ? nodes.map((node) => String(readPointer(node, '/nodeId'))) : []
}

function noFields(run: Transcript) {
  const odd = framesOf(run).find(({ raw }) => /^(event|id|retry):/m.test(raw))
  return expectThat(odd === undefined, run, 'frames of data alone', () => showJson(odd?.raw))
}
