import { afterAll, expect, it } from 'vitest'
import { createHeldClock } from '../../../src/mock/held-clock.ts'
import { FIXTURES, startDify } from './client.ts'
import { startUntil } from './follow.ts'

const KEY = 'app-every-field'
const USER = 'user-42'
const FILE = { type: 'document', transfer_method: 'remote_url', url: 'https://files.test/a.pdf' }
const GOOD = { action: 'send', inputs: { comment: 'Fine.', tone: 'warm' }, user: USER }

const clock = createHeldClock()
const { ask, send } = await startDify({ clock, speed: 1, scenarios: FIXTURES }, afterAll)

/** A form that waits, and requests about it. */
async function waitingForm(key = KEY) {
  const { token, runId, text, leave } = await startUntil('"workflow_paused"', { clock, send, key })
  await leave()
  const [, formId = ''] = /"form_id":"([^"]+)"/.exec(text) ?? []
  const path = `/form/human_input/${token}`
  const read = (as = key) => ask('getHumanInputForm', path, { key: as })
  const submit = (body: unknown, as = key) => ask('submitHumanInputForm', path, { key: as, body })
  const record = async () => (await ask('getWorkflowRun', `/workflows/run/${runId}`, { key })).json
  return { token, formId, text, read, submit, record }
}

const waiting = await waitingForm()

it('shows a form with a field of each type', async () => {
  const { status, json } = await waiting.read()
  const uploads = {
    allowed_file_types: ['image', 'document'],
    allowed_file_extensions: [],
    allowed_file_upload_methods: ['local_file', 'remote_url'],
  }
  expect(status).toBe(200)
  expect(Object.keys(json as object)).toEqual([
    ...['form_content', 'inputs', 'resolved_default_values', 'user_actions', 'expiration_time'],
  ])
  expect(json).toEqual({
    form_content: 'Please fill in.',
    inputs: [
      { output_variable_name: 'comment', type: 'paragraph', default: null },
      {
        output_variable_name: 'tone',
        type: 'select',
        option_source: { type: 'constant', selector: [], value: ['plain', 'warm'] },
      },
      { output_variable_name: 'proof', type: 'file', ...uploads },
      { output_variable_name: 'papers', type: 'file-list', ...uploads, number_limits: 5 },
    ],
    resolved_default_values: {},
    user_actions: [{ id: 'send', title: 'Send', button_style: 'primary' }],
    expiration_time: Date.UTC(2026, 0, 1) / 1000 + 60,
  })
})

it('shows the same in the stream, and the token by which it is found', () => {
  expect(waiting.token).toMatch(/^[a-z0-9]{22}$/)
  const [, event = ''] = /data: (\{"event":"human_input_required".*)/.exec(waiting.text) ?? []
  const { data } = JSON.parse(event)
  const channels = { approval_channels: ['web_app'], display_in_ui: true, form_token: waiting.token }
  expect(data).toMatchObject({ ...channels, form_content: 'Please fill in.', node_title: 'Ask for all' })
})

it('starts fields with their defaults, and gives three days to a form without a deadline', async () => {
  const { read, record } = await waitingForm('app-human-input')
  const { json } = await read()
  const constant = { type: 'constant', selector: [], value: 'No changes.' }
  const comment = { output_variable_name: 'comment', type: 'paragraph', default: constant }
  const resolved_default_values = { comment: 'No changes.', tone: 'friendly' }
  expect(json).toMatchObject({ inputs: [comment, {}], resolved_default_values })
  const { created_at } = (await record()) as { created_at: number }
  expect((json as { expiration_time: number }).expiration_time).toBe(created_at + 3 * 24 * 3600)
})

const EMPTY = "input_value={'user': 'user-42'}, input_type=dict"
const LINK = 'For further information visit https://errors.pydantic.dev/2.12/v'
const INVALID = [
  {
    it: 'an unknown action',
    body: { ...GOOD, action: 'keep' },
    code: 'invalid_form_data',
    message: 'Invalid action: keep',
  },
  {
    it: 'fields that are missing',
    body: { ...GOOD, inputs: { tone: null } },
    code: 'invalid_form_data',
    message: 'Missing required inputs: comment, tone',
  },
  ...[{ comment: 5 }, { tone: 'rude' }, { proof: 'a.pdf' }, { papers: FILE }].map((inputs) => ({
    it: `a wrong value: ${JSON.stringify(inputs)}`,
    body: { ...GOOD, inputs: { ...GOOD.inputs, ...inputs } },
    code: 'invalid_form_data',
    message: `Invalid value for input '${Object.keys(inputs)[0]}'`,
  })),
  {
    it: 'a body without inputs and action',
    body: { user: USER },
    code: 'invalid_param',
    message: [
      '2 validation errors for HumanInputFormSubmitPayload',
      `inputs\n  Field required [type=missing, ${EMPTY}]\n    ${LINK}/missing`,
      `action\n  Field required [type=missing, ${EMPTY}]\n    ${LINK}/missing`,
    ].join('\n'),
  },
  {
    it: 'inputs and action of wrong types',
    body: { user: USER, inputs: [], action: 7 },
    code: 'invalid_param',
    message: [
      '2 validation errors for HumanInputFormSubmitPayload',
      `inputs\n  Input should be a valid dictionary [type=dict_type, input_value=[], input_type=list]\n    ${LINK}/dict_type`,
      `action\n  Input should be a valid string [type=string_type, input_value=7, input_type=int]\n    ${LINK}/string_type`,
    ].join('\n'),
  },
]
it.each(INVALID)('refuses $it', async ({ body, code, message }) => {
  const answer = await waiting.submit(body)
  expect([answer.status, answer.json]).toEqual([400, { code, message, status: 400 }])
  expect((await waiting.read()).status).toBe(200)
})

it('knows no form of another app', async () => {
  const missing = { code: 'not_found', message: 'Form not found', status: 404 }
  expect((await waiting.read('app-answer')).json).toEqual(missing)
  expect((await waiting.submit(GOOD, 'app-answer')).json).toEqual(missing)
})

it('minds the shape of an answer before it looks for the form, and the form before the values', async () => {
  const unknown = (body: unknown) => ask('submitHumanInputForm', '/form/human_input/none', { key: KEY, body })
  expect((await unknown({ user: USER })).json).toMatchObject({ code: 'invalid_param' })
  expect((await unknown({ ...GOOD, action: 'keep' })).json).toMatchObject({ code: 'not_found' })
})

it('takes one answer from anybody, and goes on', async () => {
  const { read, submit, record, formId } = await waitingForm()
  const inputs = { ...GOOD.inputs, proof: FILE, papers: [FILE] }
  const taken = await submit({ ...GOOD, inputs, user: 'a colleague' })
  expect([taken.status, taken.json]).toEqual([200, {}])
  const message = `This form has already been submitted by another user, form_id=${formId}`
  const closed = { code: 'human_input_form_submitted', message, status: 412 }
  await clock.advance(1_000)
  expect((await read()).json).toEqual(closed)
  expect((await submit({ ...GOOD, action: 'keep' })).json).toEqual(closed)
  expect(await record()).toMatchObject({ status: 'succeeded', outputs: { comment: 'Fine.' } })
})

it('takes no answer after the deadline', async () => {
  const { read, submit, formId } = await waitingForm()
  await clock.advance(58_000)
  expect((await read()).status).toBe(200)
  await clock.advance(2_000)
  const expired = { code: 'human_input_form_expired', message: `This form has expired, form_id=${formId}`, status: 412 }
  expect((await read()).json).toEqual(expired)
  expect((await submit(GOOD)).json).toEqual(expired)
})
