import type { operations } from '../../src/generated/langflow.ts'
import type { CallHead } from '../../src/mock/call.ts'
import { definePlatform } from '../../src/mock/platform.ts'
import { buildFlow, cancelBuild, streamBuildEvents } from './builds.ts'
import { checkKey, checkSession } from './credentials.ts'
import { crashed, tooLarge, unknownPath } from './refusals.ts'
import { runFlow } from './run-flow.ts'
import { samples } from './samples.ts'
import { checkHealth, deprecated, getHealth, getVersion, headers } from './server-info.ts'
import { createState, type State } from './state.ts'
import { triggerWebhook } from './webhook.ts'
import { getWorkflowJob, stopWorkflowJob, streamWorkflowJobEvents } from './workflow-jobs.ts'
import { runWorkflow } from './workflows.ts'

/** Langflow 1.8.4 with its editor, and the workflows of 1.11. */
export default definePlatform<operations, State>({
  createState,
  sampleKey: 'sk-flowproof',
  headers,
  encodeBody: (body) => ({ type: 'application/json', text: JSON.stringify(body) }),
  authenticate,
  // A wrong method leads to the editor's files, as an unknown path does.
  refusals: { unknownPath, wrongMethod: unknownPath, tooLarge, crashed },
  samples,
  handlers: {
    runFlow,
    triggerWebhook,
    processFlow: deprecated,
    predictFlow: deprecated,
    getHealth,
    checkHealth,
    getVersion,
    runWorkflow,
    getWorkflowJob,
    stopWorkflowJob,
    streamWorkflowJobEvents,
    buildFlow,
    streamBuildEvents,
    cancelBuild,
  },
})

/** Where nothing comes before the credentials. The other calls look at a body or a flow first, and ask for a key by themselves. */
function authenticate(call: CallHead<State>) {
  switch (call.operation?.id) {
    case 'processFlow':
    case 'predictFlow':
      return checkKey(call)
    case 'streamBuildEvents':
    case 'cancelBuild':
      return checkSession(call)
    default:
      return undefined
  }
}
