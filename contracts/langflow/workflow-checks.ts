import { expectThat } from '../../src/contract/check.ts'
import { journeyChecks, requestsTo, type Sight } from '../../src/contract/journey-checks.ts'
import { showJson } from '../../src/contract/show-json.ts'
import { framesOf, jsonOf, showAnswer, type Transcript } from '../../src/contract/transcript.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { isRecord } from '../../src/spec/record.ts'
import { dataNamed, nameOf } from './known.ts'
import { answerOf, ofAnswer, ofEvents, same } from './scene.ts'

/** Workflows that are waited for, and workflows that are streamed: well, and with a failure. */
export const workflowChecks = journeyChecks([
  {
    id: 'sync-workflow.completes',
    claim: 'MUST answer a sync workflow that succeeds as completed, without errors',
    operation: 'runWorkflow',
    journey: 'sync-workflow',
    judge: ofAnswer('runWorkflow', (result, run, scene) => {
      const told = ['/object', '/status', '/has_errors'].map((at) => readPointer(result, at))
      const wanted = ['response', 'completed', false]
      // A flow that /run cannot run either is none that succeeds.
      if (told[1] === 'failed' && answerOf(scene, 'batch-run', 'runFlow') === undefined) {
        return 'the workflow failed. Give --sample ok=FILE with a request that this flow takes'
      }
      return expectThat(
        JSON.stringify(told) === JSON.stringify(wanted),
        run,
        `object, status and has_errors ${showJson(wanted)}`,
        () => showJson(told),
      )
    }),
  },
  {
    id: 'sync-workflow.names-its-flow',
    claim: 'MUST name the flow and the session that were asked for',
    operation: 'runWorkflow',
    journey: 'sync-workflow',
    judge: ofAnswer('runWorkflow', (result, run) =>
      ['/flow_id', '/session_id'].map((at) =>
        same(run, at, readPointer(run.request.json, at), readPointer(result, at)),
      ),
    ),
  },
  {
    id: 'sync-workflow.output-is-an-output',
    claim: 'SHOULD give as its output the content of the one component that it names',
    operation: 'runWorkflow',
    journey: 'sync-workflow',
    judge: ofAnswer('runWorkflow', (result, run) => {
      const [source, text] = ['/output/source', '/output/text'].map((at) => readPointer(result, at))
      if (readPointer(result, '/output/reason') !== 'single') return 'the workflow has not one text as its answer'
      const outputs = readPointer(result, '/outputs')
      const content = isRecord(outputs) ? readPointer(outputs[String(source)], '/content') : undefined
      const shown = isRecord(content) ? readPointer(content, '/text') : content
      return same(run, `the content of ${showJson(source)}`, text, shown)
    }),
  },
  {
    id: 'streamed-workflow.ids-count',
    claim: 'SHOULD number the events of a workflow stream from 0, one by one',
    operation: 'runWorkflow',
    journey: 'streamed-workflow',
    judge: ofEvents('runWorkflow', ({ transcript }) => {
      const ids = framesOf(transcript)
        .filter(({ kind }) => kind === 'event')
        .map(({ id }) => id)
      const wrong = ids.findIndex((id, index) => id !== String(index))
      return expectThat(
        wrong === -1,
        transcript,
        `id: ${wrong} at event ${wrong + 1}`,
        () => `id: ${ids[wrong] ?? 'none'}`,
      )
    }),
  },
  {
    id: 'streamed-workflow.vertices-announced',
    claim: 'SHOULD finish only components that the stream has announced, each of them once',
    operation: 'runWorkflow',
    journey: 'streamed-workflow',
    judge: ofEvents('runWorkflow', ({ transcript, events }) => verticesAnnounced(transcript, events)),
  },
  {
    id: 'streamed-workflow.outputs-agree',
    claim: 'SHOULD stream the outputs that a sync answer of the same flow holds',
    operation: 'runWorkflow',
    journey: 'streamed-workflow',
    judge: ofEvents('runWorkflow', ({ transcript, events }, scene) => {
      const sync = readPointer(answerOf(scene, 'sync-workflow', 'runWorkflow'), '/outputs')
      return isRecord(sync) ? outputsAgree(transcript, events, sync) : 'no sync workflow had an answer'
    }),
  },
  {
    id: 'streamed-workflow.output-after-its-vertex',
    claim: 'SHOULD send an output right after the end of its component',
    operation: 'runWorkflow',
    journey: 'streamed-workflow',
    judge: ofEvents('runWorkflow', ({ transcript, events }) =>
      events.flatMap((event, index) => {
        if (nameOf(event) !== 'output') return []
        const before = events[index - 1]
        const id = readPointer(event, '/data/component_id')
        const ended = nameOf(before) === 'end_vertex' ? readPointer(before, '/data/build_data/id') : nameOf(before)
        return [same(transcript, 'the event before an output', id, ended)]
      }),
    ),
  },
  {
    id: 'failed-workflow.sync-is-an-answer',
    claim: 'MUST answer a sync workflow that fails with 200, status failed and its errors',
    operation: 'runWorkflow',
    journey: 'failed-workflow',
    judge: (scene) => {
      const run = requestsTo(scene, 'runWorkflow').find(isSync)
      if (!run) return 'no sync workflow was asked for'
      const errors = readPointer(jsonOf(run), '/errors')
      const kept =
        run.answer?.status === 200 &&
        readPointer(jsonOf(run), '/status') === 'failed' &&
        Array.isArray(errors) &&
        errors.length > 0
      return expectThat(kept, run, '200, status failed and errors', () => showAnswer(run))
    },
  },
  {
    id: 'failed-workflow.stream-still-ends',
    claim: 'SHOULD tell of a failed component by error and end_vertex, and still come to the end',
    operation: 'runWorkflow',
    journey: 'failed-workflow',
    judge: ofEvents('runWorkflow', ({ transcript, events }) => failsAndEnds(transcript, events)),
  },
])

/** Whether the outputs that a stream tells are among those of an answer, and not none where it has some. */
export function outputsAgree(
  transcript: Transcript,
  events: readonly unknown[],
  outputs: Readonly<Record<string, unknown>>,
): Sight {
  const streamed = dataNamed(events, 'output').map(
    (data) => `${readPointer(data, '/component_id')} ${readPointer(data, '/type')}`,
  )
  const held = Object.entries(outputs).map(([id, output]) => `${id} ${readPointer(output, '/type')}`)
  const strangers = streamed.filter((output) => !held.includes(output))
  const kept = strangers.length === 0 && (streamed.length > 0 || held.length === 0)
  return expectThat(kept, transcript, `outputs among ${held.join(', ')}`, () => streamed.join(', ') || 'no output')
}

function isSync({ request }: Transcript): boolean {
  return readPointer(request.json, '/mode') === 'sync'
}

/** Whether the components that end are those that were to run, each once; those of a loop end in each of its rounds. */
export function verticesAnnounced(transcript: Transcript, events: readonly unknown[]): Sight {
  const planned = dataNamed(events, 'vertices_sorted').flatMap((data) => textsAt(data, '/to_run'))
  const later = dataNamed(events, 'end_vertex').flatMap((data) => textsAt(data, '/build_data/next_vertices_ids'))
  const ended = dataNamed(events, 'end_vertex').map((data) => String(readPointer(data, '/build_data/id')))
  if (ended.length === 0) return expectThat(false, transcript, 'an end_vertex event', () => 'none')
  const isPlanned = (id: string): boolean => planned.includes(id) || later.includes(id)
  const isAgain = (id: string, index: number): boolean => ended.indexOf(id) !== index && !isInLoop(events, id)
  const wrong = ended.find((id, index) => !isPlanned(id) || isAgain(id, index))
  return expectThat(
    wrong === undefined,
    transcript,
    `each of ${planned.join(', ')} once`,
    () => `${wrong} ${ended.filter((id) => id === wrong).length} times`,
  )
}

/** Whether the components that follow one another lead from this one back to it. */
function isInLoop(events: readonly unknown[], id: string): boolean {
  const ends = dataNamed(events, 'end_vertex')
  const after = new Set<string>()
  const follow = (from: string): void => {
    for (const end of ends) {
      if (readPointer(end, '/build_data/id') !== from) continue
      const next = textsAt(end, '/build_data/next_vertices_ids').filter((other) => !after.has(other))
      for (const other of next) after.add(other)
      for (const other of next) follow(other)
    }
  }
  follow(id)
  return after.has(id)
}

function textsAt(value: unknown, pointer: string): readonly string[] {
  const found = readPointer(value, pointer)
  return Array.isArray(found) ? found.filter((item) => typeof item === 'string') : []
}

/** Whether a failure is an error event, then the end of its component, which says so, and at last the end. */
export function failsAndEnds(transcript: Transcript, events: readonly unknown[]): Sight {
  const error = events.findIndex((event) => nameOf(event) === 'error')
  const vertex = events.findIndex(
    (event) => nameOf(event) === 'end_vertex' && readPointer(event, '/data/build_data/valid') === false,
  )
  const kept = error !== -1 && vertex > error && nameOf(events.at(-1)) === 'end'
  const names = (): string =>
    events
      .map((event) => `${nameOf(event)}${readPointer(event, '/data/build_data/valid') === false ? ' (not valid)' : ''}`)
      .join(', ')
  return expectThat(kept, transcript, 'error, end_vertex that is not valid, and a last event `end`', () =>
    showJson(names()),
  )
}
