import { nearest } from '../../nearest.ts'
import type { NodeSpec, Scenario } from '../scenario.ts'

/** What templates can name at one place of a flow. */
export interface Known {
  /** Undefined: the scenario declares none, so that any may come. */
  readonly inputs: readonly string[] | undefined
  /** Nodes that have ended by then. */
  readonly nodes: ReadonlyMap<string, KnownNode>
  /** Fields of the forms that were settled by then. */
  readonly forms: ReadonlyMap<string, readonly string[]>
  readonly item: boolean
  readonly index: boolean
  /** All ids in the file, to tell a node that comes too late from a misspelt one. */
  readonly ids: readonly string[]
}

interface KnownNode {
  readonly text: boolean
  /** Undefined: any. */
  readonly outputs: readonly string[] | undefined
}

const ROOTS = ['message', 'inputs', 'nodes', 'answers', 'item', 'index']

/** What the first node of a flow can name. */
export function knownAtStart({ inputs, nodes }: Scenario): Known {
  const names = inputs.length === 0 ? undefined : inputs.map(({ name }) => name)
  return { inputs: names, nodes: new Map(), forms: new Map(), item: false, index: false, ids: idsIn(nodes) }
}

function idsIn(nodes: readonly NodeSpec[]): string[] {
  return nodes.flatMap((node) => [node.id, ...childLists(node).flatMap(({ list }) => idsIn(list))])
}

/** The lists of nodes in a node, with their paths from it. */
export function childLists(
  node: NodeSpec,
): { readonly list: readonly NodeSpec[]; readonly path: (string | number)[] }[] {
  switch (node.does) {
    case 'iteration':
    case 'loop':
      return [{ list: node.nodes, path: ['nodes'] }]
    case 'parallel':
      return node.branches.map((list, index) => ({ list, path: ['branches', index] }))
    case 'step':
    case 'human-input':
      return []
  }
}

/** What can be named once a node has ended too. */
export function withResultsOf(node: NodeSpec, known: Known, scenario: Scenario): Known {
  if (node.does === 'parallel') return known
  const result = { text: node.does === 'step' && node.text !== undefined, outputs: outputNames(node, known, scenario) }
  const nodes = new Map(known.nodes).set(node.id, result)
  return node.does === 'human-input' ? { ...withForm(node, known), nodes } : { ...known, nodes }
}

type SingleSpec = Exclude<NodeSpec, { does: 'parallel' }>

function outputNames(node: SingleSpec, known: Known, { outputs }: Scenario): readonly string[] | undefined {
  switch (node.does) {
    case 'step': {
      const own = Object.keys(node.outputs)
      if (own.length > 0 || node.text !== undefined) return own
      return node.kind === 'start' ? known.inputs : Object.keys(outputs)
    }
    case 'iteration':
      return ['output']
    case 'loop':
      return Object.keys(node.variables)
    case 'human-input':
      return [...node.fields.map(({ name }) => name), 'action']
  }
}

/** What the text of a form can name: its own answers too, which are empty until there are any. */
export function withForm(node: Extract<NodeSpec, { does: 'human-input' }>, known: Known): Known {
  const fields = [...node.fields.map(({ name }) => name), 'action']
  return { ...known, forms: new Map(known.forms).set(node.id, fields) }
}

/** Why a name can stand for nothing here, as the end of a sentence; undefined when it can. */
export function whyUnknown(name: string, known: Known): string | undefined {
  const [root = '', first = '', second = '', third = ''] = name.split('.')
  switch (root) {
    case 'message':
      return first === '' ? undefined : 'the message is a text and has no parts.'
    case 'item':
      return known.item ? undefined : 'only nodes in an iteration have an item.'
    case 'index':
      return known.index ? undefined : 'only nodes in an iteration or a loop have an index.'
    case 'inputs':
      return whyNoMember('the scenario has no input', first, known.inputs)
    case 'nodes':
      return whyNoResult(first, second, third, known)
    case 'answers':
      return whyNoAnswer(first, second, known)
    default:
      return `no name begins with \`${root}\`.${hint(root, ROOTS)}`
  }
}

function whyNoResult(id: string, part: string, output: string, known: Known): string | undefined {
  const node = known.nodes.get(id)
  if (node === undefined) return whyNoNode(id, known, [...known.nodes.keys()])
  if (part === 'error') return undefined
  if (part === 'text') return node.text ? undefined : `node \`${id}\` has no text.`
  if (part === 'outputs') return whyNoMember(`node \`${id}\` has no output`, output, node.outputs)
  return `a node has \`text\`, \`outputs\` and \`error\`.${hint(part, ['text', 'outputs', 'error'])}`
}

function whyNoNode(id: string, { ids }: Known, usable: readonly string[]): string {
  if (ids.includes(id)) return `node \`${id}\` has not run by then, or runs inside another node.`
  return `there is no node \`${id}\`.${hint(id, usable)}`
}

function whyNoAnswer(id: string, field: string, known: Known): string | undefined {
  const fields = known.forms.get(id)
  if (fields !== undefined) return whyNoMember(`the form of node \`${id}\` has no field`, field, fields)
  if (known.nodes.has(id)) return `node \`${id}\` has no form.`
  return whyNoNode(id, known, [...known.forms.keys()])
}

function whyNoMember(none: string, name: string, names: readonly string[] | undefined): string | undefined {
  if (names === undefined || names.includes(name)) return undefined
  return `${none} \`${name}\`.${hint(name, names)}`
}

function hint(word: string, legal: readonly string[]): string {
  const near = nearest(word, legal)
  return near === undefined ? '' : ` Did you mean \`${near}\`?`
}
