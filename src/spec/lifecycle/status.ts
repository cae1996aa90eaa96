import { type Condition, readConditions } from '../condition.ts'
import { matchResponse } from '../match-response.ts'
import { joinPointer } from '../pointer.ts'
import { type JobOperation, type PartContext, readOnJob } from './job-operation.ts'

/** Reads a job; `state` is the JSON Pointer of the state in its answer. */
export interface JobStatus extends JobOperation {
  readonly state: string
  /** States that it tells by a refusal; the first one that fits holds. */
  readonly refusals: readonly JobRefusal[]
}

/** An error status that shows a job in a state, where its body meets the conditions. */
export interface JobRefusal {
  readonly state: string
  readonly status: number
  readonly when: readonly Condition[]
}

/** Reads the operation that tells the state of a job. Throws `spec-invalid`. */
export function readStatus(context: PartContext, value: unknown): JobStatus {
  const { reader } = context
  const keys = reader.map(value, '/status', { required: ['operation', 'parameter', 'state'], optional: ['refusals'] })
  const onJob = readOnJob(context, keys, '/status')
  return {
    ...onJob,
    state: reader.pointer(keys.state, '/status/state'),
    refusals: keys.refusals === undefined ? [] : readRefusals(context, keys.refusals, onJob.operation),
  }
}

function readRefusals(context: PartContext, value: unknown, operation: string): readonly JobRefusal[] {
  const { reader } = context
  return Object.entries(reader.map(value, '/status/refusals')).map(([state, refusal]) => {
    const at = joinPointer('/status/refusals', state)
    const { status, ...conditions } = reader.map(refusal, at)
    return {
      state,
      status: readRefusedStatus(context, status, operation, joinPointer(at, 'status')),
      when: readConditions(reader, conditions, at, 'status'),
    }
  })
}

function readRefusedStatus({ reader, operations }: PartContext, value: unknown, operation: string, at: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 400 || value > 599) {
    throw reader.error(at, 'a refusal has a status from 400 to 599, and this is none', 'Write one, such as 500.')
  }
  const named = operations.get(operation)
  if (named && matchResponse(named, value)) return value
  const reason = `the operation \`${operation}\` promises no answer with status ${value}`
  throw reader.error(at, reason, 'Describe it under `responses`, or correct the status.')
}
