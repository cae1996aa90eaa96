import { afterAll, expect, it } from 'vitest'
import { createHeldClock } from '../../../src/mock/held-clock.ts'
import { eventsNamed, startDify } from './client.ts'
import { readUntil } from './follow.ts'

const KEY = 'app-inputs'
const GOOD = { topic: 'Rope', tone: 'terse' }
const FILE = { type: 'image', transfer_method: 'remote_url', url: 'https://files.test/a/moon.png?size=2#top' }
const UUID = '5f3a1c9e-7d24-4b86-a0f1-2c8e9b6d4a73'

const { ask, run, mock } = await startDify({}, afterAll)
// The stream of a refused run stays open: it is read on a clock that stands still, and left.
const held = await startDify({ clock: createHeldClock(), speed: 1 }, afterAll)

const must = (variable: string, what: string) => `${variable} in input form must be ${what}`
const TONES = "one of the following: ['friendly', 'formal', 'terse']"
const REFUSED = [
  { it: 'a required input that is absent', inputs: { topic: undefined }, message: 'topic is required in input form' },
  { it: 'a required input that is null', inputs: { topic: null }, message: 'topic is required in input form' },
  { it: 'a required input with a default', inputs: { tone: undefined }, message: 'tone is required in input form' },
  { it: 'a text that is none', inputs: { topic: 5 }, message: `(type 'text-input') ${must('topic', 'a string')}` },
  { it: 'a paragraph that is none', inputs: { notes: [] }, message: `(type 'paragraph') ${must('notes', 'a string')}` },
  { it: 'a choice that is no text', inputs: { tone: true }, message: `(type 'select') ${must('tone', 'a string')}` },
  { it: 'a choice that is no option', inputs: { tone: 'rude' }, message: must('tone', TONES) },
  { it: 'an empty choice', inputs: { tone: '' }, message: must('tone', TONES) },
  {
    it: 'a text that is too long',
    inputs: { topic: '𝒜'.repeat(49) },
    message: must('topic', 'less than 48 characters'),
  },
  {
    it: 'a paragraph that is too long',
    inputs: { notes: 'x'.repeat(401) },
    message: must('notes', 'less than 400 characters'),
  },
  { it: 'a number in words', inputs: { words: 'ten' }, message: must('words', 'a valid number') },
  { it: 'a number as Python does not write it', inputs: { words: '0x10' }, message: must('words', 'a valid number') },
  { it: 'an exponent without a point', inputs: { words: '1e3' }, message: must('words', 'a valid number') },
  { it: 'a file that is no object', inputs: { cover: 'moon.png' }, message: must('cover', 'a file') },
  { it: 'a list in place of a file', inputs: { cover: [FILE] }, message: must('cover', 'a file') },
  { it: 'a file in place of a list', inputs: { papers: FILE }, message: must('papers', 'a list of files') },
  { it: 'a list with something else', inputs: { papers: [FILE, 1] }, message: must('papers', 'a list of files') },
  { it: 'too many files', inputs: { papers: Array(4).fill(FILE) }, message: must('papers', 'less than 3 files') },
  { it: 'an object that is none', inputs: { options: 'none' }, message: must('options', 'a dict') },
  { it: 'a list in place of an object', inputs: { options: [1] }, message: must('options', 'a dict') },
  {
    it: 'a file without its way',
    inputs: { cover: { type: 'image' } },
    message: 'transfer_method is required in file mapping',
  },
  {
    it: 'a file by an unknown way',
    inputs: { cover: { ...FILE, transfer_method: 'fax' } },
    message: "'fax' is not a valid FileTransferMethod",
  },
  {
    it: 'a file of an unknown kind',
    inputs: { cover: { ...FILE, type: 'smell' } },
    message: "'smell' is not a valid FileType",
  },
  { it: 'a remote file without a URL', inputs: { cover: { ...FILE, url: '' } }, message: 'Invalid file url' },
  {
    it: 'an uploaded file without an id',
    inputs: { cover: { type: 'image', transfer_method: 'local_file' } },
    message: 'Invalid upload file id',
  },
  {
    it: 'an id that is no UUID',
    inputs: { cover: { type: 'image', transfer_method: 'local_file', upload_file_id: '17' } },
    message: 'Invalid upload file id format',
  },
  {
    it: 'an unknown upload',
    inputs: { papers: [{ type: 'document', transfer_method: 'local_file', upload_file_id: UUID }] },
    message: 'Invalid upload file',
  },
  {
    it: 'a broken rule before a broken file',
    inputs: { cover: { ...FILE, url: '' }, options: 1 },
    message: must('options', 'a dict'),
  },
]

it.each(REFUSED)('refuses $it with a 400 when blocking', async ({ inputs, message }) => {
  const answer = await run('blocking', { key: KEY, inputs: { ...GOOD, ...inputs } })
  expect([answer.status, answer.json]).toEqual([400, { code: 'invalid_param', message, status: 400 }])
})

it.each(REFUSED)('refuses $it with a frame after the 200 when streaming', async ({ inputs, message }) => {
  expect(await refusedStream({ inputs: { ...GOOD, ...inputs } })).toEqual({ event: 'error', message, status: 500 })
})

const NO_NUMBER = { inputs: { ...GOOD, words: { many: true } } }

it('trips over a number that is an object', async () => {
  const answer = await run('blocking', { key: KEY, ...NO_NUMBER })
  const sentence =
    'The server encountered an internal error and was unable to complete your request. ' +
    'Either the server is overloaded or there is an error in the application.'
  expect([answer.status, answer.json]).toEqual([500, { code: 'internal_server_error', message: sentence, status: 500 }])
  const message = "expected value type int, float or str, got <class 'dict'>, value: {'many': True}"
  expect(await refusedStream(NO_NUMBER)).toEqual({ event: 'error', message, status: 500 })
})

it('looks at the files of the request before its inputs', async () => {
  const files = [{ type: 'document', transfer_method: 'local_file', upload_file_id: UUID }]
  const body = { inputs: {}, files, user: 'user-42' }
  const answer = await ask('runWorkflow', '/workflows/run', { key: KEY, body })
  expect(answer.json).toMatchObject({ code: 'invalid_param', message: 'Invalid upload file' })
})

it('starts no run for inputs that it refuses', async () => {
  const before = mock.runs().length
  await run('blocking', { key: KEY, inputs: {} })
  expect(mock.runs().length).toBe(before)
})

const SEEN = [
  { it: 'the defaults of absent inputs', given: {}, seen: { notes: 'No notes.', words: 120, with_sources: false } },
  { it: 'nothing where there is no default', given: {}, seen: { cover: null, papers: null, options: null } },
  { it: 'the default of an input that is null', given: { words: null }, seen: { words: 120 } },
  { it: 'an empty text as it is', given: { topic: '' }, seen: { topic: '' } },
  { it: 'a text of the greatest length', given: { topic: '𝒜'.repeat(48) }, seen: { topic: '𝒜'.repeat(48) } },
  { it: 'whole and broken numbers', given: { words: 1.5 }, seen: { words: 1.5 } },
  { it: 'a whole number in a text', given: { words: ' -12 ' }, seen: { words: -12 } },
  { it: 'a broken number in a text', given: { words: '1.5e2' }, seen: { words: 150 } },
  { it: 'nothing for a blank number', given: { words: '  ' }, seen: { words: null } },
  { it: 'an empty object', given: { options: {} }, seen: { options: {} } },
  { it: 'nothing for a file that nobody chose', given: { cover: '', papers: '' }, seen: { cover: null, papers: null } },
  { it: 'an empty list of files', given: { papers: [] }, seen: { papers: [] } },
  { it: 'inputs that the form does not declare', given: { more: [1] }, seen: { more: [1] } },
  ...['TRUE', ' yes ', 'On', '1', 1, true].map((word) => checked(word, true)),
  ...['False', 'no', 'off', '0', 0, false].map((word) => checked(word, false)),
  ...['maybe', 2].map((word) => checked(word, word)),
]

function checked(given: unknown, seen: unknown) {
  return { it: `a checkbox of ${JSON.stringify(given)}`, given: { with_sources: given }, seen: { with_sources: seen } }
}

it.each(SEEN)('lets the flow see $it', async ({ given, seen }) => {
  const { events } = await run('streaming', { key: KEY, inputs: { ...GOOD, ...given } })
  const [started] = eventsNamed(events, 'workflow_started')
  expect(started?.data.inputs).toMatchObject(seen)
  const [start] = eventsNamed(events, 'node_finished')
  expect([start?.data.node_type, start?.data.inputs, start?.data.outputs]).toMatchObject(['start', seen, seen])
})

it('shows a remote file with what its URL tells', async () => {
  const { events } = await run('streaming', { key: KEY, inputs: { ...GOOD, cover: { ...FILE, type: 'custom' } } })
  const file = {
    dify_model_identity: '__dify__file__',
    id: null,
    type: 'image',
    transfer_method: 'remote_url',
    remote_url: FILE.url,
    reference: null,
    filename: 'moon.png',
    extension: '.png',
    mime_type: null,
    size: -1,
    related_id: null,
    url: FILE.url,
  }
  const [start] = eventsNamed(events, 'node_finished')
  expect(start?.data.outputs?.cover).toEqual(file)
  expect(start?.data.files).toEqual([file])
  expect(Object.keys(start?.data.files[0] ?? {})).toEqual(Object.keys(file))
})

const SYSTEM = ['sys.files', 'sys.user_id', 'sys.app_id', 'sys.timestamp', 'sys.workflow_id', 'sys.workflow_run_id']

it('keeps the inputs as JSON text in the record, with the values of the system and its time', async () => {
  const { json } = await run('blocking', { key: KEY, inputs: { ...GOOD, notes: 'Für “alle”' }, user: 'ada' })
  const { data } = json as { data: { id: string; created_at: number } }
  const record = (await ask('getWorkflowRun', `/workflows/run/${data.id}`, { key: KEY })).json
  const { inputs } = record as { inputs: string }
  expect(inputs).toContain('"notes": "F\\u00fcr \\u201calle\\u201d", ')
  const values = JSON.parse(inputs)
  expect(Object.keys(values).filter((name) => name.startsWith('sys.'))).toEqual(SYSTEM)
  expect(values).toMatchObject({ 'sys.files': [], 'sys.user_id': 'ada', 'sys.timestamp': data.created_at })

  const { events } = await run('streaming', { key: KEY, inputs: GOOD })
  const shown = Object.keys(eventsNamed(events, 'workflow_started')[0]?.data.inputs ?? {})
  expect(shown.filter((name) => name.startsWith('sys.'))).toEqual(SYSTEM.filter((name) => name !== 'sys.timestamp'))
})

const USERS = [
  { user: 'ada', seen: 'ada' },
  { user: 7, seen: '7' },
  { user: true, seen: 'True' },
  { user: ['a', null], seen: "['a', None]" },
  { user: { name: "O'Neil" }, seen: `{'name': "O'Neil"}` },
]
it.each(USERS)('takes $user for a user, as text', async ({ user, seen }) => {
  const body = { inputs: GOOD, user, response_mode: 'streaming' }
  const { events } = await ask('runWorkflow', '/workflows/run', { key: KEY, body })
  expect(eventsNamed(events, 'workflow_finished')[0]?.data.created_by.user).toBe(seen)
})

/** The event of a stream that is refused. */
async function refusedStream({ inputs }: { inputs: Record<string, unknown> }): Promise<unknown> {
  const body = { inputs, user: 'user-42', response_mode: 'streaming' }
  const response = await held.send('/workflows/run', { key: KEY, body })
  const { text, leave } = await readUntil(response, '"error"')
  await leave()
  expect([response.status, text.startsWith('event: ping\n\ndata: ')]).toEqual([200, true])
  return JSON.parse(text.slice('event: ping\n\ndata: '.length))
}
