import type { Check } from './check.ts'
import type { Flaw } from './flaw.ts'
import type { Known, Probe } from './probe.ts'
import type { RequestParts, Unavailable } from './request-parts.ts'

/**
 * What only one platform's contract knows: the default export of `contracts/<platform>/index.ts`, made with `defineContract`. All that follows
 * from the spec is checked without a word here; a journey leaves transcripts, and the checks of the spec judge those, too.
 */
export interface PlatformContract {
  /**
   * Flows that a user may name with `--flow`: role to what it is. There may be several kinds of flow: a journey for each of them is made with
   * `eachRole`, and what needs a flow that was not given is unchecked, with the flag that would give it.
   */
  readonly roles: Readonly<Record<string, string>>
  /** Request bodies that a user may give with `--sample`: name to what it has to hold. */
  readonly samples: Readonly<Record<string, string>>
  /** Longest silence in milliseconds when the user names none: longer than the platform's keep-alives and than a blocking run. */
  readonly timeout: number
  /** Longest silence that the platform lets its streams have, in milliseconds. */
  readonly keepAlive?: number
  /** How to make a good request to each operation, and what its spec does not say about it. */
  readonly requests: Readonly<Record<string, RequestMaker>>
  /** Probes over several operations, in the order in which they are sent. */
  readonly journeys: readonly Probe[]
  /** Checks beside those that follow from the spec. Those of a journey are made with `journeyChecks`. */
  readonly checks: readonly Check[]
}

/**
 * How to ask one operation. What its answer has to be like beyond the spec, such as the media type that the request asks for or the status of an
 * operation that always refuses, stands in `expects` of the parts.
 */
export interface RequestMaker {
  /** Journeys whose answers it needs. */
  readonly after?: readonly string[]
  /** The role whose flow it is about; without that flow no good request is sent. `make` says so, too, with `withFlow`. */
  readonly role?: string
  /**
   * Runs that one good request starts: they cost money, and count for the budget and in the report.
   * @default 1 for what starts a job of a lifecycle, 0 for all others
   */
  readonly runs?: number
  /** A good request. One that cannot be made still gives its `rest`, of which requests are made that must be refused. */
  readonly make: (known: Known) => RequestParts | Unavailable
  /**
   * Where the spec has credentials optional: a good request that needs them nevertheless, since its flow is bound to a key. The check `key-wrong`
   * exists only with it. When it is unavailable, the check is unchecked, and tells the flag.
   */
  readonly bound?: (known: Known) => RequestParts | Unavailable
  /** Path parameters whose value the caller chooses, so that none is unknown. */
  readonly ownIds?: readonly string[]
  /** Statuses that refuse a flaw as well as the usual ones (such as 404 for an unknown id) do. */
  readonly accepts?: Readonly<Partial<Record<Flaw['kind'], readonly number[]>>>
  /** Data of a last frame that is no event and no JSON, and may stand there all the same: `[DONE]`. */
  readonly endMark?: string
}

/** Names the operations once, so that none is forgotten. Importing it does nothing. */
export function defineContract<Operations>(
  contract: Omit<PlatformContract, 'requests'> & {
    readonly requests: { readonly [Id in keyof Operations]: RequestMaker }
  },
): PlatformContract {
  return contract
}
