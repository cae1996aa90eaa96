import { eachRole } from '../../src/contract/flows.ts'
import type { Probe } from '../../src/contract/probe.ts'
import { FLOW_ROLES, okRun } from './known.ts'
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
      unavailable({ flows }) {
        if (flows[other] === undefined) return `no ${other} is known. Give --flow ${other}=ID`
        return flows[other] === flows[role]
          ? 'chatflow_id and workflow_id are the same. Give --flow with two flows'
          : undefined
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
