import { lintDescriptions } from './lint/descriptions.ts'
import { lintExamples, lintMissingExamples } from './lint/examples.ts'
import { lintExtensions } from './lint/extensions.ts'
import { lintLifecycles } from './lint/lifecycles.ts'
import { lintSchemas } from './lint/schemas.ts'
import { lintStreams } from './lint/streams.ts'
import { lintUnions } from './lint/unions.ts'
import type { Spec } from './spec.ts'
import type { Validator } from './validator.ts'

/** Something to improve in a spec that loads. */
export interface LintFinding {
  readonly file: string
  /** 1-based. */
  readonly line: number
  readonly message: string
}

/** A finding as the single lints make it: placed by a JSON Pointer into the document. */
export interface Remark {
  readonly pointer: string
  readonly message: string
}

/** Judges what OpenAPI linters do not: descriptions, examples against schemas and order, unions, our extensions. By line. */
export function lintSpec(spec: Spec, validator: Validator): readonly LintFinding[] {
  const broken = lintSchemas(spec, validator)
  const remarks = [
    ...lintDescriptions(spec),
    ...lintExtensions(spec),
    ...lintUnions(spec),
    ...lintLifecycles(spec),
    ...lintMissingExamples(spec),
    // A schema that does not compile cannot judge its examples.
    ...(broken.length > 0 ? broken : [...lintExamples(spec, validator), ...lintStreams(spec, validator)]),
  ]
  const findings = remarks.map(({ pointer, message }) => ({ file: spec.file, line: spec.lineOf(pointer), message }))
  return findings.sort((a, b) => a.line - b.line)
}
