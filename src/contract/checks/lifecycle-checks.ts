import {
  formatLifecycleViolation,
  type Lifecycle,
  type LifecycleViolation,
  observeLifecycle,
  observeStart,
  startLifecycle,
} from '../../spec/lifecycle.ts'
import { joinPointer } from '../../spec/pointer.ts'
import type { Check, Evidence, Observation } from '../check.ts'
import { expectThat } from '../check.ts'
import { jobAnswerOf, stateToldBy } from '../job-state.ts'
import { kebab } from '../kebab.ts'
import { runIdOf } from '../started-runs.ts'
import { succeeded, type Transcript } from '../transcript.ts'

interface Clause {
  readonly name: string
  /** Without its level. */
  readonly claim: string
  readonly kinds: readonly LifecycleViolation['kind'][]
  readonly expected: string
  /** Answers about one job that it takes to show it. */
  readonly polls: number
}

/** What the status of a job has to keep over all answers about it. */
export function lifecycleChecks(lifecycle: Lifecycle, probes: readonly string[]): readonly Check[] {
  const level = lifecycle.assumed ? 'SHOULD' : 'MUST'
  return clausesOf(lifecycle).map(({ name, claim, kinds, expected, polls }) => ({
    id: `${kebab(lifecycle.kind)}.${name}`,
    claim: `${level} ${claim}`,
    operation: lifecycle.status.operation,
    source: joinPointer('', 'x-lifecycle', lifecycle.kind),
    needs: probes,
    judge: (evidence) =>
      jobsOf(evidence, lifecycle)
        .filter((job) => job.polls.length + (startOf(lifecycle, job).state.states.length > 0 ? 1 : 0) >= polls)
        .map((job) => judgeJob(lifecycle, job, kinds, expected)),
  }))
}

function clausesOf({ constant, rising, once, bound }: Lifecycle): readonly Clause[] {
  const twice = { polls: 2 } as const
  return [
    {
      name: 'states',
      claim: 'show only states that its lifecycle knows',
      kinds: ['state-missing', 'state-unknown'],
      expected: 'a known state',
      polls: 1,
    },
    {
      name: 'moves',
      claim: 'change its state only as its lifecycle allows',
      kinds: ['illegal-move', 'not-initial'],
      expected: 'legal moves',
      ...twice,
    },
    ...when(constant, {
      name: 'constants',
      claim: 'keep the same what its lifecycle says is constant',
      kinds: ['constant-changed'],
      expected: `constant ${constant.join(', ')}`,
      ...twice,
    }),
    ...when(rising, {
      name: 'rising',
      claim: 'never let fall what its lifecycle says only rises',
      kinds: ['fell'],
      expected: `${rising.join(', ')} that never falls`,
      ...twice,
    }),
    ...when(once, {
      name: 'once',
      claim: 'set only once what its lifecycle says is set once',
      kinds: ['set-twice'],
      expected: `${once.join(', ')} set once`,
      ...twice,
    }),
    ...when(bound, {
      name: 'bound',
      claim: 'set what is bound to a state in that state, and in no other',
      kinds: ['bound-broken'],
      expected: `${bound.map(({ pointer }) => pointer).join(', ')} as the state says`,
      polls: 1,
    }),
  ]
}

function when(list: readonly unknown[], clause: Clause): readonly Clause[] {
  return list.length > 0 ? [clause] : []
}

/** All that was told of one job. */
interface Job {
  /** What started it, if that is known. */
  readonly start: Transcript | undefined
  /** Answers that tell its state, and successes that should have, in the order of asking. */
  readonly polls: readonly Transcript[]
}

function jobsOf({ transcripts }: Evidence, lifecycle: Lifecycle): readonly Job[] {
  const { status } = lifecycle
  const asked = transcripts.filter(({ operation, flaw }) => operation === status.operation && flaw === undefined)
  const polls = asked.filter((poll) => succeeded(poll) || stateToldBy(lifecycle, poll) !== undefined)
  const jobs = new Map<string | undefined, Transcript[]>()
  for (const poll of polls.toSorted((a, b) => a.sentAt - b.sentAt)) {
    const id = poll.request.parameters[status.parameter]
    jobs.set(id, [...(jobs.get(id) ?? []), poll])
  }
  return [...jobs].map(([id, polls]) => ({
    start: id === undefined ? undefined : findStart(lifecycle, transcripts, id),
    polls,
  }))
}

function findStart({ start }: Lifecycle, transcripts: readonly Transcript[], id: string): Transcript | undefined {
  const pointers = new Map(start.map((known) => [known.operation, known.id]))
  return transcripts.find((transcript) => {
    const pointer = pointers.get(transcript.operation)
    return pointer !== undefined && runIdOf(transcript, pointer) === id
  })
}

function startOf(lifecycle: Lifecycle, { start }: Job): ReturnType<typeof observeStart> {
  const answer = start && jobAnswerOf(start)
  return answer
    ? observeStart(lifecycle, { operation: start.operation, request: start.request.json, ...answer })
    : { state: startLifecycle(), violations: [] }
}

function judgeJob(lifecycle: Lifecycle, job: Job, kinds: Clause['kinds'], expected: string): Observation {
  const begun = startOf(lifecycle, job)
  const early = begun.violations.find(({ kind }) => kinds.includes(kind))
  if (early && job.start) return expectThat(false, job.start, expected, () => formatLifecycleViolation(early))
  let state = begun.state
  for (const poll of job.polls) {
    const answer = jobAnswerOf(poll)
    if (!answer) continue
    const step = observeLifecycle(lifecycle, state, answer)
    const found = step.violations.find(({ kind }) => kinds.includes(kind))
    if (found) return expectThat(false, poll, expected, () => formatLifecycleViolation(found))
    state = step.state
  }
  return { verdict: 'kept' }
}
