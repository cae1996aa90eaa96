import type { Scenarios } from '../run/scenarios.ts'
import type { SecurityScheme, Spec } from '../spec/spec.ts'
import type { Validator } from '../spec/validator.ts'
import type { Platform } from './platform.ts'
import { createRoutes, type Routes } from './routes.ts'
import type { Runs } from './run.ts'

/** A platform as its folder has it. */
export interface LoadedPlatform {
  /** The folder's name. */
  readonly name: string
  readonly spec: Spec
  readonly platform: Platform
  /** Shared by all servers of this process, because it compiles what it needs only once. */
  readonly validator: Validator
}

/** A platform in a server, with all it remembers there. */
export interface MountedPlatform extends LoadedPlatform {
  /** Path below which it is served, without a trailing slash: `/v1`, or empty. */
  readonly base: string
  readonly state: unknown
  readonly runs: Runs
  readonly scenarios: Scenarios
  readonly quirks: ReadonlySet<string>
  readonly routes: Routes
  readonly schemes: ReadonlySet<SecurityScheme>
}

/** Gives a platform its place in a server. */
export function mountPlatform(
  loaded: LoadedPlatform,
  place: Pick<MountedPlatform, 'base' | 'runs' | 'scenarios' | 'quirks'>,
): MountedPlatform {
  const operations = [...loaded.spec.operations.values()]
  return {
    ...loaded,
    ...place,
    state: loaded.platform.createState(),
    routes: createRoutes(operations),
    schemes: new Set(operations.flatMap(({ security }) => security.flat())),
  }
}
