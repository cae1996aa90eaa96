import { eachRole, missingFlow, nameForRole } from '../../src/contract/flows.ts'
import type { Known, Probe } from '../../src/contract/probe.ts'
import { FLOW_ROLES, type FlowRole, hasAnswered, OK_ADVICE, okRun } from './known.ts'
import { json, RUNNING } from './requests.ts'

/** Bodies that no flow can take: `query` is an input of every one, and required. */
const BROKEN_BODIES: readonly unknown[] = [
  { input_data: {} },
  { input_data: 'flowproof' },
  { input_data: { query: 7 } },
]

// Nothing is published of such answers, so that none of them breaks what is.
const ANY = [200, 400, 404, 422, 500]

/** Requests that a correct server refuses, beside those that follow from the spec. */
export const refusalJourneys: readonly Probe[] = [
  ...eachRole(FLOW_ROLES, (role) => ({
    name: 'broken-inputs',
    runs: 0,
    operations: [RUNNING[role].wait],
    after: [nameForRole('blocking-run', role)],
    unavailable: (known) => whyUnsure(known, role),
    async send({ known, send }) {
      const path = { [role]: known.flows[role] ?? '' }
      for (const body of BROKEN_BODIES)
        await send(RUNNING[role].wait, { ...json(body), path, expects: { statuses: ANY } })
    },
  })),
  ...eachRole(FLOW_ROLES, (role) => {
    const other = role === 'chatflow_id' ? 'workflow_id' : 'chatflow_id'
    return {
      name: 'wrong-kind',
      runs: 0,
      operations: [RUNNING[other].wait],
      after: [nameForRole('blocking-run', other)],
      unavailable(known) {
        const { flows } = known
        const isOne = flows[other] === flows[role]
        return isOne ? 'chatflow_id and workflow_id are the same. Give --flow with two flows' : whyUnsure(known, other)
      },
      async send({ known, send }) {
        const { body } = okRun(known, other)
        await send(RUNNING[other].wait, {
          ...json(body),
          path: { [other]: known.flows[role] ?? '' },
          expects: { statuses: ANY },
        })
      },
    }
  }),
]

// A refusal shows nothing where what is good would be refused as well.
function whyUnsure(known: Known, role: FlowRole): string | undefined {
  if (known.flows[role] === undefined) return missingFlow(role)
  return hasAnswered(known, role) ? undefined : `no run of the ${role} has succeeded. ${OK_ADVICE}`
}
