import { kebab } from '../../src/contract/kebab.ts'
import type { Lifecycle } from '../../src/spec/lifecycle.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { put } from '../broken/damage.ts'
import { jsonOf } from './derive-body.ts'
import type { Answer, Damage, Mutant, Undamaged } from './mutant.ts'

/** The mutants of what a job's status answers say one after another. */
export function deriveLifecycleMutants(lifecycle: Lifecycle): readonly Mutant[] {
  const make = maker(lifecycle)
  return [...stateMutants(lifecycle, make), ...promiseMutants(lifecycle, make)]
}

/** Another body; or why there is none. */
type Change = (value: unknown, answer: Answer) => { readonly body: unknown } | Undamaged
type Make = (kind: string, what: string, owners: readonly string[], begin: () => Change) => Mutant

function maker({ kind: job, status }: Lifecycle): Make {
  return (kind, what, owners, begin) => ({
    kind,
    operation: status.operation,
    what,
    about: `a state of a ${job}`,
    owners: owners.map((owner) => (owner.includes('.') ? owner : `${kebab(job)}.${owner}`)),
    begin: () => onJson(begin()),
  })
}

function onJson(change: Change): Damage {
  return (answer) => {
    const value = answer.status < 300 ? jsonOf(answer) : undefined
    if (value === undefined) return 'not-asked'
    const changed = change(value, answer)
    return typeof changed === 'string' ? changed : { ...answer, text: JSON.stringify(changed.body) }
  }
}

function stateMutants(lifecycle: Lifecycle, make: Make): readonly Mutant[] {
  const { status, initial, moves, terminal, stop } = lifecycle
  const stateOf = (value: unknown) => String(readPointer(value, status.state))
  const isOver = (value: unknown) => terminal.includes(stateOf(value))
  const first = initial[0] ?? ''
  const busy = [...moves.keys()].filter((state) => !terminal.includes(state)).at(-1) ?? first
  const told = (value: unknown, state: string) => ({ body: put(value, status.state, state) })
  const ends = [
    'moves',
    'bound',
    '*.body',
    '*record*',
    '*.is-*',
    '*succeeds*',
    '*completes*',
    '*agree*',
    '*stop*',
    '*cancel*',
  ]
  return [
    make('state-unknown', status.state, ['states', '*.body'], () => (value) => told(value, 'no-such-state')),
    make('job-never-ends', busy, ends, () => (value) => (isOver(value) ? told(value, busy) : 'absent')),
    make('state-goes-back', first, ['moves'], () => afterEnd(isOver, (value) => told(value, first))),
    ...terminal.flatMap((from) =>
      terminal
        .filter((to) => to !== from)
        .map((to) => {
          const isStop = stop?.leadsTo.includes(from) === true && !stop.leadsTo.includes(to)
          return make(
            isStop ? 'stopped-job-ends' : 'end-swapped',
            `${from} told as ${to}`,
            ends,
            () => (value) => (stateOf(value) === from ? told(value, to) : 'absent'),
          )
        }),
    ),
  ]
}

function promiseMutants({ constant, rising, once, bound, status }: Lifecycle, make: Make): readonly Mutant[] {
  const other = (value: unknown, number: number) =>
    typeof value === 'number' ? value + number : `${String(value)}${number}`
  return [
    ...constant.map((pointer) => make('constant-changes', pointer, ['constants'], () => numbered(pointer, other))),
    ...rising.map((pointer) => make('rising-falls', pointer, ['rising'], () => falling(pointer))),
    ...once.map((pointer) => make('once-changes', pointer, ['once'], () => numbered(pointer, other))),
    ...bound.flatMap(({ pointer, in: states, required }) => {
      const isIn = (value: unknown) => states.includes(String(readPointer(value, status.state)))
      const has = (value: unknown) => (readPointer(value, pointer) ?? null) !== null
      const owners = ['bound', '*.body']
      const what = `${pointer} in ${states.join(', ')}`
      const left = make(
        'bound-left-out',
        what,
        owners,
        () => (value) => (isIn(value) && has(value) ? { body: put(value, pointer, null) } : 'absent'),
      )
      const early = make('bound-elsewhere', what, owners, () => {
        let seen: unknown = 'set'
        return (value) => {
          if (isIn(value) && has(value)) seen = readPointer(value, pointer)
          return isIn(value) || has(value) ? 'absent' : { body: put(value, pointer, seen) }
        }
      })
      return required ? [left, early] : [early]
    }),
  ]
}

// The first final answer about each job stays, so that what follows contradicts it.
function afterEnd(isOver: (value: unknown) => boolean, change: (value: unknown) => { readonly body: unknown }): Change {
  const over = new Set<string>()
  return (value, { url }) => {
    if (over.has(url)) return change(value)
    if (isOver(value)) over.add(url)
    return 'absent'
  }
}

/** Changes a value in each answer after the first that has it; `number` counts from 2. */
function numbered(pointer: string, next: (value: unknown, number: number) => unknown): Change {
  const numbers = new Map<string, number>()
  return (value, { url }) => {
    const old = readPointer(value, pointer) ?? null
    if (old === null) return 'absent'
    const number = (numbers.get(url) ?? 0) + 1
    numbers.set(url, number)
    return number === 1 ? 'absent' : { body: put(value, pointer, next(old, number)) }
  }
}

/** From the second answer about a job on, tells half of what was told before. */
function falling(pointer: string): Change {
  const told = new Map<string, number>()
  return (value, { url }) => {
    const now = readPointer(value, pointer)
    if (typeof now !== 'number') return 'absent'
    const before = told.get(url) ?? 0
    told.set(url, before > 0 ? before / 2 : now)
    return before > 0 ? { body: put(value, pointer, before / 2) } : 'absent'
  }
}
