import { isBinary } from './is-binary.ts'
import { joinPointer, readPointer } from './pointer.ts'
import { readText, targetOf, wantsList } from './read-text.ts'
import { isRecord } from './record.ts'
import type { Problem } from './spec.ts'
import type { Validator } from './validator.ts'

/** A file in a form. Its bytes are not judged. */
export interface FilePart {
  readonly filename: string
  readonly mediaType: string
  /** Bytes. */
  readonly size: number
}

/**
 * What a schema objects to in the fields of a form, by name: a text, a file, or a list of what came under one name. Texts are
 * read by the types of their properties, and what came once is a list where one is wanted; of a binary property it is only
 * judged that a file was sent.
 */
export function checkForm(validator: Validator, schema: string, fields: unknown): readonly Problem[] {
  if (!isRecord(fields)) return validator.check(schema, fields)
  const { document } = validator.spec
  const values: Record<string, unknown> = {}
  const misplaced: Problem[] = []
  for (const [name, field] of Object.entries(fields)) {
    const property = joinPointer(targetOf(document, schema), 'properties', name)
    const at = joinPointer('', name)
    if (wantsList(document, property)) {
      const items = joinPointer(targetOf(document, property), 'items')
      values[name] = [field]
        .flat()
        .map((part, index) => readPart(document, items, part, joinPointer(at, index), misplaced))
    } else values[name] = readPart(document, property, field, at, misplaced)
  }
  return [...validator.check(schema, values), ...misplaced]
}

function readPart(document: unknown, schema: string, part: unknown, at: string, misplaced: Problem[]): unknown {
  if (!isBinary(readPointer(document, targetOf(document, schema)))) {
    return typeof part === 'string' ? readText(document, schema, part) : part
  }
  if (typeof part === 'string') misplaced.push({ at, message: 'must be a file, got text', schema })
  // Any text is valid there, so the file is left out of the judgement without being missed.
  return ''
}
