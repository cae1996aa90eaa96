import { pythonRepr, pythonType } from './python-value.ts'

/** One field that a request model refuses. */
export interface Fault {
  /** Path of the field, its steps joined by dots. */
  readonly at: string
  readonly says: string
  readonly type: string
  /** What stands there; the whole body when the field is missing. */
  readonly got: unknown
}

/** A field that is missing or of a wrong type; undefined when it is neither. */
export function faultOf(
  body: Readonly<Record<string, unknown>>,
  at: string,
  good: (value: unknown) => boolean,
  { says, type }: Pick<Fault, 'says' | 'type'>,
): Fault | undefined {
  const got = body[at]
  if (got === undefined) return { at, says: 'Field required', type: 'missing', got: body }
  return good(got) ? undefined : { at, says, type, got }
}

/** What the server's model library says where an object is wanted. */
export const NOT_AN_OBJECT = { says: 'Input should be a valid dictionary', type: 'dict_type' } as const

/** Writes faults as the server's model library does: several lines, a link each. */
export function modelError(model: string, faults: readonly Fault[]): string {
  const lines = faults.map(
    ({ at, says, type, got }) =>
      `${at}\n  ${says} [type=${type}, input_value=${shortened(pythonRepr(got))}, input_type=${pythonType(got)}]\n` +
      `    For further information visit https://errors.pydantic.dev/2.12/v/${type}`,
  )
  return `${faults.length} validation error${faults.length === 1 ? '' : 's'} for ${model}\n${lines.join('\n')}`
}

function shortened(text: string): string {
  return text.length > 50 ? `${text.slice(0, 25)}...${text.slice(-24)}` : text
}
