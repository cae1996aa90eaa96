import type { VerifyOptions } from '../contract/verify.ts'

/** Numbers that bound a verify: their keys in a config, and their names as options. */
const OPTIONS = [
  ['max-runs', 'maxRuns'],
  ['timeout', 'timeout'],
  ['answer-timeout', 'answerTimeout'],
  ['deadline', 'deadline'],
  ['concurrency', 'concurrency'],
] as const

/** One that is absent is the default of `verify`. */
export type Limits = Pick<VerifyOptions, (typeof OPTIONS)[number][1]>

/** The limits that flags give, or else a target. */
export function limitsOf(
  flags: Limits,
  ofTarget: (key: (typeof OPTIONS)[number][0]) => number | undefined = () => undefined,
): Limits {
  const given = OPTIONS.flatMap(([key, option]) => {
    const value = flags[option] ?? ofTarget(key)
    return value === undefined ? [] : [[option, value] as const]
  })
  return Object.fromEntries(given)
}
