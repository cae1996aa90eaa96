import { expect, it } from 'vitest'
import { createHeldClock } from '../../src/mock/held-clock.ts'
import type { Run } from '../../src/mock/run.ts'
import { createRuns } from '../../src/mock/runs.ts'
import { loadScenarios } from '../../src/run/load-scenarios.ts'
import type { MomentKind } from '../../src/run/moment.ts'
import { SCENARIOS } from './parrot.ts'

const REQUEST = { message: '', inputs: {}, user: '' }

function scenarioOf(name: string) {
  const scenario = loadScenarios([SCENARIOS]).find((one) => one.name === name)
  if (!scenario) throw new Error(`There is no scenario ${name}`)
  return scenario
}

/** A clock, runs on it, and one that was started. */
function startRun(name: string, { instant = false, size = 1_000 } = {}) {
  const clock = createHeldClock()
  const runs = createRuns({ clock, seed: 's', instant, size })
  const start = () => runs.start({ scenario: scenarioOf(name), request: REQUEST, names: ['run', 'task'] })
  return { clock, runs, run: start(), start }
}

function offsetOf(run: Run, kind: MomentKind): number {
  const moment = run.moments().find((one) => one.kind === kind)
  if (!moment) throw new Error(`The run has no ${kind}`)
  return moment.at
}

it('gives ids that look random and are the same each time', () => {
  const [first, second] = [startRun('words').run, startRun('words').run]
  expect(first.id('run')).toBe(second.id('run'))
  expect(first.id('run')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  const { run, start } = startRun('words')
  expect(new Set([run.id('run'), run.id('task'), start().id('run')]).size).toBe(3)
})

it('finds a run by its ids and by no other', () => {
  const { runs, run, start } = startRun('words')
  const other = start()
  expect(runs.find('run', run.id('run'))).toBe(run)
  expect(runs.find('task', other.id('task'))).toBe(other)
  expect(runs.find('task', run.id('run'))).toBeUndefined()
  expect(runs.list().map(({ number }) => number)).toEqual([2, 1])
})

it('forgets old runs that have ended, and none that goes on', async () => {
  const { clock, runs, run, start } = startRun('forever', { size: 10 })
  const ended = Array.from({ length: 30 }, start)
  for (const old of ended) old.stop('enough')
  await clock.advance(1)
  const newest = start()
  expect(runs.list().length).toBeLessThanOrEqual(13)
  expect(runs.find('run', run.id('run'))).toBe(run)
  expect(runs.find('run', newest.id('run'))).toBe(newest)
  expect(runs.find('run', ended[0]?.id('run') ?? '')).toBeUndefined()
  expect(runs.find('run', ended[29]?.id('run') ?? '')).toBe(ended[29])
})

it('has its past by the clock', async () => {
  const { clock, run } = startRun('words')
  const kinds = () => run.past().map(({ kind }) => kind)
  expect(kinds()).toEqual(['run-started'])
  await clock.advanceTo(offsetOf(run, 'text') - 1)
  expect(kinds()).toEqual(['run-started', 'node-started'])
  await clock.advance(1)
  expect(kinds()).toEqual(['run-started', 'node-started', 'text'])
  await clock.advance(10_000)
  expect([kinds().at(-1), run.over(), run.resting()]).toEqual(['run-finished', true, true])
  expect(run.past()).toEqual(run.moments())
})

it('stops from the next millisecond on, and only once', async () => {
  const { clock, run } = startRun('words')
  await clock.advance(400)
  const told = run.past()
  expect([run.stop('enough', 100), run.stop('again')]).toEqual([true, true])
  expect(run.moments().slice(0, told.length)).toEqual(told)
  expect(run.moments().at(-1)).toMatchObject({ kind: 'run-finished', at: 501, status: 'stopped', error: 'enough' })
  expect(run.over()).toBe(false)
  await clock.advance(101)
  expect([run.over(), run.stop('late')]).toEqual([true, false])
})

it('does not stop what ends before', async () => {
  const { clock, run } = startRun('words')
  await clock.advance(400)
  run.stop('enough', 60_000)
  await clock.advance(60_001)
  expect(run.moments().at(-1)).toMatchObject({ status: 'succeeded' })
})

it('is answered only while a form waits', async () => {
  const { clock, run } = startRun('ask')
  const answer = (node: string) => run.answer({ node, action: 'yes', inputs: {} })
  await clock.advance(1_000)
  expect([run.resting(), run.over()]).toEqual([true, false])
  expect([answer('say'), answer('ask'), answer('ask')]).toEqual([false, true, false])
  await clock.advance(10_000)
  expect([run.over(), answer('ask')]).toEqual([true, false])
})

it('is not answered after the form has expired', async () => {
  const { clock, run } = startRun('ask')
  await clock.advanceTo(offsetOf(run, 'input-expired'))
  expect(run.answer({ node: 'ask', action: 'yes', inputs: {} })).toBe(false)
  await clock.advance(10_000)
  expect(run.moments().map(({ kind }) => kind)).toContain('input-expired')
})

it('stops while it waits for a person', async () => {
  const { clock, run } = startRun('ask')
  await clock.advance(1_000)
  run.stop('enough')
  await clock.advance(1)
  expect([run.over(), run.answer({ node: 'ask', action: 'yes', inputs: {} })]).toEqual([true, false])
})

it('is at its next rest at once when it is instant', async () => {
  const { clock, run } = startRun('ask', { instant: true })
  expect([run.resting(), run.past().at(-1)?.kind]).toEqual([true, 'run-paused'])
  const paused = run.elapsed()
  await clock.advance(1_000)
  expect(run.elapsed()).toBe(paused + 1_000)
  run.answer({ node: 'ask', action: 'yes', inputs: {} })
  expect(run.over()).toBe(true)
})

it('goes on by itself when a form expires, instant or not', async () => {
  const { clock, run } = startRun('ask', { instant: true })
  await clock.advance(59_999)
  expect(run.over()).toBe(false)
  await clock.advance(1)
  expect(run.over()).toBe(true)
})

it('works on when it is instant and works until it is stopped', async () => {
  const { clock, run } = startRun('forever', { instant: true })
  const reached = run.elapsed()
  await clock.advance(500)
  expect([run.resting(), run.elapsed() - reached]).toEqual([false, 500])
  run.stop('enough', 300)
  expect(run.over()).toBe(true)
})

it('tells who listens of each change, until they do not listen any more', () => {
  const { run } = startRun('forever')
  let changes = 0
  const end = run.onChange(() => changes++)
  run.stop('enough', 1_000)
  end()
  run.answer({ node: 'x', action: 'y', inputs: {} })
  expect(changes).toBe(1)
})
