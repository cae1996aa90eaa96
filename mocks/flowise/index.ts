import type { operations } from '../../src/generated/flowise.ts'
import type { CallHead } from '../../src/mock/call.ts'
import { definePlatform } from '../../src/mock/platform.ts'
import { abortPrediction } from './abort.ts'
import { checkStreaming, getPublicChatbotConfig, getUploadsConfig } from './about-flows.ts'
import { getVersion, ping } from './about-server.ts'
import {
  deleteExecution,
  deleteExecutions,
  getExecution,
  getPublicExecution,
  listExecutions,
  updateExecution,
} from './executions.ts'
import { createFeedback, listFeedback, updateFeedback } from './feedback.ts'
import { createAttachments, getUploadedFile } from './files.ts'
import { keyOf, lacksPermission, SAMPLE_KEY } from './key.ts'
import { createLead, listLeads } from './leads.ts'
import { listChatMessages } from './messages.ts'
import { headers } from './origin.ts'
import { createPrediction } from './predict.ts'
import { keyRefused, serverFault, tooLarge, unknownPath, wrongMethod } from './refusals.ts'
import { samples } from './samples.ts'
import { createState, type State } from './state.ts'
import { variants } from './variants.ts'
import { upsertVectors } from './vectors.ts'

/** Flowise's API for those who run flows: as documented, or with the named quirks of a version. */
export default definePlatform<operations, State>({
  createState,
  sampleKey: SAMPLE_KEY,
  headers,
  encodeBody: (body) => ({ type: 'application/json; charset=utf-8', text: JSON.stringify(body) }),
  authenticate,
  refusals: { unknownPath, wrongMethod, tooLarge, crashed: serverFault },
  variants,
  samples,
  handlers: {
    createPrediction,
    abortPrediction,
    checkStreaming,
    getPublicChatbotConfig,
    getUploadsConfig,
    createAttachments,
    getUploadedFile,
    listExecutions,
    deleteExecutions,
    getExecution,
    updateExecution,
    deleteExecution,
    getPublicExecution,
    listChatMessages,
    createFeedback,
    listFeedback,
    updateFeedback,
    createLead,
    listLeads,
    upsertVectors,
    ping,
    getVersion,
  },
})

/** The gate before everything that is not public. Executions ask for a permission of the key as well. */
function authenticate(call: CallHead<State>) {
  if (!call.acceptsKey(keyOf(call))) return keyRefused()
  if (!/Executions?$/.test(call.operation?.id ?? '') || !lacksPermission(call)) return undefined
  return { kind: 'body', status: 403, body: { message: 'Forbidden' } } as const
}
