import { expectThat } from '../../src/contract/check.ts'
import { journeyChecks, requestsTo } from '../../src/contract/journey-checks.ts'
import { showJson } from '../../src/contract/show-json.ts'
import { jsonOf, showAnswer } from '../../src/contract/transcript.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { isRecord } from '../../src/spec/record.ts'
import { dataNamed, nameOf } from './known.ts'
import { ofEvents } from './scene.ts'

/** A run that fails, waited for and streamed: a report of the component, then a text for the run. */
export const faultChecks = journeyChecks([
  {
    id: 'failed-run.detail-is-json',
    claim: 'SHOULD tell the fault of a run as JSON within the detail of a 500',
    operation: 'runFlow',
    journey: 'failed-run',
    judge: (scene) => {
      const batch = requestsTo(scene, 'runFlow').find(({ answer }) => answer?.status === 500)
      if (!batch) return 'the run was not refused with a 500'
      const detail = readPointer(jsonOf(batch), '/detail')
      const kept = isRecord(parse(detail)) && readPointer(parse(detail), '/message') !== undefined
      const actual = typeof detail === 'string' ? 'a text that is no JSON, as in 1.0' : showAnswer(batch)
      return expectThat(kept, batch, 'detail with {"message":…} as a text', () => actual)
    },
  },
  {
    id: 'failed-run.streamed-is-an-event',
    claim: 'SHOULD end the stream of a run that fails with an error event that holds a text',
    operation: 'runFlow',
    journey: 'failed-run',
    judge: ofEvents('runFlow', ({ transcript, events }) => {
      const last = events.at(-1)
      const kept = nameOf(last) === 'error' && typeof readPointer(last, '/data/error') === 'string'
      const isSilent = dataNamed(events, 'error').length === 0 && dataNamed(events, 'end').length === 0
      const actual = isSilent ? 'the stream just ends, as up to early 1.8' : showJson(last)
      return expectThat(kept, transcript, 'a last event `error` with a text in `error`', () => actual)
    }),
  },
  {
    id: 'failed-run.component-first',
    claim: 'SHOULD report components that failed before the run itself, which is reported once',
    operation: 'runFlow',
    journey: 'failed-run',
    judge: ofEvents('runFlow', ({ transcript, events }) => {
      const kinds = dataNamed(events, 'error').map((data) =>
        typeof readPointer(data, '/error') === 'string' ? 'run' : 'component',
      )
      if (kinds.length === 0) return 'no error event came'
      // What fails outside of components is told by the text alone.
      return expectThat(
        /^(component )*run$/.test(kinds.join(' ')),
        transcript,
        'reports of components, then of the run',
        () => kinds.join(', '),
      )
    }),
  },
  {
    id: 'failed-run.reasons-agree',
    claim: 'SHOULD give for the run the reason that the component gave',
    operation: 'runFlow',
    journey: 'failed-run',
    judge: ofEvents('runFlow', ({ transcript, events }) => {
      const errors = dataNamed(events, 'error')
      const report = errors.find((data) => readPointer(data, '/category') === 'error')
      const told = errors.map((data) => readPointer(data, '/error')).find((error) => typeof error === 'string')
      const reason = String(readPointer(report, '/text')).trim()
      if (!report || told === undefined) return 'the failure was not reported twice'
      // Whoever does not own the flow is told no reason from 1.12 on.
      const kept = flat(told).includes(flat(reason)) || flat(told).includes('Workflow execution failed.')
      return expectThat(kept, transcript, `a text with ${showJson(reason)}`, () => showJson(told))
    }),
  },
])

function parse(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}

/** A text without what quoting does to it. */
function flat(text: unknown): string {
  return String(text).replaceAll(/\\+n|["\\\s]/g, '')
}
