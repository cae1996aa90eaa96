import { defineContract } from '../../src/contract/platform-contract.ts'
import type { operations } from '../../src/generated/langflow.ts'
import { buildChecks } from './build-checks.ts'
import { buildJourneys } from './build-journeys.ts'
import { faultChecks } from './fault-checks.ts'
import { jobChecks } from './job-checks.ts'
import { messageChecks } from './message-checks.ts'
import { outputChecks } from './output-checks.ts'
import { pauseChecks } from './pause-checks.ts'
import { pauseJourney } from './pause-journey.ts'
import { refusalChecks } from './refusal-checks.ts'
import { requests } from './requests.ts'
import { runChecks } from './run-checks.ts'
import { runJourneys } from './run-journeys.ts'
import { versionChecks } from './version-checks.ts'
import { versionFaultChecks } from './version-fault-checks.ts'
import { workflowChecks } from './workflow-checks.ts'
import { workflowJourneys } from './workflow-journeys.ts'

/** What only the contract of this platform knows: how to ask, and how several answers about one flow have to agree. */
export default defineContract<operations>({
  roles: {
    flow_id: 'UUID, or endpoint name, of a flow that answers a message: its chat input, a model, its chat output',
  },
  samples: {
    ok: 'a run that succeeds',
    fail: 'a run that fails (its `flow_id` may name another flow)',
    slow: 'a run that goes on for some ten seconds, to be stopped (its `flow_id` may name another flow)',
    paused: 'a run that waits for a person (its `flow_id` may name another flow)',
  },
  // A run that is waited for is silent to its end, and no stream is kept alive.
  timeout: 120_000,
  requests,
  journeys: [...runJourneys, ...workflowJourneys, pauseJourney, ...buildJourneys],
  checks: [
    ...runChecks,
    ...messageChecks,
    ...outputChecks,
    ...faultChecks,
    ...workflowChecks,
    ...jobChecks,
    ...pauseChecks,
    ...buildChecks,
    ...refusalChecks,
    ...versionChecks,
    ...versionFaultChecks,
  ],
})
