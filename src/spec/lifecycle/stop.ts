import { joinPointer } from '../pointer.ts'
import { type PartContext, readName, readOnJob } from './job-operation.ts'
import { readStates } from './states.ts'

/** Stops a job, which it is told by a parameter or by a member of its body. */
export type JobStop = {
  readonly operation: string
  /** JSON Pointer, in what a start answers, of the id that stops the job; absent when it is the id of the job. */
  readonly id: string | undefined
  /** States that a stopped job comes to. */
  readonly leadsTo: readonly string[]
} & (
  | { readonly parameter: string; readonly body?: undefined }
  /** JSON Pointer into the request's JSON body. */
  | { readonly body: string; readonly parameter?: undefined }
)

const ADDRESSES = ['parameter', 'body']

/** Reads the operation that stops a job. Throws `spec-invalid`. */
export function readStop(context: PartContext, value: unknown): JobStop {
  const { reader } = context
  const keys = reader.map(value, '/stop', { required: ['operation', 'leads-to'], optional: ['id', ...ADDRESSES] })
  if (ADDRESSES.filter((key) => keys[key] !== undefined).length !== 1) {
    const reason = '`/stop` must say once where the operation takes the id of the job'
    throw reader.error('/stop', reason, 'Add either `parameter: …` or `body: /…`.')
  }
  const stop = {
    id: keys.id === undefined ? undefined : reader.pointer(keys.id, '/stop/id'),
    leadsTo: readStates(reader, keys['leads-to'], '/stop/leads-to'),
  }
  return keys.body === undefined
    ? { ...readOnJob(context, keys, '/stop'), ...stop }
    : { ...readInBody(context, keys, '/stop'), ...stop }
}

function readInBody(
  context: PartContext,
  keys: Readonly<Record<string, unknown>>,
  at: string,
): { readonly operation: string; readonly body: string } {
  const { reader, operations } = context
  const operation = readName(context, keys.operation, at)
  const body = reader.pointer(keys.body, joinPointer(at, 'body'))
  if (operations.get(operation)?.requestBody !== undefined) return { operation, body }
  const reason = `the operation \`${operation}\` takes no body`
  throw reader.error(joinPointer(at, 'body'), reason, 'Describe its `requestBody`, or name a `parameter`.')
}
