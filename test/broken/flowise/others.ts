import { readPointer } from '../../../src/spec/pointer.ts'
import type { BrokenServer } from '../broken-server.ts'
import { eachBody, put, without } from '../damage.ts'
import { at, OTHER_ID, predict, withStatus } from './calls.ts'

const attachments = at('POST /attachments/')
const form = (call: Parameters<typeof predict>[0]) => predict(call) && !call.body.startsWith('{')
const said = (text: string) => (call: Parameters<typeof predict>[0]) => predict(call) && call.body.includes(text)

/** Servers that break the promises beside runs. */
export const others: readonly BrokenServer[] = [
  {
    breaks: 'runs a message without a question',
    caughtBy: 'refusals.no-question',
    on: said('no-question'),
    head: withStatus(200),
  },
  { breaks: 'takes values of any kind', caughtBy: 'refusals.odd-values', on: said('maybe'), head: withStatus(200) },
  {
    breaks: 'streams that a flow is unknown',
    caughtBy: 'refusals.unknown-flow-streamed',
    on: said('"streaming":true'),
    head: ({ status, headers }) => ({ status: status === 404 ? 200 : status, headers }),
  },
  {
    breaks: 'streams that a key is wrong',
    caughtBy: 'refusals.wrong-key-streamed',
    on: said('"streaming":true'),
    head: ({ status, headers }) => ({ status: status === 401 ? 500 : status, headers }),
  },
  {
    breaks: 'tells a refusal in a form of its own',
    caughtBy: 'refusals.documented-form',
    on: predict,
    text: (text) => text.replace('{"error":', '{"statusCode":404,"success":false,"stack":{},"message":'),
  },
  {
    breaks: 'takes a file in any field',
    caughtBy: 'refusals.file-in-another-field',
    on: form,
    request: ({ body }) => ({ body: body.replace('name="file"', 'name="files"') }),
  },
  {
    breaks: 'takes a question together with a form',
    caughtBy: 'refusals.question-and-form',
    on: said('"form":'),
    request: ({ body }) => ({ body: body.replace('"form":', '"shape":') }),
  },
  {
    breaks: 'goes on where nothing waits',
    caughtBy: 'refusals.nothing-waits',
    on: said('"humanInput":'),
    request: ({ body }) => ({ body: body.replace('"humanInput":', '"question":"Go on","decision":') }),
  },
  {
    breaks: 'gives a chat of its own to a session',
    caughtBy: 'named-session.names-the-chat',
    on: said('"overrideConfig":'),
    text: eachBody((body) => put(body, '/chatId', OTHER_ID)),
  },
  {
    breaks: 'names the session after the chat, whatever was said',
    caughtBy: 'named-session.stands-beside-the-chat',
    on: said('"overrideConfig":'),
    text: eachBody((body) => put(body, '/sessionId', readPointer(body, '/chatId'))),
  },
  {
    breaks: 'takes files by one setting, and not by the other',
    caughtBy: 'config.uploads-agree',
    on: at('GET /chatflows-uploads/'),
    text: eachBody((body) => put(body, '/isRAGFileUploadAllowed', true)),
  },
  {
    breaks: 'takes an attachment that is not there',
    caughtBy: 'create-attachments.required-fields',
    on: (call) => attachments(call) && !call.body.includes('filename='),
    head: withStatus(200),
  },
  {
    breaks: 'does not say which file it has not',
    caughtBy: 'get-uploaded-file.body',
    on: at('GET /get-upload-file'),
    text: (text) => text.replace('"message"', '"reason"'),
  },
  {
    breaks: 'takes the session of a form for nothing',
    caughtBy: 'form.field-names-the-session',
    on: form,
    text: eachBody((body) => put(body, '/sessionId', OTHER_ID)),
  },
  {
    breaks: 'does not read overrides in a form',
    caughtBy: 'form.overrides-are-read',
    on: form,
    request: ({ body }) => ({ body: body.replace('overrideConfig', 'overrides') }),
  },
  {
    breaks: 'reads another text in a file',
    caughtBy: 'attachments.answer-the-text',
    on: attachments,
    text: eachBody((body) => put(body, '/0/content', 'Nothing.')),
  },
  {
    breaks: 'tells the size of a file as a number',
    caughtBy: 'attachments.size-is-a-text',
    on: attachments,
    text: eachBody((body) => put(body, '/0/size', 33)),
  },
  {
    breaks: 'answers other bytes than were uploaded',
    caughtBy: 'attachments.can-be-fetched',
    on: at('GET /get-upload-file'),
    text: (text) => text.toUpperCase(),
  },
  {
    breaks: 'has every file',
    caughtBy: 'attachments.only-what-is-there',
    on: at('GET /get-upload-file'),
    head: withStatus(200),
  },
  {
    breaks: 'stores a feedback without its comment',
    caughtBy: 'feedback.is-stored',
    on: (call) => call.path.startsWith('/feedback/') && call.method === 'GET',
    text: eachBody((body) => without(body, '/0/content')),
  },
  {
    breaks: 'forgets the change of a feedback',
    caughtBy: 'feedback.change-is-stored',
    on: (call) => call.path.startsWith('/feedback/') && call.method === 'GET',
    text: eachBody((body) => put(body, '/0/rating', 'THUMBS_UP')),
  },
  {
    breaks: 'answers a changed feedback with a status',
    caughtBy: 'feedback.change-answers-it',
    on: at('PUT /feedback/'),
    text: () => '{"status":"OK"}',
  },
  {
    breaks: 'takes a feedback on what nobody said',
    caughtBy: 'feedback.unknown-message',
    on: at('POST /feedback'),
    head: withStatus(200),
  },
  {
    breaks: 'forgets the address of a lead',
    caughtBy: 'lead.is-stored',
    on: at('POST /leads'),
    text: eachBody((body) => put(body, '/email', null)),
  },
  { breaks: 'lists no leads', caughtBy: 'lead.is-listed', on: at('GET /leads/'), text: () => '[]' },
  {
    breaks: 'shows a shared execution in another state',
    caughtBy: 'record.is-shared',
    on: at('GET /public-executions/'),
    text: eachBody((body) => put(body, '/state', 'ERROR')),
  },
  {
    breaks: 'shows an execution that is shared no more',
    caughtBy: 'record.is-hidden',
    on: at('GET /public-executions/'),
    head: withStatus(200),
  },
  {
    breaks: 'counts what it did not delete',
    caughtBy: 'record.is-deleted',
    on: at('DELETE /executions/'),
    text: eachBody((body) => put(body, '/deletedCount', 1)),
  },
]
