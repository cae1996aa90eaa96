import Mustache from 'mustache'
import type { RunRequest } from './moment.ts'

/** A piece of a template: text as it is, or the path of a name such as `nodes.write.text`. */
export type TemplatePart = string | readonly string[]

/** What the names in a template stand for. */
export interface Scope {
  readonly message: RunRequest['message']
  readonly inputs: RunRequest['inputs']
  /** By the node's id. */
  readonly nodes: ReadonlyMap<string, NodeResult>
  /** By the node's id; the chosen action stands beside the fields. */
  readonly answers: ReadonlyMap<string, Readonly<Record<string, unknown>>>
  /** The item of the innermost iteration, and the round of the innermost iteration or loop. */
  readonly item?: unknown
  readonly index?: number
}

/** What later nodes can name of a node that has ended. */
export interface NodeResult {
  readonly text: string | undefined
  readonly outputs: Readonly<Record<string, unknown>>
  /** Message of a failure that the flow handles. */
  readonly error: string | undefined
}

/** Reads a template. Only names are legal: throws an `Error` that says why for anything else of the template language. */
export function parseTemplate(template: string): readonly TemplatePart[] {
  if (!template.includes('{{')) return [template]
  return Mustache.parse(template).map(([kind, value]) => {
    if (kind === 'text') return value
    if (kind === 'name') return value.split('.')
    throw new Error(`only names can stand in {{ }}, not \`${kind}${value}\``)
  })
}

/** The names in a template, each once. */
export function namesIn(template: string): string[] {
  const names = parseTemplate(template).flatMap((part) => (typeof part === 'string' ? [] : [part.join('.')]))
  return [...new Set(names)]
}

/** A template's text. Names without a value are empty; lists and objects are compact JSON; nothing is escaped. */
export function fillText(template: string, scope: Scope): string {
  return parseTemplate(template)
    .map((part) => (typeof part === 'string' ? part : formatValue(lookUp(part, scope))))
    .join('')
}

/** Fills every text in a value. A text that is one name and nothing else becomes the value itself, be it a list or an object. */
export function fillValue(value: unknown, scope: Scope): unknown {
  if (typeof value === 'string') return fillTemplate(value, scope)
  if (Array.isArray(value)) return value.map((entry) => fillValue(entry, scope))
  return typeof value === 'object' && value !== null ? fillRecord(value, scope) : value
}

/** `fillValue` for each entry of an object. */
export function fillRecord(record: object, scope: Scope): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, fillValue(value, scope)]))
}

function fillTemplate(template: string, scope: Scope): unknown {
  const [part, ...rest] = parseTemplate(template)
  if (part === undefined || typeof part === 'string' || rest.length > 0) return fillText(template, scope)
  return lookUp(part, scope) ?? ''
}

/** The value of a name, e.g. `['nodes', 'write', 'text']`. */
export function lookUp([root, ...path]: readonly string[], scope: Scope): unknown {
  const [id = '', ...rest] = path
  switch (root) {
    case 'message':
    case 'index':
      return path.length === 0 ? scope[root] : undefined
    case 'inputs':
    case 'item':
      return within(scope[root], path)
    case 'nodes':
      return within(scope.nodes.get(id), rest)
    case 'answers':
      return within(scope.answers.get(id), rest)
    default:
      return undefined
  }
}

function within(value: unknown, path: readonly string[]): unknown {
  return path.reduce((found: unknown, key) => {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined
    return Reflect.get(found, key)
  }, value)
}

/** A value as text: a text as it is, nothing as the empty text, lists and objects as compact JSON. */
export function formatValue(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
