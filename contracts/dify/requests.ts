import type { RequestMaker } from '../../src/contract/platform-contract.ts'
import type { Known } from '../../src/contract/probe.ts'
import type { RequestParts, Unavailable } from '../../src/contract/request-parts.ts'
import type { operations } from '../../src/generated/dify.ts'
import {
  endedRunOf,
  endUserIdOf,
  formTokenOf,
  OK_ADVICE,
  okRun,
  taskIdOf,
  uploadIdOf,
  userOf,
  workflowIdOf,
} from './known.ts'

/** A user on whose behalf no run is started. */
export const NOBODY = 'flowproof-nobody'

/** The file that is uploaded. */
export const FILE = {
  field: 'file',
  filename: 'flowproof.txt',
  type: 'text/plain',
  text: 'The sea rises twice a day.\n',
} as const

/** A sound that is a WAV file by its head, and silent. */
const RECORDING = { field: 'file', filename: 'flowproof.wav', type: 'audio/wav', text: 'RIFF\0\0\0\0WAVE' } as const

// Ids of runs are looked up as they are, and only a UUID can be.
const OTHER_ID_IS_500 = { overlong: [500] }

/** How to make a good request to each operation. */
export const requests: Readonly<Record<keyof operations, RequestMaker>> = {
  getWelcome: { make: () => ({}) },
  runWorkflow: { make: (known) => blocking(known) },
  runWorkflowById: {
    after: ['blocking-run'],
    make: (known) =>
      withId(
        'workflow_id',
        workflowIdOf(known),
        blocking(known),
        'no version of the workflow is known. Give --flow workflow_id=ID',
      ),
  },
  getWorkflowRun: {
    accepts: OTHER_ID_IS_500,
    after: ['blocking-run'],
    make: (known) =>
      withId('workflow_run_id', endedRunOf(known), {}, `no run was started that could be read. ${OK_ADVICE}`),
  },
  stopWorkflowTask: {
    after: ['streamed-run'],
    make: (known) =>
      withId(
        'task_id',
        taskIdOf(known),
        json({ user: userOf(known) }),
        `no run was started that could be stopped. ${OK_ADVICE}`,
      ),
  },
  streamWorkflowEvents: {
    accepts: OTHER_ID_IS_500,
    after: ['streamed-run'],
    make: (known) =>
      withId(
        'workflow_run_id',
        endedRunOf(known),
        { query: { user: userOf(known) } },
        `no run was started that could be followed. ${OK_ADVICE}`,
      ),
  },
  listWorkflowLogs: { make: () => ({}) },
  getHumanInputForm: {
    after: ['paused-run'],
    make: (known) => withId('form_token', formTokenOf(known), {}, NO_FORM),
  },
  submitHumanInputForm: {
    after: ['paused-run'],
    make: (known) =>
      withId('form_token', formTokenOf(known), json({ inputs: {}, action: 'approve', user: userOf(known) }), NO_FORM),
  },
  uploadFile: { make: (known) => ({ body: { kind: 'form', fields: { user: userOf(known) }, files: [FILE] } }) },
  previewFile: {
    after: ['file-run'],
    // Files of workflow apps belong to no message, and cannot be read back.
    make: (known) =>
      withId('file_id', uploadIdOf(known), { expects: { statuses: [200, 404] } }, 'no file was uploaded'),
  },
  getEndUser: {
    after: ['file-run'],
    make: (known) => withId('end_user_id', endUserIdOf(known), {}, 'no answer named an end user'),
  },
  getAppInfo: { make: () => ({}) },
  getAppParameters: { make: () => ({}) },
  getAppMeta: { make: () => ({}) },
  getAppSite: { make: () => ({}) },
  audioToText: {
    make: (known) => ({
      body: { kind: 'form', fields: { user: userOf(known) }, files: [RECORDING] },
      expects: MAY_LACK_A_MODEL,
    }),
  },
  textToAudio: {
    make: (known) => ({
      ...json({ text: 'The sea rises twice a day.', user: userOf(known) }),
      expects: MAY_LACK_A_MODEL,
    }),
  },
}

const NO_FORM = 'no form waits to be answered. Give --sample paused=FILE'
const MAY_LACK_A_MODEL = { statuses: [200, 400] }

/** A request for the run that should succeed, answered at its end. */
export function blocking(known: Known): RequestParts {
  const { body, expects } = okRun(known)
  return { ...json({ ...body, response_mode: 'blocking' }), expects: { ...expects, media: 'application/json' } }
}

/** The same, answered event by event. */
export function streaming(known: Known): RequestParts {
  const { body, expects } = okRun(known)
  return { ...json({ ...body, response_mode: 'streaming' }), expects: { ...expects, media: 'text/event-stream' } }
}

/** A request with a JSON body. */
export function json(value: unknown): RequestParts {
  return { body: { kind: 'json', value } }
}

function withId(
  name: string,
  id: string | undefined,
  rest: RequestParts,
  unavailable: string,
): RequestParts | Unavailable {
  return id === undefined ? { unavailable, rest } : { ...rest, path: { [name]: id } }
}
