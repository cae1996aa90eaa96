/** One pair that was opened. */
export interface OpenedPair {
  readonly key: string | number | boolean | undefined
  /** Position of the event that opened it. */
  readonly since: number
  readonly got: string
  /** Kept after the close where a late joiner must tell it from a pair that was opened before. */
  readonly closed: boolean
}

/**
 * The pairs of one rule that were opened, by key: an immutable value. The newest version holds the map and an older one
 * its difference to the next newer, so that a stream of any length is judged in constant time for each event. Reading an
 * old version turns the differences round.
 */
export interface OpenPairs {
  content: Content
}

type Content =
  | { readonly kind: 'map'; readonly map: Map<OpenedPair['key'], OpenedPair> }
  | {
      readonly kind: 'difference'
      readonly key: OpenedPair['key']
      readonly pair: OpenedPair | undefined
      readonly newer: OpenPairs
    }

export function createOpenPairs(): OpenPairs {
  return { content: { kind: 'map', map: new Map() } }
}

/** The pair of a key, `undefined` when there is none. */
export function findPair(pairs: OpenPairs, key: OpenedPair['key']): OpenedPair | undefined {
  return mapOf(pairs).get(key)
}

/** The pairs that are open, in the order in which they were opened. */
export function listOpenPairs(pairs: OpenPairs): readonly OpenedPair[] {
  return [...mapOf(pairs).values()].filter(({ closed }) => !closed).sort((a, b) => a.since - b.since)
}

/** The pairs with another pair, or none, for a key. What is given stays as it is. */
export function withPair(pairs: OpenPairs, key: OpenedPair['key'], pair: OpenedPair | undefined): OpenPairs {
  const map = mapOf(pairs)
  const newer: OpenPairs = { content: { kind: 'map', map } }
  pairs.content = { kind: 'difference', key, pair: map.get(key), newer }
  put(map, key, pair)
  return newer
}

function mapOf(pairs: OpenPairs): Map<OpenedPair['key'], OpenedPair> {
  const path: OpenPairs[] = []
  let newest = pairs
  while (newest.content.kind === 'difference') {
    path.push(newest)
    newest = newest.content.newer
  }
  const { map } = newest.content
  for (const older of path.reverse()) {
    if (older.content.kind === 'map') continue
    const { key, pair } = older.content
    newest.content = { kind: 'difference', key, pair: map.get(key), newer: older }
    put(map, key, pair)
    older.content = { kind: 'map', map }
    newest = older
  }
  return map
}

function put(map: Map<OpenedPair['key'], OpenedPair>, key: OpenedPair['key'], pair: OpenedPair | undefined): void {
  if (pair) map.set(key, pair)
  else map.delete(key)
}
