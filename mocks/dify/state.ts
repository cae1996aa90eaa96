import type { components } from '../../src/generated/dify.ts'
import type { CallHead } from '../../src/mock/call.ts'
import type { Run } from '../../src/mock/run.ts'
import type { Scenario } from '../../src/run/scenario.ts'
import { uuidOf } from '../../src/run/uuid.ts'
import { keyOf } from './refusals.ts'
import type { Story } from './story.ts'

/** The app behind a key. `Bearer app-<scenario>` is the app of that scenario; any other key is one app that plays them all. */
export interface App {
  readonly id: string
  readonly name: string
  /** Absent for the app that plays them all. */
  readonly scenario: Scenario | undefined
}

/** A caller, known by the string that the request calls `user`. */
export interface EndUser {
  readonly id: string
  readonly session: string
  /** The one that callers without a `user` share. */
  readonly isAnonymous: boolean
  readonly app: App
  /** Unix time in ms of the first request. */
  readonly createdAt: number
}

/** What the API remembers of a run beside the run itself. */
export interface RunRecord {
  readonly app: App
  readonly endUser: EndUser
  /** Inputs after validation and defaults. */
  readonly inputs: Readonly<Record<string, unknown>>
  /** File objects of the request's own `files`. */
  readonly files: readonly unknown[]
  readonly workflowId: string
}

/** A file that was uploaded; nothing reads its bytes back. */
export interface Upload {
  readonly owner: EndUser
  readonly record: components['schemas']['UploadedFile']
}

/** What one server remembers beside its runs. */
export interface State {
  readonly records: WeakMap<Run, RunRecord>
  /** By app and session. */
  readonly endUsers: Map<string, EndUser>
  /** By id. */
  readonly uploads: Map<string, Upload>
}

/** Remembers nothing yet. */
export const createState = (): State => ({ records: new WeakMap(), endUsers: new Map(), uploads: new Map() })

/** The name under which callers without a `user` share one end user. */
export const DEFAULT_USER = 'DEFAULT-USER'

/** Finds the app of a call by its key. */
export function appOf(call: CallHead<State>): App {
  const name = /^app-(.+)$/.exec(keyOf(call))?.[1]
  const scenario = name === undefined ? undefined : call.scenarios.find(name)
  return { id: uuidOf(`app:${scenario?.name ?? ''}`, 4), name: scenario?.name ?? 'flowproof', scenario }
}

/** Finds the end user of an app, and makes one on first sight. */
export function endUserOf(call: CallHead<State>, app: App, session: string): EndUser {
  const key = `${app.id}:${session}`
  const known = call.state.endUsers.get(key)
  if (known) return known
  const made = {
    id: uuidOf(`end-user:${key}`, 4),
    session,
    isAnonymous: session === DEFAULT_USER,
    app,
    createdAt: call.now,
  }
  call.state.endUsers.set(key, made)
  return made
}

/** The run of an id, when it belongs to the key's app. */
export function storyOf(call: CallHead<State>, name: 'run' | 'task', id: string): Story | undefined {
  const run = call.runs.find(name, id)
  const record = run && call.state.records.get(run)
  return run && record?.app.id === appOf(call).id ? { run, record } : undefined
}

/** Workspace of every app. */
export const TENANT = '6f1d2c3b-4a59-4e68-8d77-9c0b1a2f3e4d'
