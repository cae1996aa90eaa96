import type { BrokenServer } from '../broken-server.ts'
import { eachBody, put } from '../damage.ts'
import { follow, poll, saying, workflow } from './calls.ts'
import { eachNamed } from './events.ts'

/** Servers whose workflows wait for a person, and do not say it as they should. */
export const pauses: readonly BrokenServer[] = [
  {
    breaks: 'answers a sync workflow that waits without what it asks',
    caughtBy: 'paused-workflow.sync-asks',
    on: saying('pause', workflow('sync')),
    text: eachBody((body) => put(body, '/human_request', null)),
  },
  {
    breaks: 'closes the stream of a workflow that waits without a word',
    caughtBy: 'paused-workflow.stream-asks',
    on: saying('pause', workflow('stream')),
    frames: eachNamed('human_input_required', () => []),
  },
  {
    breaks: 'shows a job that waits for a person as cancelled',
    caughtBy: 'paused-workflow.job-is-suspended',
    on: poll,
    text: (text) => text.replace('"suspended"', '"cancelled"'),
  },
  {
    breaks: 'replays the events of a job that waits without the last one',
    caughtBy: 'paused-workflow.replay-asks',
    on: follow,
    frames: eachNamed('human_input_required', () => []),
  },
  {
    breaks: 'shows a job that was stopped while it waited as one that ran out of time',
    caughtBy: 'paused-workflow.can-be-stopped',
    on: poll,
    text: (text) => text.replace('"cancelled"', '"timed_out"'),
  },
]
