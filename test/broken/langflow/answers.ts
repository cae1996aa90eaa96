import type { BrokenServer } from '../broken-server.ts'
import { eachBody, put, without } from '../damage.ts'
import {
  at,
  batch,
  below,
  KEYED,
  poll,
  saying,
  stop,
  streamed,
  webhook,
  withStatus,
  withType,
  workflow,
} from './calls.ts'

const sync = workflow('sync')
const toDetail = (text: string) => eachBody((body) => put(body, '/detail', text))
const toCode = (code: string) => eachBody((body) => put(put(body, '/detail/code', code), '/code', code))

/** Servers whose answers and refusals are wrong. */
export const answers: readonly BrokenServer[] = [
  { breaks: 'is not well', caughtBy: 'get-health.body', on: at('GET /health'), text: () => '{"status":"nok"}' },
  {
    breaks: 'fails when asked for its health',
    caughtBy: 'check-health.status',
    on: at('GET /health_check'),
    head: withStatus(503),
  },
  {
    breaks: 'names plain text where it answers JSON',
    caughtBy: 'get-version.media-type',
    on: at('GET /api/v1/version'),
    head: withType('text/plain'),
  },
  {
    breaks: 'leaves out its version',
    caughtBy: 'get-version.body',
    on: at('GET /api/v1/version'),
    text: eachBody((body) => without(body, '/version')),
  },
  {
    breaks: 'takes what it calls deprecated',
    caughtBy: 'process-flow.status',
    on: below('/api/v1/process'),
    head: withStatus(200),
  },
  {
    breaks: 'says only that a call is gone',
    caughtBy: 'process.says-what-instead',
    on: below('/api/v1/process'),
    text: toDetail('Gone.'),
  },
  {
    breaks: 'does not say what to use in place of predict',
    caughtBy: 'predict.says-what-instead',
    on: below('/api/v1/predict'),
    text: toDetail('Gone.'),
  },
  {
    breaks: 'refuses a wrong key with 401',
    caughtBy: 'run-flow.key-wrong',
    on: batch,
    head: ({ status, headers }) => ({ status: status === 403 ? 401 : status, headers }),
  },
  { breaks: 'takes any key', caughtBy: 'predict-flow.key-wrong', request: KEYED },
  { breaks: 'runs without a key', caughtBy: 'run-flow.key-missing', request: KEYED },
  {
    breaks: 'takes malformed JSON for no body',
    caughtBy: 'run-flow.malformed-json',
    on: saying('{"inputs": {', batch),
    request: () => ({ body: '' }),
  },
  {
    breaks: 'refuses malformed JSON as something else',
    caughtBy: 'refusals.broken-json-is-called-so',
    on: batch,
    text: (text) => text.replace('json_invalid', 'missing'),
  },
  {
    breaks: 'refuses an unknown flow without its name',
    caughtBy: 'refusals.unknown-flow-is-named',
    on: batch,
    text: (text) => (text.includes('not found') ? '{"detail":"Not Found"}' : text),
  },
  {
    breaks: 'runs an unknown flow',
    caughtBy: 'run-flow.unknown-id',
    on: batch,
    head: ({ status, headers }) => ({ status: status === 404 ? 200 : status, headers }),
  },
  {
    breaks: 'takes any word for a flag',
    caughtBy: 'bad-values.flag',
    request: ({ query }) => (query.get('stream') === 'maybe' ? { query: new URLSearchParams() } : {}),
  },
  {
    breaks: 'takes a list for a body',
    caughtBy: 'bad-values.no-object',
    on: ({ body }) => body === '[]',
    request: () => ({ body: '{}' }),
  },
  {
    breaks: 'takes a webhook call without a body',
    caughtBy: 'webhook-run.empty-body',
    on: webhook,
    request: ({ body }) => ({ body: body === '' ? 'nothing' : body }),
  },
  {
    breaks: 'answers a webhook call with 200',
    caughtBy: 'trigger-webhook.status',
    on: webhook,
    head: ({ status, headers }) => ({ status: status === 202 ? 200 : status, headers }),
  },
  {
    breaks: 'refuses a workflow without a flow for its tweaks',
    caughtBy: 'refusals.missing-field-is-named',
    on: at('POST /api/v2/workflows'),
    text: (text) => text.replace('"flow_id"]', '"tweaks"]'),
  },
  {
    breaks: 'starts a workflow without a flow',
    caughtBy: 'run-workflow.required-fields',
    on: at('POST /api/v2/workflows'),
    head: ({ status, headers }) => ({ status: status === 422 ? 200 : status, headers }),
  },
  {
    breaks: 'polls no job under another code',
    caughtBy: 'refusals.missing-job-has-a-code',
    on: poll,
    text: toCode('NO_JOB'),
  },
  {
    breaks: 'polls no job',
    caughtBy: 'get-workflow-job.required-parameters',
    on: poll,
    head: ({ status, headers }) => ({ status: status === 400 ? 200 : status, headers }),
  },
  {
    breaks: 'codes an unknown flow in another way',
    caughtBy: 'workflow-refusals.unknown-flow',
    on: sync,
    text: toCode('X'),
  },
  { breaks: 'codes a protocol in another way', caughtBy: 'workflow-refusals.protocol', on: sync, text: toCode('X') },
  { breaks: 'codes fields in another way', caughtBy: 'workflow-refusals.sync-fields', on: sync, text: toCode('X') },
  { breaks: 'codes outputs in another way', caughtBy: 'workflow-refusals.output-ids', on: sync, text: toCode('X') },
  {
    breaks: 'passes over a field that it does not know',
    caughtBy: 'workflow-refusals.unknown-field',
    on: saying('"flowproof":true', sync),
    request: ({ body }) => ({ body: body.replace(',"flowproof":true', '') }),
  },
  {
    breaks: 'looks for a job whose id is none',
    caughtBy: 'workflow-refusals.job-id-form',
    on: ({ query }) => query.get('job_id') === 'no-uuid',
    head: withStatus(404),
  },
  {
    breaks: 'stops a job that it does not know',
    caughtBy: 'workflow-refusals.unknown-job',
    on: stop,
    head: withStatus(200),
  },
  {
    breaks: 'answers a failed run with a page',
    caughtBy: 'run-flow.body',
    on: saying('fail', batch),
    text: () => '<h1>Internal Server Error</h1>',
  },
  {
    breaks: 'shows a page where a flow is unknown',
    caughtBy: 'version.unknown-flow-in-json',
    on: (call) => batch(call) || streamed(call),
    head: ({ status, headers }) =>
      status === 404 ? { status: 200, headers: { ...headers, 'content-type': 'text/html' } } : { status, headers },
  },
]
