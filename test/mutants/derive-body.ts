import { kebab } from '../../src/contract/kebab.ts'
import { matchMediaType, matchResponse } from '../../src/spec/match-response.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import type { MediaType, Operation } from '../../src/spec/spec.ts'
import type { Validator } from '../../src/spec/validator.ts'
import type { Answer, Mutant } from './mutant.ts'
import { schemaDamages } from './schema-damages.ts'

/** The mutants of the JSON bodies that an operation promises for its successes. */
export function deriveBodyMutants(validator: Validator, operation: Operation): readonly Mutant[] {
  return [...operation.responses].flatMap(([status, { content }]) =>
    status.startsWith('2') ? [...content.values()].flatMap((media) => bodyMutants(validator, operation, media)) : [],
  )
}

function bodyMutants(validator: Validator, operation: Operation, { schema }: MediaType): readonly Mutant[] {
  if (schema === undefined) return []
  const { document } = validator.spec
  const id = kebab(operation.id)
  return schemaDamages(document, readPointer(document, schema)).map(({ kind, pointer, apply }) => ({
    kind: `body-${kind}`,
    operation: operation.id,
    what: pointer,
    owners: [`${id}.body`, `${id}.body-assumed`],
    damage: () => (answer) => {
      const value = jsonOf(answer)
      if (value === undefined || schemaOf(operation, answer) !== schema) return 'not asked'
      if (readPointer(value, pointer) === undefined) return 'no such part'
      const damaged = apply(value)
      const legal = validator.check(schema, damaged).every(({ note }) => note)
      return legal ? 'legal' : { ...answer, text: JSON.stringify(damaged) }
    },
  }))
}

function schemaOf(operation: Operation, { status, headers }: Answer): string | undefined {
  const response = status < 300 ? matchResponse(operation, status) : undefined
  return response && matchMediaType(response.content, headers['content-type'] ?? '')?.schema
}

/** The JSON of a body that is no stream; undefined for any other. */
export function jsonOf({ headers, text }: Answer): unknown {
  if (!/json/.test(headers['content-type'] ?? '') || /ndjson/.test(headers['content-type'] ?? '')) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
