import { isRecord } from '../spec/record.ts'
import { isSameValue } from '../spec/same-value.ts'
import { below, isOpen, shapesOf } from './shapes-of.ts'

/**
 * Whether two values of one schema tell the same, as far as both of them tell it: a member that the schema does not name, or that only one of
 * them has, says nothing. What is free to have any members has to be the same as a whole.
 * @param schema - JSON Pointer into the document
 */
export function isSameAsDocumented(document: unknown, schema: string, a: unknown, b: unknown): boolean {
  return isSame(document, [schema], a, b)
}

function isSame(document: unknown, schemas: readonly string[], a: unknown, b: unknown): boolean {
  const shapes = shapesOf(document, schemas, a)
  if (Array.isArray(a) && Array.isArray(b)) {
    const items = below(document, shapes, 'items')
    return a.length === b.length && a.every((item, index) => isSame(document, items, item, b[index]))
  }
  const isNamed = below(document, shapes, 'properties').length > 0 && !shapes.some((shape) => isOpen(document, shape))
  if (!isNamed || !isRecord(a) || !isRecord(b)) return isSameValue(a, b)
  return Object.keys(a).every((name) => {
    const members = below(document, shapes, 'properties', name)
    return members.length === 0 || !Object.hasOwn(b, name) || isSame(document, members, a[name], b[name])
  })
}
