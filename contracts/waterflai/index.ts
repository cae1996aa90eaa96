import { defineContract } from '../../src/contract/platform-contract.ts'
import type { operations } from '../../src/generated/waterflai.ts'
import { cancelChecks } from './cancel-checks.ts'
import { cancelJourneys } from './cancel-journeys.ts'
import { chatChecks } from './chat-checks.ts'
import { chatJourneys } from './chat-journeys.ts'
import { frameChecks } from './frame-checks.ts'
import { jobChecks } from './job-checks.ts'
import { jobJourneys } from './job-journeys.ts'
import { refusalJourneys } from './refusal-journeys.ts'
import { requests } from './requests.ts'
import { runChecks } from './run-checks.ts'
import { runJourneys } from './run-journeys.ts'
import { viewChecks } from './view-checks.ts'

/**
 * What only the contract of this platform knows. Its documents leave much open: a promise is a MUST where they make it, and a SHOULD where the
 * spec had to assume one.
 */
export default defineContract<operations>({
  roles: {
    chatflow_id: 'id of a published chatflow',
    workflow_id: 'id of a published workflow',
    simple_chatbot_id: 'id of a simple chatbot, which chat completions name as their model',
  },
  samples: {
    ok: 'a run that succeeds, of the chatflow and of the workflow',
    fail: 'a run in which a node fails, and the run with it',
    slow: 'a run that goes on long enough to be cancelled: some ten seconds',
    chat: 'a chat completion that succeeds',
    'chat-fail': 'a chat completion whose inference fails',
  },
  // A run that is waited for is silent to its end, and no keep-alives are promised for those that are followed.
  timeout: 120_000,
  requests,
  journeys: [...runJourneys, ...jobJourneys, ...cancelJourneys, ...chatJourneys, ...refusalJourneys],
  checks: [...runChecks, ...frameChecks, ...jobChecks, ...cancelChecks, ...viewChecks, ...chatChecks],
})
