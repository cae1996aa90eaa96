import type { RequestRecord } from '../mock/journal.ts'
import type { Spec } from '../spec/spec.ts'

/** What a mock has seen in its life. */
export interface MockSummary {
  readonly requests: number
  /** Requests that the spec objects to. */
  readonly violating: number
  readonly crashes: number
  readonly platforms: readonly PlatformSummary[]
}

export interface PlatformSummary {
  readonly platform: string
  /** Requests by operation, in the order of the spec; 0 for those that nobody called. */
  readonly operations: Readonly<Record<string, number>>
  /** Events sent by name, in the order of the spec; 0 for those that nobody saw. */
  readonly events: Readonly<Record<string, number>>
}

/** Counts requests as they come: the journal forgets old ones, the sum does not. */
export interface Tally {
  readonly add: (request: RequestRecord) => void
  readonly summary: () => MockSummary
}

/** @param platforms - names and specs of all that are served. */
export function createTally(platforms: readonly { readonly name: string; readonly spec: Spec }[]): Tally {
  const counts = new Map(platforms.map(({ name, spec }) => [name, createCounts(spec)]))
  let requests = 0
  let violating = 0
  let crashes = 0
  return {
    add(request) {
      requests += 1
      if (isViolating(request)) violating += 1
      if (request.crash !== undefined) crashes += 1
      const count = request.platform === undefined ? undefined : counts.get(request.platform)
      if (!count) return
      if (request.operation !== undefined) raise(count.operations, request.operation, 1)
      for (const [event, times] of Object.entries(request.events)) raise(count.events, event, times)
    },
    summary: () => ({
      requests,
      violating,
      crashes,
      platforms: [...counts].map(([platform, { operations, events }]) => ({
        platform,
        operations: Object.fromEntries(operations),
        events: Object.fromEntries(events),
      })),
    }),
  }
}

/** Whether the spec objects to a request; notes do not count. */
export function isViolating({ violations }: RequestRecord): boolean {
  return violations.some(({ note }) => note === undefined)
}

function createCounts(spec: Spec): { operations: Map<string, number>; events: Map<string, number> } {
  const operations = [...spec.operations.values()]
  const mediaTypes = operations.flatMap(({ responses }) =>
    [...responses.values()].flatMap(({ content }) => [...content.values()]),
  )
  const names = mediaTypes.flatMap(({ stream }) => stream?.eventNames ?? [])
  return {
    operations: new Map(operations.map(({ id }) => [id, 0])),
    events: new Map(names.map((name) => [name, 0])),
  }
}

function raise(counts: Map<string, number>, name: string, by: number): void {
  counts.set(name, (counts.get(name) ?? 0) + by)
}
