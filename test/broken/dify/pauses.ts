import type { BrokenServer } from '../broken-server.ts'
import { eachBody, eachEvent, eachNamed, map, nameOf, put } from '../damage.ts'
import { events, form, OTHER_ID, record, run, withStatus } from './calls.ts'

/** Servers that are wrong about runs that wait for a person. */
export const pauses: readonly BrokenServer[] = [
  {
    breaks: 'replays an end that was not',
    caughtBy: 'resume.replays-the-end',
    on: events,
    frames: eachNamed('workflow_finished', (event) => [put(event, '/data/outputs', {})]),
  },
  {
    breaks: 'replays more than the end',
    caughtBy: 'resume.replays-the-end',
    on: events,
    frames: eachNamed('workflow_finished', (event) => [put(event, '/event', 'workflow_started'), event]),
  },
  {
    breaks: 'shows a run to any user',
    caughtBy: 'resume.only-for-its-user',
    on: events,
    request: ({ query }) => ({ query: new URLSearchParams({ ...Object.fromEntries(query), user: 'flowproof' }) }),
  },
  {
    breaks: 'stores a paused run as running',
    caughtBy: 'pause.record-paused',
    on: record,
    text: eachBody((body) => map(body, '/status', (status) => (status === 'paused' ? 'running' : status))),
  },
  {
    breaks: 'pauses without a reason',
    caughtBy: 'pause.reasons-name-the-form',
    on: run,
    frames: eachNamed('workflow_paused', (event) => [put(event, '/data/reasons', [])]),
  },
  {
    breaks: 'shows another form than it told of',
    caughtBy: 'form.matches-the-event',
    on: form,
    text: eachBody((body) => map(body, '/form_content', (content) => content && 'Another form')),
  },
  {
    breaks: 'takes any action',
    caughtBy: 'form.refuses-unknown-action',
    on: (call) => form(call) && call.body.includes('no-such-action'),
    head: withStatus(200),
    text: () => '{}',
  },
  {
    breaks: 'takes a second answer',
    caughtBy: 'form.taken-once',
    on: form,
    head: ({ status, headers }) => ({ status: status === 412 ? 200 : status, headers }),
  },
  {
    breaks: 'replays no nodes',
    caughtBy: 'resume.snapshot-replays',
    on: events,
    frames: eachEvent((event) => (/^node_/.test(String(nameOf(event))) ? [] : [event])),
  },
  {
    breaks: 'does not say that it goes on',
    caughtBy: 'resume.goes-on',
    on: events,
    frames: eachNamed('workflow_started', (event) => [put(event, '/data/reason', 'initial')]),
  },
  {
    breaks: 'takes a new task after a pause',
    caughtBy: 'resume.keeps-the-task',
    on: events,
    frames: eachEvent((event) => [put(event, '/task_id', OTHER_ID)]),
  },
  {
    breaks: 'hides what was answered',
    caughtBy: 'resume.tells-the-answer',
    on: events,
    frames: eachNamed('human_input_form_filled', () => []),
  },
  {
    breaks: 'says something else after a pause than its outputs hold',
    caughtBy: 'resume.text-agrees',
    on: events,
    frames: eachNamed('text_chunk', (event) => [map(event, '/data/text', (text) => String(text).toUpperCase())]),
  },
  {
    breaks: 'tells another end of a resumed run than it stores',
    caughtBy: 'resume.record-agrees',
    on: events,
    frames: eachNamed('workflow_finished', (event) => [put(event, '/data/total_steps', 99)]),
  },
]
