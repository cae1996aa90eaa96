import { type ExtensionReader, suggest } from './extension-reader.ts'
import { joinPointer, readPointer } from './pointer.ts'

/** What a JSON Pointer may be compared with. */
export type Scalar = string | number | boolean | null

/** One of the values must stand where the JSON Pointer points. */
export interface Condition {
  readonly pointer: string
  readonly values: readonly Scalar[]
}

/** Whether a value meets all of the conditions; it meets none at all, too. */
export function meetsConditions(value: unknown, conditions: readonly Condition[]): boolean {
  return conditions.every(({ pointer, values }) => {
    const found = readPointer(value, pointer)
    return values.some((wanted) => wanted === found)
  })
}

/**
 * Reads conditions as they are written: JSON Pointers, each with a constant or a list of constants. Throws `spec-invalid`.
 * @param keyword - the other key that the map may have, for the advice on a key that is no pointer
 */
export function readConditions(
  reader: ExtensionReader,
  conditions: Readonly<Record<string, unknown>>,
  at: string,
  keyword?: string,
): readonly Condition[] {
  return Object.entries(conditions).map(([pointer, wanted]) => ({
    pointer: readConditionPointer(reader, pointer, at, keyword),
    values: readScalars(reader, wanted, joinPointer(at, pointer)),
  }))
}

function readConditionPointer(reader: ExtensionReader, pointer: string, at: string, keyword?: string): string {
  if (keyword === undefined || pointer === '' || pointer.startsWith('/')) {
    return reader.pointer(pointer, joinPointer(at, pointer))
  }
  const advice = suggest(pointer, [keyword, `/${pointer}`])
  throw reader.error(joinPointer(at, pointer), `\`${pointer}\` is neither \`${keyword}\` nor a JSON Pointer`, advice)
}

function readScalars(reader: ExtensionReader, value: unknown, at: string): readonly Scalar[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  if (values.length > 0 && values.every(isScalar)) return values
  const reason = 'a condition compares with constants, and this is none'
  throw reader.error(at, reason, 'Write a text, a number, true, false, null or a list of them.')
}

function isScalar(value: unknown): value is Scalar {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}
