import type { Call } from '../../src/mock/call.ts'
import { isoSeconds } from './dates.ts'
import { flowInPath } from './flows.ts'
import { isRecord } from './is-record.ts'
import { fault } from './refusals.ts'
import type { State } from './state.ts'
import { has } from './variants.ts'

/** Stores who talks to a flow. Nothing is checked. */
export function createLead(call: Call<State>) {
  if (call.body.kind === 'malformed') return fault(400, call.body.reason)
  const given = call.body.kind === 'json' && isRecord(call.body.value) ? call.body.value : {}
  const text = (name: string) => (given[name] === undefined ? undefined : String(given[name]))
  const lead = {
    chatflowid: text('chatflowid') ?? '',
    name: text('name') ?? null,
    email: text('email') ?? null,
    phone: text('phone') ?? null,
    chatId: text('chatId') ?? call.id('lead-chat'),
    id: call.id('lead'),
    createdDate: isoSeconds(call.now),
  }
  call.state.leads.push(lead)
  return { kind: 'body', status: 200, body: lead } as const
}

/** Lists the leads of a flow. */
export function listLeads(call: Call<State>) {
  const place = 'Error: leadsController.getAllLeadsForChatflow - '
  if (has(call, 'leads-need-login')) return fault(404, `${place}workspace undefined not found!`)
  const flow = flowInPath(call)
  if (!flow) return fault(404, `${place}chatflow ${call.params.id} not found!`)
  const names = [flow.id, flow.name]
  return {
    kind: 'body',
    status: 200,
    body: call.state.leads.filter(({ chatflowid }) => names.includes(chatflowid)),
  } as const
}
