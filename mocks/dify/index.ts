import type { operations } from '../../src/generated/dify.ts'
import type { CallHead } from '../../src/mock/call.ts'
import { definePlatform } from '../../src/mock/platform.ts'
import { pythonJson } from '../../src/wire/python-json.ts'
import { getAppInfo, getAppMeta, getAppParameters, getAppSite, getEndUser, getWelcome } from './app.ts'
import { previewFile, uploadFile } from './files.ts'
import { getHumanInputForm, submitHumanInputForm } from './forms.ts'
import { listWorkflowLogs } from './logs.ts'
import { checkKey, serverFault, tooLarge, unknownPath, wrongMethod } from './refusals.ts'
import { getWorkflowRun, stopWorkflowTask, streamWorkflowEvents } from './run-access.ts'
import { runWorkflow, runWorkflowById } from './run-workflow.ts'
import { samples } from './samples.ts'
import { audioToText, textToAudio } from './speech.ts'
import { createState, type State } from './state.ts'

/** Dify's service API for workflow apps, as version 1.16.0 speaks it. */
export default definePlatform<operations, State>({
  createState,
  sampleKey: 'app-flowproof',
  headers,
  encodeBody: (body) => ({ type: 'application/json', text: `${pythonJson(body)}\n` }),
  authenticate: checkKey,
  refusals: { unknownPath, wrongMethod, tooLarge, crashed: serverFault },
  samples,
  handlers: {
    getWelcome,
    runWorkflow,
    runWorkflowById,
    getWorkflowRun,
    stopWorkflowTask,
    streamWorkflowEvents,
    listWorkflowLogs,
    getHumanInputForm,
    submitHumanInputForm,
    uploadFile,
    previewFile,
    getEndUser,
    getAppInfo,
    getAppParameters,
    getAppMeta,
    getAppSite,
    audioToText,
    textToAudio,
  },
})

const METHODS = 'GET, PUT, POST, DELETE, OPTIONS, PATCH'

/** Version headers, and the cross-origin ones: the caller's origin is echoed, and any is welcome. */
function headers(call: CallHead<State>): Record<string, string> {
  const origin = call.headers.origin
  return {
    'x-version': '1.16.0',
    'x-env': 'PRODUCTION',
    'access-control-allow-origin': origin ?? '*',
    ...(origin !== undefined && { vary: 'Origin' }),
    'access-control-expose-headers': 'X-Version, X-Env, X-Trace-Id',
    ...(call.method.toLowerCase() === 'options' && {
      'access-control-allow-methods': METHODS,
      'access-control-allow-headers': 'Content-Type, X-App-Code, X-App-Passport, Authorization',
    }),
  }
}
