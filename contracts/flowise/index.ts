import { defineContract } from '../../src/contract/platform-contract.ts'
import type { operations } from '../../src/generated/flowise.ts'
import { agentChecks } from './agent-checks.ts'
import { endChecks } from './end-checks.ts'
import { LOCKED } from './known.ts'
import { otherChecks } from './other-checks.ts'
import { otherJourneys } from './other-journeys.ts'
import { pauseChecks } from './pause-checks.ts'
import { pauseJourneys } from './pause-journeys.ts'
import { recordChecks } from './record-checks.ts'
import { requests } from './requests.ts'
import { runChecks } from './run-checks.ts'
import { runJourneys } from './run-journeys.ts'
import { sessionChecks } from './session-checks.ts'
import { sessionJourneys } from './session-journeys.ts'
import { stepChecks } from './step-checks.ts'
import { streamChecks } from './stream-checks.ts'

/**
 * What only the contract of this platform knows. A promise is a MUST where documents and servers agree, or servers show what documents do not
 * speak of; where the two contradict each other, that of the documents is a SHOULD.
 */
export default defineContract<operations>({
  roles: {
    chatflow_id: 'id of a chatflow',
    agentflow_id: 'id of an agentflow of version 2',
    agents_id: 'id of an agentflow of version 1: sequential agents, or a team of them',
    [LOCKED]: 'id of a flow that is bound to the key',
  },
  samples: {
    ok: 'a message that is answered, by the chatflow and by the agentflow',
    fail: 'a message at which a node fails, and the run with it',
    slow: 'a message to the agentflow that takes long enough to be stopped: some ten seconds',
    paused: 'a message at which the agentflow waits for a person',
  },
  // A blocking run is silent to its end.
  timeout: 120_000,
  // A heartbeat comes every thirty seconds.
  keepAlive: 40_000,
  requests,
  journeys: [...runJourneys, ...sessionJourneys, ...pauseJourneys, ...otherJourneys],
  checks: [
    ...runChecks,
    ...sessionChecks,
    ...streamChecks,
    ...stepChecks,
    ...agentChecks,
    ...endChecks,
    ...pauseChecks,
    ...otherChecks,
    ...recordChecks,
  ],
})
