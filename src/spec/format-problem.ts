import type { Problem } from './spec.ts'

/** A problem as one line: `/body/user must be string, got 7`. */
export function formatProblem({ at, message }: Problem): string {
  return `${at === '' ? 'the value' : at} ${message}`
}
