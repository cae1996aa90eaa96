import fc from 'fast-check'
import { expect, it } from 'vitest'
import { FlowproofError } from '../../src/errors.ts'
import { compileLifecycle, type Lifecycle, startLifecycle, stepLifecycle } from '../../src/spec/lifecycle.ts'

const STATES = ['a', 'b', 'c', 'd']

interface Given {
  readonly initial: readonly string[]
  readonly moves: Readonly<Record<string, readonly string[]>>
  readonly terminal: readonly string[]
}

const state = fc.constantFrom(...STATES)
const givens: fc.Arbitrary<Given> = fc.record({
  initial: fc.uniqueArray(state, { minLength: 1, maxLength: 2 }),
  moves: fc.dictionary(state, fc.uniqueArray(state, { maxLength: 3 }), {
    minKeys: 1,
    maxKeys: 3,
    noNullPrototype: true,
  }),
  terminal: fc.uniqueArray(state, { minLength: 1, maxLength: 2 }),
})

function compile({ initial, moves, terminal }: Given): Lifecycle | undefined {
  const operation = { operation: 'get', parameter: 'id' }
  const source = {
    start: [{ operation: 'get', id: '/id' }],
    status: { ...operation, state: '/s' },
    initial,
    moves,
    terminal,
  }
  try {
    return compileLifecycle('job', source, {
      operations: new Map([['get', { parameters: [{ name: 'id' }], requestBody: undefined, responses: new Map() }]]),
      where: () => ({ file: 'test.yaml' }),
    })
  } catch (error) {
    if (error instanceof FlowproofError) return undefined
    throw error
  }
}

// All paths without a loop, one after the other.
function leadsTo({ moves }: Given, from: string, to: string, path: readonly string[] = []): boolean {
  if (from === to) return true
  return (moves[from] ?? []).some(
    (next) => !path.includes(next) && leadsTo({ moves, initial: [], terminal: [] }, next, to, [...path, from]),
  )
}

function isSound(given: Given): boolean {
  const { initial, moves, terminal } = given
  const known = [...Object.keys(moves), ...terminal]
  const named = [...initial, ...Object.values(moves).flat()]
  return (
    named.every((name) => known.includes(name)) &&
    terminal.every((name) => (moves[name] ?? []).length === 0) &&
    known.every((name) => initial.some((start) => leadsTo(given, start, name))) &&
    known.every((name) => terminal.some((end) => leadsTo(given, name, end)))
  )
}

function isLegal(given: Given, polled: readonly string[]): boolean {
  return polled.every((name, index) => leadsTo(given, polled[index - 1] ?? name, name))
}

function judge(lifecycle: Lifecycle, polled: readonly string[]) {
  let current = startLifecycle()
  return polled.flatMap((s) => {
    const step = stepLifecycle(lifecycle, current, { s })
    current = step.state
    return step.violations
  })
}

it('loads exactly the lifecycles whose states fit together', () => {
  let sound = 0
  fc.assert(
    fc.property(givens, (given) => {
      if (isSound(given)) sound++
      expect(compile(given) !== undefined).toBe(isSound(given))
    }),
    { numRuns: 5000 },
  )
  expect(sound).toBeGreaterThan(50)
})

const jobs = givens.filter(isSound).chain((given) => {
  const known = [...new Set([...Object.keys(given.moves), ...given.terminal])]
  return fc.record({
    given: fc.constant(given),
    polled: fc.array(fc.constantFrom(...known), { maxLength: 6 }),
    at: fc.nat(6),
    other: fc.constantFrom(...known),
  })
})

it('finds the first poll that no moves lead to', () => {
  fc.assert(
    fc.property(jobs, ({ given, polled }) => {
      const lifecycle = compile(given)
      if (!lifecycle) throw new Error('a sound lifecycle does not load')
      const wrong = polled.findIndex((_, index) => !isLegal(given, polled.slice(0, index + 1)))
      const [first] = judge(lifecycle, polled)
      const want = { kind: 'illegal-move', poll: wrong + 1, from: polled[wrong - 1], to: polled[wrong] }
      if (wrong === -1) expect(first).toBeUndefined()
      else expect(first).toMatchObject(want)
    }),
    { numRuns: 1000 },
  )
})

it('finds one fault when one poll of a legal job is added or replaced, unless it is legal still', () => {
  let edited = 0
  fc.assert(
    fc.property(jobs, fc.nat(1), ({ given, polled, at, other }, remove) => {
      const lifecycle = compile(given)
      if (!lifecycle || !isLegal(given, polled)) return
      const wrong = polled.toSpliced(at % (polled.length + 1), remove, other)
      const legal = isLegal(given, wrong)
      if (!legal) edited++
      expect(judge(lifecycle, wrong)).toHaveLength(legal ? 0 : 1)
    }),
    { numRuns: 2000 },
  )
  expect(edited).toBeGreaterThan(100)
})
