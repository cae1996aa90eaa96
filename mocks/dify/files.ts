import type { Call, UploadedFile } from '../../src/mock/call.ts'
import { extensionOf, kindOfFile } from './file-kinds.ts'
import { refuse } from './refusals.ts'
import { appOf, DEFAULT_USER, endUserOf, type State, TENANT } from './state.ts'

/** Keeps one file for later runs of the same user. */
export function uploadFile(call: Call<State>) {
  const form = call.body.kind === 'form' ? call.body : undefined
  const files = form?.files ?? []
  const file = files.find(({ field }) => field === 'file')
  if (!file) return refuse(400, 'no_file_uploaded', 'Please upload your file.')
  if (files.length > 1) return refuse(400, 'too_many_files', 'Only one file is allowed.')
  if (file.type === '') return refuse(415, 'unsupported_file_type', 'File type not allowed.')
  if (file.filename === '') return refuse(400, 'filename_not_exists_error', 'The specified filename does not exist.')
  if (/[/\\]/.test(file.filename)) return refuse(400, 'invalid_param', 'Filename contains invalid characters')
  const { limit } = kindOfFile(extensionOf(file.filename))
  if (file.bytes.length > limit) return refuse(413, 'file_too_large', '')
  return { kind: 'body', status: 201, body: keep(call, file, form?.fields.get('user') || DEFAULT_USER) } as const
}

function keep(call: Call<State>, file: UploadedFile, user: string) {
  const owner = endUserOf(call, appOf(call), user)
  const id = call.id('upload')
  const record = {
    id,
    name: [...file.filename].slice(0, 200).join(''),
    size: file.bytes.length,
    extension: extensionOf(file.filename),
    mime_type: mediaTypeOf(file),
    created_by: owner.id,
    created_at: Math.floor(call.now / 1000),
    source_url: signedUrl(call, id),
    tenant_id: TENANT,
    reference: null,
    preview_url: null,
    original_url: null,
    user_id: null,
    conversation_id: null,
    file_key: null,
  }
  call.state.uploads.set(id, { owner, record })
  return record
}

/** The media type that a part names, without its parameters. */
export function mediaTypeOf({ type }: UploadedFile): string {
  return type.replace(/;.*$/s, '').trim().toLowerCase()
}

// Nothing is served there: files of workflow apps cannot be read back by this API.
function signedUrl(call: Call<State>, id: string): string {
  const [nonce, sign] = ['nonce', 'sign'].map((name) => call.id(name).replaceAll('-', ''))
  const query = `timestamp=${Math.floor(call.now / 1000)}&nonce=${nonce}&sign=${sign}`
  return `${new URL(call.base).origin}/files/${id}/file-preview?${query}`
}

/** Only files that belong to a chat message can be read back, and a workflow has no messages. */
export function previewFile() {
  return refuse(404, 'file_not_found', 'File not found in message context')
}
