import { basename, dirname } from 'node:path'
import type { Spec } from '../spec/spec.ts'
import type { SourceLine } from './report.ts'

/** The line of a JSON Pointer in a document, with a file name that is the same on every machine: `openapi/example.yaml`. */
export function sourceLine({ file, lineOf }: Pick<Spec, 'file' | 'lineOf'>, pointer: string): SourceLine {
  return { file: `${basename(dirname(file))}/${basename(file)}`, line: lineOf(pointer) }
}
