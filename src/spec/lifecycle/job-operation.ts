import { type ExtensionReader, suggest } from '../extension-reader.ts'
import { joinPointer } from '../pointer.ts'

/** What a lifecycle asks of an operation that it names. */
export interface NamedOperation {
  readonly parameters: readonly { readonly name: string }[]
  readonly requestBody: object | undefined
  /** By status: `200`, `4XX` or `default`. */
  readonly responses: ReadonlyMap<string, object>
}

/** An operation on one job, and its parameter that takes the job's id. */
export interface JobOperation {
  readonly operation: string
  readonly parameter: string
}

/** What it takes to read a part of a lifecycle that names an operation. */
export interface PartContext {
  readonly reader: ExtensionReader
  /** By operationId. */
  readonly operations: ReadonlyMap<string, NamedOperation>
}

/** Reads an operation that takes the id of the job as a parameter. */
export function readOnJob(context: PartContext, keys: Readonly<Record<string, unknown>>, at: string): JobOperation {
  const { reader, operations } = context
  const operation = readName(context, keys.operation, at)
  const parameter = reader.text(keys.parameter, joinPointer(at, 'parameter'))
  const names = operations.get(operation)?.parameters.map((known) => known.name) ?? []
  if (names.includes(parameter)) return { operation, parameter }
  const reason = `the operation \`${operation}\` has no parameter \`${parameter}\``
  throw reader.error(joinPointer(at, 'parameter'), reason, suggest(parameter, names))
}

/** Reads the id of an operation. Throws `spec-invalid` when there is none of that name. */
export function readName({ reader, operations }: PartContext, value: unknown, at: string): string {
  const operation = reader.text(value, joinPointer(at, 'operation'))
  if (operations.has(operation)) return operation
  const reason = `there is no operation \`${operation}\``
  throw reader.error(joinPointer(at, 'operation'), reason, suggest(operation, [...operations.keys()]))
}
