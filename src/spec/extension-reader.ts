import { FlowproofError, type Place } from '../errors.ts'
import { nearest } from '../nearest.ts'
import { formatNames } from './format-names.ts'
import { isPointer, joinPointer } from './pointer.ts'
import { isRecord } from './record.ts'

/** Reads the value of an extension piece by piece; whatever is not as it should be throws `spec-invalid` with its line. */
export interface ExtensionReader {
  /** An error about the value at a pointer; the reason is a sentence without its full stop, the advice one with it. */
  error(pointer: string, reason: string, advice: string): FlowproofError
  /** A map. With `keys`, any other key is an error; `required` ones must be there. */
  map(value: unknown, pointer: string, keys?: Keys): Readonly<Record<string, unknown>>
  /** A text that is not empty. */
  text(value: unknown, pointer: string): string
  /** A list of distinct texts; empty when the value is absent. */
  texts(value: unknown, pointer: string): readonly string[]
  /** A JSON Pointer. */
  pointer(value: unknown, pointer: string): string
  /** A list of distinct JSON Pointers; empty when the value is absent. */
  pointers(value: unknown, pointer: string): readonly string[]
  /** Whether a remark stands there: a text that is not empty. */
  remark(value: unknown, pointer: string): boolean
  /** `true` or `false`; `false` when the value is absent. */
  flag(value: unknown, pointer: string): boolean
}

export interface Keys {
  readonly required?: readonly string[]
  readonly optional?: readonly string[]
}

/** @param what - named in errors, e.g. `x-sequence`. @param where - place of a pointer relative to the extension's value. */
export function createExtensionReader(what: string, where: (pointer: string) => Place): ExtensionReader {
  const error = (pointer: string, reason: string, advice: string) =>
    new FlowproofError('spec-invalid', `Failed to load ${what}: ${reason}. ${advice}`, { where: where(pointer) })
  const reader: ExtensionReader = {
    error,
    map(value, pointer, keys) {
      if (!isRecord(value)) throw error(pointer, `${nameOf(pointer)} is not a map`, 'Write keys and values.')
      if (keys) checkKeys(error, value, pointer, keys)
      return value
    },
    text(value, pointer) {
      if (typeof value === 'string' && value.trim() !== '') return value
      throw error(pointer, `${nameOf(pointer)} is not a text, or it is empty`, 'Write a word.')
    },
    texts: (value, pointer) => readList(error, value, pointer, reader.text),
    pointer(value, pointer) {
      if (typeof value === 'string' && isPointer(value)) return value
      const advice = 'Start it with `/`, and write `~0` for `~` and `~1` for `/` inside a name.'
      throw error(pointer, `${JSON.stringify(value)} is no JSON Pointer`, advice)
    },
    pointers: (value, pointer) => readList(error, value, pointer, reader.pointer),
    remark: (value, pointer) => value !== undefined && reader.text(value, pointer) !== '',
    flag(value, pointer) {
      if (value === undefined || typeof value === 'boolean') return value ?? false
      throw error(pointer, `${nameOf(pointer)} is neither true nor false`, 'Write `true` or `false`.')
    },
  }
  return reader
}

function readList(
  error: ExtensionReader['error'],
  value: unknown,
  pointer: string,
  read: (item: unknown, pointer: string) => string,
): readonly string[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw error(pointer, `${nameOf(pointer)} is not a list`, 'Put it in `[ ]`.')
  const items = value.map((item: unknown, index) => read(item, joinPointer(pointer, index)))
  const twice = items.findIndex((item, index) => items.indexOf(item) < index)
  if (twice !== -1) throw error(joinPointer(pointer, twice), `\`${items[twice]}\` stands there twice`, 'Remove one.')
  return items
}

function checkKeys(
  error: ExtensionReader['error'],
  value: Readonly<Record<string, unknown>>,
  pointer: string,
  { required = [], optional = [] }: Keys,
): void {
  const known = [...required, ...optional]
  const unknown = Object.keys(value).find((key) => !known.includes(key))
  if (unknown !== undefined) {
    throw error(joinPointer(pointer, unknown), `\`${unknown}\` is no key here`, suggest(unknown, known))
  }
  const missing = required.find((key) => value[key] === undefined)
  if (missing !== undefined) throw error(pointer, `${nameOf(pointer)} has no \`${missing}\``, `Add \`${missing}\`.`)
}

/** Advice on a word that is not legal: the nearest legal one, or all of them when there is none near. */
export function suggest(word: string, legal: readonly string[]): string {
  const near = nearest(word, legal)
  if (near !== undefined) return `Did you mean \`${near}\`?`
  return legal.length === 0 ? 'Remove it.' : `Use one of ${formatNames(legal)}.`
}

function nameOf(pointer: string): string {
  return pointer === '' ? 'it' : `\`${pointer}\``
}
