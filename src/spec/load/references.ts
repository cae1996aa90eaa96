import { joinPointer, readPointer } from '../pointer.ts'
import { isRecord } from '../record.ts'
import { walkDocument } from '../walk-document.ts'
import type { Source } from './source.ts'

/** A value of the document, found by following `$ref`s, and where it stands itself. */
export interface Found {
  readonly pointer: string
  readonly value: unknown
}

/** Follows the `$ref` at a pointer, and the ones it leads to. A value that is no reference is found where it stands. */
export function follow(source: Source, pointer: string): Found {
  const passed = new Set<string>()
  let here = pointer
  for (;;) {
    const value = readPointer(source.value, here)
    if (!isRecord(value) || typeof value.$ref !== 'string') return { pointer: here, value }
    if (passed.has(here)) {
      throw source.error(pointer, `the reference "${value.$ref}" leads back to itself`, 'Point it at a definition.')
    }
    passed.add(here)
    here = targetOf(source, joinPointer(here, '$ref'), value.$ref)
  }
}

/**
 * Where a schema stands after its `$ref`s. A schema that says more than the reference is not replaced by what it refers
 * to, since both hold.
 */
export function followSchema(source: Source, pointer: string): string {
  const value = readPointer(source.value, pointer)
  if (!isRecord(value) || typeof value.$ref !== 'string') return pointer
  if (Object.keys(value).some((key) => !ANNOTATIONS.has(key) && !key.startsWith('x-'))) return pointer
  return followSchema(source, targetOf(source, joinPointer(pointer, '$ref'), value.$ref))
}

const ANNOTATIONS = new Set([
  ...['$ref', '$comment', 'title', 'summary', 'description', 'deprecated', 'readOnly', 'writeOnly'],
  ...['default', 'example', 'examples', 'externalDocs'],
])

/** Throws `spec-invalid` at the first reference of the document that leads nowhere, out of the file or to itself. */
export function checkReferences(source: Source): void {
  const passed = new Set<unknown>()
  for (const { pointer, value, names } of walkDocument(source.value)) {
    if (names || !('$ref' in value) || passed.has(value.$ref)) continue
    follow(source, pointer)
    passed.add(value.$ref)
  }
}

function targetOf(source: Source, at: string, reference: string): string {
  if (!reference.startsWith('#')) {
    const advice = 'Move what it refers to into this file, under `components`, and refer to `#/components/…`.'
    throw source.error(at, `the reference "${reference}" leads out of the file`, advice)
  }
  const target = decodeURIComponent(reference.slice(1))
  if ((target !== '' && !target.startsWith('/')) || readPointer(source.value, target) === undefined) {
    throw source.error(at, `the reference "${reference}" leads nowhere`, 'Correct it, or add what it refers to.')
  }
  return target
}
