import type { Check } from './check.ts'
import type { Probe } from './probe.ts'

/** How a reason ends when nothing that a user could give would help. */
export const NO_FLAG = 'No flag would show it: it depends on what the target does'

/**
 * A reason why a promise was seen nowhere, with the step that would help at its end: the one that it names itself, else what kept a probe from
 * being sent that it rests on, else another of what all its probes have been given.
 * @param leftOut - why probes were not sent, by their names
 */
export function withNextStep(
  reason: string,
  { needs }: Pick<Check, 'needs'>,
  probes: readonly Probe[],
  leftOut: ReadonlyMap<string, string>,
): string {
  if (namesFlag(reason)) return reason
  const own = probes.filter(({ name }) => needs.includes(name))
  const names = own.flatMap(({ name, after = [] }) => [name, ...after])
  const why = names.flatMap((name) => leftOut.get(name) ?? []).find(namesFlag)
  if (why !== undefined) return `${reason}; ${why}`
  const others = [
    ...shared(own.map(({ sample, takes }) => sample ?? takes)).map((sample) => `--sample ${sample}=FILE`),
    ...shared(own.map(({ role }) => role)).map((role) => `--flow ${role}=ID`),
  ]
  return others.length === 0 ? `${reason}. ${NO_FLAG}` : `${reason}. Another ${others.join(' or ')} may show it`
}

function namesFlag(text: string): boolean {
  return /--[a-z]/.test(text)
}

// What only some of the probes use may have nothing to do with it.
function shared(names: readonly (string | undefined)[]): readonly string[] {
  const known = names.filter((name) => name !== undefined)
  return known.length === names.length ? [...new Set(known)] : []
}
