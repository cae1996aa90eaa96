import { readPointer } from '../../../src/spec/pointer.ts'
import type { BrokenServer } from '../broken-server.ts'
import { eachBody, put, without } from '../damage.ts'
import { at, KEY, record, withStatus } from './calls.ts'

/** Servers whose answers break what the spec says of any answer. */
export const answers: readonly BrokenServer[] = [
  {
    breaks: 'answers an upload with 200 instead of 201',
    caughtBy: 'upload-file.status',
    on: at('POST /files/upload'),
    head: withStatus(200),
  },
  { breaks: 'fails on a good request', caughtBy: 'get-app-info.status', on: at('GET /info'), head: withStatus(500) },
  {
    breaks: 'names plain text where it answers JSON',
    caughtBy: 'get-app-info.media-type',
    on: at('GET /info'),
    head: ({ status, headers }) => ({ status, headers: { ...headers, 'content-type': 'text/plain' } }),
  },
  {
    breaks: 'answers with a page of HTML when it finds nothing',
    caughtBy: 'get-workflow-run.media-type',
    on: record,
    head: ({ status, headers }) => ({
      status,
      headers: status === 404 ? { ...headers, 'content-type': 'text/html' } : headers,
    }),
  },
  {
    breaks: 'leaves out the header with its version',
    caughtBy: 'get-app-meta.headers',
    on: at('GET /meta'),
    head: ({ status, headers: { 'x-version': _, ...headers } }) => ({ status, headers }),
  },
  {
    breaks: 'leaves out how to authenticate when it refuses a key',
    caughtBy: 'get-app-site.headers',
    on: at('GET /site'),
    head: ({ status, headers: { 'www-authenticate': _, ...headers } }) => ({ status, headers }),
  },
  {
    breaks: 'leaves a required field out of a record',
    caughtBy: 'get-workflow-run.body',
    on: record,
    text: eachBody((body) => without(body, '/total_steps')),
  },
  {
    breaks: 'writes a number as a text',
    caughtBy: 'get-workflow-run.body',
    on: record,
    text: eachBody((body) => put(body, '/created_at', '1784700000')),
  },
  {
    breaks: 'breaks off in the middle of a body',
    caughtBy: 'get-app-parameters.body',
    on: at('GET /parameters'),
    text: (text) => text.slice(0, text.length / 2),
  },
  {
    breaks: 'gives a refusal a code of its own',
    caughtBy: 'get-workflow-run.body',
    on: record,
    text: eachBody((body) => (readPointer(body, '/code') === 'not_found' ? put(body, '/code', 'run_not_found') : body)),
  },
  {
    breaks: 'leaves null where documents allow it and servers never do',
    caughtBy: 'get-app-site.body-assumed',
    on: at('GET /site'),
    text: eachBody((body) => put(body, '/input_placeholder', 7)),
  },
  {
    breaks: 'answers without a key',
    caughtBy: 'get-app-info.key-missing',
    on: (call) => call.headers.authorization === undefined,
    request: ({ headers }) => ({ headers: { ...headers, authorization: `Bearer ${KEY}` } }),
  },
  {
    breaks: 'takes any key',
    caughtBy: 'run-workflow.key-wrong',
    request: ({ headers }) => ({
      headers: {
        ...headers,
        ...(headers.authorization ? { authorization: `Bearer ${KEY}` } : {}),
      },
    }),
  },
  {
    breaks: 'takes malformed JSON for an empty request',
    caughtBy: 'stop-workflow-task.malformed-json',
    on: ({ body }) => body === '{"inputs": {',
    request: () => ({ body: '{"user":"anyone"}' }),
  },
  {
    breaks: 'fails on malformed JSON',
    caughtBy: 'text-to-audio.malformed-json',
    on: ({ body }) => body === '{"inputs": {',
    head: withStatus(500),
  },
  {
    breaks: 'runs without a user',
    caughtBy: 'run-workflow.required-fields',
    on: ({ path, body }) => path === '/workflows/run' && !body.includes('"user"'),
    request: ({ body }) => ({ body: body.replace(/}$/, ',"user":"anyone"}') }),
  },
  {
    breaks: 'follows a run without a user',
    caughtBy: 'stream-workflow-events.required-parameters',
    on: ({ path, query }) => path.endsWith('/events') && !query.has('user'),
    head: withStatus(204),
  },
  {
    breaks: 'answers 200 with nothing for an unknown run',
    caughtBy: 'get-workflow-run.unknown-id',
    on: record,
    head: ({ status, headers }) => ({ status: status === 404 ? 200 : status, headers }),
  },
  {
    breaks: 'refuses an odd value with a status of its own',
    caughtBy: 'list-workflow-logs.out-of-bounds',
    on: ({ query }) => query.get('limit') === '0',
    head: withStatus(422),
  },
]
