import type { Call } from '../../src/mock/call.ts'
import { asksPerson } from './graph.ts'
import { needsPerson, refuse, textOf, unknownFlow } from './refusals.ts'
import { flowOf, playedBy, type State, startStory } from './state.ts'
import { inputsOf } from './tweaks.ts'

/** Starts a run in the background with whatever the body holds, and never says what became of it. A key is not asked for. */
export function triggerWebhook(call: Call<State>) {
  const name = call.params.flow_id_or_name ?? ''
  const flow = flowOf(call, name)
  if (!flow) return unknownFlow(name)
  const text = textOf(call)
  if (text === '') {
    return refuse(400, 'Request body is empty. You should provide a JSON payload containing the flow ID.')
  }
  if (text === undefined) return refuse(500, decodeFault(call))
  const scenario = playedBy(call, flow, text)
  if (asksPerson(scenario)) return needsPerson()
  const request = { message: text, inputs: inputsOf(scenario, {}, text), user: '' }
  startStory(call, { flow, scenario, request, sessionId: flow.id, input: '', era: '1.8' })
  return {
    kind: 'body',
    status: 202,
    body: { message: 'Task started in the background', status: 'in progress' },
  } as const
}

function decodeFault({ body }: Call<State>): string {
  const bytes = body.kind === 'none' ? new Uint8Array() : body.bytes
  const at = bytes.findIndex((_, index) => !isUtf8(bytes.subarray(0, index + 1)))
  const byte = (bytes[at] ?? 0).toString(16).padStart(2, '0')
  const isStart = at === 0 || isWhole(bytes.subarray(0, at))
  return `'utf-8' codec can't decode byte 0x${byte} in position ${at}: ${isStart ? 'invalid start byte' : 'invalid continuation byte'}`
}

/** Whether bytes are UTF-8 as far as they go. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

function isWhole(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
