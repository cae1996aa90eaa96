import { readPointer } from '../../../src/spec/pointer.ts'
import { isRecord } from '../../../src/spec/record.ts'
import type { BrokenServer } from '../broken-server.ts'
import { eachBody, map, put, without } from '../damage.ts'
import type { Call, Damage, Instead } from '../proxy.ts'
import { batch, below, KEYED, streamed, webhook, withStatus, withType } from './calls.ts'
import { dataOf, eachEvent, eachNamed, flat, nameOf } from './events.ts'

const MESSAGE = '/outputs/0/outputs/0/results/message'
const stateOf = (event: unknown) => readPointer(event, '/data/properties/state')

/** Servers that are right for another version than the one that the contract is of. */
export const versions: readonly BrokenServer[] = [
  {
    breaks: 'streams flat messages, as 1.6 does',
    caughtBy: 'version.whole-messages',
    on: streamed,
    frames: eachNamed('add_message', (event) => [flat(event)]),
  },
  {
    breaks: 'sends a message once after its tokens, as 1.6 does',
    caughtBy: 'version.closing-messages',
    on: streamed,
    frames: dropClosing(1),
  },
  {
    breaks: 'leaves a streamed message partial for good, as 1.6 does',
    caughtBy: 'version.complete-in-the-end',
    on: streamed,
    frames: eachNamed('add_message', (event) => [put(event, '/data/properties/state', 'partial')]),
  },
  {
    breaks: 'announces a message as complete, as 1.4 does',
    caughtBy: 'version.partial-at-first',
    on: streamed,
    frames: eachNamed('add_message', (event) => [put(event, '/data/properties/state', 'complete')]),
  },
  {
    breaks: 'sends tokens with a time, as 1.4 does',
    caughtBy: 'version.tokens-without-time',
    on: streamed,
    frames: eachNamed('token', (event) => [put(event, '/data/timestamp', '2025-03-03 17:20:18 UTC')]),
  },
  {
    breaks: 'writes times as 1.12 does',
    caughtBy: 'version.iso-times',
    on: batch,
    text: eachBody((body) => put(body, `${MESSAGE}/timestamp`, '2026-08-01 10:00:00.123456 UTC')),
  },
  {
    breaks: 'leaves out what is null, as 1.0 does',
    caughtBy: 'version.null-members',
    on: batch,
    text: eachBody(withoutNull),
  },
  {
    breaks: 'counts no tokens, as 1.6 does',
    caughtBy: 'version.token-usage',
    on: batch,
    text: eachBody((body) => without(body, `${MESSAGE}/properties/usage`)),
  },
  {
    breaks: 'refuses a bad value in a flat body, as 1.4 does',
    caughtBy: 'version.flat-body-dropped',
    on: ({ body }) => body.includes('"input_value":123'),
    head: withStatus(422),
    text: () =>
      '{"detail":[{"type":"string_type","loc":["body","input_value"],"msg":"Input should be a valid string"}]}',
  },
  {
    ...gated(),
    breaks: 'keeps workflows closed, as 1.8.4 does',
    caughtBy: 'version.workflows',
  },
  {
    breaks: 'wants a key for webhooks, as 1.10 does',
    caughtBy: 'version.webhook-without-key',
    on: (call) => webhook(call) && call.headers['x-api-key'] === undefined,
    head: withStatus(403),
    text: () => '{"detail":"API key required when webhook authentication is enabled"}',
  },
  {
    breaks: 'answers a wish to stream in JSON, as 1.0 does',
    caughtBy: 'version.streams',
    on: streamed,
    head: withType('application/json'),
    text: () => '{"session_id":null,"outputs":[]}',
  },
  {
    breaks: 'tells the fault of a streamed run as that of a 500, as 1.12 does',
    caughtBy: 'version.fault-in-plain-words',
    on: streamed,
    frames: wrapFaults,
  },
  {
    breaks: 'asks for a key before it looks for a flow, as 1.12 does',
    caughtBy: 'version.unknown-flow-before-key',
    on: (call) => batch(call) && call.query.has('x-api-key'),
    head: withStatus(403),
    text: () => '{"detail":"Invalid or missing API key"}',
  },
  {
    breaks: 'wants no key, as 1.4 does',
    caughtBy: 'version.wants-a-key',
    on: batch,
    request: KEYED,
  },
]

/** What 1.8.4 answers to every wish about workflows, as long as nobody has opened them. */
export function gated(): Damage {
  const message = 'Developer API is not enabled. Contact administrator to enable this feature.'
  const detail = { error: 'Developer API disabled', code: 'DEVELOPER_API_DISABLED', message }
  return { on: below('/api/v2'), head: withStatus(403), text: () => JSON.stringify({ detail }) }
}

/** What 1.4 streams: flat messages that are complete from the start, tokens with a time, and no messages after them. */
export const LIKE_1_4: Damage = {
  on: streamed,
  frames: (call) => {
    const drop = dropClosing(2)(call)
    const change = eachEvent((event) => {
      if (nameOf(event) === 'token') return [put(event, '/data/timestamp', '2025-03-03 17:20:18 UTC')]
      return [nameOf(event) === 'add_message' ? put(flat(event), '/data/properties/state', 'complete') : event]
    })(call)
    return async (frame) => (isNothing(await drop(frame)) ? [] : change(frame))
  },
}

/** What 1.6 streams: flat messages that stay partial, and one of them after the tokens. */
export const LIKE_1_6: Damage = {
  on: streamed,
  frames: (call) => {
    const drop = dropClosing(1)(call)
    const change = eachNamed('add_message', (event) => [put(flat(event), '/data/properties/state', 'partial')])(call)
    return async (frame) => (isNothing(await drop(frame)) ? [] : change(frame))
  },
}

/** What 1.12 does on /run: times in one form, faults of a 500 in streams, and no look at a flow without a good key. */
export const LIKE_1_12: Damage = {
  on: (call) => batch(call) || streamed(call),
  // Of a flow that is known, the correct server asks for a key as well.
  request: ({ query, path }) => (query.has('x-api-key') ? { path: path.replace(/[^/]+$/, 'answer') } : {}),
  text: oneTimeForm,
  frames: (call) => {
    const wrap = wrapFaults(call)
    return (frame) => wrap(frame === undefined ? frame : oneTimeForm(frame))
  },
}

/** What early 1.8 streams of a run that fails: nothing more. */
export const LIKE_EARLY_1_8: Damage = { on: streamed, frames: eachNamed('error', () => []) }

function oneTimeForm(text: string): string {
  return text.replaceAll(/(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(\+00:00| UTC)/g, '$1 $2.123456 UTC')
}

function isNothing(instead: Instead): boolean {
  return Array.isArray(instead) && instead.length === 0
}

function wrapFaults(call: Call) {
  const wrap = (error: unknown) => (error === false ? error : `500: ${JSON.stringify({ message: error })}`)
  return eachNamed('error', (event) => [map(event, '/data/error', wrap)])(call)
}

/** Leaves out the first messages of a machine that are complete. */
function dropClosing(most: number): NonNullable<BrokenServer['frames']> {
  return () => {
    let dropped = 0
    return (frame) => {
      if (frame === undefined) return []
      const event: unknown = JSON.parse(frame)
      const isClosing =
        nameOf(event) === 'add_message' && dataOf(event).sender === 'Machine' && stateOf(event) === 'complete'
      if (!isClosing || dropped >= most) return [frame]
      dropped += 1
      return []
    }
  }
}

function withoutNull(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNull)
  if (!isRecord(value)) return value
  const members = Object.entries(value).filter(([, member]) => member !== null)
  return Object.fromEntries(members.map(([name, member]) => [name, withoutNull(member)]))
}
