import type { Form, FormAnswer, NodeFailure } from '../moment.ts'

/** What a thread waits for. */
export type Wait =
  | { readonly for: 'time'; readonly until: number }
  /** The last of several times, at least one; `beat` is called at each of them. */
  | { readonly for: 'beats'; readonly times: readonly number[]; readonly beat: (index: number) => void }
  /** The end of all threads; if `hasty`, the first failure is enough and ends the others where they are. */
  | { readonly for: 'threads'; readonly threads: readonly Thread[]; readonly hasty: boolean }
  | { readonly for: 'form'; readonly draft: FormDraft }
  | { readonly for: 'ever' }

/** A form before anybody was told of it: it expires `expires` ms after that. */
export interface FormDraft extends Omit<Form, 'expiresAt'> {
  readonly expires: number | undefined
}

/** How a form was settled: answered or, without an answer, expired. */
export interface Settled {
  readonly form: Form
  readonly answer: FormAnswer | undefined
}

/** How a thread ended. */
export interface Ended {
  readonly failure: NodeFailure | undefined
  /** `key` of the last node that ran. */
  readonly last: string | undefined
}

/** What a thread is told when it goes on: the ends of the threads it waited for, first to end first, or how its form was settled. */
export interface Wake {
  readonly ended: readonly Ended[]
  readonly settled: Settled | undefined
}

/** One line of work in a run: yields what it waits for. */
export type Thread = Generator<Wait, Ended, Wake>

/** A part of a thread that returns something else than the thread's end. */
export type Part<T> = Generator<Wait, T, Wake>

/** Where waiting forms lie: tells people of them, and knows what comes back. */
export interface FormDesk {
  /** Everything else has settled: tells of all forms that wait. */
  pause(drafts: readonly FormDraft[]): void
  /** The run goes on after a pause. */
  resume(): void
  /** What comes back first for these forms, and when; undefined when nothing ever does or nobody was told yet. */
  next(
    drafts: readonly FormDraft[],
  ): { readonly at: number; readonly draft: FormDraft; readonly settled: Settled } | undefined
}

export interface Clock {
  /** Milliseconds since the run was created; set by the scheduler. */
  now: number
}

interface Process {
  readonly thread: Thread
  readonly parent: Process | undefined
  /** Undefined once it has ended or was cut. */
  wait: Wait | undefined
  /** Beats that have been called. */
  beats: number
  children: readonly Process[]
  /** Ends of the children, first to end first. */
  ended: readonly Ended[]
}

interface Schedule {
  readonly clock: Clock
  readonly desk: FormDesk
  /** Those that have not ended, in order of their start. */
  readonly processes: Process[]
  paused: boolean
}

const NOTHING: Wake = { ended: [], settled: undefined }

/** Runs a thread and all that it starts in order of time, ties in order of their start, until nothing can go on. */
export function runThreads(root: Thread, clock: Clock, desk: FormDesk): void {
  const schedule: Schedule = { clock, desk, processes: [], paused: false }
  start(schedule, root, undefined)
  let going = true
  while (going) going = goOn(schedule)
}

/** Lets the one thread go on whose time is first. False when there is none. */
function goOn(schedule: Schedule): boolean {
  const { clock, processes } = schedule
  const timed = earliest(processes)
  const at = timed ? dueTime(timed) : NEVER
  if (processes.some(waitsForForm) && settleForm(schedule, at)) return true
  if (timed === undefined) return false
  clock.now = at
  takeTurn(schedule, timed)
  return true
}

const waitsForForm = ({ wait }: Process): boolean => wait?.for === 'form'

/** Lets the thread go on whose form is settled before `until`, when the next one is due. False when there is none. */
function settleForm(schedule: Schedule, until: number): boolean {
  const { clock, desk, processes } = schedule
  const drafts = processes.flatMap(({ wait }) => (wait?.for === 'form' ? [wait.draft] : []))
  if (until === NEVER && !processes.some(({ wait }) => wait?.for === 'ever')) {
    desk.pause(drafts)
    schedule.paused = true
  }
  const call = desk.next(drafts)
  if (call === undefined || call.at >= until) return false
  clock.now = call.at
  if (schedule.paused) desk.resume()
  schedule.paused = false
  const waiting = processes.find(({ wait }) => wait?.for === 'form' && wait.draft === call.draft)
  if (waiting) resume(schedule, waiting, { ended: [], settled: call.settled })
  return true
}

function earliest(processes: readonly Process[]): Process | undefined {
  let first: Process | undefined
  let firstAt = NEVER
  for (const process of processes) {
    const at = dueTime(process)
    if (at < firstAt) {
      first = process
      firstAt = at
    }
  }
  return first
}

const NEVER = Number.POSITIVE_INFINITY

/** When the thread goes on by itself. */
function dueTime({ wait, beats }: Process): number {
  if (wait?.for === 'beats') return wait.times[beats] ?? NEVER
  return wait?.for === 'time' ? wait.until : NEVER
}

function takeTurn(schedule: Schedule, process: Process): void {
  if (process.wait?.for === 'beats') {
    process.wait.beat(process.beats)
    process.beats += 1
    if (process.beats < process.wait.times.length) return
  }
  resume(schedule, process, NOTHING)
}

function start({ clock, processes }: Schedule, thread: Thread, parent: Process | undefined): Process {
  const process: Process = {
    thread,
    parent,
    wait: { for: 'time', until: clock.now },
    beats: 0,
    children: [],
    ended: [],
  }
  processes.push(process)
  return process
}

function resume(schedule: Schedule, process: Process, wake: Wake): void {
  const { done, value } = process.thread.next(wake)
  if (done) {
    end(schedule, process, value)
    return
  }
  process.wait = value
  process.beats = 0
  if (value.for !== 'threads') return
  process.ended = []
  process.children = value.threads.map((thread) => start(schedule, thread, process))
  if (process.children.length === 0) resume(schedule, process, NOTHING)
}

function end(schedule: Schedule, process: Process, ended: Ended): void {
  cut(schedule, process)
  const { parent } = process
  if (parent?.wait?.for !== 'threads') return
  parent.ended = [...parent.ended, ended]
  const enough = parent.wait.hasty && ended.failure !== undefined
  if (!enough && parent.ended.length < parent.children.length) return
  for (const child of parent.children) cut(schedule, child)
  resume(schedule, parent, { ended: parent.ended, settled: undefined })
}

function cut(schedule: Schedule, process: Process): void {
  if (process.wait === undefined) return
  process.wait = undefined
  schedule.processes.splice(schedule.processes.indexOf(process), 1)
  for (const child of process.children) cut(schedule, child)
}
