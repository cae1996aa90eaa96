import type { CallHead } from '../../src/mock/call.ts'
import type { BodyReply, FileReply, Reply } from '../../src/mock/reply.ts'
import { keyOf } from './key.ts'
import { has } from './variants.ts'

/** An error as the server says it. */
export function fault<Status extends number>(status: Status, message: string) {
  return {
    kind: 'body',
    status,
    body: { statusCode: status, success: false, message, stack: {} },
  } as const satisfies BodyReply
}

/** An error of a prediction: documents show `error` alone, 3.1.4 says it as everywhere. */
export function refusePrediction<Status extends number>(
  call: CallHead<unknown>,
  status: Status,
  { documented, observed }: { readonly documented: string; readonly observed: string },
) {
  if (has(call, 'error-envelope')) return fault(status, observed)
  return { kind: 'body', status, body: { error: documented } } as const satisfies BodyReply
}

export const INVALID_FORMAT = 'Invalid request format. Check required fields and parameter types.'
export const INVALID_VALUES = 'Validation failed. Check parameter requirements and data types.'
export const NO_SUCH_FLOW = 'Chatflow not found. Please verify the chatflow ID.'

/** The server names the place of each failure of a run before its reason. */
export const runFault = (reason: string): string => `Error: predictionsServices.buildChatflow - ${reason}`

/** 401 of the gate before everything that needs a key. */
export function keyRefused() {
  return { kind: 'body', status: 401, body: { error: 'Unauthorized Access' } } as const satisfies BodyReply
}

/** A text that calls itself HTML, as the framework sends bare texts. */
export function textReply<Status extends number>(status: Status, text: string, type = 'text/html; charset=utf-8') {
  return { kind: 'file', status, type, bytes: new TextEncoder().encode(text) } as const satisfies FileReply
}

const BEFORE_IDS: Readonly<Record<string, string>> = {
  '/prediction/': 'Error: predictionsController.createPrediction - id not provided!',
  '/chatflows-streaming/': 'Error: chatflowsController.checkIfChatflowIsValidForStreaming - id not provided!',
  '/chatmessage/abort/': 'Error: chatMessagesController.abortChatMessage - chatflowid or chatid not provided!',
}

/** Paths that no route knows end at the gate; those that end before their id have a refusal of their own. */
export function unknownPath({ path }: CallHead<unknown>): Reply {
  const message = BEFORE_IDS[path]
  return message === undefined ? keyRefused() : fault(412, message)
}

const PAGE =
  '<!DOCTYPE html>\n<html lang="en">\n    <head><title>Flowise - Build AI Agents, Visually</title></head>\n    <body><div id="root"></div></body>\n</html>\n'
const PUBLIC =
  /^\/(prediction|chatflows-streaming|chatflows-uploads|public-|attachments|get-upload-file|feedback|leads|ping|version|chatmessage\/abort)/

/** A public path with a method that it has not leads to the product's own page; others end at the gate. */
export function wrongMethod(call: CallHead<unknown>): Reply {
  return PUBLIC.test(call.path) || call.acceptsKey(keyOf(call)) ? textReply(200, PAGE) : keyRefused()
}

/** 413 of the parser of bodies. */
export function tooLarge(call: CallHead<unknown>): Reply {
  const observed = 'request entity too large'
  if (call.operation?.id !== 'createPrediction') return fault(413, observed)
  const documented = 'Request payload too large. Please reduce file sizes or split large requests.'
  return refusePrediction(call, 413, { documented, observed })
}

/** 500 for faults nobody foresaw. */
export const serverFault = (): Reply => fault(500, 'Internal Server Error')
