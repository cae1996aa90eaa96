import type { Operation, Spec } from '../../spec/spec.ts'
import type { RecordedEntry } from './recorded-entry.ts'

/** The operation that a request reached, and the values in its path, decoded. */
export interface EntryMatch {
  readonly operation: Operation
  readonly path: Readonly<Record<string, string>>
}

/**
 * Finds the operation of each entry, in the same order; undefined where there is none. Paths stand below `base`. Without it they stand below the
 * path of the spec's server, and where no entry is there, below any prefix: a proxy may have put one before it.
 */
export function matchEntries(
  spec: Spec,
  entries: readonly RecordedEntry[],
  base: string | undefined,
): readonly (EntryMatch | undefined)[] {
  const routes = [...spec.operations.values()].map(compile).sort((a, b) => a.names.length - b.names.length)
  const find = (entry: RecordedEntry, paths: readonly string[]): EntryMatch | undefined => {
    for (const path of paths) {
      const found = routes.flatMap((route) => matchRoute(route, entry.method, path) ?? [])[0]
      if (found) return found
    }
    return undefined
  }
  const below = entries.map((entry) => find(entry, pathBelow(entry.url, base ?? spec.server.path)))
  if (base !== undefined || below.some((match) => match !== undefined)) return below
  return entries.map((entry) => find(entry, suffixesOf(entry.url.pathname)))
}

/** A base is a whole URL, or a path that may stand on any host. */
function pathBelow({ origin, pathname }: URL, base: string): readonly string[] {
  const isUrl = URL.canParse(base)
  const { pathname: prefix, origin: wanted } = isUrl ? new URL(base) : { pathname: base, origin }
  const bare = prefix.replace(/\/+$/, '')
  return origin === wanted && pathname.startsWith(`${bare}/`) ? [pathname.slice(bare.length)] : []
}

// Longest first: the less a prefix takes away, the surer is what is left.
function suffixesOf(pathname: string): readonly string[] {
  return [...pathname.matchAll(/\//g)].map(({ index }) => pathname.slice(index)).filter((path) => path !== '/')
}

interface Route {
  readonly operation: Operation
  readonly pattern: RegExp
  readonly names: readonly string[]
}

function compile(operation: Operation): Route {
  const names = [...operation.path.matchAll(/\{([^{}]+)\}/g)].flatMap(([, name]) => name ?? [])
  const literals = operation.path.split(/\{[^{}]+\}/).map((text) => text.replaceAll(/[\\^$.*+?()[\]|]/g, '\\$&'))
  return { operation, pattern: new RegExp(`^${literals.join('([^/]+)')}$`), names }
}

function matchRoute({ operation, pattern, names }: Route, method: string, path: string): EntryMatch | undefined {
  const values = pattern.exec(path)
  if (!values || operation.method !== method.toLowerCase()) return undefined
  try {
    const decoded = names.map((name, index) => [name, decodeURIComponent(values[index + 1] ?? '')])
    return { operation, path: Object.fromEntries(decoded) }
  } catch {
    // It is not percent-encoded as a path is.
    return undefined
  }
}
