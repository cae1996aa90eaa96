import { afterAll, expect, it } from 'vitest'
import { createHeldClock } from '../../../src/mock/held-clock.ts'
import { eventsNamed, type Schemas, startDify } from './client.ts'
import { form, MEGABYTE } from './file-form.ts'

const { ask, run, mock } = await startDify({ clock: createHeldClock() }, afterAll)

const upload = (data: FormData, key = 'app-inputs') => ask('uploadFile', '/files/upload', { key, form: data })

it('keeps a file, and says all about it', async () => {
  const answer = await upload(
    form([{ name: 'Notes.from “me”.TXT', type: 'text/plain; charset=utf-8', size: 26 }], 'ada'),
  )
  const file = answer.json as Schemas['UploadedFile']
  expect(answer.status).toBe(201)
  expect(Object.keys(file)).toEqual([
    ...['id', 'name', 'size', 'extension', 'mime_type', 'created_by', 'created_at', 'source_url', 'tenant_id'],
    ...['reference', 'preview_url', 'original_url', 'user_id', 'conversation_id', 'file_key'],
  ])
  expect(file).toMatchObject({
    name: 'Notes.from “me”.TXT',
    size: 26,
    extension: 'txt',
    mime_type: 'text/plain',
    created_at: Date.UTC(2026, 0, 1) / 1000,
    reference: null,
    file_key: null,
  })
  const url = new URL(file.source_url ?? '')
  expect([url.origin, url.pathname]).toEqual([new URL(mock.url).origin, `/files/${file.id}/file-preview`])
  expect([...url.searchParams.keys()]).toEqual(['timestamp', 'nonce', 'sign'])
  const user = await ask('getEndUser', `/end-users/${file.created_by}`, { key: 'app-inputs' })
  expect(user.json).toMatchObject({ session_id: 'ada', is_anonymous: false, tenant_id: file.tenant_id })
})

it.each([undefined, ''])('shares one user among those who name none: %j', async (user) => {
  const file = (await upload(form([{ name: 'a.txt' }], user))).json as Schemas['UploadedFile']
  const owner = await ask('getEndUser', `/end-users/${file.created_by}`, { key: 'app-inputs' })
  expect(owner.json).toMatchObject({ session_id: 'DEFAULT-USER', is_anonymous: true })
})

const NAMES = [
  { name: 'archive.tar.GZ', extension: 'gz' },
  { name: 'README', extension: '' },
  { name: '.profile', extension: '' },
  { name: `${'x'.repeat(250)}.txt`, extension: 'txt', kept: 'x'.repeat(200) },
]
it.each(NAMES)('reads the extension of $name', async ({ name, extension, kept = name }) => {
  expect((await upload(form([{ name }]))).json).toMatchObject({ name: kept, extension })
})

/** A part as it stands on the wire. */
function part(disposition: string, type?: string): string {
  const head = `Content-Disposition: form-data; ${disposition}${type === undefined ? '' : `\r\nContent-Type: ${type}`}`
  return `--edge\r\n${head}\r\n\r\nhello\r\n--edge--\r\n`
}
const byHand = (body: string) => ({ body, headers: { 'content-type': 'multipart/form-data; boundary=edge' } })

const REFUSED = [
  {
    it: 'no part at all',
    ask: { form: form([]) },
    status: 400,
    code: 'no_file_uploaded',
    message: 'Please upload your file.',
  },
  {
    it: 'a file under another name',
    ask: { form: form([{ field: 'files', name: 'a.txt' }]) },
    status: 400,
    code: 'no_file_uploaded',
    message: 'Please upload your file.',
  },
  {
    it: 'a JSON body',
    ask: { body: { file: 'a.txt' } },
    status: 400,
    code: 'no_file_uploaded',
    message: 'Please upload your file.',
  },
  {
    it: 'no body',
    ask: { method: 'POST' },
    status: 400,
    code: 'no_file_uploaded',
    message: 'Please upload your file.',
  },
  {
    it: 'a form that cannot be read',
    ask: { body: 'x', headers: { 'content-type': 'multipart/form-data' } },
    status: 400,
    code: 'no_file_uploaded',
    message: 'Please upload your file.',
  },
  {
    it: 'two files',
    ask: { form: form([{ name: 'a.txt' }, { field: 'other', name: 'b.txt' }]) },
    status: 400,
    code: 'too_many_files',
    message: 'Only one file is allowed.',
  },
  {
    it: 'an empty name',
    ask: byHand(part('name="file"; filename=""', 'application/octet-stream')),
    status: 400,
    code: 'filename_not_exists_error',
    message: 'The specified filename does not exist.',
  },
  {
    it: 'a slash in the name',
    ask: byHand(part('name="file"; filename="a/b.txt"', 'text/plain')),
    status: 400,
    code: 'invalid_param',
    message: 'Filename contains invalid characters',
  },
  {
    it: 'a part without a media type',
    ask: byHand(part('name="file"; filename="a.txt"')),
    status: 415,
    code: 'unsupported_file_type',
    message: 'File type not allowed.',
  },
  {
    it: 'a text that is too large',
    ask: { form: form([{ name: 'a.txt', size: 15 * MEGABYTE + 1 }]) },
    status: 413,
    code: 'file_too_large',
    message: '',
  },
  {
    it: 'an image that is too large',
    ask: { form: form([{ name: 'a.PNG', size: 10 * MEGABYTE + 1 }]) },
    status: 413,
    code: 'file_too_large',
    message: '',
  },
  {
    it: 'a sound that is too large',
    ask: { form: form([{ name: 'a.mp3', size: 50 * MEGABYTE + 1 }]) },
    status: 413,
    code: 'file_too_large',
    message: '',
  },
]
it.each(REFUSED)('refuses $it', async ({ ask: options, status, code, message }) => {
  const answer = await ask('uploadFile', '/files/upload', options)
  expect([answer.status, answer.json]).toEqual([status, { code, message, status }])
})

it.each([
  { name: 'a.png', size: 10 * MEGABYTE },
  { name: 'a.wav', size: 16 * MEGABYTE },
  { name: 'a.mp4', size: 51 * MEGABYTE },
])('takes $name of $size bytes', async (file) => {
  expect((await upload(form([file]))).status).toBe(201)
})

const local = (id: string, type = 'document') => ({ type, transfer_method: 'local_file', upload_file_id: id })
const INPUTS = { topic: 'Rope', tone: 'terse' }

it('shows an uploaded file to the runs of its user', async () => {
  const { id } = (await upload(form([{ name: 'moon.png', type: 'image/png', size: 8 }], 'ada'))).json as { id: string }
  const inputs = { ...INPUTS, cover: local(id, 'custom'), papers: [local(id), local(id.toUpperCase())] }
  const body = { inputs, files: [local(id, 'image')], user: 'ada', response_mode: 'streaming' }
  const { events } = await ask('runWorkflow', '/workflows/run', { key: 'app-inputs', body })
  const [started] = eventsNamed(events, 'workflow_started')
  const shown = {
    dify_model_identity: '__dify__file__',
    transfer_method: 'local_file',
    filename: 'moon.png',
    extension: '.png',
    mime_type: 'image/png',
    size: 8,
    related_id: id,
    remote_url: null,
    url: expect.stringContaining(`/files/${id}/file-preview?`),
  }
  const { cover, papers, 'sys.files': files } = started?.data.inputs ?? {}
  expect([cover, papers, files]).toMatchObject([
    { ...shown, type: 'image' },
    [
      { ...shown, type: 'document' },
      { ...shown, type: 'document' },
    ],
    [{ ...shown, type: 'image' }],
  ])
  expect(eventsNamed(events, 'node_finished')[0]?.data.files).toHaveLength(3)
})

it('shows it to nobody else', async () => {
  const { id } = (await upload(form([{ name: 'a.txt' }], 'ada'))).json as { id: string }
  const inputs = { ...INPUTS, papers: [local(id)] }
  const answer = await run('blocking', { key: 'app-inputs', inputs, user: 'bob' })
  expect(answer.json).toEqual({ code: 'invalid_param', message: 'Invalid upload file', status: 400 })
  const other = await run('blocking', { key: 'app-answer', inputs: {}, user: 'ada' })
  expect(other.status).toBe(200)
  const body = { inputs: {}, files: [local(id)], user: 'ada' }
  const stranger = await ask('runWorkflow', '/workflows/run', { key: 'app-answer', body })
  expect(stranger.json).toMatchObject({ message: 'Invalid upload file' })
})

it.each(['', '?as_attachment=true', '?user=ada'])('reads no file of a workflow back%s', async (query) => {
  const { id } = (await upload(form([{ name: 'a.txt' }], 'ada'))).json as { id: string }
  const answer = await ask('previewFile', `/files/${id}/preview${query}`, { key: 'app-inputs' })
  const message = 'File not found in message context'
  expect([answer.status, answer.json]).toEqual([404, { code: 'file_not_found', message, status: 404 }])
})
