import type { components } from '../../src/generated/dify.ts'
import { extensionOf, kindOfFile } from './file-kinds.ts'
import { isUuid } from './is-uuid.ts'
import { isRecord, pythonRepr } from './python-value.ts'
import type { EndUser, State } from './state.ts'

type FileValue = components['schemas']['FileValue']

/** A file as the flow will see it, or why the server cannot have it. */
export type FoundFile =
  | { readonly kind: 'file'; readonly file: FileValue }
  | { readonly kind: 'bad'; readonly message: string }

/** Files that a caller may name: those it uploaded itself, and any remote one. */
export interface FileRules {
  readonly state: State
  readonly owner: EndUser
}

/** Finds the file that a request names, and fills in what the server knows of it. Remote ones are not fetched. */
export function findFile(given: Readonly<Record<string, unknown>>, rules: FileRules): FoundFile {
  const { transfer_method: method, type } = given
  if (!method) return bad('transfer_method is required in file mapping')
  if (type !== undefined && !isFileType(type)) return bad(`${pythonRepr(type)} is not a valid FileType`)
  switch (method) {
    case 'remote_url':
      return findRemote(given, type)
    case 'local_file':
      return findUpload(given, type, rules)
    default:
      return bad(`${pythonRepr(method)} is not a valid FileTransferMethod`)
  }
}

const FILE_TYPES = ['image', 'document', 'audio', 'video', 'custom'] as const
type FileType = (typeof FILE_TYPES)[number]

function isFileType(value: unknown): value is FileType {
  return FILE_TYPES.some((type) => type === value)
}

function findRemote({ url }: Readonly<Record<string, unknown>>, type: FileType | undefined): FoundFile {
  if (typeof url !== 'string' || !url.startsWith('http')) return bad('Invalid file url')
  const filename =
    url
      .replace(/[?#].*$/s, '')
      .split('/')
      .at(-1) ?? ''
  const extension = extensionOf(filename)
  return good({
    ...BLANK,
    type: settledType(type, extension),
    transfer_method: 'remote_url',
    remote_url: url,
    filename,
    extension: extension === '' ? '.bin' : `.${extension}`,
    url,
  })
}

function findUpload(
  { upload_file_id: id }: Readonly<Record<string, unknown>>,
  type: FileType | undefined,
  { state, owner }: FileRules,
): FoundFile {
  if (!id) return bad('Invalid upload file id')
  if (typeof id !== 'string' || !isUuid(id)) return bad('Invalid upload file id format')
  const upload = state.uploads.get(id.toLowerCase())
  if (!upload || upload.owner.id !== owner.id) return bad('Invalid upload file')
  const { record } = upload
  const extension = record.extension ?? ''
  return good({
    ...BLANK,
    type: settledType(type, extension),
    transfer_method: 'local_file',
    reference: record.id,
    filename: record.name,
    extension: `.${extension}`,
    mime_type: record.mime_type,
    size: record.size,
    related_id: record.id,
    url: record.source_url,
  })
}

// Their order is the order of the wire.
const BLANK = {
  dify_model_identity: '__dify__file__',
  id: null,
  type: 'custom',
  transfer_method: 'remote_url',
  remote_url: null,
  reference: null,
  filename: null,
  extension: null,
  mime_type: null,
  size: -1,
  related_id: null,
  url: null,
} as const satisfies FileValue

function settledType(type: FileType | undefined, extension: string): FileType {
  return type === undefined || type === 'custom' ? kindOfFile(extension).kind : type
}

/** The files among a node's or a run's outputs, those in lists included. */
export function filesIn(outputs: Readonly<Record<string, unknown>>): FileValue[] {
  return Object.values(outputs).flat().filter(isFileValue)
}

/** Whether a value is a file that the flow was given. */
export function isFileValue(value: unknown): value is FileValue {
  return isRecord(value) && value.dify_model_identity === '__dify__file__'
}

function good(file: FileValue): FoundFile {
  return { kind: 'file', file }
}

function bad(message: string): FoundFile {
  return { kind: 'bad', message }
}
