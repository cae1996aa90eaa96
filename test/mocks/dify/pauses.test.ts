import { expect, it } from 'vitest'
import type { FormAnswer } from '../../../src/run/moment.ts'
import { framesUntil, outline, pingsIn, tell } from './tell.ts'

/** When the only form of a run came up, and the offset at which somebody listens. */
function pausedRun(name: string) {
  const told = tell(name)
  const at = (told.moments().find(({ kind }) => kind === 'run-paused')?.at ?? 0) + 1_000
  const answer = (node: string, after: number): FormAnswer => ({ at: at + after, node, action: 'go', inputs: {} })
  const frames = (flags: { snapshot?: boolean; continueOnPause?: boolean }, answers: readonly FormAnswer[] = []) =>
    [...told.resumed({ at, snapshot: false, continueOnPause: false, ...flags }, told.moments(answers))].map(
      (frame) => ({
        ...frame,
        at: frame.at - at,
      }),
    )
  return { answer, frames }
}

const tens = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index * 10_000)

it('says nothing of a paused run but pings, until 300 seconds have passed', () => {
  const frames = pausedRun('human-input').frames({})
  expect(pingsIn(frames)).toEqual(tens(0, 31))
  expect(frames).toHaveLength(31)
})

it('pings by the time since a run went on, not since it was started', () => {
  const { frames, answer } = pausedRun('form-then-work')
  const told = frames({}, [answer('ask', 12_345)])
  expect(pingsIn(told)).toEqual([0, 10_000, 22_345, 32_345])
  expect(told.at(-1)?.event).toBe('workflow_finished')
})

it('closes at the next pause after an answer', () => {
  const { frames, answer } = pausedRun('two-forms')
  const told = frames({}, [answer('first', 15_000)])
  expect(outline(told)).toEqual([
    'workflow_started resumption',
    ...['1 human-input started', 'human_input_form_filled', '1 human-input succeeded', '1 human-input started'],
    ...['human_input_required', 'workflow_paused'],
  ])
  expect(told.at(-1)?.event).toBe('workflow_paused')
})

it('stays open over a pause that is longer than it likes only when told to, and no longer than 300 seconds', () => {
  const { frames, answer } = pausedRun('two-forms')
  const told = frames({ snapshot: true, continueOnPause: true }, [answer('first', 15_000)])
  const paused = told.findLast(({ event }) => event === 'workflow_paused')?.at ?? 0
  expect(pingsIn(told)).toEqual([0, 10_000, ...tens(paused + 10_000, 30)])
  const pauses = outline(told).filter((line) => line === 'workflow_paused')
  expect(pauses).toHaveLength(2)
})

it('goes on over all pauses to the end when told to', () => {
  const { frames, answer } = pausedRun('two-forms')
  const told = frames({ snapshot: true, continueOnPause: true }, [answer('first', 15_000), answer('second', 20_000)])
  expect(told.at(-1)?.event).toBe('workflow_finished')
  expect(outline(told).filter((line) => line.startsWith('workflow_'))).toEqual([
    ...['workflow_started initial', 'workflow_paused', 'workflow_started resumption', 'workflow_paused'],
    ...['workflow_started resumption', 'workflow_finished'],
  ])
})

it('forgets what ends a stream that continues without the snapshot', () => {
  const { frames, answer } = pausedRun('human-input')
  const told = frames({ continueOnPause: true }, [answer('review', 5_000)])
  const end = told.findIndex(({ event }) => event === 'workflow_finished')
  expect(end).toBeGreaterThan(0)
  expect(told.slice(end + 1).map(({ event }) => event)).toEqual(Array(30).fill('ping'))
  expect(pingsIn(told.slice(end))).toEqual(tens((told[end]?.at ?? 0) + 10_000, 30))
})

it('pings on in a stream that never ends while the run works', () => {
  const { resumed } = tell('slow')
  const frames = framesUntil(resumed({ at: 3_000, snapshot: false, continueOnPause: true }), 903_000)
  expect(pingsIn(frames)).toEqual([3_000, ...tens(10_000, 90)])
})
