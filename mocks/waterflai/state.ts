import type { CallHead } from '../../src/mock/call.ts'
import type { Run } from '../../src/mock/run.ts'
import { keyOf } from './refusals.ts'

/** What one server remembers beside its runs. */
export interface State {
  /** The key under which each job was started. */
  readonly owners: WeakMap<Run, string>
}

export const createState = (): State => ({ owners: new WeakMap() })

/** The job of the call's path. The job of another key counts as unknown. */
export function jobOf(call: CallHead<State>): Run | undefined {
  const run = call.runs.find('execution', call.params.execution_id ?? '')
  return run && call.state.owners.get(run) === keyOf(call) ? run : undefined
}
