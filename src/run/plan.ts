import { createFormDesk } from './flow/form-desk.ts'
import type { Flow, LiveScope } from './flow/place.ts'
import { runNodes } from './flow/run-nodes.ts'
import { type Clock, runThreads, type Thread } from './flow/schedule.ts'
import type { FormAnswer, Moment, RunRequest } from './moment.ts'
import { perObject } from './per-object.ts'
import { createRandom } from './random.ts'
import type { NodeSpec, Scenario } from './scenario.ts'
import { fillRecord, namesIn } from './template.ts'
import { totalsOf } from './totals.ts'

/** Milliseconds from the last node's end to the end of the run. */
const CLOSING = 4

/**
 * All that happens in one run of a scenario: the same moments each time, in order of time.
 * They end with `run-finished`, at a form that nobody has answered and that never expires with `run-paused`, or where a node works
 * until it is stopped. One answer more changes nothing before its `at`.
 * @param answers - in any order; one that no form waits for at its time counts for nothing.
 */
export function plan(
  scenario: Scenario,
  request: RunRequest,
  seed: string,
  answers: readonly FormAnswer[] = [],
): readonly Moment[] {
  const moments: Moment[] = []
  const emit = (moment: Moment) => void moments.push(moment)
  const clock: Clock = { now: scenario.queued }
  const random = (name: string) => createRandom(`${seed}/${name}`)
  const flow: Flow = { scenario, clock, random, told: resultsTold(scenario) }
  const totals = () => totalsOf(moments)
  const desk = createFormDesk({ clock, answers, emit, totals })

  function* runFlow(): Thread {
    const scope = scopeOf(scenario, request)
    emit({ kind: 'run-started', at: clock.now, nodes: countNodes(scenario.nodes) })
    const place = { flow, scope, emit, prefix: '', within: undefined, absorbs: false }
    const ended = yield* runNodes(scenario.nodes, place, undefined)
    yield { for: 'time', until: clock.now + CLOSING }
    const error = ended.failure?.message
    const outputs = error === undefined ? fillRecord(scenario.outputs, scope) : {}
    const spent = totals()
    const status = error !== undefined ? 'failed' : spent.failures > 0 ? 'partial' : 'succeeded'
    emit({ kind: 'run-finished', at: clock.now, status, outputs, error, totals: spent })
    return ended
  }

  runThreads(runFlow(), clock, desk)
  return moments
}

function scopeOf({ inputs }: Scenario, request: RunRequest): LiveScope {
  const defaults = inputs.flatMap(({ name, default: value }) => (value === undefined ? [] : [[name, value] as const]))
  return {
    message: request.message,
    inputs: { ...Object.fromEntries(defaults), ...request.inputs },
    nodes: new Map(),
    answers: new Map(),
  }
}

/** Nodes that run once in a run, containers as one. */
function countNodes(nodes: readonly NodeSpec[]): number {
  return nodes.reduce(
    (count, node) =>
      count + (node.does === 'parallel' ? node.branches.reduce((sum, branch) => sum + countNodes(branch), 0) : 1),
    0,
  )
}

/** What the outputs name of each node: `text`, or an output's name; in the order of the outputs. */
const resultsTold = perObject(({ outputs }: Scenario): ReadonlyMap<string, readonly string[]> => {
  const told = new Map<string, readonly string[]>()
  for (const name of Object.values(outputs).flatMap(namesIn)) {
    const [root, id = '', part = '', output = ''] = name.split('.')
    if (root !== 'nodes') continue
    const result = part === 'outputs' ? output : part
    const before = told.get(id) ?? []
    if (!before.includes(result)) told.set(id, [...before, result])
  }
  return told
})
