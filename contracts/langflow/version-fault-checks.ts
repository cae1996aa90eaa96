import { type Check, KEPT } from '../../src/contract/check.ts'
import { flawedProbeName } from '../../src/contract/flaws.ts'
import { journeyChecks, requestsTo } from '../../src/contract/journey-checks.ts'
import { showAnswer } from '../../src/contract/transcript.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { dataNamed } from './known.ts'
import { looks } from './looks.ts'
import { ofEvents } from './scene.ts'

const WITHOUT_KEY = flawedProbeName('runFlow', { kind: 'no-key' })

/** Where versions differ in what they refuse, and in how they tell a fault. */
export const versionFaultChecks: readonly Check[] = [
  ...journeyChecks([
    {
      id: 'version.streams',
      claim: 'SHOULD stream a run when asked to, as from 1.1 on',
      operation: 'runFlow',
      journey: 'streamed-run',
      judge: (scene) => {
        const [run] = requestsTo(scene, 'runFlow')
        if (run?.answer?.status !== 200) return 'the run was not answered'
        const isJson = /^application\/json/i.test(run.answer.headers['content-type'] ?? '')
        return looks(!isJson, scene, run, 'a stream', 'JSON in its place', '1.0')
      },
    },
    {
      id: 'version.fault-in-plain-words',
      claim: 'MAY tell the fault of a streamed run in plain words, as 1.8.4 does',
      operation: 'runFlow',
      journey: 'failed-run',
      judge: ofEvents('runFlow', ({ transcript, events }, scene) => {
        const told = dataNamed(events, 'error').map((data) => readPointer(data, '/error'))
        const fault = told.findLast((error) => typeof error === 'string')
        if (fault === undefined) return 'the stream tells no fault of the run'
        const isWrapped = /^\d{3}: \{/.test(String(fault))
        return looks(!isWrapped, scene, transcript, 'a text', 'a status and JSON in the text', '1.12 or later')
      }),
    },
    {
      id: 'version.unknown-flow-before-key',
      claim: 'MAY look for a flow before it asks for a key, as it does up to 1.8.4',
      operation: 'runFlow',
      journey: 'nameless-run',
      judge: (scene) => {
        const [refused] = requestsTo(scene, 'runFlow')
        if (!refused?.answer || ![404, 403].includes(refused.answer.status)) return 'the call was not refused'
        return looks(refused.answer.status === 404, scene, refused, 'status 404', showAnswer(refused), '1.12 or later')
      },
    },
  ]),
  {
    id: 'version.wants-a-key',
    claim: 'SHOULD want a key by default, as from 1.6 on',
    operation: 'runFlow',
    needs: [WITHOUT_KEY],
    judge: ({ transcripts }) =>
      transcripts
        .filter(({ probe, answer }) => probe === WITHOUT_KEY && answer !== undefined)
        .map((call) => {
          if (call.answer?.status !== 200) return KEPT
          const scene = { all: transcripts }
          return looks(
            false,
            scene,
            call,
            'status 403',
            'status 200',
            '1.0 to 1.5, or LANGFLOW_SKIP_AUTH_AUTO_LOGIN is on',
          )
        }),
  },
]
