import { kebab } from '../../src/contract/kebab.ts'
import { matchMediaType, matchResponse } from '../../src/spec/match-response.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import type { MediaType, Operation } from '../../src/spec/spec.ts'
import type { Validator } from '../../src/spec/validator.ts'
import type { Answer, Mutant } from './mutant.ts'
import { schemaDamages } from './schema-damages.ts'

/** The mutants of the JSON bodies that an operation promises: those of its successes, and those of its refusals. */
export function deriveBodyMutants(validator: Validator, operation: Operation): readonly Mutant[] {
  return [...operation.responses].flatMap(([status, { content }]) =>
    [...content.values()].flatMap((media) => [
      ...textMutants(operation, status, media),
      ...bodyMutants(validator, operation, status, media),
    ]),
  )
}

/** The mutants of a success that breaks off, and of one that is no JSON. */
function textMutants(operation: Operation, status: string, { name, schema }: MediaType): readonly Mutant[] {
  if (schema === undefined || !/json/.test(name) || !status.startsWith('2')) return []
  const make = (kind: string, end: Answer['end']): Mutant => ({
    kind,
    operation: operation.id,
    what: status,
    about: `a ${status} with a JSON body`,
    owners: ['body', 'body-assumed'].map((owner) => `${kebab(operation.id)}.${owner}`),
    begin: () => (answer) =>
      jsonOf(answer) === undefined || schemaOf(operation, answer) !== schema
        ? 'not-asked'
        : { ...answer, text: answer.text.slice(0, answer.text.length / 2), end },
  })
  return [make('body-cut', 'cut'), make('body-stall', 'stall'), make('body-not-json', 'closed')]
}

function bodyMutants(
  validator: Validator,
  operation: Operation,
  status: string,
  { name, schema }: MediaType,
): readonly Mutant[] {
  if (schema === undefined || !/json/.test(name)) return []
  const { document } = validator.spec
  const id = kebab(operation.id)
  const prefix = status.startsWith('2') ? 'body' : 'refusal'
  return schemaDamages(document, readPointer(document, schema)).map(({ kind, pointer, apply }) => ({
    kind: `${prefix}-${kind}`,
    operation: operation.id,
    what: `${status} ${pointer}`,
    about: `a ${status} with a JSON body`,
    owners: [`${id}.body`, `${id}.body-assumed`],
    begin: () => (answer) => {
      const value = jsonOf(answer)
      if (value === undefined || schemaOf(operation, answer) !== schema) return 'not-asked'
      if (readPointer(value, pointer) === undefined) return 'absent'
      const damaged = apply(value)
      const legal = validator.check(schema, damaged).every(({ note }) => note)
      return legal ? 'legal' : { ...answer, text: JSON.stringify(damaged) }
    },
  }))
}

function schemaOf(operation: Operation, { status, headers }: Answer): string | undefined {
  const response = matchResponse(operation, status)
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
