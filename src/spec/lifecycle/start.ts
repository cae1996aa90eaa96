import { type Condition, readConditions } from '../condition.ts'
import type { ExtensionReader } from '../extension-reader.ts'
import { joinPointer } from '../pointer.ts'
import { type PartContext, readName } from './job-operation.ts'

/** An operation that starts a job, and the JSON Pointer of the job's id in its answer, blocking or streamed. */
export interface JobStart {
  readonly operation: string
  readonly id: string
  /**
   * What the JSON body of a request has when the operation answers at once, with the job in an initial state; empty: every
   * request is answered so. Absent: none is, the answer may show any state.
   */
  readonly fresh: readonly Condition[] | undefined
}

/** Reads the operations that start a job. Throws `spec-invalid`. */
export function readStarts(context: PartContext, value: unknown): readonly JobStart[] {
  const { reader } = context
  if (!Array.isArray(value) || value.length === 0) {
    throw reader.error('/start', 'no operation starts the job', 'Write `start: [{ operation: …, id: /… }]`.')
  }
  return value.map((item: unknown, index) => {
    const at = joinPointer('/start', index)
    const keys = reader.map(item, at, { required: ['operation', 'id'], optional: ['fresh'] })
    return {
      operation: readName(context, keys.operation, at),
      id: reader.pointer(keys.id, joinPointer(at, 'id')),
      fresh: readFresh(reader, keys.fresh, joinPointer(at, 'fresh')),
    }
  })
}

function readFresh(reader: ExtensionReader, value: unknown, at: string): readonly Condition[] | undefined {
  if (value === undefined || value === false) return undefined
  return value === true ? [] : readConditions(reader, reader.map(value, at), at)
}
