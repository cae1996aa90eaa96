import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import type { ScenarioFile } from './scenario-file.ts'
import { childOf, describePath, type ScenarioProblem } from './scenario-problem.ts'
import { scenarioSchema } from './scenario-schema.ts'
import { schemaSentence } from './schema-sentence.ts'
import type { ValuePath, YamlSource } from './yaml-source.ts'

/** The file's value when its shape is right, else what is wrong first in the text. */
export function checkSchema(
  source: YamlSource,
): { readonly file: ScenarioFile } | { readonly problem: ScenarioProblem } {
  const { value } = source
  const validate = scenarioValidator()
  if (validate(value)) return { file: value }
  const problems = (validate.errors ?? []).flatMap((error) => problemOf(error, value))
  const [first] = problems
    .map((problem) => ({ problem, offset: offsetOf(problem, source) }))
    .sort((a, b) => a.offset - b.offset)
  return { problem: first?.problem ?? { path: [], sentence: 'the file has the wrong shape.' } }
}

let validator: ValidateFunction<ScenarioFile> | undefined

// The schema itself is not judged each time: a test does that once.
const OPTIONS = { allErrors: true, verbose: true, strictTypes: false, validateSchema: false, meta: false } as const

function scenarioValidator(): ValidateFunction<ScenarioFile> {
  validator ??= new Ajv2020(OPTIONS).compile<ScenarioFile>(scenarioSchema)
  return validator
}

interface RankedProblem extends ScenarioProblem {
  /** A word is missing: told after what is wrong inside, which may be that very word misspelt. */
  readonly missing?: boolean
}

function offsetOf({ path, atKey, missing }: RankedProblem, source: YamlSource): number {
  const [start, end] = source.rangeOf(path)
  return atKey ? source.keyStart(path) : missing ? end : start
}

function problemOf(error: ErrorObject, root: unknown): RankedProblem[] {
  if (error.keyword === 'if') return []
  const path = pathOf(error.instancePath, root)
  const sentence = schemaSentence(error, describePath(path, root))
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
