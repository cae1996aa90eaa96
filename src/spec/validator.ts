import { lazily } from './load/lazily.ts'
import type { Problem, Spec } from './spec.ts'
import { explainErrors } from './validator/explain-errors.ts'
import { createMemberFinder } from './validator/union-member.ts'
import { createValidatorEngine } from './validator/validator-engine.ts'

/** Judges values by the schemas of one spec. */
export interface Validator {
  readonly spec: Spec
  /**
   * What the schema at a JSON Pointer of the document objects to in a value; empty when the value is valid. A schema is compiled at
   * its first use, and `spec-invalid` is thrown then if it cannot be. Text under a `contentSchema` is not decoded.
   */
  check(schema: string, value: unknown): readonly Problem[]
}

const NONE: readonly Problem[] = []

/** Makes a validator for a spec. It compiles nothing yet, and has no engine until something is to be judged. */
export function createValidator(spec: Spec): Validator {
  const engine = lazily(() => createValidatorEngine(spec))
  const memberOf = createMemberFinder(spec.document)
  return {
    spec,
    check(schema, value) {
      const target = memberOf(schema, value) ?? schema
      const errors = engine().run(target, value)
      return errors.length === 0 ? NONE : explainErrors(spec, engine(), target, errors)
    },
  }
}
