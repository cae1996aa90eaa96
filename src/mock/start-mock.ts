import { FlowproofError } from '../errors.ts'
import type { Scenario } from '../run/scenario.ts'
import { createScenarios } from '../run/scenarios.ts'
import type { Spec } from '../spec/spec.ts'
import { type Clock, createRealClock } from './clock.ts'
import { createJournal, type RequestRecord } from './journal.ts'
import { loadAllScenarios } from './load-all-scenarios.ts'
import { loadPlatform } from './load-platform.ts'
import { type LoadedPlatform, mountPlatform } from './mounted.ts'
import { builtInPlatforms } from './package-files.ts'
import type { Sample } from './platform.ts'
import { readVariants } from './read-variants.ts'
import type { Run } from './run.ts'
import { createRuns } from './runs.ts'
import { authorityOf, startServer } from './server.ts'
import type { MockEvent } from './server-context.ts'

export interface MockOptions {
  /** Names of platforms, or paths of folders with one of your own (see `loadPlatform`). @default all that come with the package */
  readonly platforms?: string | readonly string[] | undefined
  /** 0 takes any that is free. @default 0 */
  readonly port?: number | undefined
  /** @default '127.0.0.1' */
  readonly host?: string | undefined
  /** Name of the scenario that is played when nothing else selects one. @default 'answer' */
  readonly scenario?: string | undefined
  /** Folder with scenarios of your own; one of the same name replaces a given one. */
  readonly scenarios?: string | undefined
  /** How fast the mock's time passes; `instant`: each stretch of work takes no time. @default 1 */
  readonly speed?: number | 'instant' | undefined
  /** All ids and all jitter come from here. @default 1 */
  readonly seed?: number | string | undefined
  /** The only key that is taken. @default any that is not empty */
  readonly key?: string | undefined
  /** Implementations to play instead of what is documented, each `<platform>@<version>`. @default as documented */
  readonly as?: string | readonly string[] | undefined
  /** Whether `X-Forwarded-Host` and `X-Forwarded-Proto` say under which URL clients see the mock. @default false */
  readonly trustProxy?: boolean | undefined
  /** Most bytes of a request body. @default 104857600 */
  readonly bodyLimit?: number | undefined
  /** The mock's time; `speed` does not count then, but for `instant`. @default real time */
  readonly clock?: Clock | undefined
  /** Is told of each request when it has been answered, and of what went wrong. */
  readonly log?: ((event: MockEvent) => void) | undefined
}

/** A platform as a running mock serves it. */
export interface ServedPlatform {
  readonly name: string
  readonly spec: Spec
  /** Base URL, without a trailing slash. */
  readonly url: string
  /** A key that is taken. */
  readonly key: string
  /** Commands that work when pasted. */
  readonly samples: readonly Sample[]
}

/** A running mock server. */
export interface Mock {
  /** Base URL of the only platform, or the root of all; without a trailing slash. */
  readonly url: string
  /** Base URLs by platform. */
  readonly urls: Readonly<Record<string, string>>
  readonly port: number
  readonly platforms: readonly ServedPlatform[]
  readonly scenarios: readonly Scenario[]
  /** The newest 1,000 requests, oldest first; those still being answered are among them. */
  requests(): readonly RequestRecord[]
  /** Newest first. */
  runs(): readonly Run[]
  /**
   * Takes no new connection, lets answers end for up to `grace` ms of real time (default 1000), then cuts them. Resolves when all is quiet.
   * May be called again, for instance to cut sooner.
   */
  stop(options?: { readonly grace?: number }): Promise<void>
}

const BODY_LIMIT = 100 * 1024 * 1024
const DEFAULT_SCENARIO = 'answer'

/** Starts a mock server. Throws `platform-unknown`, `scenario-unknown`, `port-in-use` and what is wrong with a file. */
export async function startMock(options: MockOptions = {}): Promise<Mock> {
  const {
    port = 0,
    host = '127.0.0.1',
    scenario = DEFAULT_SCENARIO,
    speed = 1,
    seed = 1,
    key,
    log = () => undefined,
  } = options
  checkNumbers(options)
  const names = [options.platforms ?? builtInPlatforms()].flat()
  const loaded = await Promise.all(names.map(loadPlatform))
  const scenarios = createScenarios(await loadAllScenarios(options.scenarios), { default: scenario })
  const quirksOf = readVariants(loaded, [options.as ?? []].flat())
  const clock = options.clock ?? createRealClock({ speed: speed === 'instant' ? 1 : speed })
  const journal = createJournal()
  const mounted = placePlatforms(loaded).map(({ base, ...platform }) => {
    const runs = createRuns({ clock, seed: `${seed}:${platform.name}`, instant: speed === 'instant' })
    return mountPlatform(platform, { base, runs, scenarios, quirks: quirksOf(platform.name) })
  })
  const bodyLimit = options.bodyLimit ?? BODY_LIMIT
  const { trustProxy = false } = options
  const context = { clock, journal, seed: String(seed), key, bodyLimit, trustProxy, tell: log }
  const server = await startServer({ platforms: mounted, context, port, host })

  const root = `http://${authorityOf(host, server.port)}`
  const platforms = mounted.map(({ name, spec, platform, base }): ServedPlatform => {
    const url = root + base
    const sampleKey = key ?? platform.sampleKey
    const samples = platform.samples({ base: url, key: sampleKey, scenario: scenarios.choose('').name, spec })
    return { name, spec, url, key: sampleKey, samples }
  })
  const [first, ...others] = platforms
  return {
    url: first && others.length === 0 ? first.url : root,
    urls: Object.fromEntries(platforms.map(({ name, url }) => [name, url])),
    port: server.port,
    platforms,
    scenarios: scenarios.all,
    requests: journal.list,
    runs: () => mounted.flatMap(({ runs }) => runs.list()).sort((a, b) => b.createdAt - a.createdAt),
    stop: ({ grace = 1_000 } = {}) => server.stop(grace),
  }
}

// One platform has the server to itself, at the path where its clients expect it; several share it by name.
function placePlatforms(loaded: readonly LoadedPlatform[]): (LoadedPlatform & { readonly base: string })[] {
  const names = loaded.map(({ name }) => name)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw usage(`Failed to start the mock: platform "${twice}" is named twice. Name each once.`)
  const alone = loaded.length === 1
  return loaded.map((platform) => ({
    ...platform,
    base: `${alone ? '' : `/${platform.name}`}${platform.spec.server.path}`,
  }))
}

function checkNumbers({ port = 0, speed = 1, platforms }: MockOptions): void {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw usage(`Failed to start the mock: ${port} is no port. Choose one from 1 to 65535, or 0 for any that is free.`)
  }
  if (speed !== 'instant' && !(speed > 0 && speed < Number.POSITIVE_INFINITY)) {
    throw usage(`Failed to start the mock: ${speed} is no speed. Choose a number above 0, or "instant".`)
  }
  if (Array.isArray(platforms) && platforms.length === 0) {
    throw usage('Failed to start the mock: no platform is named. Name one, or leave the list out for all.')
  }
}

function usage(message: string): FlowproofError {
  return new FlowproofError('usage', message)
}
