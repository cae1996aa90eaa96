import type { NodeSpec, Scenario } from '../../src/run/scenario.ts'
import { hashOf } from '../../src/run/uuid.ts'
import {
  CHAT_INPUT,
  CHAT_OUTPUT,
  type ComponentType,
  componentTypeOf,
  DATA_OUTPUT,
  TEXT_OUTPUT,
} from './component-types.ts'
import { givesText, sourcesOf, textSourceOf } from './output-templates.ts'

/** One component of a flow: a vertex of its graph. */
export interface Component {
  /** `ChatOutput-ylMzN`, the same in every run of the flow. */
  readonly id: string
  readonly type: ComponentType
  readonly displayName: string
  /** Ids of the components that come next. */
  readonly next: readonly string[]
  /** Id of the scenario's node that it stands for. */
  readonly node: string | undefined
  /** Name of the scenario's output that it reports. */
  readonly output: string | undefined
}

/** A scenario as the flow that an author has drawn. */
export interface Graph {
  /** The chat input, the nodes in order, the outputs in order. */
  readonly components: readonly Component[]
  readonly input: Component
  /** By the node's id. Where a run starts and ends has no component of its own. */
  readonly nodes: ReadonlyMap<string, Component>
  /** Chat outputs by the id of the node whose text they show. */
  readonly chatOutputs: ReadonlyMap<string, readonly Component[]>
  /** Outputs that show their value when all else is done. */
  readonly lastOutputs: readonly Component[]
  /** Every component that reports an output of the flow. */
  readonly outputs: readonly Component[]
}

const graphs = new WeakMap<Scenario, Graph>()

/** The graph of a scenario: a chat output for each node whose text is an output, a text or data output for any other. */
export function graphOf(scenario: Scenario): Graph {
  const graph = graphs.get(scenario) ?? draw(scenario)
  graphs.set(scenario, graph)
  return graph
}

function draw(scenario: Scenario): Graph {
  const idOf = (type: ComponentType, key: string) => `${type.name}-${tagOf(`${scenario.name}/${key}`)}`
  const specs = flatten(scenario.nodes).filter(isComponent)
  const ids = new Map(specs.map((node) => [node.id, idOf(componentTypeOf(node), node.id)]))
  const edges: Edges = { ids, next: new Map() }
  const inputId = idOf(CHAT_INPUT, 'input')
  edges.next.set(inputId, link(scenario.nodes, [], edges))

  const chatOutputs = new Map<string, Component[]>()
  const lastOutputs: Component[] = []
  const outputs = Object.entries(scenario.outputs).map(([output, template]) => {
    const source = textSourceOf(template)
    const type = source !== undefined ? CHAT_OUTPUT : givesText(template, specs) ? TEXT_OUTPUT : DATA_OUTPUT
    const id = idOf(type, `output:${output}`)
    for (const from of sourcesOf(template)) edges.next.get(ids.get(from) ?? inputId)?.push(id)
    const displayName = OUTPUT_NAMES.get(type) ?? type.name
    const component: Component = { id, type, displayName, next: [], node: undefined, output }
    if (source === undefined) lastOutputs.push(component)
    else chatOutputs.set(source, [...(chatOutputs.get(source) ?? []), component])
    return component
  })
  const nextOf = (id: string) => [...new Set(edges.next.get(id))]
  const common = { node: undefined, output: undefined }
  const input = { id: inputId, type: CHAT_INPUT, displayName: 'Chat Input', next: nextOf(inputId), ...common }
  const nodes = new Map(
    specs.map((node): [string, Component] => {
      const id = ids.get(node.id) ?? node.id
      const type = componentTypeOf(node)
      return [node.id, { id, type, displayName: node.title, next: nextOf(id), node: node.id, output: undefined }]
    }),
  )
  const components = [input, ...nodes.values(), ...outputs]
  return { components, input, nodes, chatOutputs, lastOutputs, outputs }
}

const OUTPUT_NAMES = new Map([
  [CHAT_OUTPUT, 'Chat Output'],
  [TEXT_OUTPUT, 'Text Output'],
  [DATA_OUTPUT, 'Data Output'],
])

interface Edges {
  /** Ids of the components, by the node's id. */
  readonly ids: ReadonlyMap<string, string>
  readonly next: Map<string, string[]>
}

/** Joins nodes to those after them. @returns what a component before them leads to. */
function link(nodes: readonly NodeSpec[], after: readonly string[], edges: Edges): string[] {
  let heads = [...after]
  for (const node of [...nodes].reverse()) {
    if (node.does === 'parallel') {
      const behind = heads
      heads = node.branches.flatMap((branch) => link(branch, behind, edges))
      continue
    }
    const id = edges.ids.get(node.id)
    if (id === undefined) continue
    const inner = node.does === 'iteration' || node.does === 'loop' ? link(node.nodes, [id], edges) : []
    edges.next.set(id, [...inner, ...heads])
    heads = [id]
  }
  return heads
}

function flatten(nodes: readonly NodeSpec[]): NodeSpec[] {
  return nodes.flatMap((node) => {
    if (node.does === 'parallel') return node.branches.flatMap(flatten)
    return node.does === 'iteration' || node.does === 'loop' ? [node, ...flatten(node.nodes)] : [node]
  })
}

function isComponent({ kind }: NodeSpec): boolean {
  return kind !== 'start' && kind !== 'end'
}

/** Whether a run of the scenario stops to ask a person. */
export function asksPerson({ nodes }: Scenario): boolean {
  return flatten(nodes).some(({ does }) => does === 'human-input')
}

/** Id of the component that an agent uses as a tool. */
export function toolIdOf(scenario: Scenario, tool: string): string {
  const name = tool.replaceAll(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase())
  return `${name}-${tagOf(`${scenario.name}/tool:${tool}`)}`
}

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

// Five letters or digits, as the editor gives them.
function tagOf(text: string): string {
  let rest = hashOf(text)
  return Array.from({ length: 5 }, () => {
    const sign = SIGNS.charAt(rest % SIGNS.length)
    rest = Math.floor(rest / SIGNS.length)
    return sign
  }).join('')
}
