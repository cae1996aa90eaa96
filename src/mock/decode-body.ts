import type { CallBody, UploadedFile } from './call.ts'

const JSON_TYPE = /^application\/([^;]+\+)?json\s*(;|$)/i
const FORM_TYPE = /^(multipart\/form-data|application\/x-www-form-urlencoded)\s*(;|$)/i
/** Methods whose requests have a body; an empty one that says it is JSON is broken JSON. */
const WITH_BODY = new Set(['POST', 'PUT', 'PATCH'])

/** Decodes the bytes of a request by its content type, which is empty when the request names none. */
export async function decodeBody(method: string, type: string, bytes: Buffer): Promise<CallBody> {
  if (bytes.length === 0 && !(JSON_TYPE.test(type) && WITH_BODY.has(method))) return { kind: 'none' }
  if (JSON_TYPE.test(type)) return decodeJson(type, bytes)
  if (FORM_TYPE.test(type)) return decodeForm(type, bytes)
  return { kind: 'other', type, bytes }
}

const UTF8 = new TextDecoder('utf-8', { fatal: true })

function decodeJson(type: string, bytes: Buffer): CallBody {
  try {
    return { kind: 'json', type, value: JSON.parse(UTF8.decode(bytes)), bytes }
  } catch (error) {
    return { kind: 'malformed', type, reason: reasonOf(error), bytes }
  }
}

async function decodeForm(type: string, bytes: Buffer): Promise<CallBody> {
  const { default: busboy } = await import('busboy')
  const types = /^multipart/i.test(type) ? partTypes(type, bytes) : []
  const fields = new Map<string, string>()
  const files: UploadedFile[] = []
  let part = 0
  return new Promise((resolve) => {
    const fail = (error: unknown) => resolve({ kind: 'malformed', type, reason: reasonOf(error), bytes })
    try {
      const limits = { fieldSize: Number.POSITIVE_INFINITY }
      const parser = busboy({ headers: { 'content-type': type }, preservePath: true, defParamCharset: 'utf8', limits })
      parser.on('field', (name, value) => {
        part++
        if (!fields.has(name)) fields.set(name, value)
      })
      parser.on('file', (field, stream, { filename }) => {
        const partType = types[part++] ?? ''
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('error', fail)
        stream.on('end', () =>
          files.push({ field, filename: filename ?? '', type: partType, bytes: Buffer.concat(chunks) }),
        )
      })
      parser.on('error', fail)
      parser.on('close', () => resolve({ kind: 'form', type, fields, files, bytes }))
      parser.end(bytes)
    } catch (error) {
      fail(error)
    }
  })
}

/**
 * The content type that each part of a form names for itself, in order; empty for a part that names none.
 * The parser would say `text/plain` there, and platforms tell the two apart.
 */
function partTypes(type: string, bytes: Buffer): string[] {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(type)
  const delimiter = `--${boundary?.[1] ?? boundary?.[2] ?? ''}\r\n`
  const types: string[] = []
  for (let at = bytes.indexOf(delimiter); at !== -1; at = bytes.indexOf(delimiter, at + 1)) {
    const head = bytes.toString('latin1', at, Math.max(at, bytes.indexOf('\r\n\r\n', at)))
    if (/^content-disposition:\s*form-data/im.test(head))
      types.push(/^content-type:\s*([^\r]*)/im.exec(head)?.[1] ?? '')
  }
  return types
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
