import { afterAll, expect, it } from 'vitest'
import { uuidOf } from '../../../src/run/uuid.ts'
import { type Ask, spec, startDify } from './client.ts'

const KEY = 'app-flowproof'
const { ask, mock } = await startDify({}, afterAll)
const strict = await startDify({ key: KEY, bodyLimit: 1_000 }, afterAll)

const UUID = '5f3a1c9e-7d24-4b86-a0f1-2c8e9b6d4a73'
const RUN = { inputs: {}, user: 'user-42' }
const DRAFT = uuidOf('draft:answer', 4)
const VERSION = uuidOf('scenario:answer')

const NO_USER = 'Arg user must be provided.'
const BROKEN = 'The browser (or proxy) sent a request that this server could not understand.'
const NOT_JSON = "Did not attempt to load JSON data because the request Content-Type was not 'application/json'."
const FAULT = 'Internal Server Error'

/** A path for each operation that asks for a key. */
const PATHS: Readonly<Record<string, string>> = {
  runWorkflow: '/workflows/run',
  runWorkflowById: `/workflows/${VERSION}/run`,
  getWorkflowRun: `/workflows/run/${UUID}`,
  stopWorkflowTask: `/workflows/tasks/${UUID}/stop`,
  streamWorkflowEvents: `/workflow/${UUID}/events?user=u`,
  listWorkflowLogs: '/workflows/logs',
  getHumanInputForm: '/form/human_input/none',
  submitHumanInputForm: '/form/human_input/none',
  uploadFile: '/files/upload',
  previewFile: `/files/${UUID}/preview`,
  getEndUser: `/end-users/${UUID}`,
  getAppInfo: '/info',
  getAppParameters: '/parameters',
  getAppMeta: '/meta',
  getAppSite: '/site',
  audioToText: '/audio-to-text',
  textToAudio: '/text-to-audio',
}
const SECURED = [...spec.operations.values()].filter(({ security }) => security.length > 0)

it.each(SECURED)('asks for a key before anything else: $id', async ({ id, method }) => {
  const answer = await ask(id, PATHS[id] ?? '', { method: method.toUpperCase(), key: '' })
  const message = "Authorization header must be provided and start with 'Bearer'"
  expect([answer.status, answer.json]).toEqual([401, { code: 'unauthorized', message, status: 401 }])
  expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="api"')
})

const HEADER = "Authorization header must be provided and start with 'Bearer'"
const KEYS = [
  { it: 'a header without a space', authorization: 'Bearer', message: HEADER },
  { it: 'another scheme', authorization: `Basic ${KEY}`, message: "Authorization scheme must be 'Bearer'" },
  { it: 'a wrong key', authorization: 'Bearer app-other', message: 'Access token is invalid' },
  { it: 'a key of a knowledge base', authorization: 'Bearer dataset-1', message: 'Access token is invalid' },
]
it.each(KEYS)('refuses $it', async ({ authorization, message }) => {
  const answer = await strict.ask('getAppInfo', '/info', { key: '', headers: { authorization } })
  expect(answer.json).toEqual({ code: 'unauthorized', message, status: 401 })
  expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="api"')
})

it.each(['bearer', 'BEARER', 'Bearer '])('takes the scheme in any case: %s', async (scheme) => {
  const answer = await strict.ask('getAppInfo', '/info', {
    key: '',
    headers: { authorization: `${scheme} ${KEY}` },
  })
  expect(answer.status).toBe(200)
})

const invalid = (message: string) => ({ code: 'invalid_param', message, status: 400 })
const unsupported = { code: 'unsupported_media_type', message: NOT_JSON, status: 415 }
const broken = { code: 'bad_request', message: BROKEN, status: 400 }
const fault = { message: FAULT, code: 'unknown', status: 500 }
const notFound = (message: string) => ({ code: 'not_found', message, status: 404 })
const text = (type: string) => ({ headers: { 'content-type': type } })

interface Refusal {
  readonly it: string
  readonly ask: Ask
  readonly body: { readonly code: string; readonly message: string; readonly status: number }
}

// Each is also without what comes after it: the order in which the API looks.
const BODIES: readonly Refusal[] = [
  { it: 'no content type', ask: { method: 'POST' }, body: unsupported },
  { it: 'a form in place of JSON', ask: { form: new FormData() }, body: unsupported },
  { it: 'a form that cannot be read', ask: { body: 'x', ...text('multipart/form-data') }, body: unsupported },
  { it: 'plain text', ask: { body: '{}', ...text('text/plain') }, body: unsupported },
  { it: 'an empty body', ask: { method: 'POST', ...text('application/json') }, body: broken },
  { it: 'broken JSON', ask: { body: '{"user": ' }, body: broken },
  { it: 'a list', ask: { body: [] }, body: fault },
  { it: 'a text', ask: { body: '"user"' }, body: fault },
  { it: 'null', ask: { body: 'null' }, body: fault },
  { it: 'no user', ask: { body: { response_mode: 'both' } }, body: invalid(NO_USER) },
  { it: 'an empty user', ask: { body: { user: '' } }, body: invalid(NO_USER) },
  { it: 'a user that is false', ask: { body: { user: false } }, body: invalid(NO_USER) },
  { it: 'a user that is an empty list', ask: { body: { user: [] } }, body: invalid(NO_USER) },
]
const WITH_USER = ['runWorkflow', 'runWorkflowById', 'stopWorkflowTask', 'submitHumanInputForm']
const USERLESS = BODIES.flatMap((row) => WITH_USER.map((operation) => ({ ...row, operation })))
it.each(USERLESS)('refuses $it: $operation', async ({ operation, ask: options, body }) => {
  const answer = await ask(operation, PATHS[operation] ?? '', options)
  expect([answer.status, answer.json]).toEqual([body.status, body])
  expect([answer.headers.get('x-version'), answer.headers.get('x-env')]).toEqual(['1.16.0', 'PRODUCTION'])
})

const pydantic = (model: string, ...faults: string[]) =>
  invalid(`${faults.length} validation error${faults.length > 1 ? 's' : ''} for ${model}\n${faults.join('\n')}`)
const faultAt = (at: string, says: string, got: string, type: string) =>
  `${at}\n  ${says} [type=${type}, ${got}]\n    For further information visit https://errors.pydantic.dev/2.12/v/${type}`
const INPUTS_MISSING = faultAt('inputs', 'Field required', "input_value={'user': 'u'}, input_type=dict", 'missing')
const MODE = "Input should be 'blocking' or 'streaming'"

const PAYLOADS: readonly Refusal[] = [
  { it: 'no inputs', ask: { body: { user: 'u' } }, body: pydantic('WorkflowRunPayload', INPUTS_MISSING) },
  {
    it: 'inputs that are no object',
    ask: { body: { user: 'u', inputs: null, response_mode: 'streaming' } },
    body: pydantic(
      'WorkflowRunPayload',
      faultAt('inputs', 'Input should be a valid dictionary', 'input_value=None, input_type=NoneType', 'dict_type'),
    ),
  },
  {
    it: 'all that is wrong with the shape at once, whatever the trace session',
    ask: { body: { user: 'u', inputs: [1], files: 'x', response_mode: 'both', trace_session_id: '' } },
    body: pydantic(
      'WorkflowRunPayload',
      faultAt('inputs', 'Input should be a valid dictionary', 'input_value=[1], input_type=list', 'dict_type'),
      faultAt('files', 'Input should be a valid list', "input_value='x', input_type=str", 'list_type'),
      faultAt('response_mode', MODE, "input_value='both', input_type=str", 'literal_error'),
    ),
  },
  {
    it: 'a file that is no object',
    ask: { body: { user: 'u', inputs: {}, files: [{}, 7] } },
    body: pydantic(
      'WorkflowRunPayload',
      faultAt('files.1', 'Input should be a valid dictionary', 'input_value=7, input_type=int', 'dict_type'),
    ),
  },
  {
    it: 'a long value, shortened',
    ask: { body: { user: 'u', inputs: 'abcdefghijklmnopqrstuvwxyz'.repeat(3) } },
    body: pydantic(
      'WorkflowRunPayload',
      faultAt(
        'inputs',
        'Input should be a valid dictionary',
        "input_value='abcdefghijklmnopqrstuvwx...defghijklmnopqrstuvwxyz', input_type=str",
        'dict_type',
      ),
    ),
  },
  {
    it: 'a trace session that is no text',
    ask: { body: { ...RUN, trace_session_id: 5 } },
    body: { ...broken, message: 'trace_session_id must be a string.' },
  },
  {
    it: 'a trace session of blanks',
    ask: { body: RUN, headers: { 'x-trace-session-id': '' } },
    body: { ...broken, message: 'trace_session_id must be 1 to 200 characters after trimming.' },
  },
  {
    it: 'a trace session that is too long',
    ask: { body: { ...RUN, trace_session_id: ` ${'x'.repeat(201)} ` } },
    body: { ...broken, message: 'trace_session_id must be 1 to 200 characters after trimming.' },
  },
]
const SHAPES = PAYLOADS.flatMap((row) => ['runWorkflow', 'runWorkflowById'].map((operation) => ({ ...row, operation })))
it.each(SHAPES)('refuses $it: $operation', async ({ operation, ask: options, body }) => {
  const answer = await ask(operation, PATHS[operation] ?? '', options)
  expect([answer.status, answer.json]).toEqual([body.status, body])
})

const VERSIONS = [
  { it: 'an id that is no UUID', id: 'latest', body: { ...broken, message: "Invalid workflow_id format: 'latest'. " } },
  {
    it: 'a draft',
    id: DRAFT,
    body: {
      ...broken,
      message: `Cannot use draft workflow version. Workflow ID: ${DRAFT}. Please use a published workflow version or leave workflow_id empty.`,
    },
  },
  { it: 'an unknown version', id: UUID, body: notFound(`Workflow not found with id: ${UUID}`) },
  {
    it: "another app's version",
    id: VERSION,
    key: 'app-retry',
    body: notFound(`Workflow not found with id: ${VERSION}`),
  },
  { it: "another app's draft", id: DRAFT, key: 'app-retry', body: notFound(`Workflow not found with id: ${DRAFT}`) },
]
it.each(VERSIONS.flatMap((row) => [row, { ...row, mode: 'streaming' }]))('refuses $it, streaming or not', async ({
  id,
  key = KEY,
  body,
  ...row
}) => {
  const response_mode = 'mode' in row ? row.mode : 'blocking'
  const answer = await ask('runWorkflowById', `/workflows/${id}/run`, { key, body: { ...RUN, response_mode } })
  expect([answer.status, answer.json]).toEqual([body.status, body])
})

it('runs a version by its id, in any case', async () => {
  const answer = await ask('runWorkflowById', `/workflows/${VERSION.toUpperCase()}/run`, { body: RUN })
  expect(answer.json).toMatchObject({ data: { workflow_id: VERSION, status: 'succeeded' } })
})

it('crashes on none of this', () => {
  expect(mock.requests().filter(({ crash }) => crash !== undefined)).toEqual([])
})
