import type { Attachment } from '../../src/generated/flowise.ts'
import type { Call, UploadedFile } from '../../src/mock/call.ts'
import { flowInPath, flowOf } from './flows.ts'
import { isUuid } from './is-uuid.ts'
import { fault, textReply } from './refusals.ts'
import type { State } from './state.ts'
import { has } from './variants.ts'

/** Types that flows turn into text. */
export const TEXT_TYPES = ['text/plain', 'text/csv', 'application/json', 'text/markdown']
const PLACE = 'Error: attachmentService.createAttachment - '

/** Turns files into text for a chat, and keeps them there. */
export function createAttachments(call: Call<State>) {
  if (call.body.kind === 'malformed') return refuse(call, 400, call.body.reason)
  const { files, inBase64 } = formOf(call)
  // Forms are read before anything else is asked.
  if (files.some(({ field }) => field !== 'files')) return fault(500, 'Unexpected file field')
  const flow = flowInPath(call, 'chatflowId')
  if (!flow) return refuse(call, 404, `Chatflow ${call.params.chatflowId} not found`)
  if (flow.kind === 'json') return refuse(call, 400, 'File upload is not enabled for this chatflow')
  if (files.length === 0 && !has(call, 'takes-no-files')) return fault(422, 'files are required')
  const wrong = files.find(({ type }) => !TEXT_TYPES.includes(plainType(type)))
  if (wrong) {
    const allowed = TEXT_TYPES.join(', ')
    return refuse(call, 400, `File type '${plainType(wrong.type)}' is not allowed. Allowed types: ${allowed}`)
  }
  const body = files.map((file) => {
    call.state.files.set(keyOf(flow.id, call.params.chatId ?? '', file.filename), { bytes: file.bytes })
    return attachment(file, inBase64, has(call, 'numeric-sizes'))
  })
  return answer(body)
}

// A body of another kind is as good as a form without files.
function formOf({ body }: Call<State>) {
  if (body.kind !== 'form') return { files: [], inBase64: false }
  return { files: body.files, inBase64: body.fields.get('base64') === 'true' }
}

const answer = (body: Attachment[]) => ({ kind: 'body', status: 200, body }) as const

function refuse(call: Call<State>, status: 400 | 404, message: string) {
  if (has(call, 'refusals-as-500')) return fault(500, PLACE + message)
  return status === 400 ? fault(400, message) : fault(404, message)
}

function attachment({ filename, type, bytes }: UploadedFile, inBase64: boolean, numericSize: boolean) {
  const content = inBase64 ? btoa(String.fromCharCode(...bytes)) : new TextDecoder().decode(bytes)
  const size = numericSize ? bytes.length : String(bytes.length)
  return { name: filename, mimeType: plainType(type), size, content }
}

const plainType = (type: string): string => type.split(';')[0]?.trim() ?? ''

const keyOf = (flow: string, chat: string, name: string): string => JSON.stringify([flow, chat, name])

/** The bytes of a file of a chat. */
export function getUploadedFile(call: Call<State>) {
  const [chatflowId, chatId, fileName] = ['chatflowId', 'chatId', 'fileName'].map((name) => call.query.get(name))
  if (!chatflowId || !chatId || !fileName) return textReply(500, 'Invalid file path')
  const flow = flowOf(call.scenarios, chatflowId)
  if (!flow && !isUuid(chatflowId)) return textReply(400, 'Invalid chatflowId format')
  if (/[/\\]|\.\.|\0/.test(fileName)) return textReply(400, 'Invalid path characters detected in filename')
  if (!flow) return fault(404, `Chatflow ${chatflowId} not found`)
  const file = call.state.files.get(keyOf(flow.id, chatId, fileName))
  if (!file) return fault(500, `File ${fileName} not found`)
  const headers = { 'content-disposition': `attachment; filename="${fileName.replaceAll('"', '\\"')}"` }
  return { kind: 'file', status: 200, headers, type: 'application/octet-stream', bytes: file.bytes } as const
}
