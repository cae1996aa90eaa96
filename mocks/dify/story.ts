import type { StreamEvent } from '../../src/generated/dify.ts'
import type { Run } from '../../src/mock/run.ts'
import type { NodeRun, Totals } from '../../src/run/moment.ts'
import { hashOf } from '../../src/run/uuid.ts'
import type { RunRecord } from './state.ts'

/** A run as the API tells it: every view (stream, blocking answer, detail, logs) takes its ids and times from here, so that they agree. */
export interface Story {
  readonly run: Run
  readonly record: RunRecord
}

/** Id by which the run is read and followed. */
export const runIdOf = ({ run }: Story): string => run.id('run')
/** Id by which the run is stopped; the same after a pause. */
export const taskIdOf = ({ run }: Story): string => run.id('task')
/** Id of a form, which is not the token that it is found by. */
export const formIdOf = ({ run }: Story, node: NodeRun): string => run.id(`form:${node.key}`)

/** An event of a run. One literal makes it: an object that is spread and then added to costs many times as much, once for each token. */
export function eventOf<E extends DataEvent['event']>(story: Story, event: E, data: DataOf<E>) {
  return { event, workflow_run_id: runIdOf(story), task_id: taskIdOf(story), data }
}

type DataEvent = Extract<StreamEvent, { data: unknown }>
type DataOf<E> = Extract<DataEvent, { event: E }>['data']

/** Id of one execution of a node; every attempt of a retried node shares it. */
export const executionIdOf = ({ run }: Story, node: NodeRun): string => run.id(`node:${node.key}`)

/** Id of the node in the graph: a millisecond number as text, the same in every run of the flow. */
export function nodeIdOf({ run }: Story, node: { readonly id: string }): string {
  return `1784${String(hashOf(`${run.scenario.name}/${node.id}`) % 1e9).padStart(9, '0')}`
}

/** Token by which a form is found: 22 letters and digits. */
export function formTokenOf({ run }: Story, node: NodeRun): string {
  return BigInt(`0x${run.id(`form-token:${node.key}`).replaceAll('-', '')}`)
    .toString(36)
    .padStart(22, '0')
    .slice(-22)
}

/** Unix time in whole seconds of an offset. */
export function timeOf({ run }: Story, at: number): number {
  return Math.floor((run.createdAt + at) / 1000)
}

/** Seconds between two offsets, with digits below the millisecond as a real clock has them. */
export function elapsedOf({ run }: Story, from: number, to: number, name: string): number {
  return Math.round((to - from) * 1000 + (hashOf(`${run.seed}/${name}`) % 900) + 50) / 1e6
}

/** Tokens and steps, as every view of a run counts them. */
export function totalsOf({ promptTokens, completionTokens, steps }: Totals) {
  return { total_tokens: promptTokens + completionTokens, total_steps: steps }
}
