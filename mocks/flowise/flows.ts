import type { CallHead } from '../../src/mock/call.ts'
import type { Scenario } from '../../src/run/scenario.ts'
import type { Scenarios } from '../../src/run/scenarios.ts'
import { uuidOf } from '../../src/run/uuid.ts'

/**
 * A scenario as it is deployed. Its name says how, with words before the scenario's own, in this order:
 * `locked-`: bound to a key; `limited-`: three requests a minute; `one-site-`: for pages of one origin only;
 * `chatflow-`: a chatflow; `json-`: a chatflow with an output parser, which cannot stream; `agents-`: agents of the first version. Without the
 * last three it is an agentflow.
 */
export interface Flow {
  readonly id: string
  readonly name: string
  readonly scenario: Scenario
  readonly kind: (typeof KINDS)[number]
  readonly locked: boolean
  readonly limited: boolean
  readonly oneSite: boolean
}

/** The only origin of a `one-site-` flow. */
export const ALLOWED_ORIGIN = 'https://shop.example.com'

const KINDS = ['agentflow', 'chatflow', 'json', 'agents'] as const

/** Each scenario in each kind, under its name and its UUID. A plain agentflow has the scenario's own name and id. */
export function flowOf(scenarios: Scenarios, nameOrId: string): Flow | undefined {
  const known = deployed.get(scenarios) ?? deployAll(scenarios)
  deployed.set(scenarios, known)
  return known.get(nameOrId) ?? known.get(nameOrId.toLowerCase())
}

// A server's scenarios never change, and each call asks for one of many flows.
const deployed = new WeakMap<Scenarios, ReadonlyMap<string, Flow>>()

function deployAll(scenarios: Scenarios): ReadonlyMap<string, Flow> {
  const switches = [false, true]
  const flows = scenarios.all.flatMap((scenario) =>
    KINDS.flatMap((kind) =>
      switches.flatMap((locked) =>
        switches.flatMap((limited) => switches.map((oneSite) => deploy({ scenario, kind, locked, limited, oneSite }))),
      ),
    ),
  )
  // A scenario that is itself named `chatflow-…` goes before the other one's chatflow.
  const byName = flows.toReversed().flatMap((flow) => [[flow.id, flow] as const, [flow.name, flow] as const])
  const plain = flows.filter(({ name, scenario }) => name === scenario.name).map((flow) => [flow.name, flow] as const)
  return new Map([...byName, ...plain])
}

function deploy(how: Omit<Flow, 'id' | 'name'>): Flow {
  const { scenario, kind, locked, limited, oneSite } = how
  const words = [locked && 'locked-', limited && 'limited-', oneSite && 'one-site-', kind !== 'agentflow' && `${kind}-`]
  const name = [...words.filter((word) => word !== false), scenario.name].join('')
  return { ...how, name, id: idOfFlow(name) }
}

/** The id of a flow by its name; that of a plain agentflow is its scenario's own. */
export const idOfFlow = (name: string): string => uuidOf(`scenario:${name}`, 5)

/** The flow that a path names. */
export function flowInPath(call: CallHead<unknown>, parameter = 'id'): Flow | undefined {
  return flowOf(call.scenarios, call.params[parameter] ?? '')
}

/** What a message to the flow plays: the flow of the server's default scenario lets the words of the message choose. */
export function scenarioFor({ scenario }: Flow, scenarios: Scenarios, message: string): Scenario {
  return scenario === scenarios.choose('') ? scenarios.choose(message) : scenario
}

/** Whether the flow can answer with events. */
export const canStream = ({ kind }: Flow): boolean => kind !== 'json'
