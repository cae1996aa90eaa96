import type { Check } from '../../src/contract/check.ts'
import { flawedProbeName } from '../../src/contract/flaws.ts'
import { journeyChecks, requestsTo } from '../../src/contract/journey-checks.ts'
import { showAnswer, succeeded } from '../../src/contract/transcript.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { messagesIn } from './known.ts'
import { looks } from './looks.ts'
import { ofAnswer, ofEvents, type Told } from './scene.ts'
import { closingOf, type Form, streamedIn, utterancesIn } from './utterances.ts'
import { workflowsClosed } from './workflows-closed.ts'

const UNKNOWN_FLOW = flawedProbeName('runFlow', { kind: 'unknown-id', name: 'flow_id_or_name' })

/** Where versions differ and all of them are right: what is not as in 1.8.4 is told as the version that it looks like. */
export const versionChecks: readonly Check[] = [
  ...journeyChecks([
    {
      id: 'version.whole-messages',
      claim: 'SHOULD stream messages in full, with a copy of themselves, as from 1.8 on',
      operation: 'runFlow',
      journey: 'streamed-run',
      judge: ofEvents('runFlow', (told, scene) => {
        const forms = formsIn(told)
        if (forms.length === 0) return 'the stream has no message'
        const isFlat = forms.some(({ message }) => readPointer(message, '/data') === undefined)
        return looks(
          !isFlat,
          scene,
          told.transcript,
          'a message with text_key and data',
          'a flat message',
          '1.1 to 1.7',
        )
      }),
    },
    {
      id: 'version.closing-messages',
      claim: 'MAY send a message twice after its tokens, as 1.8.4 does',
      operation: 'runFlow',
      journey: 'streamed-run',
      judge: ofEvents('runFlow', (told, scene) => {
        const streamed = streamedIn(told.events)
        if (streamed.length === 0) return 'the flow streamed no tokens'
        const fewest = Math.min(...streamed.map((utterance) => closingOf(utterance).length))
        const since = fewest === 0 ? '1.1 to 1.4' : '1.6'
        return looks(fewest >= 2, scene, told.transcript, 'two messages after the tokens', `${fewest} of them`, since)
      }),
    },
    {
      id: 'version.complete-in-the-end',
      claim: 'SHOULD call a message complete when it is sent for the last time',
      operation: 'runFlow',
      journey: 'streamed-run',
      judge: ofEvents('runFlow', (told, scene) => {
        const closing = streamedIn(told.events).flatMap((utterance) => closingOf(utterance).at(-1) ?? [])
        if (closing.length === 0) return 'no message was sent again after its tokens'
        const isPartial = closing.some(({ message }) => readPointer(message, '/properties/state') === 'partial')
        return looks(!isPartial, scene, told.transcript, 'state complete', 'state partial', '1.6')
      }),
    },
    {
      id: 'version.partial-at-first',
      claim: 'SHOULD call a message partial when it is announced, before its tokens',
      operation: 'runFlow',
      journey: 'streamed-run',
      judge: ofEvents('runFlow', (told, scene) => {
        const first = streamedIn(told.events).flatMap(({ forms }) => forms[0] ?? [])
        if (first.length === 0) return 'the flow streamed no tokens'
        const isComplete = first.some(({ message }) => readPointer(message, '/properties/state') === 'complete')
        return looks(!isComplete, scene, told.transcript, 'state partial', 'state complete', '1.1 to 1.4')
      }),
    },
    {
      id: 'version.tokens-without-time',
      claim: 'MAY send tokens without a timestamp, as from 1.6 on',
      operation: 'runFlow',
      journey: 'streamed-run',
      judge: ofEvents('runFlow', (told, scene) => {
        const tokens = utterancesIn(told.events).flatMap((utterance) => utterance.tokens)
        if (tokens.length === 0) return 'the flow streamed no tokens'
        const isTimed = tokens.some(({ data }) => readPointer(data, '/timestamp') !== undefined)
        return looks(!isTimed, scene, told.transcript, 'chunk and id', 'a timestamp, too', '1.1 to 1.5')
      }),
    },
    {
      id: 'version.iso-times',
      claim: 'MAY write the outer time of a message as ISO 8601 with an offset, as 1.8.4 does',
      operation: 'runFlow',
      journey: 'batch-run',
      judge: ofAnswer('runFlow', (result, run, scene) => {
        const times = messagesIn(result).map((message) => String(readPointer(message, '/timestamp')))
        if (times.length === 0) return 'the answer holds no message'
        const other = times.find((time) => !/T.*[+-]\d\d:\d\d$/.test(time))
        const since = / UTC$/.test(other ?? '') ? '1.12 or later' : 'early 2025 (1.1 or so)'
        return looks(other === undefined, scene, run, 'a time like 2026-04-10T09:12:03+00:00', `${other}`, since)
      }),
    },
    {
      id: 'version.null-members',
      claim: 'MAY send members that are null, as from 1.1 on',
      operation: 'runFlow',
      journey: 'batch-run',
      judge: ofAnswer('runFlow', (result, run, scene) => {
        const component = readPointer(result, '/outputs/0/outputs/0')
        if (component === undefined || component === null) return 'the answer has no component'
        const isThere = readPointer(component, '/timedelta') !== undefined
        return looks(isThere, scene, run, 'timedelta, null', 'no timedelta', '1.0')
      }),
    },
    {
      id: 'version.token-usage',
      claim: 'MAY have a place for token usage in the properties of messages, as from 1.8 on',
      operation: 'runFlow',
      journey: 'batch-run',
      judge: ofAnswer('runFlow', (result, run, scene) => {
        const messages = messagesIn(result)
        if (messages.length === 0) return 'the answer holds no message'
        const lacks = messages.some((message) => readPointer(message, '/properties/usage') === undefined)
        return looks(!lacks, scene, run, 'properties.usage, if only null', 'no usage', '1.1 to 1.7')
      }),
    },
    {
      id: 'version.flat-body-dropped',
      claim: 'MAY run with all defaults when a flat body has a bad value, as from 1.6 on',
      operation: 'runFlow',
      journey: 'bad-values',
      judge: (scene) => {
        const run = requestsTo(scene, 'runFlow').find(
          ({ request }) => readPointer(request.json, '/input_value') === 123,
        )
        if (!run || ![200, 422].includes(run.answer?.status ?? 0)) return 'the run came to no result'
        return looks(run.answer?.status === 200, scene, run, 'status 200', showAnswer(run), 'up to 1.5')
      },
    },
    {
      id: 'version.workflows',
      claim: 'SHOULD run workflows in the form that they have from 1.11 on',
      operation: 'runWorkflow',
      journey: 'sync-workflow',
      judge: (scene) => {
        const [first] = requestsTo(scene, 'runWorkflow')
        const closed = workflowsClosed(scene)
        if (!first || (!closed && !succeeded(first))) return 'no workflow has been taken'
        return looks(!closed, scene, first, 'status 200', closed?.actual ?? '', closed?.versions ?? '')
      },
    },
    {
      id: 'version.webhook-without-key',
      claim: 'MAY take a webhook call without a key, as it does by default up to 1.8.4',
      operation: 'triggerWebhook',
      journey: 'webhook-run',
      judge: (scene) => {
        const call = requestsTo(scene, 'triggerWebhook').find(({ flaw }) => flaw?.kind === 'no-key')
        if (!call?.answer || ![202, 403].includes(call.answer.status)) return 'no run was started without a key'
        return looks(call.answer.status === 202, scene, call, 'status 202', showAnswer(call), '1.10 or later')
      },
    },
  ]),
  {
    id: 'version.unknown-flow-in-json',
    claim: 'SHOULD refuse an unknown flow in JSON, and not show its editor',
    operation: 'runFlow',
    needs: [UNKNOWN_FLOW],
    judge: ({ transcripts }) =>
      transcripts
        .filter(({ probe, answer }) => probe === UNKNOWN_FLOW && answer !== undefined)
        .map((refused) => {
          const isPage = /text\/html/i.test(refused.answer?.headers['content-type'] ?? '')
          const scene = { transcripts: [], all: transcripts, role: undefined }
          return looks(
            !isPage,
            scene,
            refused,
            '404 in JSON',
            'a page of HTML',
            'before February 2026 (up to early 1.8)',
          )
        }),
  },
]

function formsIn({ events }: Told): readonly Form[] {
  return utterancesIn(events).flatMap(({ forms }) => forms)
}
