import { kebab } from '../../src/contract/kebab.ts'
import type { Lifecycle } from '../../src/spec/lifecycle.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { put } from '../broken/damage.ts'
import { jsonOf } from './derive-body.ts'
import type { Answer, Damage, Mutant } from './mutant.ts'

/** The mutants of what a job's status answers say one after another. */
export function deriveLifecycleMutants(lifecycle: Lifecycle): readonly Mutant[] {
  const { status, stop, initial, moves, terminal, constant, rising, once, bound } = lifecycle
  const id = kebab(status.operation)
  const owners = ['states', 'moves', 'constants', 'rising', 'once', 'bound', 'succeeds'].map((claim) => `*.${claim}`)
  const make = (kind: string, what: string, begin: () => Change): Mutant => ({
    kind,
    operation: status.operation,
    what,
    owners: [...owners, `${id}.body`, `${id}.body-assumed`],
    damage: () => onJson(begin()),
  })
  const first = initial[0] ?? ''
  const busy = [...moves.keys()].find((state) => !terminal.includes(state)) ?? first
  const stateIn = (value: unknown) => String(readPointer(value, status.state))
  const isOver = (value: unknown) => terminal.includes(stateIn(value))
  const isStopped = (state: string) => stop?.leadsTo.includes(state) ?? false
  return [
    make('state-unknown', status.state, () => (value) => put(value, status.state, 'no-such-state')),
    make('state-never-ends', busy, () => (value) => (isOver(value) ? put(value, status.state, busy) : undefined)),
    make('state-goes-back', first, () => afterEnd(isOver, (value) => put(value, status.state, first))),
    ...terminal.flatMap((from) =>
      terminal
        .filter((to) => to !== from)
        .map((to) => {
          const kind = isStopped(from) && !isStopped(to) ? 'stopped-completes' : 'state-swapped'
          return make(kind, `${from} told as ${to}`, () => (value) => {
            return stateIn(value) === from ? put(value, status.state, to) : undefined
          })
        }),
    ),
    ...constant.map((pointer) =>
      make('constant-changes', pointer, () => numbered(pointer, (number) => `other-${number}`)),
    ),
    ...rising.map((pointer) => make('rising-falls', pointer, () => numbered(pointer, (number) => 1 / (number + 1)))),
    ...once.map((pointer) => make('once-changes', pointer, () => afterFirst(pointer))),
    ...bound.flatMap(({ pointer, in: states, required }) => [
      ...(required
        ? [
            make('bound-missing', pointer, () => (value) => {
              return states.includes(stateIn(value)) ? put(value, pointer, null) : undefined
            }),
          ]
        : []),
      make('bound-early', pointer, () => (value) => {
        return states.includes(stateIn(value)) ? undefined : put(value, pointer, 'too early')
      }),
    ]),
  ]
}

type Change = (value: unknown, answer: Answer) => unknown

function onJson(change: Change): Damage {
  return (answer) => {
    const value = answer.status < 300 ? jsonOf(answer) : undefined
    if (value === undefined) return 'not asked'
    const changed = change(value, answer)
    return changed === undefined ? 'no such part' : { ...answer, text: JSON.stringify(changed) }
  }
}

// The first final answer about each job stays, so that what follows contradicts it.
function afterEnd(isOver: (value: unknown) => boolean, change: (value: unknown) => unknown): Change {
  const over = new Set<string>()
  return (value, { url }) => {
    if (over.has(url)) return change(value)
    if (isOver(value)) over.add(url)
    return undefined
  }
}

function numbered(pointer: string, next: (number: number) => unknown): Change {
  let number = 0
  return (value) => {
    if ((readPointer(value, pointer) ?? null) === null) return undefined
    number += 1
    return put(value, pointer, next(number))
  }
}

// What is told first about each job stays, so that what follows contradicts it.
function afterFirst(pointer: string): Change {
  const told = new Map<string, number>()
  return (value, { url }) => {
    const set = readPointer(value, pointer) ?? undefined
    if (set === undefined) return undefined
    const times = told.get(url) ?? 0
    told.set(url, times + 1)
    return times === 0 ? undefined : put(value, pointer, typeof set === 'number' ? set + times : `${set} ${times}`)
  }
}
