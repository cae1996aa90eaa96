import { readPointer } from '../../../src/spec/pointer.ts'
import type { BrokenServer } from '../broken-server.ts'
import { eachBody, put } from '../damage.ts'
import { record } from './calls.ts'

/** Servers whose records of runs break the lifecycle. */
export const records: readonly BrokenServer[] = [
  {
    breaks: 'lets a run go back from its end',
    caughtBy: 'workflow-run.moves',
    on: record,
    text: flicker((body) => put(put(put(body, '/status', 'running'), '/finished_at', null), '/elapsed_time', 9)),
  },
  {
    breaks: 'changes when a run was made',
    caughtBy: 'workflow-run.constants',
    on: record,
    text: flicker((body) => put(body, '/workflow_id', '7c3e33d4-2a8b-4e5f-9b1a-d3c6e8f12345')),
  },
  {
    breaks: 'lets the duration of a run fall',
    caughtBy: 'workflow-run.rising',
    on: record,
    text: flicker((body) => put(body, '/elapsed_time', -1)),
  },
  {
    breaks: 'moves the end of a run',
    caughtBy: 'workflow-run.once',
    on: record,
    text: flicker((body) => put(body, '/finished_at', 1_999_999_999)),
  },
  {
    breaks: 'leaves out when a run ended',
    caughtBy: 'workflow-run.bound',
    on: record,
    text: eachBody((body) => put(body, '/finished_at', null)),
  },
  {
    breaks: 'shows a state that its lifecycle does not know',
    caughtBy: 'workflow-run.states',
    on: record,
    text: eachBody((body) => (readPointer(body, '/status') === 'succeeded' ? put(body, '/status', 'scheduled') : body)),
  },
]

/** Damages every second answer about one run, so that two readings differ. */
function flicker(damage: (body: unknown) => unknown) {
  const readings = new Map<string, number>()
  return eachBody((body, { path }) => {
    const reading = (readings.get(path) ?? 0) + 1
    readings.set(path, reading)
    return reading % 2 === 0 && readPointer(body, '/id') !== undefined ? damage(body) : body
  })
}
