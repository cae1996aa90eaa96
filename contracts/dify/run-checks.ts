import { expectThat, type Observation } from '../../src/contract/check.ts'
import { journeyChecks, requestsTo, type Scene, type Sight } from '../../src/contract/journey-checks.ts'
import { showJson } from '../../src/contract/show-json.ts'
import { eventsOf, framesOf, jsonOf, shorten, succeeded, type Transcript } from '../../src/contract/transcript.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { isRecord } from '../../src/spec/record.ts'
import { eventsNamed, isNamed, textIn } from './known.ts'
import { agree, blockingData, finishedData, ofRun, recordOf } from './scene.ts'

/** What a record and the end of a run both tell. */
const TOLD_TWICE = [
  '/id',
  '/workflow_id',
  '/status',
  '/outputs',
  '/error',
  '/total_tokens',
  '/total_steps',
  '/created_at',
  '/finished_at',
  '/elapsed_time',
]

/** One run, seen in every form: blocking, streamed, read and replayed. */
export const runChecks = journeyChecks([
  {
    id: 'blocking-run.succeeds',
    claim: 'MUST answer a blocking run that succeeds with its end',
    operation: 'runWorkflow',
    journey: 'blocking-run',
    judge: ofRun('blocking', (run) => hasStatus(run, blockingData(run), ['succeeded', 'partial-succeeded'])),
  },
  {
    id: 'blocking-run.ids-agree',
    claim: 'MUST name the same run inside and outside of the data of a blocking answer',
    operation: 'runWorkflow',
    journey: 'blocking-run',
    judge: ofRun('blocking', (run) =>
      sameText(run, textIn(run, '/workflow_run_id'), readPointer(blockingData(run), '/id'), '/data/id'),
    ),
  },
  {
    id: 'blocking-run.record-agrees',
    claim: 'MUST store of a blocking run what its answer said',
    operation: 'getWorkflowRun',
    journey: 'blocking-run',
    judge: ofRun('blocking', (run, scene) => recordAgrees(run, scene, 'the blocking answer', blockingData(run))),
  },
  {
    id: 'streamed-run.succeeds',
    claim: 'MUST end the stream of a run that succeeds with its success',
    operation: 'runWorkflow',
    journey: 'streamed-run',
    judge: ofRun('streaming', (run) => hasStatus(run, finishedData(run), ['succeeded', 'partial-succeeded'])),
  },
  {
    id: 'streamed-run.ids-agree',
    claim: 'MUST name the same run inside and outside of the data of its first and last event',
    operation: 'runWorkflow',
    journey: 'streamed-run',
    judge: ofRun('streaming', (run) =>
      (['workflow_started', 'workflow_finished'] as const).flatMap((name) =>
        eventsNamed(run, name).map((event) =>
          sameText(run, textIn(run, '/workflow_run_id'), readPointer(event, '/data/id'), `${name} /data/id`),
        ),
      ),
    ),
  },
  {
    id: 'streamed-run.record-agrees',
    claim: 'MUST store of a streamed run what its last event said',
    operation: 'getWorkflowRun',
    journey: 'streamed-run',
    judge: ofRun('streaming', (run, scene) => recordAgrees(run, scene, 'workflow_finished', finishedData(run))),
  },
  {
    id: 'streamed-run.inputs-shown',
    claim: 'SHOULD show in workflow_started the inputs that it was given',
    operation: 'runWorkflow',
    journey: 'streamed-run',
    judge: ofRun('streaming', inputsShown),
  },
  {
    id: 'streamed-run.text-agrees',
    claim: 'SHOULD stream the text that the outputs hold in the end',
    operation: 'runWorkflow',
    journey: 'streamed-run',
    judge: ofRun('streaming', (run) => textAgrees(run, [run])),
  },
  {
    id: 'streamed-run.first-ping',
    claim: 'SHOULD begin a stream with a ping, before the run does',
    operation: 'runWorkflow',
    journey: 'streamed-run',
    judge: ofRun('streaming', (run) => {
      // Comments are no frames to a reader.
      const first = framesOf(run).find(({ kind }) => kind === 'event')
      return expectThat(isNamed(first?.value, 'ping'), run, 'the frame "event: ping"', () =>
        shorten(first?.raw ?? 'no frame', 80),
      )
    }),
  },
  {
    id: 'streamed-run.ping-without-data',
    claim: 'SHOULD send pings as a named frame without data',
    operation: 'runWorkflow',
    journey: 'streamed-run',
    judge: ofRun('streaming', (run) => {
      const odd = framesOf(run).find(({ value, data }) => isNamed(value, 'ping') && data !== undefined)
      const any = eventsNamed(run, 'ping').length > 0
      return any ? expectThat(odd === undefined, run, 'event: ping', () => odd?.raw ?? '') : 'no ping came'
    }),
  },
  {
    id: 'run-by-id.runs-that-version',
    claim: 'MUST run the version that the path names',
    operation: 'runWorkflowById',
    journey: 'blocking-run-by-id',
    judge: ofRun('blocking', (run) =>
      sameText(
        run,
        run.request.parameters.workflow_id,
        readPointer(blockingData(run), '/workflow_id'),
        '/data/workflow_id',
      ),
    ),
  },
  {
    id: 'run-by-id.text-agrees',
    claim: 'SHOULD stream the text that the outputs of a version hold in the end',
    operation: 'runWorkflowById',
    journey: 'streamed-run-by-id',
    judge: ofRun('streaming', (run) => textAgrees(run, [run])),
  },
  {
    id: 'resume.replays-the-end',
    claim: 'MUST answer who follows an ended run with its last event alone, as it was streamed',
    operation: 'streamWorkflowEvents',
    journey: 'streamed-run',
    judge: ofRun('streaming', (run, scene) => {
      const replay = requestsTo(scene, 'streamWorkflowEvents').find(succeeded)
      if (!replay) return 'the run could not be followed'
      // Pings and speech may come at any time.
      const events = eventsOf(replay).filter((event) => !isNamed(event, 'ping') && !isNamed(event, 'tts_message'))
      const alone = events.length === 1 && isNamed(events[0], 'workflow_finished')
      if (!alone) return expectThat(false, replay, 'one event, workflow_finished', () => showNames(events))
      const wanted = { from: 'the stream', value: finishedData(run) }
      return agree(replay, wanted, { from: 'the replay', value: finishedData(replay) }, TOLD_TWICE)
    }),
  },
  {
    id: 'resume.only-for-its-user',
    claim: 'MUST hide a run from who follows it on behalf of another user',
    operation: 'streamWorkflowEvents',
    journey: 'streamed-run',
    judge: (scene) => {
      const other = requestsTo(scene, 'streamWorkflowEvents').find(({ expects }) => expects.statuses?.includes(404))
      if (!other) return 'no run was started that could be followed'
      return expectThat(other.answer?.status === 404, other, 'status 404', () => `status ${other.answer?.status}`)
    },
  },
])

function hasStatus(run: Transcript, data: unknown, statuses: readonly string[]): Sight {
  const status = readPointer(data, '/status')
  if (statuses.some((word) => word === status)) return { verdict: 'kept' }
  if (run.expects.guess !== undefined) return `the run ended as ${showJson(status)}. ${run.expects.guess}`
  return expectThat(false, run, `status ${statuses.join(' or ')}`, () => `status ${showJson(status)}`)
}

function sameText(run: Transcript, wanted: unknown, got: unknown, where: string): Observation {
  return expectThat(typeof wanted === 'string' && wanted === got, run, `${showJson(wanted)} at ${where}`, () =>
    showJson(got),
  )
}

/** Whether the stored record says what the end of the run said. */
export function recordAgrees(run: Transcript, scene: Scene, from: string, end: unknown): Sight {
  const record = recordOf(scene, run)
  if (end === undefined) return 'the run did not come to its end'
  if (!record) return 'the record of the run could not be read'
  return agree(record, { from, value: end }, { from: 'the record', value: jsonOf(record) }, TOLD_TWICE)
}

function inputsShown(run: Transcript): Sight {
  const given = readPointer(run.request.json, '/inputs')
  const shown = readPointer(eventsNamed(run, 'workflow_started')[0], '/data/inputs')
  // Inputs that the start form does not know are dropped, and words for numbers or truth are turned into these.
  const isText = (side: unknown, pointer: string): boolean => typeof readPointer(side, pointer) === 'string'
  const names = keysOf(given).filter((pointer) => isText(given, pointer) && isText(shown, pointer))
  if (names.length === 0) return 'the app takes no text'
  return agree(run, { from: 'the request', value: given }, { from: 'workflow_started', value: shown }, names)
}

/**
 * Whether the chunks of each place are one of the outputs, when these are texts and as many as the places that chunks came from.
 * @param parts - the streams that tell of the run, in order; the last one tells its end
 */
export function textAgrees(run: Transcript, parts: readonly Transcript[]): Sight {
  const chunks = parts.flatMap((part) => eventsNamed(part, 'text_chunk')).map((event) => readPointer(event, '/data'))
  const outputs = readPointer(parts.map(finishedData).at(-1), '/outputs')
  const texts = isRecord(outputs) ? Object.values(outputs) : []
  const streamed = joinByPlace(chunks)
  if (streamed.length === 0 || streamed.length !== texts.length || texts.some((text) => typeof text !== 'string'))
    return 'the run has not as many texts as its outputs as it streamed'
  const odd = streamed.find((text) => !texts.includes(text))
  return expectThat(odd === undefined, run, `${showJson(texts[0])} in all text_chunk events`, () => showJson(odd))
}

/** The chunks of each place, joined. What stands between two outputs is of no place. */
function joinByPlace(chunks: readonly unknown[]): readonly string[] {
  const places = new Map<string, string>()
  for (const chunk of chunks) {
    const place = showJson(readPointer(chunk, '/from_variable_selector'))
    places.set(place, `${places.get(place) ?? ''}${String(readPointer(chunk, '/text'))}`)
  }
  return [...places.values()].filter((text) => text.trim() !== '')
}

function keysOf(value: unknown): readonly string[] {
  return isRecord(value) ? Object.keys(value).map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`) : []
}

function showNames(events: readonly unknown[]): string {
  const names = events.map((event) => String(readPointer(event, '/event')))
  return names.length === 0
    ? 'no event'
    : `${names.slice(0, 8).join(', ')}${names.length > 8 ? `, … (${names.length} in all)` : ''}`
}
