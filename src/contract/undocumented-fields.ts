import { joinPointer } from '../spec/pointer.ts'
import { isRecord } from '../spec/record.ts'
import { below, isOpen, shapesOf } from './shapes-of.ts'

/** A member of an object that its schema neither names nor leaves open. */
export interface UndocumentedField {
  /** JSON Pointer into the value, with `*` for the place in a list. */
  readonly at: string
  /** JSON Pointer of the object's schema in the document: the first that names any properties. */
  readonly schema: string
  readonly name: string
  readonly value: unknown
}

/**
 * Members of a value that its schema does not know, those of inner values included. An object whose schema names no properties, or says what
 * others may be like (`additionalProperties`, `patternProperties`), is free to have any.
 */
export function undocumentedFields(document: unknown, schema: string, value: unknown): readonly UndocumentedField[] {
  return visit(document, [schema], value, '')
}

/** A target may nest its answers deeper than any stack. */
const DEEPEST = 100

function visit(
  document: unknown,
  schemas: readonly string[],
  value: unknown,
  at: string,
  depth = 0,
): readonly UndocumentedField[] {
  if (depth > DEEPEST) return []
  const shapes = shapesOf(document, schemas, value)
  if (Array.isArray(value)) {
    const items = below(document, shapes, 'items')
    return value.flatMap((item) => visit(document, items, item, `${at}/*`, depth + 1))
  }
  const first = shapes.find((shape) => below(document, [shape], 'properties').length > 0)
  if (!isRecord(value) || first === undefined || shapes.some((shape) => isOpen(document, shape))) return []
  return Object.entries(value).flatMap(([name, inner]) => {
    const inners = below(document, shapes, 'properties', name)
    if (inners.length > 0) return visit(document, inners, inner, joinPointer(at, name), depth + 1)
    return [{ at: joinPointer(at, name), schema: first, name, value: inner }]
  })
}
