import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import { fullFormats } from 'ajv-formats/dist/formats.js'
import type { FileKind } from './file-kind.ts'
import { childOf, describePath, type FileProblem, startOf } from './file-problem.ts'
import { schemaSentence } from './schema-sentence.ts'
import type { ValuePath, YamlSource } from './yaml-source.ts'

/** The file's value when its shape is right, else what is wrong first in the text. */
export type Checked<File> = { readonly file: File } | { readonly problem: FileProblem }

// The schema itself is not judged each time: a test does that once.
const OPTIONS = {
  allErrors: true,
  verbose: true,
  strictTypes: false,
  validateSchema: false,
  meta: false,
  formats: { date: fullFormats.date },
} as const

/** Makes the function that holds files of a kind to its schema, which is compiled at the first call. The schema describes `File`. */
export function createSchemaCheck<File>(kind: FileKind): (source: YamlSource) => Checked<File> {
  let validator: ValidateFunction<File> | undefined
  return (source) => {
    const { value } = source
    validator ??= new Ajv2020(OPTIONS).compile<File>(kind.schema)
    if (validator(value)) return { file: value }
    const problems = (validator.errors ?? []).flatMap((error) => problemOf(error, value, kind))
    const [first] = problems
      .map((problem) => ({ problem, offset: offsetOf(problem, source) }))
      .sort((a, b) => a.offset - b.offset)
    return { problem: first?.problem ?? { path: [], sentence: 'the file has the wrong shape.' } }
  }
}

interface RankedProblem extends FileProblem {
  /** A word is missing: told after what is wrong inside, which may be that very word misspelt. */
  readonly missing?: boolean
}

function offsetOf(problem: RankedProblem, source: YamlSource): number {
  return problem.missing ? source.rangeOf(problem.path)[1] : startOf(problem, source)
}

function problemOf(error: ErrorObject, root: unknown, kind: FileKind): RankedProblem[] {
  // Errors that only sum up others.
  if (error.keyword === 'if' || error.keyword === 'propertyNames') return []
  const path = pathOf(error.instancePath, root)
  const about = describePath(path, root, kind.nameOf)
  if (error.propertyName !== undefined) {
    const sentence = schemaSentence(error, `a name in ${about}`, kind)
    return [{ path: [...path, error.propertyName], atKey: true, sentence }]
  }
  const sentence = schemaSentence(error, about, kind)
  if (error.keyword === 'additionalProperties') {
    return [{ path: [...path, String(error.params.additionalProperty)], atKey: true, sentence }]
  }
  return [{ path, missing: error.keyword === 'required', sentence }]
}

function pathOf(pointer: string, root: unknown): ValuePath {
  const path: (string | number)[] = []
  let value = root
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~')
    path.push(Array.isArray(value) ? Number(name) : name)
    value = childOf(value, name)
  }
  return path
}
