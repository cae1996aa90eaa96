import { FlowproofError, type Place } from '../../errors.ts'

/** Runs an action on a value; an error that does not say where says then where the value stands. */
export function located<T>(where: Place, action: () => T): T {
  try {
    return action()
  } catch (error) {
    throw withPlace(error, where)
  }
}

/** The error with a place, unless it has one or is none of ours. */
export function withPlace(error: unknown, where: Place): unknown {
  if (!(error instanceof FlowproofError) || error.where) return error
  return new FlowproofError(error.code, error.message, { where, cause: error })
}
