import type { Ajv2020, ErrorObject, ValidateFunction } from 'ajv/dist/2020.js'
import { FlowproofError } from '../../errors.ts'
import { ajv, ajvFormats } from '../load-late.ts'
import { readPointer } from '../pointer.ts'
import type { Spec } from '../spec.ts'
import { type Copying, copySchema } from './schema-copies.ts'

/** A list of a hundred thousand wrong items is told by the first ones. */
const MOST_ERRORS = 1000

/** Runs the schemas of one spec on values, and says what the engine said. */
export interface ValidatorEngine {
  /** Errors of a value under the schema at a pointer. The schema is compiled at its first use. */
  run(pointer: string, value: unknown): readonly ErrorObject[]
  /** Pointer in the document of a schema object that an error names. */
  pointerOf(schema: unknown): string | undefined
}

/** Makes an engine: one unit for each schema that is used or referred to, which compiles faster than the whole document. */
export function createValidatorEngine(spec: Spec): ValidatorEngine {
  const engine = createAjv()
  const ids = new Map<string, string>()
  const compiled = new Map<string, ValidateFunction>()
  const copying: Copying = { document: spec.document, origins: new WeakMap(), idOf }

  function idOf(pointer: string): string {
    const known = ids.get(pointer)
    if (known !== undefined) return known
    const id = `flowproof:/${ids.size}`
    ids.set(pointer, id)
    engine.addSchema(Object.assign(copySchema(copying, pointer), { $id: id }))
    return id
  }

  function compile(pointer: string): ValidateFunction {
    try {
      const validate = engine.getSchema(idOf(pointer))
      if (validate === undefined || readPointer(spec.document, pointer) === undefined) throw new Error('there is none')
      compiled.set(pointer, validate)
      return validate
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause)
      const message = `Failed to compile a schema: ${reason}. Correct it, or what it refers to.`
      const where = { file: spec.file, line: spec.lineOf(pointer), pointer }
      throw new FlowproofError('spec-invalid', message, { where, cause })
    }
  }

  return {
    run(pointer, value) {
      const validate = compiled.get(pointer) ?? compile(pointer)
      return validate(value) ? [] : (validate.errors ?? []).slice(0, MOST_ERRORS)
    },
    pointerOf: (schema) => (typeof schema === 'object' && schema !== null ? copying.origins.get(schema) : undefined),
  }
}

function createAjv(): Ajv2020 {
  const engine = new (ajv().Ajv2020)({
    allErrors: true,
    discriminator: true,
    strictTypes: false,
    strictRequired: false,
    // Errors then name the schema object they come from, which leads back to the line in the document.
    verbose: true,
    // Schemas against their meta-schema: a linter's job, and a third of the start.
    validateSchema: false,
    logger: false,
    // Both halve the time to compile, and cost less than a microsecond a value.
    inlineRefs: false,
    code: { optimize: false },
  })
  ajvFormats().default(engine)
  return engine
}
