import type { Form, Moment, NodeRun, RunStatus, Totals } from './moment.ts'
import { totalsOf } from './totals.ts'

/** A run as somebody sees it who asks at an offset. */
export interface RunState {
  readonly status: 'queued' | 'running' | 'paused' | RunStatus
  /** Offset; undefined while queued, and for good when it was stopped before its start. */
  readonly startedAt: number | undefined
  readonly finishedAt: number | undefined
  /** Of the last `run-started`, `run-paused`, `run-resumed` or `run-finished`; 0 while queued. */
  readonly since: number
  /** Empty until the run has succeeded. */
  readonly outputs: Readonly<Record<string, unknown>>
  readonly error: string | undefined
  readonly totals: Totals
  /** Text that the caller was given so far. */
  readonly text: string
  /** Nodes that have started and not ended, outer before inner, waiting ones included; after a stop or a failure those that it caught. */
  readonly current: readonly NodeRun[]
  /** Top-level nodes that have ended, well or not. Never falls, and is at most `planned`. */
  readonly finished: number
  /** Top-level nodes of the flow. */
  readonly planned: number
  /** Forms that wait for a person. */
  readonly forms: readonly Form[]
}

/** What is known of a run at an offset: a function of the moments up to then, but for `planned`, which the flow tells from the start. */
export function stateAt(moments: readonly Moment[], at: number): RunState {
  const past = moments.filter((moment) => moment.at <= at)
  const start = moments.find((moment) => moment.kind === 'run-started')
  const end = past.findLast((moment) => moment.kind === 'run-finished')
  const turn = past.findLast(({ kind }) => kind.startsWith('run-'))
  return {
    status: end?.status ?? statusAfter(turn),
    startedAt: start !== undefined && start.at <= at ? start.at : undefined,
    finishedAt: end?.at,
    since: turn?.at ?? 0,
    outputs: end?.outputs ?? {},
    error: end?.error,
    totals: end?.totals ?? totalsOf(past),
    text: past.reduce((text, moment) => (moment.kind === 'text' ? text + moment.text : text), ''),
    current: [...openNodes(past).values()],
    finished: past.filter((moment) => isEnd(moment) && moment.node.within === undefined).length,
    planned: start?.nodes ?? 0,
    forms: end === undefined ? waitingForms(past) : [],
  }
}

function statusAfter(turn: Moment | undefined): 'queued' | 'running' | 'paused' {
  if (turn === undefined) return 'queued'
  return turn.kind === 'run-paused' ? 'paused' : 'running'
}

type NodeEnd = Extract<Moment, { kind: 'node-finished' | 'group-finished' }>

function isEnd(moment: Moment): moment is NodeEnd {
  return moment.kind === 'node-finished' || moment.kind === 'group-finished'
}

function openNodes(past: readonly Moment[]): Map<string, NodeRun> {
  const open = new Map<string, NodeRun>()
  for (const moment of past) {
    if (moment.kind === 'node-started' || moment.kind === 'group-started') open.set(moment.node.key, moment.node)
    else if (isEnd(moment)) open.delete(moment.node.key)
  }
  return open
}

function waitingForms(past: readonly Moment[]): Form[] {
  const forms = new Map<string, Form>()
  for (const moment of past) {
    if (moment.kind === 'input-required') forms.set(moment.form.node.key, moment.form)
    if (moment.kind === 'input-answered' || moment.kind === 'input-expired') forms.delete(moment.form.node.key)
  }
  return [...forms.values()]
}
