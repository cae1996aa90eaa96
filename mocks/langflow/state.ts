import type { CallHead } from '../../src/mock/call.ts'
import type { Run } from '../../src/mock/run.ts'
import type { RunRequest } from '../../src/run/moment.ts'
import type { Scenario } from '../../src/run/scenario.ts'
import { graphOf } from './graph.ts'
import type { Story } from './story.ts'

/** A run of the second version, which its job shows. */
export interface Job {
  readonly story: Story
  readonly mode: 'sync' | 'stream' | 'background'
  readonly globals: Readonly<Record<string, string>>
  /** As the caller named it. */
  readonly sessionId: string | null
}

/** A run of the editor. */
export interface Build {
  readonly story: Story
  /** Events that have been handed out; infinite once a stream takes all there will be. */
  handed: number
}

/** What one server remembers beside its runs. */
export interface State {
  readonly jobs: WeakMap<Run, Job>
  readonly builds: WeakMap<Run, Build>
  /** Background runs by the key that shall make them unique. */
  readonly unique: Map<string, Run>
}

export const createState = (): State => ({ jobs: new WeakMap(), builds: new WeakMap(), unique: new Map() })

/** A flow that is deployed: one for each scenario. */
export interface Flow {
  readonly id: string
  readonly scenario: Scenario
}

/** Finds a flow by its name or id. */
export function flowOf(call: CallHead<State>, nameOrId: string): Flow | undefined {
  const scenario = call.scenarios.find(nameOrId)
  return scenario && { id: call.scenarios.idOf(scenario), scenario }
}

/** The scenario that a flow plays for a message: its own, or for the default flow what a word in the message selects. */
export function playedBy(call: CallHead<State>, { scenario }: Flow, message: string): Scenario {
  return scenario === call.scenarios.choose('') ? call.scenarios.choose(message) : scenario
}

/** What a run is started with. */
export interface Start extends Pick<Story, 'sessionId' | 'input' | 'era'> {
  readonly flow: Flow
  readonly scenario: Scenario
  readonly request: RunRequest
  /** Name of the id by which the run can be found again. */
  readonly name?: string
}

/** Starts a run of a flow. */
export function startStory(call: CallHead<State>, start: Start): Story {
  const { flow, scenario, request, name, sessionId, input, era } = start
  const run = call.runs.start({ scenario, request, names: name === undefined ? [] : [name] })
  return { run, graph: graphOf(scenario), flowId: flow.id, sessionId, input, era }
}
