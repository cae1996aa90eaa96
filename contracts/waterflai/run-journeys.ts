import { eachRole, nameForRole } from '../../src/contract/flows.ts'
import type { Probe } from '../../src/contract/probe.ts'
import { isUnavailable } from '../../src/contract/request-parts.ts'
import { FLOW_ROLES, okRun, sampleBody } from './known.ts'
import { onFlow, RUNNING } from './requests.ts'

/** Runs that should succeed, and such that should fail, waited for and followed, of each kind of flow. */
export const runJourneys: readonly Probe[] = [
  ...eachRole(FLOW_ROLES, (role) => ({
    name: 'blocking-run',
    runs: 1,
    operations: [RUNNING[role].wait],
    takes: 'ok',
    async send({ known, send }) {
      const parts = onFlow(known, role, RUNNING[role].wait, okRun(known, role))
      if (!isUnavailable(parts)) await send(RUNNING[role].wait, parts)
    },
  })),
  ...eachRole(FLOW_ROLES, (role) => ({
    name: 'streamed-run',
    runs: 1,
    operations: [RUNNING[role].follow],
    takes: 'ok',
    after: [nameForRole('blocking-run', role)],
    async send({ known, send }) {
      const parts = onFlow(known, role, RUNNING[role].follow, okRun(known, role))
      if (!isUnavailable(parts)) await send(RUNNING[role].follow, parts)
    },
  })),
  ...eachRole(FLOW_ROLES, (role) => ({
    name: 'failed-run',
    runs: 2,
    operations: [RUNNING[role].wait, RUNNING[role].follow],
    sample: 'fail',
    async send({ known, send }) {
      const body = sampleBody(known, 'fail') ?? {}
      // How a failure is told to whoever waits is not published.
      const waiting = onFlow(known, role, RUNNING[role].wait, { body, expects: { statuses: [200, 500] } })
      const following = onFlow(known, role, RUNNING[role].follow, { body, expects: {} })
      if (!isUnavailable(waiting)) await send(RUNNING[role].wait, waiting)
      if (!isUnavailable(following)) await send(RUNNING[role].follow, following)
    },
  })),
]
