import type { CallHead } from '../../src/mock/call.ts'
import type { BodyReply } from '../../src/mock/reply.ts'
import { isUuid } from './is-uuid.ts'
import type { State } from './state.ts'

/** A refusal in the API's own envelope. `Code` and `Status` stay literal, so that the spec's types can object. */
export type Refusal<Status extends number, Code extends string> = BodyReply & {
  readonly status: Status
  readonly body: { readonly code: Code; readonly message: string; readonly status: Status }
}

/** Writes the envelope of every documented error. */
export function refuse<Status extends number, Code extends string>(
  status: Status,
  code: Code,
  message: string,
): Refusal<Status, Code> {
  return { kind: 'body', status, body: { code, message, status } }
}

const BAD_REQUEST = 'The browser (or proxy) sent a request that this server could not understand.'
const UNSUPPORTED = "Did not attempt to load JSON data because the request Content-Type was not 'application/json'."

/** 400 for a body that says JSON and is not. */
export const brokenJson = () => refuse(400, 'bad_request', BAD_REQUEST)

/** 415 for a body of another media type. */
export const notJson = () => refuse(415, 'unsupported_media_type', UNSUPPORTED)

/** 400 for a missing or empty `user`, checked before anything else in the body. */
export const noUser = () => refuse(400, 'invalid_param', 'Arg user must be provided.')

/** 500 for faults nobody foresaw. A JSON body that is no object is one, and so is a run id that is no UUID: the database trips over it. */
export function serverFault() {
  const body = { message: 'Internal Server Error', code: 'unknown', status: 500 } as const
  return { kind: 'body', status: 500, body } as const
}

const START_FAULT =
  'The server encountered an internal error and was unable to complete your request. ' +
  'Either the server is overloaded or there is an error in the application.'

/** 500 for a fault while a run is being started. */
export const startFault = () => refuse(500, 'internal_server_error', START_FAULT)

/** Paths on which an id that is no UUID makes an unknown path. */
const UUID_PARAMETERS: Readonly<Record<string, string>> = { previewFile: 'file_id', getEndUser: 'end_user_id' }

/** 401 in the words for what is wrong with the header; undefined when the key is good. The framework finds the path before it looks. */
export function checkKey(call: CallHead<State>): BodyReply | undefined {
  const parameter = UUID_PARAMETERS[call.operation?.id ?? '']
  if (parameter !== undefined && !isUuid(call.params[parameter] ?? '')) return unknownPath()
  const header = call.headers.authorization
  if (!header?.includes(' ')) return unauthorized("Authorization header must be provided and start with 'Bearer'")
  if (!/^bearer\s/i.test(header)) return unauthorized("Authorization scheme must be 'Bearer'")
  return call.acceptsKey(keyOf(call)) ? undefined : unauthorized('Access token is invalid')
}

/** The key of a call, without its scheme. Empty when there is none. */
export function keyOf(call: CallHead<State>): string {
  return /^\S+\s+(.*)$/s.exec(call.headers.authorization ?? '')?.[1] ?? ''
}

function unauthorized(message: string): BodyReply {
  return { ...refuse(401, 'unauthorized', message), headers: { 'www-authenticate': 'Bearer realm="api"' } }
}

const NOT_FOUND_PAGE = `<!doctype html>
<html lang=en>
<title>404 Not Found</title>
<h1>Not Found</h1>
<p>The requested URL was not found on the server. If you entered the URL manually please check your spelling and try again.</p>
`

/** Paths that no route knows are answered by the web framework, in HTML. */
export function unknownPath(): BodyReply {
  return { kind: 'body', status: 404, type: 'text/html; charset=utf-8', body: NOT_FOUND_PAGE, text: NOT_FOUND_PAGE }
}

/** A known path with another method is answered by the API layer, in JSON. */
export function wrongMethod(_call: CallHead<State>, allowed: readonly string[]): BodyReply {
  const message = 'The method is not allowed for the requested URL.'
  return { ...refuse(405, 'method_not_allowed', message), headers: { allow: allowed.join(', ') } }
}

const TOO_LARGE_PAGE = `<html>\r
<head><title>413 Request Entity Too Large</title></head>\r
<body>\r
<center><h1>413 Request Entity Too Large</h1></center>\r
<hr><center>nginx</center>\r
</body>\r
</html>\r
`

/** A body over the proxy's limit never reaches the API. */
export function tooLarge(): BodyReply {
  return { kind: 'body', status: 413, type: 'text/html', body: TOO_LARGE_PAGE, text: TOO_LARGE_PAGE }
}
