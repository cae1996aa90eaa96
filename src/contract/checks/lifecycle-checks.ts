import {
  formatLifecycleViolation,
  type Lifecycle,
  type LifecycleViolation,
  startLifecycle,
  stepLifecycle,
} from '../../spec/lifecycle.ts'
import type { Check, Evidence, Observation } from '../check.ts'
import { expectThat } from '../check.ts'
import { kebab } from '../kebab.ts'
import { jsonOf, succeeded, type Transcript } from '../transcript.ts'

interface Clause {
  readonly name: string
  readonly claim: Check['claim']
  readonly kinds: readonly LifecycleViolation['kind'][]
  readonly expected: string
  /** Answers about one job that it takes to show it. */
  readonly polls: number
}

/** What the status of a job has to keep over all answers about it. */
export function lifecycleChecks(lifecycle: Lifecycle, probes: readonly string[]): readonly Check[] {
  return clausesOf(lifecycle).map(({ name, claim, kinds, expected, polls }) => ({
    id: `${kebab(lifecycle.kind)}.${name}`,
    claim,
    operation: lifecycle.status.operation,
    needs: probes,
    judge: (evidence) =>
      jobsOf(evidence, lifecycle)
        .filter((job) => job.length >= polls)
        .map((job) => judgeJob(lifecycle, job, kinds, expected)),
  }))
}

function clausesOf({ constant, rising, once, bound }: Lifecycle): readonly Clause[] {
  const twice = { polls: 2 } as const
  return [
    {
      name: 'states',
      claim: 'MUST show only states that its lifecycle knows',
      kinds: ['state-missing', 'state-unknown'],
      expected: 'a known state',
      polls: 1,
    },
    {
      name: 'moves',
      claim: 'MUST change its state only as its lifecycle allows',
      kinds: ['illegal-move', 'not-initial'],
      expected: 'legal moves',
      ...twice,
    },
    ...when(constant, {
      name: 'constants',
      claim: 'MUST keep the same what its lifecycle says is constant',
      kinds: ['constant-changed'],
      expected: `constant ${constant.join(', ')}`,
      ...twice,
    }),
    ...when(rising, {
      name: 'rising',
      claim: 'MUST never let fall what its lifecycle says only rises',
      kinds: ['fell'],
      expected: `${rising.join(', ')} that never falls`,
      ...twice,
    }),
    ...when(once, {
      name: 'once',
      claim: 'MUST set only once what its lifecycle says is set once',
      kinds: ['set-twice'],
      expected: `${once.join(', ')} set once`,
      ...twice,
    }),
    ...when(bound, {
      name: 'bound',
      claim: 'MUST set what is bound to a state in that state, and in no other',
      kinds: ['bound-broken'],
      expected: `${bound.map(({ pointer }) => pointer).join(', ')} as the state says`,
      polls: 1,
    }),
  ]
}

function when(list: readonly unknown[], clause: Clause): readonly Clause[] {
  return list.length > 0 ? [clause] : []
}

/** The answers about each job, in the order of asking. */
function jobsOf({ transcripts }: Evidence, { status }: Lifecycle): readonly (readonly Transcript[])[] {
  const polls = transcripts.filter(
    (transcript) => transcript.operation === status.operation && transcript.flaw === undefined && succeeded(transcript),
  )
  const jobs = new Map<string | undefined, Transcript[]>()
  for (const poll of polls.toSorted((a, b) => a.sentAt - b.sentAt)) {
    const id = poll.request.parameters[status.parameter]
    jobs.set(id, [...(jobs.get(id) ?? []), poll])
  }
  return [...jobs.values()]
}

function judgeJob(
  lifecycle: Lifecycle,
  job: readonly Transcript[],
  kinds: Clause['kinds'],
  expected: string,
): Observation {
  let state = startLifecycle()
  for (const poll of job) {
    const step = stepLifecycle(lifecycle, state, jsonOf(poll))
    const found = step.violations.find(({ kind }) => kinds.includes(kind))
    if (found) return expectThat(false, poll, expected, () => formatLifecycleViolation(found))
    state = step.state
  }
  return { verdict: 'kept' }
}
