import type { Call } from '../../src/mock/call.ts'
import type { RunRequest } from '../../src/run/moment.ts'
import type { Scenario } from '../../src/run/scenario.ts'
import { findDeployed, type Kind, steer } from './deployed.ts'
import { isQuery, isRecord, messageOf } from './query.ts'
import { flowNotFound, notJson, notObject, unprocessable } from './refusals.ts'
import type { State } from './state.ts'

/** A run that may begin. */
export interface FlowRequest {
  readonly kind: 'run'
  readonly scenario: Scenario
  readonly request: RunRequest
}

/** Reads a request to run a flow in the order of the API: whether the flow exists, then the body. */
export function readFlowRequest(call: Call<State>, id: string, kinds: readonly Kind[]) {
  const deployed = findDeployed(call, id, kinds)
  if (!deployed) return refused(flowNotFound())
  if (call.body.kind !== 'json') return refused(notJson())
  const { value } = call.body
  if (!isRecord(value)) return refused(notObject())
  const inputs = value.input_data === undefined ? {} : value.input_data
  if (!isRecord(inputs)) return refused(unprocessable('input_data must be an object.'))
  const { query, user_id } = inputs
  if (isAbsent(query)) return refused(unprocessable('input_data.query is required.'))
  if (!isQuery(query)) return refused(unprocessable('input_data.query must be a string or a list of messages.'))
  const message = messageOf(query)
  const scenario = steer(call, deployed, message)
  const missing = scenario.inputs.find(
    ({ name, required, default: preset }) => required && isAbsent(inputs[name] ?? preset),
  )
  if (missing) return refused(unprocessable(`input_data.${missing.name} is required.`))
  const request = { message, inputs, user: typeof user_id === 'string' ? user_id : '' }
  return { kind: 'run', scenario, request } satisfies FlowRequest
}

const refused = <Reply>(reply: Reply) => ({ kind: 'refused', reply }) as const

const isAbsent = (value: unknown): boolean => value === undefined || value === null
