import type { MomentOf } from '../../src/run/moment.ts'
import { type AgentSession, beginNode, endChild, endNode, failNode } from './agent-session.ts'
import { passNode } from './agent-steps.ts'
import type { StreamEvent } from './event.ts'
import type { FlowNode, LoopNodes } from './graph.ts'
import { iterationsAround } from './levels.ts'
import { conditionValues, type StepValues } from './node-values.ts'
import { toText } from './reply-text.ts'

type Round = MomentOf<'round-started'>
type Ended = MomentOf<'group-finished'>

/** A loop is a condition and a way back: the flow meets them at the end of each round. */
export function loopTurns(session: AgentSession, moment: Round | Ended, loop: LoopNodes): readonly StreamEvent[] {
  const { spec, condition, back } = loop
  const most = spec.breaksAfter ?? spec.rounds
  const done = moment.kind === 'round-started' ? moment.index : moment.rounds.length
  const again = moment.kind === 'round-started'
  if (again ? done === 0 || done >= most : moment.status === 'failed') return []
  const values = conditionValues({ type: 'number', value1: done, operation: 'smaller', value2: most }, again)
  const turns = [[condition, values] as const, ...(again ? [[back, backValues(loop)] as const] : [])]
  const inside = iterationsAround(moment.node).length > 0
  if (!inside) return turns.flatMap(([node, given]) => passNode(session, node, given))
  return turns.flatMap(([node, given]) => [beginNode(session, node), endChild(session, moment.node, node, given)])
}

function backValues({ spec, first }: LoopNodes): StepValues {
  const data = { nodeID: first?.id ?? '', maxLoopCount: spec.rounds }
  return { input: data, output: { content: `Loop back to ${first?.label} (${first?.id})`, ...data } }
}

/** An iteration of the main flow ends: the records of its rounds come first. */
export function iterationEnds(session: AgentSession, moment: Ended, node: FlowNode): readonly StreamEvent[] {
  const { story, children, roundErrors } = session
  session.children = []
  session.roundErrors = new Map()
  session.executed = [
    ...session.executed,
    ...moment.items.flatMap((value, index) =>
      children
        .filter(({ round }) => round === index)
        .map(({ record }) => {
          const place = { index, value, isFirst: index === 0, isLast: index === moment.size - 1 }
          const iterationContext = { ...place, sessionId: story.record.sessionId }
          const where = { iterationIndex: index, iterationContext, parentNodeId: node.id }
          return { ...record, data: { ...record.data, ...where } }
        }),
    ),
  ]
  if (moment.status === 'failed') return failNode(session, node, 'ERROR', [...roundErrors.values()].at(-1) ?? '')
  const iterationResults = resultsOf(moment, roundErrors)
  const output = { iterationResults, content: iterationResults.join('\n') }
  return endNode(session, node, { input: { iterationInput: [...moment.items] }, output })
}

// A failed item may be missing among the results; here it has its place, with the reason.
function resultsOf({ results, items }: Ended, errors: ReadonlyMap<number, string>): string[] {
  const good = results.length === items.length ? results.filter((_result, index) => !errors.has(index)) : [...results]
  return items.map((_item, index) => {
    const error = errors.get(index)
    return error === undefined ? toText(good.shift() ?? '') : `Error in iteration ${index + 1}: ${error}`
  })
}
