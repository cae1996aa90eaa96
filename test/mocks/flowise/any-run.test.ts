import fc from 'fast-check'
import { expect, it } from 'vitest'
import { flowOf } from '../../../mocks/flowise/flows.ts'
import { graphOf } from '../../../mocks/flowise/graph.ts'
import { stretchFrames, tellRun } from '../../../mocks/flowise/stream.ts'
import { createRun } from '../../../src/mock/create-run.ts'
import { createHeldClock } from '../../../src/mock/held-clock.ts'
import type { Moment } from '../../../src/run/moment.ts'
import { plan } from '../../../src/run/plan.ts'
import { createScenarios } from '../../../src/run/scenarios.ts'
import { stopAt } from '../../../src/run/stop-at.ts'
import { endSequence, formatViolation, startSequence, stepSequence } from '../../../src/spec/sequence.ts'
import { createValidator } from '../../../src/spec/validator.ts'
import { type AnyRun, anyRun } from '../../run/any-scenario.ts'
import { spec } from './client.ts'

const stream = spec.operations.get('createPrediction')?.responses.get('200')?.content.get('text/event-stream')?.stream
const validator = createValidator(spec)

type Kind = 'agentflow' | 'chatflow' | 'agents'

/** What a server remembers of a run that it tells. */
function storyOf({ scenario, request, seed }: AnyRun, kind: Kind) {
  const flow = flowOf(
    createScenarios([scenario], { default: scenario.name }),
    kind === 'agentflow' ? 'any' : `${kind}-any`,
  )
  if (!flow) throw new Error('the scenario is not deployed')
  const run = createRun({ scenario, request }, { clock: createHeldClock(), seed, number: 1, instant: false })
  const turn = {
    question: 'Hi',
    form: undefined,
    said: 'Hi',
    decision: undefined,
    uploads: undefined,
    leadEmail: undefined,
  }
  const chat = { chatId: 'c-1', sessionId: 'c-1', odd: {} }
  const record = {
    flow,
    graph: graphOf(scenario),
    ...chat,
    turns: new Map([[0, turn]]),
    isPublic: null,
    changedAt: undefined,
  }
  return { run, record }
}

const momentsOf = ({ scenario, request, seed, answers }: AnyRun): readonly Moment[] =>
  plan(scenario, request, seed, answers)

/** What the spec objects to in the streams of all stretches. */
function objections(run: AnyRun, kind: Kind, moments: readonly Moment[]): string[] {
  const told = [...tellRun(storyOf(run, kind), moments)]
  const stretches = [...new Set(told.map(({ stretch }) => stretch))]
  return stretches.flatMap((number) => {
    const events: unknown[] = told.filter(({ stretch: at }) => at === number).map(({ event }) => event)
    if (!stream?.sequence) throw new Error('the stream has no sequence')
    let state = startSequence(stream.sequence)
    const found: string[] = []
    for (const event of events) {
      const step = stepSequence(stream.sequence, state, event)
      state = step.state
      found.push(...step.violations.map(formatViolation))
      found.push(...validator.check(stream.eventSchema, event).map(({ at, message }) => `${at} ${message}`))
    }
    const last = moments.at(-1)?.kind
    // Only the last stretch can be one that works until it is stopped.
    const isOver = number !== stretches.at(-1) || last === 'run-finished' || last === 'run-paused'
    return isOver ? [...found, ...endSequence(stream.sequence, state, 'closed').map(formatViolation)] : found
  })
}

const KINDS: readonly Kind[] = ['agentflow', 'chatflow', 'agents']

it.each(KINDS)('tells any run in a legal order: %s', (kind) => {
  fc.assert(
    fc.property(anyRun(), (run) => {
      expect(objections(run, kind, momentsOf(run))).toEqual([])
    }),
    { numRuns: 150 },
  )
})

it.each(['agentflow', 'agents'] as const)('tells any run that is aborted in a legal order: %s', (kind) => {
  fc.assert(
    fc.property(anyRun(), fc.double({ min: 0, max: 1, noNaN: true }), (run, share) => {
      const moments = momentsOf(run)
      const stopped = stopAt(moments, Math.round((moments.at(-1)?.at ?? 0) * share), 'aborted')
      expect(objections(run, kind, stopped)).toEqual([])
    }),
    { numRuns: 150 },
  )
})

it.each(KINDS)('tells nothing before it has happened: %s', (kind) => {
  fc.assert(
    fc.property(anyRun(), fc.double({ min: 0, max: 1, noNaN: true }), (run, share) => {
      const moments = momentsOf(run)
      const offset = Math.round((moments.at(-1)?.at ?? 0) * share)
      const upTo = (of: readonly Moment[]) =>
        [...tellRun(storyOf(run, kind), of)].filter(({ at }) => at <= offset).map((timed) => JSON.stringify(timed))
      expect(upTo(moments.filter(({ at }) => at <= offset))).toEqual(upTo(moments))
    }),
    { numRuns: 100 },
  )
})

it('writes frames in order of time, with a heartbeat at each half minute', () => {
  fc.assert(
    fc.property(anyRun(0), (run) => {
      const story = storyOf(run, 'agentflow')
      let last = 0
      let count = 0
      for (const { at, text } of stretchFrames(story, { stretch: 0, from: 0 }, momentsOf(run))) {
        expect(at).toBeGreaterThanOrEqual(last)
        if (text.startsWith(':')) expect((story.run.createdAt + at) % 30_000).toBe(0)
        last = at
        count += 1
        // A run that works until it is stopped beats for ever.
        if (count > 500) break
      }
    }),
    { numRuns: 50 },
  )
})
