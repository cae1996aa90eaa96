import type { Answer, Mutant, Recorded } from './mutant.ts'

/**
 * Whether anything that a correct server told contradicts a damage: the damaged answer by itself, what is left of it, or another answer about the
 * same thing that repeats what the damage takes.
 */
export function hasWitness({ operation, damage, takes }: Mutant, recorded: readonly Recorded[]): boolean {
  if (takes === undefined) return true
  const begun = damage()
  return recorded.some((one) => {
    const damaged = one.operation === operation ? begun(one.answer) : 'not asked'
    if (typeof damaged === 'string') return false
    const ids = idsIn(one.answer)
    const others = recorded.filter((other) => other !== one && [...idsIn(other.answer)].some((id) => ids.has(id)))
    const told = [damaged, ...others.map(({ answer }) => answer)]
    return takes(one.answer).some((text) => told.some((answer) => tells(answer, text)))
  })
}

// A text stands in JSON as it is, or in ASCII.
function tells({ text }: Answer, wanted: string): boolean {
  const json = JSON.stringify(wanted)
  const ascii = json.replaceAll(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return text.includes(json) || text.includes(ascii)
}

/** What looks like an id that a server has made: long, of letters and digits. */
function idsIn({ text, url }: Answer): ReadonlySet<string> {
  return new Set(`${url} ${text}`.match(/[\w-]*\d[\w-]{15,}/g) ?? [])
}
