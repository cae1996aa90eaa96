import { defineContract } from '../../src/contract/platform-contract.ts'
import type { operations } from '../../src/generated/dify.ts'
import { endChecks } from './end-checks.ts'
import { otherChecks } from './other-checks.ts'
import { otherJourneys } from './other-journeys.ts'
import { pauseChecks } from './pause-checks.ts'
import { pauseJourney } from './pause-journey.ts'
import { codeChecks, userChecks } from './refusal-checks.ts'
import { requests } from './requests.ts'
import { runChecks } from './run-checks.ts'
import { runJourneys } from './run-journeys.ts'
import { stopJourneys } from './stop-journeys.ts'

/** What only the contract of this platform knows: how to ask, and how several answers about one run have to agree. */
export default defineContract<operations>({
  roles: { workflow_id: 'id of a published version of the workflow; the one that runs by itself when not given' },
  samples: {
    ok: 'a run that succeeds',
    fail: 'a run that ends as failed',
    slow: 'a run that goes on long enough to be stopped: some ten seconds',
    paused: 'a run that waits for a person',
    invalid: 'a run whose inputs break a rule of the start form',
  },
  // A blocking run is silent to its end.
  timeout: 60_000,
  // A ping comes every ten seconds, give or take one.
  keepAlive: 15_000,
  requests,
  journeys: [...runJourneys, ...stopJourneys, pauseJourney, ...otherJourneys],
  checks: [...runChecks, ...endChecks, ...pauseChecks, ...otherChecks, ...codeChecks, ...userChecks],
})
