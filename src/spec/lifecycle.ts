import {
  createLifecycleReader,
  type LifecycleContext,
  type LifecycleSource,
  readLifecycleSource,
} from './lifecycle/source.ts'
import { type Reachable, reachStates } from './lifecycle/states.ts'

export {
  type JobAnswer,
  jobStateIn,
  observeLifecycle,
  observeStart,
  type StartAnswer,
  startLifecycle,
  stepLifecycle,
} from './lifecycle/judge.ts'
export { formatLifecycleViolation, type LifecycleViolation } from './lifecycle/violation.ts'

/** The life of one kind of asynchronous job, compiled from `x-lifecycle`. */
export interface Lifecycle extends LifecycleSource {
  /** The kind of job, e.g. `workflow-run`. */
  readonly kind: string
  readonly reachable: Reachable
}

/** Compiles one entry of `x-lifecycle`, already parsed from YAML. Throws `spec-invalid` with the line that is wrong. */
export function compileLifecycle(kind: string, source: unknown, { operations, where }: LifecycleContext): Lifecycle {
  const reader = createLifecycleReader(kind, where)
  const read = readLifecycleSource(reader, source, operations)
  return { kind, ...read, reachable: reachStates(reader, read) }
}
