import { readFileSync } from 'node:fs'
import { readPointer } from '../spec/pointer.ts'
import { isRecord } from '../spec/record.ts'
import type { Spec } from '../spec/spec.ts'
import type { SourceLine } from './report.ts'
import { sourceLine } from './source-line.ts'

/** A few lines of a document. */
export interface SourceExcerpt extends SourceLine {
  /** Number of the first of `lines`, from 1 on. */
  readonly from: number
  /** Without the indentation that they share. */
  readonly lines: readonly string[]
}

const BEFORE = 1
const AFTER = 6

/** The lines around a pointer of the document, and those around what stands there by reference. */
export function excerptsOf(spec: Spec, pointer: string): readonly SourceExcerpt[] {
  const all = readFileSync(spec.file, 'utf8').split('\n')
  return placesOf(spec, pointer).map((place) => {
    const source = sourceLine(spec, place)
    const from = Math.max(source.line - BEFORE, 1)
    return { ...source, from, lines: dedent(all.slice(from - 1, source.line + AFTER)) }
  })
}

/** What the document remarks there: why it is inferred, and how real servers differ. */
export function remarksOf(spec: Spec, pointer: string): readonly string[] {
  return placesOf(spec, pointer).flatMap((place) => {
    const value = readPointer(spec.document, place)
    const remarks = isRecord(value) ? [value['x-assumed'], value['x-observed']] : []
    return remarks.filter((remark) => typeof remark === 'string').map((remark) => remark.trim())
  })
}

function placesOf({ document }: Spec, pointer: string): readonly string[] {
  const value = readPointer(document, pointer)
  const reference = isRecord(value) ? value.$ref : undefined
  return typeof reference === 'string' ? [pointer, decodeURIComponent(reference.slice(1))] : [pointer]
}

function dedent(lines: readonly string[]): readonly string[] {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length)
  const shared = Math.min(...indents)
  return lines.map((line) => line.slice(shared))
}
