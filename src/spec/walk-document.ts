import { joinPointer } from './pointer.ts'
import { isRecord } from './record.ts'

/** An object of a document, with its JSON Pointer. */
export interface Visited {
  readonly pointer: string
  readonly value: Readonly<Record<string, unknown>>
  /** The keys are names somebody chose (of properties, schemas, statuses …), not keywords. */
  readonly names: boolean
}

/** Keywords whose value is a map with names of somebody's choice, in OpenAPI and in JSON Schema. */
export const MAPS_OF_NAMES: ReadonlySet<string> = new Set(
  [
    '$defs callbacks content dependentSchemas encoding examples headers links mapping mediaTypes parameters pathItems',
    'paths patternProperties properties requestBodies responses schemas scopes securitySchemes variables webhooks',
  ].flatMap((line) => line.split(' ')),
)
const DATA = new Set(['const', 'dataValue', 'default', 'enum', 'example', 'value'])

/**
 * Every object of a document that is OpenAPI or JSON Schema, parents first. What stands in examples, defaults, constants
 * and extensions is data: it is not entered.
 */
export function walkDocument(document: unknown): readonly Visited[] {
  const found: Visited[] = []
  visit(document, '', false, found)
  return found
}

function visit(value: unknown, pointer: string, names: boolean, found: Visited[]): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) visit(item, joinPointer(pointer, index), false, found)
  }
  if (!isRecord(value)) return
  found.push({ pointer, value, names })
  for (const key of Object.keys(value)) {
    const child = value[key]
    if (typeof child !== 'object' || (!names && isData(key, child))) continue
    visit(child, joinPointer(pointer, key), !names && MAPS_OF_NAMES.has(key) && isRecord(child), found)
  }
}

/** Whether what stands under a keyword is data: an example, a constant, a default, an extension. */
export function isData(key: string, child: unknown): boolean {
  return DATA.has(key) || key.startsWith('x-') || (key === 'examples' && Array.isArray(child))
}
