import type { Known, Probe } from './probe.ts'

/** Something that a user may give to a verify. */
export interface Input {
  readonly kind: 'flow' | 'sample'
  readonly name: string
}

/** As it is given: `--sample fail=FILE`. */
export function formatInput({ kind, name }: Input): string {
  return `--${kind} ${name}=${kind === 'flow' ? 'ID' : 'FILE'}`
}

/**
 * What a probe is not sent without: its sample and its flow, and what it says of itself when nothing is known, unless a probe before it that is sent
 * without more may find that out.
 * @param probes - all that there are
 */
export function neededBy(probe: Probe, probes: readonly Probe[]): readonly Input[] {
  const stated = statedBy(probe)
  const given = stated.map(formatInput)
  const mayLearn = probes.some(
    (other) =>
      probe.after?.includes(other.name) && neededBy(other, probes).every((input) => given.includes(formatInput(input))),
  )
  return mayLearn ? stated : distinct([...stated, ...advisedBy(probe)])
}

/** What a probe can be given besides. */
export function takenBy(probe: Probe, probes: readonly Probe[]): readonly Input[] {
  const taken = probe.takes === undefined ? [] : [{ kind: 'sample', name: probe.takes } as const]
  const needed = neededBy(probe, probes).map(formatInput)
  return distinct([...taken, ...advisedBy(probe)]).filter((input) => !needed.includes(formatInput(input)))
}

/** The same inputs, each once. */
export function distinct(inputs: readonly Input[]): readonly Input[] {
  return [...new Map(inputs.map((input) => [formatInput(input), input])).values()]
}

function statedBy({ role, sample }: Probe): readonly Input[] {
  return [
    ...(role === undefined ? [] : [{ kind: 'flow', name: role } as const]),
    ...(sample === undefined ? [] : [{ kind: 'sample', name: sample } as const]),
  ]
}

/** What is known before anything was given and anything was sent. */
export const NOTHING: Known = { flows: {}, samples: {}, transcripts: [] }

function advisedBy({ unavailable }: Probe): readonly Input[] {
  return inputsIn(unavailable?.(NOTHING) ?? '')
}

/** The inputs that an advice names. */
export function inputsIn(advice: string): readonly Input[] {
  return [...advice.matchAll(/--(flow|sample) ([\w-]+)=/g)].map(([, kind, name = '']) => ({
    kind: kind === 'flow' ? 'flow' : 'sample',
    name,
  }))
}
