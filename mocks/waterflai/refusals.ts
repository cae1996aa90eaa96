import type { CallHead } from '../../src/mock/call.ts'
import type { BodyReply } from '../../src/mock/reply.ts'
import type { State } from './state.ts'

/** A refusal in the API's one envelope. `Status` stays literal, so that the spec's types can object. */
export type Refusal<Status extends number> = BodyReply & {
  readonly status: Status
  readonly body: { readonly detail: string }
}

/** Writes the envelope of every error. */
export function refuse<Status extends number>(status: Status, detail: string): Refusal<Status> {
  return { kind: 'body', status, body: { detail } }
}

/** 401 for a key that is missing or not valid; undefined when it is good. */
export function checkKey(call: CallHead<State>): BodyReply | undefined {
  return call.acceptsKey(keyOf(call)) ? undefined : refuse(401, 'API key is missing or not valid.')
}

/** The key of a call. Empty when there is none; a bearer token is none. */
export function keyOf(call: CallHead<State>): string {
  return call.headers['x-api-key'] ?? ''
}

export const flowNotFound = () => refuse(404, 'Flow not found or not published.')
export const chatbotNotFound = () => refuse(404, 'Chatbot not found.')
export const executionNotFound = () => refuse(404, 'Execution not found.')

/** 422: nothing is published of how a broken body is answered. */
export const unprocessable = (detail: string) => refuse(422, detail)

export const notJson = () => unprocessable('The body is not valid JSON.')
export const notObject = () => unprocessable('The body must be an object.')

export const unknownPath = () => refuse(404, 'Not Found')
export const tooLarge = () => refuse(413, 'The body is too large.')
export const serverFault = () => refuse(500, 'Internal server error.')

/** A known path with another method. */
export function wrongMethod(_call: CallHead<State>, allowed: readonly string[]): BodyReply {
  return { ...refuse(405, 'Method Not Allowed'), headers: { allow: allowed.join(', ') } }
}
