import type { Check } from '../../src/contract/check.ts'
import { type JourneyCheck, journeyChecks, requestsTo } from '../../src/contract/journey-checks.ts'
import { jsonOf, showAnswer, succeeded, type Transcript } from '../../src/contract/transcript.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { same } from './scene.ts'

const CREATE = { operation: 'createPrediction' } as const

/** How a message names its chat and its session. */
export const sessionChecks: readonly Check[] = journeyChecks([
  {
    ...CREATE,
    id: 'named-session.names-the-chat',
    claim: 'MUST name the chat after the session of the overrides where no chat is said',
    journey: 'named-session',
    judge: ofMessage(0, (run) => {
      const session = readPointer(run.request.json, '/overrideConfig/sessionId')
      return same(run, 'chatId and sessionId', [session, session], namesOf(run))
    }),
  },
  {
    ...CREATE,
    id: 'named-session.stands-beside-the-chat',
    claim: 'MUST keep the chat and the session of the overrides apart where both are said',
    journey: 'named-session',
    judge: ofMessage(1, (run) => {
      const said = ['/chatId', '/overrideConfig/sessionId'].map((pointer) => readPointer(run.request.json, pointer))
      return same(run, 'chatId and sessionId', said, namesOf(run))
    }),
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
])

function namesOf(run: Transcript): readonly unknown[] {
  return ['/chatId', '/sessionId'].map((pointer) => readPointer(jsonOf(run), pointer) ?? null)
}

function ofMessage(place: number, judge: (run: Transcript) => ReturnType<typeof same>): JourneyCheck['judge'] {
  return (scene) => {
    const run = requestsTo(scene, 'createPrediction')[place]
    if (!run) return 'no message was sent'
    return succeeded(run) ? judge(run) : `the message was not answered: ${showAnswer(run)}`
  }
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
