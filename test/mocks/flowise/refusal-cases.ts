import { type Ask, UNKNOWN_ID } from './client.ts'

const FORMAT = 'Invalid request format. Check required fields and parameter types.'
const VALUES = 'Validation failed. Check parameter requirements and data types.'
export const LOCKED = 'Unauthorized access. Please verify your API key.'
export const UNKNOWN = 'Chatflow not found. Please verify the chatflow ID.'
export const WRONG_SITE = 'This site is not allowed to access this chatbot'
const PREFIX = 'Error: predictionsServices.buildChatflow - '
const BROKEN = "Expected ',' or '}' after property value in JSON at position 18"
const HISTORY =
  'Invalid history format. Each history item must have: { role: "apiMessage" | "userMessage", content: string }'

/** A message that is refused, or taken, as documented and as observed. */
interface Case {
  readonly it: string
  readonly flow: string
  readonly ask: Ask
  readonly documented: readonly [number, string]
  /** Status and message of 3.1.4; a number alone is an answer of another kind. */
  readonly observed: readonly [number, string] | 200
}

const question = 'Hello'
const upload = { type: 'file', name: 'dot.gif', mime: 'image/png', data: 'data:image/png;base64,iVBORw0KGgo=' }

/** Each refusal of a prediction that begins no stream. */
export const CASES: readonly Case[] = [
  {
    it: 'JSON that is broken',
    flow: 'answer',
    ask: { body: '{"question": "hi" oops}' },
    documented: [400, FORMAT],
    observed: [400, BROKEN],
  },
  {
    it: 'an id that is no UUID',
    flow: 'no-such-flow',
    ask: { body: { question } },
    documented: [400, FORMAT],
    observed: [400, 'Invalid Chatflow ID'],
  },
  {
    it: 'an unknown flow',
    flow: UNKNOWN_ID,
    ask: { body: { question } },
    documented: [404, UNKNOWN],
    observed: [404, `Chatflow ${UNKNOWN_ID} not found in the database!`],
  },
  {
    it: 'a page of another origin',
    flow: 'one-site-answer',
    ask: { body: { question }, headers: { origin: 'https://other.example.com' } },
    documented: [403, WRONG_SITE],
    observed: [403, WRONG_SITE],
  },
  {
    it: 'no key',
    flow: 'locked-answer',
    ask: { body: { question } },
    documented: [401, LOCKED],
    observed: [500, `${PREFIX}Unauthorized`],
  },
  {
    it: 'the key of somebody else',
    flow: 'locked-chatflow-answer',
    ask: { body: { question }, key: 'another-key' },
    documented: [401, LOCKED],
    observed: [500, `${PREFIX}Unauthorized`],
  },
  {
    it: 'nothing to run the flow with',
    flow: 'answer',
    ask: { body: { chatId: 'c-1' } },
    documented: [400, FORMAT],
    observed: 200,
  },
  { it: 'a list', flow: 'answer', ask: { body: [1, 2] }, documented: [400, FORMAT], observed: 200 },
  { it: 'no body', flow: 'answer', ask: { method: 'POST' }, documented: [400, FORMAT], observed: 200 },
  {
    it: 'a body of another type',
    flow: 'answer',
    ask: { method: 'POST', body: 'hello', headers: { 'content-type': 'text/plain' } },
    documented: [400, FORMAT],
    observed: 200,
  },
  {
    it: 'a question that is a number',
    flow: 'answer',
    ask: { body: { question: 7 } },
    documented: [422, VALUES],
    observed: 200,
  },
  {
    it: 'a chat that is a number, to a chatflow',
    flow: 'chatflow-answer',
    ask: { body: { question, chatId: 7 } },
    documented: [422, VALUES],
    observed: [500, `${PREFIX}Invalid chatId: must be a string`],
  },
  {
    it: 'a session that is a number, to a chatflow',
    flow: 'chatflow-answer',
    ask: { body: { question, overrideConfig: { sessionId: 7 } } },
    documented: [422, VALUES],
    observed: [500, `${PREFIX}Invalid sessionId: must be a string`],
  },
  {
    it: 'a history of another form',
    flow: 'answer',
    ask: { body: { question, history: [{ role: 'user', content: 'hi' }] } },
    documented: [422, VALUES],
    observed: [500, PREFIX + HISTORY],
  },
  {
    it: 'a history of another form, to a chatflow',
    flow: 'chatflow-answer',
    ask: { body: { question, history: [{ role: 'user' }] } },
    documented: [422, VALUES],
    observed: 200,
  },
  {
    it: 'an upload whose ending does not fit',
    flow: 'answer',
    ask: { body: { question, uploads: [upload] } },
    documented: [422, VALUES],
    observed: [
      500,
      `${PREFIX}MIME type mismatch: file extension "gif" does not match declared MIME type "image/png". Expected: png`,
    ],
  },
  {
    it: 'a decision of another kind',
    flow: 'answer',
    ask: { body: { humanInput: { type: 'maybe' } } },
    documented: [422, VALUES],
    observed: [500, `${PREFIX}Invalid human input type. Expected 'proceed' or 'reject', but got 'maybe'`],
  },
  {
    it: 'a question and a form',
    flow: 'answer',
    ask: { body: { question, form: { order: '77' } } },
    documented: [500, `${PREFIX}Question and form cannot be provided at the same time`],
    observed: [500, `${PREFIX}Question and form cannot be provided at the same time`],
  },
  {
    it: 'a file in another field',
    flow: 'answer',
    ask: { form: formWith('file') },
    documented: [500, 'Unexpected file field'],
    observed: [500, 'Unexpected file field'],
  },
  {
    it: 'a flow that fails',
    flow: 'node-failure',
    ask: { body: { question } },
    documented: [500, `${PREFIX}Request failed with status code 503`],
    observed: [500, `${PREFIX}Request failed with status code 503`],
  },
]

function formWith(field: string, more: Record<string, string> = {}): FormData {
  const form = new FormData()
  form.append('question', question)
  for (const [name, value] of Object.entries(more)) form.append(name, value)
  form.append(field, new Blob(['Dogs must stay outside.'], { type: 'text/plain' }), 'notes.txt')
  return form
}
