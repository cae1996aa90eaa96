import type { UploadsConfig } from '../../src/generated/flowise.ts'
import type { Call } from '../../src/mock/call.ts'
import { TEXT_TYPES } from './files.ts'
import { flowData } from './flow-data.ts'
import { canStream, type Flow, flowInPath } from './flows.ts'
import { fault } from './refusals.ts'
import type { State } from './state.ts'

function unknown({ params }: Call<State>, place: string) {
  return fault(500, `Error: chatflowsService.${place} - Chatflow ${params.id} not found`)
}

/** Whether a flow can answer with events. */
export function checkStreaming(call: Call<State>) {
  const flow = flowInPath(call)
  if (!flow) return unknown(call, 'checkIfChatflowIsValidForStreaming')
  return { kind: 'body', status: 200, body: { isStreaming: canStream(flow) } } as const
}

/** How the chat window of a flow looks. */
export function getPublicChatbotConfig(call: Call<State>) {
  const flow = flowInPath(call)
  if (!flow) return unknown(call, 'getSinglePublicChatbotConfig')
  const body = {
    starterPrompts: { '0': { prompt: flow.scenario.shows } },
    uploads: uploadsOf(flow),
    flowData: flowData(flow),
    isTTSEnabled: flow.scenario.speaks,
  }
  return { kind: 'body', status: 200, body } as const
}

/** What may be uploaded to a flow. */
export function getUploadsConfig(call: Call<State>) {
  const flow = flowInPath(call)
  if (!flow) return unknown(call, 'checkIfChatflowIsValidForUploads')
  return { kind: 'body', status: 200, body: uploadsOf(flow) } as const
}

function uploadsOf({ kind }: Flow): UploadsConfig {
  return {
    isSpeechToTextEnabled: false,
    isImageUploadAllowed: false,
    isRAGFileUploadAllowed: false,
    imgUploadSizeAndTypes: [],
    fileUploadSizeAndTypes: kind === 'json' ? [] : [{ fileTypes: [...TEXT_TYPES], maxUploadSize: 50 }],
  }
}
