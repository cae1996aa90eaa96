import { expectThat } from '../../src/contract/check.ts'
import { refusedGuess } from '../../src/contract/checks/answer-checks.ts'
import { journeyChecks, requestsTo, type Scene, type Sight } from '../../src/contract/journey-checks.ts'
import { showJson } from '../../src/contract/show-json.ts'
import { eventsOf, jsonOf, showAnswer, succeeded, type Transcript } from '../../src/contract/transcript.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { eventsNamed } from './known.ts'
import { FILE } from './requests.ts'
import { agree, blockingData, hasCode, ofRun, runIn } from './scene.ts'

/** Inputs that are refused, files, and the history of runs. */
export const otherChecks = journeyChecks([
  {
    id: 'broken-inputs.blocking-is-refused',
    claim: 'MUST refuse a blocking run with broken inputs, with code invalid_param',
    operation: 'runWorkflow',
    journey: 'broken-inputs',
    judge: (scene) => {
      const blocking = requestsTo(scene, 'runWorkflow').find(
        ({ request }) => readPointer(request.json, '/response_mode') === 'blocking',
      )
      return blocking ? hasCode(blocking, 400, 'invalid_param') : []
    },
  },
  {
    id: 'broken-inputs.streamed-is-an-event',
    claim: 'SHOULD tell a streamed run with broken inputs by an error event, and start none',
    operation: 'runWorkflow',
    journey: 'broken-inputs',
    judge: ofRun('streaming', (run) => {
      const [error] = eventsNamed(run, 'error')
      const kept = error !== undefined && eventsNamed(run, 'workflow_started').length === 0
      return expectThat(kept, run, 'an error event before any run', () => showJson(eventsOf(run).slice(0, 3)))
    }),
  },
  {
    id: 'upload.describes-the-file',
    claim: 'MUST answer an upload with the name, size, extension and media type of the file',
    operation: 'uploadFile',
    journey: 'file-run',
    judge: (scene) =>
      requestsTo(scene, 'uploadFile')
        .filter(succeeded)
        .map((upload) => {
          const sent = { name: FILE.filename, size: FILE.text.length, extension: 'txt', mime_type: FILE.type }
          return agree(upload, { from: 'the request', value: sent }, { from: 'the answer', value: jsonOf(upload) }, [
            '/name',
            '/size',
            '/extension',
            '/mime_type',
          ])
        }),
  },
  {
    id: 'upload.usable',
    claim: 'MUST take an uploaded file in a run of the same user',
    operation: 'uploadFile',
    journey: 'file-run',
    judge: (scene) => {
      const run = runIn(scene, 'blocking')
      if (!run) return 'the upload gave no id'
      if (run.expects.guess !== undefined && !succeeded(run)) return refusedGuess(run)
      return expectThat(blockingData(run) !== undefined, run, 'a run', () => showAnswer(run))
    },
  },
  {
    id: 'logs.list-the-run',
    claim: 'MUST list a run that has ended, with the status and totals of its record',
    operation: 'listWorkflowLogs',
    journey: 'run-history',
    judge: listsTheRun,
  },
  {
    id: 'logs.newest-first',
    claim: 'MUST list runs with the newest first',
    operation: 'listWorkflowLogs',
    journey: 'run-history',
    judge: (scene) => {
      const [whole] = requestsTo(scene, 'listWorkflowLogs')
      const times = entriesOf(whole).map((entry) => Number(readPointer(entry, '/created_at')))
      if (!whole || times.length < 2) return 'the history has fewer than two runs'
      const wrong = times.findIndex((time, index) => time > (times[index - 1] ?? time))
      return expectThat(
        wrong === -1,
        whole,
        'created_at that never rises',
        () => `${times[wrong]} after ${times[wrong - 1]}`,
      )
    },
  },
  {
    id: 'logs.filter-by-status',
    claim: 'MUST list only runs of the status that is asked for',
    operation: 'listWorkflowLogs',
    journey: 'run-history',
    judge: (scene) => {
      const filtered = requestsTo(scene, 'listWorkflowLogs').find(
        ({ request }) => request.parameters.status !== undefined,
      )
      if (!filtered || entriesOf(filtered).length === 0) return 'no run of that status is listed'
      const others = entriesOf(filtered)
        .map((entry) => readPointer(entry, '/workflow_run/status'))
        .filter((status) => status !== 'succeeded')
      return expectThat(others.length === 0, filtered, 'status succeeded', () => showJson(others))
    },
  },
  {
    id: 'logs.filter-by-user',
    claim: 'MUST list only runs of the end user that is asked for',
    operation: 'listWorkflowLogs',
    journey: 'run-history',
    judge: (scene) => {
      const [whole] = requestsTo(scene, 'listWorkflowLogs')
      if (!whole || entriesOf(whole).length === 0) return 'the history is empty'
      const user = whole.request.parameters.created_by_end_user_session_id
      const others = entriesOf(whole)
        .map((entry) => readPointer(entry, '/created_by_end_user/session_id'))
        .filter((session) => session !== user)
      return expectThat(others.length === 0, whole, `session_id ${showJson(user)}`, () => showJson(others))
    },
  },
  {
    id: 'logs.pages',
    claim: 'MUST part the history into pages of the length that is asked for',
    operation: 'listWorkflowLogs',
    journey: 'run-history',
    judge: judgePages,
  },
  {
    id: 'logs.refuses-empty-pages',
    claim: 'MUST refuse pages of no length, with code invalid_param',
    operation: 'listWorkflowLogs',
    journey: 'run-history',
    judge: (scene) => {
      const refused = requestsTo(scene, 'listWorkflowLogs').find(({ request }) => request.parameters.limit === '0')
      return refused ? hasCode(refused, 400, 'invalid_param') : []
    },
  },
])

function entriesOf(page: Transcript | undefined): readonly unknown[] {
  const data = page && readPointer(jsonOf(page), '/data')
  return Array.isArray(data) ? data : []
}

function listsTheRun(scene: Scene): Sight {
  const [page] = requestsTo(scene, 'listWorkflowLogs')
  const record = scene.all.findLast(
    (transcript) =>
      transcript.probe === 'streamed-run' && transcript.operation === 'getWorkflowRun' && succeeded(transcript),
  )
  const stored = record && jsonOf(record)
  if (!page || typeof readPointer(stored, '/finished_at') !== 'number') return 'no run has ended that could be listed'
  const id = readPointer(stored, '/id')
  const listed = entriesOf(page)
    .map((entry) => readPointer(entry, '/workflow_run'))
    .find((run) => readPointer(run, '/id') === id)
  if (listed === undefined)
    return expectThat(
      false,
      page,
      `an entry of run ${showJson(id)}`,
      () => `${entriesOf(page).length} entries of other runs`,
    )
  const told = ['/status', '/error', '/total_tokens', '/total_steps', '/created_at', '/finished_at', '/elapsed_time']
  return agree(page, { from: 'the record', value: stored }, { from: 'the history', value: listed }, told)
}

function judgePages(scene: Scene): Sight {
  const pages = requestsTo(scene, 'listWorkflowLogs').filter(({ request }) => request.parameters.limit === '1')
  const [first, second] = pages
  if (!first || !second || entriesOf(first).length === 0) return 'the history is empty'
  const total = Number(readPointer(jsonOf(first), '/total'))
  const entries = pages.map((page) => entriesOf(page).map((entry) => textOf(entry)))
  const shown = entries.map((ids) => ids.length).join(' and ')
  const kept = entries[0]?.length === 1 && (entries[1]?.length === 1) === total > 1 && entries[0][0] !== entries[1]?.[0]
  const more = readPointer(jsonOf(first), '/has_more') === total > 1
  return expectThat(
    kept && more,
    second,
    `two pages of different runs out of ${total}, has_more ${total > 1}`,
    () => `${shown} runs: ${showJson(entries)}`,
  )
}

function textOf(entry: unknown): string {
  return String(readPointer(entry, '/id'))
}
