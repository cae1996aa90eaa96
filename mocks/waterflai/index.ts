import type { operations } from '../../src/generated/waterflai.ts'
import type { CallHead } from '../../src/mock/call.ts'
import { definePlatform } from '../../src/mock/platform.ts'
import { createChatCompletion } from './chat-completions.ts'
import { cancelExecution, getExecution, startExecution, streamExecution } from './executions.ts'
import { checkKey, serverFault, tooLarge, unknownPath, wrongMethod } from './refusals.ts'
import { executeChatflow, executeWorkflow, streamChatflow, streamWorkflow } from './run-flow.ts'
import { samples } from './samples.ts'
import { createState, type State } from './state.ts'

/** WaterflAI's public API for running chatflows, workflows and simple chatbots. */
export default definePlatform<operations, State>({
  createState,
  sampleKey: 'wf_test_key_0001',
  headers,
  encodeBody: (body) => ({ type: 'application/json', text: JSON.stringify(body) }),
  authenticate: checkKey,
  refusals: { unknownPath, wrongMethod, tooLarge, crashed: serverFault },
  samples,
  handlers: {
    executeChatflow,
    streamChatflow,
    executeWorkflow,
    streamWorkflow,
    startExecution,
    getExecution,
    cancelExecution,
    streamExecution,
    createChatCompletion,
  },
})

/** Nothing is published of other origins; without these a page could not call the mock at all. Only a browser gets to see them. */
function headers(call: CallHead<State>): Record<string, string> {
  const { origin } = call.headers
  if (origin === undefined) return {}
  return {
    'access-control-allow-origin': origin,
    vary: 'Origin',
    ...(call.method === 'OPTIONS' && {
      'access-control-allow-methods': 'GET, POST, DELETE, OPTIONS',
      'access-control-allow-headers': 'Content-Type, X-API-Key',
    }),
  }
}
