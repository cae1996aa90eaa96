import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Moment, MomentOf } from '../../src/run/moment.ts'
import { plan } from '../../src/run/plan.ts'
import { stateAt } from '../../src/run/state-at.ts'
import { stopAt } from '../../src/run/stop-at.ts'
import { type AnyRun, anyRun } from './any-scenario.ts'

const RUNS = { numRuns: 150 }

const momentsOf = ({ scenario, request, seed, answers }: AnyRun) => plan(scenario, request, seed, answers)
const before = (moments: readonly Moment[], at: number) => moments.filter((moment) => moment.at < at)

/** An offset somewhere in a run or shortly after it. */
const anyOffset = (moments: readonly Moment[], share: number) => Math.round((moments.at(-1)?.at ?? 0) * share)

type Start = MomentOf<'node-started' | 'group-started'>
type Finish = MomentOf<'node-finished' | 'group-finished'>
const isStart = (moment: Moment): moment is Start => moment.kind === 'node-started' || moment.kind === 'group-started'
const isFinish = (moment: Moment): moment is Finish =>
  moment.kind === 'node-finished' || moment.kind === 'group-finished'

it('plans the same moments each time', () => {
  fc.assert(
    fc.property(anyRun(), (run) => {
      expect(momentsOf(run)).toEqual(momentsOf(run))
    }),
    RUNS,
  )
})

it('tells moments in order of time, from the start of the run to its end, a pause or an endless node', () => {
  fc.assert(
    fc.property(anyRun(), (run) => {
      const moments = momentsOf(run)
      expect(moments[0]).toMatchObject({ kind: 'run-started', at: run.scenario.queued })
      for (const [index, { at }] of moments.entries()) expect(at).toBeGreaterThanOrEqual(moments[index - 1]?.at ?? 0)
      expect(moments.every(({ at }) => Number.isSafeInteger(at))).toBe(true)
      expect(moments.slice(0, -1).some(({ kind }) => kind === 'run-finished')).toBe(false)
      const endless = JSON.stringify(run.scenario).includes('until-stopped')
      if (!endless) expect(['run-finished', 'run-paused']).toContain(moments.at(-1)?.kind)
    }),
    RUNS,
  )
})

it('pairs each finish with its start, and in a run that succeeds each start with a finish', () => {
  fc.assert(
    fc.property(anyRun(), (run) => {
      const moments = momentsOf(run)
      const open = new Map<string, Start>()
      for (const moment of moments) {
        if (isStart(moment)) {
          expect(open.has(moment.node.key)).toBe(false)
          open.set(moment.node.key, moment)
        } else if (isFinish(moment)) {
          const start = open.get(moment.node.key)
          expect(start?.node).toBe(moment.node)
          expect(moment.startedAt).toBe(start?.startedAt)
          open.delete(moment.node.key)
        }
      }
      const last = moments.at(-1)
      if (last?.kind === 'run-finished' && last.status !== 'failed') expect([...open.keys()]).toEqual([])
    }),
    RUNS,
  )
})

it('tells of nothing in a node but between its start and its finish', () => {
  fc.assert(
    fc.property(anyRun(), (run) => {
      const open = new Set<string>()
      for (const moment of momentsOf(run)) {
        if (isStart(moment)) open.add(moment.node.key)
        const isWholeOfGroup = moment.kind === 'text' && moment.whole
        if ('node' in moment && !isWholeOfGroup) expect(open).toContain(moment.node.key)
        if ('node' in moment && moment.node.within) expect(open).toContain(moment.node.within.node.key)
        if (isFinish(moment)) open.delete(moment.node.key)
      }
    }),
    RUNS,
  )
})

it('changes nothing before an answer that comes in addition', () => {
  fc.assert(
    fc.property(anyRun(4), (run) => {
      for (const [index, answer] of run.answers.entries()) {
        const without = momentsOf({ ...run, answers: run.answers.slice(0, index) })
        const having = momentsOf({ ...run, answers: run.answers.slice(0, index + 1) })
        expect(before(having, answer.at)).toEqual(before(without, answer.at))
      }
    }),
    RUNS,
  )
})

it('tells pieces that join to the node’s text', () => {
  fc.assert(
    fc.property(anyRun(), (run) => {
      const pieces = new Map<string, string>()
      for (const moment of momentsOf(run)) {
        if (moment.kind === 'text' && moment.output === 'text') {
          pieces.set(moment.node.key, (pieces.get(moment.node.key) ?? '') + moment.text)
        }
        if (moment.kind !== 'node-finished' || moment.text === undefined || moment.node.within) continue
        expect(pieces.get(moment.node.key) ?? '').toBe(moment.text)
      }
    }),
    RUNS,
  )
})

it('sums up what it tells', () => {
  fc.assert(
    fc.property(anyRun(), (run) => {
      const moments = momentsOf(run)
      for (const [index, moment] of moments.entries()) {
        if (moment.kind !== 'run-finished' && moment.kind !== 'run-paused') continue
        const past = moments.slice(0, index)
        const usages = past.flatMap((other) => (other.kind === 'node-finished' && other.usage ? [other.usage] : []))
        const outer = past.filter((other) => 'node' in other && other.node.within === undefined)
        const retried = outer.filter(({ kind }) => kind === 'node-retried').length
        const failed = outer.filter((other) => isFinish(other) && other.status !== 'succeeded').length
        const dollars = usages.map((usage) => usage.promptTokens * 0.15e-6 + usage.completionTokens * 0.6e-6)
        expect(moment.totals).toEqual({
          promptTokens: usages.reduce((sum, { promptTokens }) => sum + promptTokens, 0),
          completionTokens: usages.reduce((sum, { completionTokens }) => sum + completionTokens, 0),
          price: expect.closeTo(
            dollars.reduce((sum, price) => sum + price, 0),
            5,
          ),
          steps: outer.filter(isStart).length + retried,
          failures: failed + retried,
        })
      }
    }),
    RUNS,
  )
})

it('ends a run partial when an attempt failed and the run did not', () => {
  fc.assert(
    fc.property(anyRun(), (run) => {
      const last = momentsOf(run).at(-1)
      if (last?.kind !== 'run-finished') return
      const want = last.error !== undefined ? 'failed' : last.totals.failures > 0 ? 'partial' : 'succeeded'
      expect(last.status).toBe(want)
    }),
    RUNS,
  )
})

it('tells the same story with another seed, only at other times', () => {
  fc.assert(
    fc.property(anyRun(0), (run) => {
      const [one, other] = [momentsOf(run).at(-1), momentsOf({ ...run, seed: `${run.seed}!` }).at(-1)]
      if (one?.kind !== 'run-finished' || other?.kind !== 'run-finished' || one.status === 'failed') return
      expect({ ...other, at: 0 }).toEqual({ ...one, at: 0 })
    }),
    RUNS,
  )
})

it('stops a run at any time, and changes nothing before', () => {
  fc.assert(
    fc.property(anyRun(), fc.double({ min: 0, max: 1.3, noNaN: true }), (run, share) => {
      const moments = momentsOf(run)
      const at = anyOffset(moments, share)
      const stopped = stopAt(moments, at, 'enough')
      const over = moments.some((moment) => moment.kind === 'run-finished' && moment.at <= at)
      if (over) {
        expect(stopped).toBe(moments)
        return
      }
      expect(before(stopped, at)).toEqual(before(moments, at))
      expect(stopped.at(-1)).toMatchObject({ kind: 'run-finished', at, status: 'stopped', error: 'enough' })
      expect(stopped.every((moment) => moment.at <= at)).toBe(true)
      expect(stopAt(stopped, at + 100, 'again')).toBe(stopped)
    }),
    RUNS,
  )
})

it('knows at any time only what has happened', () => {
  fc.assert(
    fc.property(anyRun(), fc.double({ min: 0, max: 1.3, noNaN: true }), (run, share) => {
      const moments = momentsOf(run)
      const at = anyOffset(moments, share)
      const past = moments.filter((moment) => moment.at <= at)
      const state = stateAt(moments, at)
      expect(state).toEqual({ ...stateAt(past, at), planned: state.planned })
      expect(state.finished).toBeLessThanOrEqual(state.planned)
      expect(state.finished).toBeGreaterThanOrEqual(stateAt(moments, at - 50).finished)
      const end = stateAt(moments, Number.POSITIVE_INFINITY)
      if (end.status === 'succeeded' || end.status === 'partial') {
        expect(end).toMatchObject({ finished: end.planned, current: [], forms: [] })
      }
    }),
    RUNS,
  )
})
