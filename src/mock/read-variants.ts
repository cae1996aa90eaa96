import { FlowproofError } from '../errors.ts'
import { nearest } from '../nearest.ts'
import type { LoadedPlatform } from './mounted.ts'

/**
 * Finds the quirks that each platform shall play. Throws `usage` for a platform that is not served and a version that it does not know.
 * @param asked - each `<platform>@<version>`
 */
export function readVariants(
  loaded: readonly LoadedPlatform[],
  asked: readonly string[],
): (platform: string) => ReadonlySet<string> {
  const quirks = new Map<string, ReadonlySet<string>>()
  for (const variant of asked) {
    const [name = '', version = ''] = variant.split('@')
    const served = loaded.find((platform) => platform.name === name)
    if (!served)
      throw unknown(
        variant,
        name,
        loaded.map(({ name: known }) => known),
        'no platform of that name is served',
      )
    const versions = served.platform.variants ?? {}
    const found = versions[version]
    if (!found) throw unknown(variant, version, Object.keys(versions), `${name} knows no such version`)
    quirks.set(name, new Set(Object.keys(found)))
  }
  return (platform) => quirks.get(platform) ?? new Set()
}

function unknown(variant: string, word: string, known: readonly string[], why: string): FlowproofError {
  const near = nearest(word, known)
  const guess = near === undefined ? '' : ` Did you mean ${near}?`
  const legal = known.length === 0 ? 'It has none.' : `Known: ${known.join(', ')}.`
  return new FlowproofError('usage', `Failed to play "${variant}": ${why}.${guess} ${legal}`)
}
