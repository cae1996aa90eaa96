import { type Check, expectThat, type Observation } from '../../src/contract/check.ts'
import { journeyChecks } from '../../src/contract/journey-checks.ts'
import { showJson } from '../../src/contract/show-json.ts'
import { eventsOf, type Transcript } from '../../src/contract/transcript.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { isNamed, nodesOf, textAt } from './known.ts'
import { ofStream, same } from './scene.ts'

// Of several calls, the node keeps the total of all.
const COUNTS = ['/input_tokens', '/output_tokens']

/** Nodes that speak wherever they stand: they ask a person. */
const ASKERS = ['humanInputAgentflow', 'agentAgentflow']

const STREAMED = { operation: 'createPrediction', journey: 'streamed-run', roles: ['agentflow_id'] } as const

/** What a single node of an agentflow tells while it works. */
export const stepChecks: readonly Check[] = journeyChecks([
  {
    ...STREAMED,
    id: 'streamed-run.only-the-last-node-speaks',
    claim: 'MUST stream no text of a node that leads to another one, unless it asks a person',
    judge: ofStream((run) => {
      const leading = new Set(nodesOf(run).flatMap((node) => asList(readPointer(node, '/previousNodeIds'))))
      const asking = new Set(nodesOf(run).filter(asksPerson).map(idOf))
      const odd = toldWithin(run).find(
        ({ node, event }) => leading.has(node) && !asking.has(node) && isNamed(event, 'token') && hasText(event),
      )
      return expectThat(
        odd === undefined,
        run,
        'text of last nodes alone',
        () => `${odd?.node}: ${showJson(odd?.event)}`,
      )
    }),
  },
  {
    ...STREAMED,
    id: 'streamed-run.usage-agrees',
    claim: 'MUST tell by an event the tokens in and out of a model that its node keeps',
    judge: ofModels((run, { node, event }) => {
      const kept = nodesOf(run).findLast((executed) => idOf(executed) === node)
      const [wanted, got] = [readPointer(kept, '/data/output/usageMetadata'), readPointer(event, '/data')].map(
        (usage) => COUNTS.map((pointer) => readPointer(usage, pointer) ?? null),
      )
      return same(run, `tokens of ${node}`, wanted, got)
    }),
  },
  {
    ...STREAMED,
    id: 'streamed-run.calls-end-before-usage',
    claim: 'MUST tell of a model that streams that no calls of tools are left, then its usage',
    judge: ofModels((run, { node, event }, told) => {
      const before = told.slice(
        0,
        told.findIndex((other) => other.event === event),
      )
      const last = before.findLast((other) => other.node === node && isNamed(other.event, 'calledTools'))
      return same(run, `calls of ${node}`, [], readPointer(last?.event, '/data') ?? null)
    }),
  },
])

/** An event with the node at work when it came. */
interface Told {
  readonly node: string
  readonly event: unknown
}

/** The events that came while a node was at work: inside an iteration, the inner one. */
function toldWithin(run: Transcript): readonly Told[] {
  let open: readonly string[] = []
  return eventsOf(run).flatMap((event) => {
    if (isNamed(event, 'nextAgentFlow')) {
      const id = textAt(event, '/data/nodeId') ?? ''
      open = textAt(event, '/data/status') === 'INPROGRESS' ? [...open, id] : open.filter((other) => other !== id)
    }
    const node = open.at(-1)
    return node === undefined ? [] : [{ node, event }]
  })
}

function ofModels(judge: (run: Transcript, usage: Told, told: readonly Told[]) => Observation) {
  return ofStream((run) => {
    const told = toldWithin(run)
    const usages = told.filter(({ event }) => isNamed(event, 'usageMetadata'))
    return usages.length === 0 ? 'no model has streamed' : usages.map((usage) => judge(run, usage, told))
  })
}

const idOf = (node: unknown): string => textAt(node, '/nodeId') ?? ''
const asksPerson = (node: unknown): boolean => ASKERS.includes(textAt(node, '/data/name') ?? '')
const hasText = (event: unknown): boolean => (textAt(event, '/data') ?? '') !== ''
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
