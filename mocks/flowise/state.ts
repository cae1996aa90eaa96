import type { components } from '../../src/generated/flowise.ts'
import type { CallHead } from '../../src/mock/call.ts'
import type { Run } from '../../src/mock/run.ts'
import type { Flow } from './flows.ts'
import type { Graph } from './graph.ts'

/** One message to a flow and the stretch of the run that answers it. */
export interface Turn {
  /** As they were sent, to be sent back. */
  readonly question: unknown
  readonly form: unknown
  /** What the chat shows as said. */
  readonly said: string
  readonly decision: Decision | undefined
  readonly uploads: readonly Record<string, unknown>[] | undefined
  readonly leadEmail: string | undefined
}

/** What a person decided about a run that waited. */
export interface Decision {
  readonly type: 'proceed' | 'reject'
  readonly feedback: string | undefined
}

/** What the server remembers of a run beside the run itself. */
export interface RunRecord {
  readonly flow: Flow
  readonly graph: Graph
  readonly chatId: string
  readonly sessionId: string
  /** Ids of the chat where they have to be sent back in another form than text. */
  readonly odd: object
  /** By the number of the stretch: 0 from the start, one more after each resumption. */
  readonly turns: Map<number, Turn>
  isPublic: boolean | null
  /** Unix time in ms of a change that somebody made to the record. */
  changedAt: number | undefined
}

/** A run with its record: every view takes its ids and times from here, so that they agree. */
export interface Story {
  readonly run: Run
  readonly record: RunRecord
}

/** A file of a chat. */
export interface StoredFile {
  readonly bytes: Uint8Array
}

/** What one server remembers beside its runs. */
export interface State {
  readonly records: WeakMap<Run, RunRecord>
  /** Runs whose execution somebody deleted. */
  readonly deleted: WeakSet<Run>
  /** By flow, chat and name. */
  readonly files: Map<string, StoredFile>
  readonly feedback: Map<string, components['schemas']['Feedback']>
  readonly leads: components['schemas']['Lead'][]
  /** Requests of the period by flow: when it ends, in Unix ms, and how many there were. */
  readonly periods: Map<string, { readonly ends: number; readonly count: number }>
}

export const createState = (): State => ({
  records: new WeakMap(),
  deleted: new WeakSet(),
  files: new Map(),
  feedback: new Map(),
  leads: [],
  periods: new Map(),
})

/** The runs of all flows, newest first. */
export function storiesOf(call: CallHead<State>): Story[] {
  return call.runs.list().flatMap((run) => {
    const record = call.state.records.get(run)
    return record ? [{ run, record }] : []
  })
}

/** Id of the answer that a stretch of a run gives. */
export const messageIdOf = ({ run }: Story, stretch: number): string => run.id(`message:${stretch}`)

/** Id of the record that an agentflow's run leaves. */
export const executionIdOf = ({ run }: Story): string => run.id('execution')

/** The only workspace. */
export const WORKSPACE = '7b1c9d52-3e4f-4a60-8b71-2c3d4e5f6a70'
