import { type Check, expectThat } from '../../src/contract/check.ts'
import { type JourneyCheck, journeyChecks, requestsTo } from '../../src/contract/journey-checks.ts'
import { jsonOf, showAnswer, succeeded } from '../../src/contract/transcript.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { same } from './scene.ts'

const CREATE = { operation: 'createPrediction' } as const

/** Refusals that documents promise, forms with files, and pings. */
export const otherChecks: readonly Check[] = journeyChecks([
  {
    ...CREATE,
    id: 'refusals.no-question',
    claim: 'SHOULD refuse with 400 a message that has nothing to run the flow with',
    journey: 'no-question',
    judge: refusedWith(400),
  },
  {
    ...CREATE,
    id: 'refusals.odd-values',
    claim: 'SHOULD refuse with 422 a message whose values are of another kind than documented',
    journey: 'odd-values',
    judge: refusedWith(422),
  },
  {
    ...CREATE,
    id: 'refusals.unknown-flow-streamed',
    claim: 'SHOULD refuse with 404 an unknown flow where a stream is asked for, too',
    journey: 'unknown-flow-streamed',
    judge: refusedWith(404),
  },
  {
    ...CREATE,
    id: 'refusals.wrong-key-streamed',
    claim: 'SHOULD refuse with 401 a wrong key where a stream is asked for, too',
    journey: 'wrong-key-streamed',
    judge: refusedWith(401),
  },
  {
    ...CREATE,
    id: 'refusals.documented-form',
    claim: 'SHOULD tell a refusal of a message as the text `error`, as documents show it',
    journey: 'unknown-flow',
    judge: ({ transcripts: [refused] }) => {
      if (!refused) return []
      const kept = typeof readPointer(jsonOf(refused), '/error') === 'string'
      return expectThat(kept, refused, 'an object with `error`', () => showAnswer(refused))
    },
  },
  {
    ...CREATE,
    id: 'form.field-names-the-session',
    claim: 'MUST take the session from a field of a form that has a file',
    journey: 'form',
    judge: sessionOf(0, ({ sessionId }) => sessionId),
  },
  {
    ...CREATE,
    id: 'form.overrides-are-read',
    claim: 'SHOULD read the overrides in a form as JSON',
    journey: 'form',
    judge: sessionOf(1, ({ overrideConfig }) => readPointer(JSON.parse(overrideConfig ?? '{}'), '/sessionId')),
  },
  {
    id: 'ping.says-pong',
    claim: 'MUST say pong',
    operation: 'ping',
    journey: 'ping',
    judge: ({ transcripts: [ping] }) => {
      const body = ping?.answer?.body
      return ping ? same(ping, 'the text', 'pong', body?.kind === 'text' ? body.text : undefined) : []
    },
  },
])

function refusedWith(status: number): JourneyCheck['judge'] {
  return ({ transcripts: [refused] }) =>
    refused ? expectThat(refused.answer?.status === status, refused, `status ${status}`, () => showAnswer(refused)) : []
}

function sessionOf(
  place: number,
  wanted: (fields: Readonly<Record<string, string>>) => unknown,
): JourneyCheck['judge'] {
  return (scene) => {
    const run = requestsTo(scene, 'createPrediction')[place]
    if (!run?.request.fields) return 'no form was sent'
    if (!succeeded(run)) return `the flow takes no files: ${showAnswer(run)}`
    return same(run, 'sessionId', wanted(run.request.fields), readPointer(jsonOf(run), '/sessionId'))
  }
}
