import type { Document } from 'yaml'
import { FlowproofError, type Place } from '../../errors.ts'
import { yaml } from '../load-late.ts'
import { isRecord } from '../record.ts'
import { lazily } from './lazily.ts'
import { indexOffsets, type Offsets, offsetOf } from './offsets.ts'

/** A YAML file as data, with the way back from a JSON Pointer to the line that says it. */
export interface Source {
  readonly file: string
  readonly value: Readonly<Record<string, unknown>>
  readonly offsets: Offsets
  /** The document was loaded before, and nothing was wrong with it. */
  readonly checked: boolean
  /** Place of the value that a pointer addresses, or of its nearest parent that exists. A key stands for its value. */
  placeOf(pointer: string): Place
  /** An error about the value at a pointer. The reason is a sentence without its full stop, the advice one with it. */
  error(pointer: string, reason: string, advice: string): FlowproofError
}

/** What a YAML text says, and where. */
export type Parsed = Pick<Source, 'value' | 'offsets'>

/** Reads YAML text. Throws `spec-invalid` with the line when it is not YAML, or not a map. */
export function parseSource(text: string, file: string): Source {
  const document = parseText(text, file)
  const value = contentOf(document, file)
  if (isRecord(value) && yaml().isMap(document.contents)) {
    return createSource(text, file, { value, offsets: indexOffsets(document, value) }, false)
  }
  const message = 'Failed to load the spec: it is not a map of keys to values. Start it with `openapi: 3.2.0`.'
  throw new FlowproofError('spec-invalid', message, { where: { file, line: 1 } })
}

/** A source whose text was parsed before, and whose document was loaded then. */
export function reuseSource(text: string, file: string, parsed: Parsed): Source {
  return createSource(text, file, parsed, true)
}

function createSource(text: string, file: string, parsed: Parsed, checked: boolean): Source {
  const { value } = parsed
  const starts = lazily(() => lineStarts(text))
  const placeOf = (pointer: string): Place => ({
    ...placeAt(starts(), file, offsetOf(value, parsed.offsets, pointer)),
    pointer,
  })
  const error = (pointer: string, reason: string, advice: string) =>
    new FlowproofError('spec-invalid', `Failed to load the spec: ${reason}. ${advice}`, { where: placeOf(pointer) })
  return {
    file,
    value,
    get offsets() {
      return parsed.offsets
    },
    checked,
    placeOf,
    error,
  }
}

function contentOf(document: Document, file: string): unknown {
  try {
    return document.toJS()
  } catch (cause) {
    // An alias without its anchor, or thousands of aliases within aliases.
    const reason = cause instanceof Error ? cause.message : String(cause)
    const message = `Failed to load the spec: ${reason}. Write what the alias stands for in its place.`
    throw new FlowproofError('spec-invalid', message, { where: { file }, cause })
  }
}

function parseText(text: string, file: string): Document {
  const document = yaml().parseDocument(text, { prettyErrors: false })
  const [fault] = document.errors
  if (!fault) return document
  const message = `Failed to load the spec: it is not YAML: ${fault.message}. Correct it there.`
  throw new FlowproofError('spec-invalid', message, {
    where: placeAt(lineStarts(text), file, fault.pos[0]),
    cause: fault,
  })
}

function placeAt(starts: readonly number[], file: string, offset: number): Place {
  let [low, high] = [0, starts.length]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle
  }
  return { file, line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
}

/** Where each line of a text begins. */
function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
}
