import type { BrokenServer } from '../broken-server.ts'
import { eachBody, eachNamed, map, put } from '../damage.ts'
import { at, logs, OTHER_ID, run } from './calls.ts'

/** Servers that are wrong about inputs, files, history and users. */
export const others: readonly BrokenServer[] = [
  {
    breaks: 'lets broken inputs pass',
    caughtBy: 'broken-inputs.blocking-is-refused',
    on: run,
    text: eachBody((body) => map(body, '/code', (code) => code && 'not_workflow_app')),
  },
  {
    breaks: 'tells broken inputs by no event',
    caughtBy: 'broken-inputs.streamed-is-an-event',
    on: run,
    frames: eachNamed('error', () => []),
  },
  {
    breaks: 'stores a file under another name',
    caughtBy: 'upload.describes-the-file',
    on: at('POST /files/upload'),
    text: eachBody((body) => put(body, '/name', 'upload.bin')),
  },
  {
    breaks: 'forgets what was uploaded',
    caughtBy: 'upload.usable',
    on: at('POST /files/upload'),
    text: eachBody((body) => put(body, '/id', OTHER_ID)),
  },
  {
    breaks: 'lists no runs of its own',
    caughtBy: 'logs.list-the-run',
    on: logs,
    text: eachBody((body) =>
      map(body, '/data', (data) =>
        Array.isArray(data) ? data.slice(0, 1).map((entry) => put(entry, '/workflow_run/id', OTHER_ID)) : data,
      ),
    ),
  },
  {
    breaks: 'lists the oldest run first',
    caughtBy: 'logs.newest-first',
    on: logs,
    text: eachBody((body) =>
      map(body, '/data', (data) =>
        Array.isArray(data) ? data.map((entry, index) => put(entry, '/created_at', 1_784_700_000 + index)) : data,
      ),
    ),
  },
  {
    breaks: 'does not filter by status',
    caughtBy: 'logs.filter-by-status',
    on: logs,
    text: eachBody((body) => map(body, '/data/0/workflow_run/status', () => 'failed')),
  },
  {
    breaks: 'does not filter by user',
    caughtBy: 'logs.filter-by-user',
    on: logs,
    text: eachBody((body) => map(body, '/data/0/created_by_end_user/session_id', () => 'somebody')),
  },
  {
    breaks: 'shows the same page again',
    caughtBy: 'logs.pages',
    on: logs,
    request: ({ query }) => ({ query: new URLSearchParams([...query].filter(([name]) => name !== 'page')) }),
  },
  {
    breaks: 'takes pages of no length',
    caughtBy: 'logs.refuses-empty-pages',
    on: logs,
    request: ({ query }) => ({
      query: new URLSearchParams([...query].filter(([name, value]) => name !== 'limit' || value !== '0')),
    }),
  },
  {
    breaks: 'calls a missing user forbidden',
    caughtBy: 'refusals.run-without-user',
    on: run,
    text: eachBody((body) => map(body, '/code', (code) => code && 'not_workflow_app')),
  },
  {
    breaks: 'names another user than the caller',
    caughtBy: 'end-user.is-the-caller',
    on: (call) => call.path.startsWith('/end-users/'),
    text: eachBody((body) => put(body, '/session_id', 'somebody')),
  },
]
