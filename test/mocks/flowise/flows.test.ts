import { expect, it } from 'vitest'
import { type Schemas, startFlowise, UNKNOWN_ID } from './client.ts'

const KEY = 'any-key'
const OBSERVED = { as: 'flowise@3.1.4' }

const files = (type: string, field = 'files') => {
  const form = new FormData()
  form.append(field, new Blob(['Dogs must stay outside.'], { type }), 'notes.txt')
  return form
}

it('says that it is there, and which version it is', async () => {
  const { ask } = await startFlowise()
  const pong = await ask('ping', '/ping')
  expect([pong.text, pong.headers.get('content-type')]).toEqual(['pong', 'text/plain; charset=utf-8'])
  expect((await ask('getVersion', '/version')).json).toEqual({ version: '3.1.4' })
  const { send } = await startFlowise(OBSERVED)
  expect((await send('/ping')).headers.get('content-type')).toBe('text/html; charset=utf-8')
})

it.each([
  ['checkStreaming', 'chatflows-streaming', 'chatflowsService.checkIfChatflowIsValidForStreaming'],
  ['getPublicChatbotConfig', 'public-chatbotConfig', 'chatflowsService.getSinglePublicChatbotConfig'],
  ['getUploadsConfig', 'chatflows-uploads', 'chatflowsService.checkIfChatflowIsValidForUploads'],
])('answers 500 for an unknown flow: %s', async (operation, path, place) => {
  const { ask } = await startFlowise()
  const { status, json } = await ask(operation, `/${path}/${UNKNOWN_ID}`)
  const message = `Error: ${place} - Chatflow ${UNKNOWN_ID} not found`
  expect([status, json]).toEqual([500, { statusCode: 500, success: false, message, stack: {} }])
})

it('tells what a flow can do and what it is made of', async () => {
  const { ask } = await startFlowise()
  expect((await ask('checkStreaming', '/chatflows-streaming/chatflow-answer')).json).toEqual({ isStreaming: true })
  const config = (await ask('getPublicChatbotConfig', '/public-chatbotConfig/loop'))
    .json as Schemas['PublicChatbotConfig']
  const graph = JSON.parse(config.flowData) as { nodes: { id: string }[]; edges: { source: string; target: string }[] }
  expect(graph.nodes.map(({ id }) => id)).toEqual([
    'startAgentflow_0',
    'llmAgentflow_0',
    'customFunctionAgentflow_0',
    'conditionAgentflow_0',
    'loopAgentflow_0',
    'directReplyAgentflow_0',
  ])
  expect(graph.edges.map(({ source, target }) => `${source} > ${target}`)).toContain(
    'conditionAgentflow_0 > loopAgentflow_0',
  )
  const uploads = (await ask('getUploadsConfig', '/chatflows-uploads/answer')).json
  expect(uploads).toEqual(config.uploads)
})

it('turns files into text, and gives them back', async () => {
  const { ask } = await startFlowise()
  const form = files('text/plain')
  const { json } = await ask('createAttachments', '/attachments/answer/c-1', { form })
  expect(json).toEqual([{ name: 'notes.txt', mimeType: 'text/plain', size: '23', content: 'Dogs must stay outside.' }])
  const query = 'chatflowId=answer&chatId=c-1&fileName=notes.txt'
  const file = await ask('getUploadedFile', `/get-upload-file?${query}&download=true`)
  expect(file.text).toBe('Dogs must stay outside.')
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="notes.txt"')
})

it.each([
  ['an unknown flow', UNKNOWN_ID, files('text/plain'), 404, `Chatflow ${UNKNOWN_ID} not found`],
  ['uploads that are off', 'json-answer', files('text/plain'), 400, 'File upload is not enabled for this chatflow'],
  [
    'another type',
    'answer',
    files('application/xml'),
    400,
    "File type 'application/xml' is not allowed. Allowed types: text/plain, text/csv, application/json, text/markdown",
  ],
])('refuses attachments: %s', async (_case, flow, form, status, message) => {
  const { ask } = await startFlowise()
  const answer = await ask('createAttachments', `/attachments/${flow}/c-1`, { form })
  expect([answer.status, answer.json]).toEqual([status, { statusCode: status, success: false, message, stack: {} }])
  const { send } = await startFlowise(OBSERVED)
  const observed = await send(`/attachments/${flow}/c-1`, { form })
  expect([observed.status, await observed.json()]).toMatchObject([
    500,
    { message: `Error: attachmentService.createAttachment - ${message}` },
  ])
})

it.each([
  ['a form without files', { form: new FormData() }],
  ['JSON', { body: { files: [] } }],
])('wants files to attach, and gets none from %s', async (_case, options) => {
  const { ask } = await startFlowise()
  const refused = await ask('createAttachments', '/attachments/answer/c-1', options)
  expect([refused.status, refused.json]).toMatchObject([422, { message: 'files are required' }])
  const observed = await startFlowise(OBSERVED)
  const taken = await observed.ask('createAttachments', '/attachments/answer/c-1', options)
  expect([taken.status, taken.json]).toEqual([200, []])
})

it('measures attachments in numbers as 3.1.4 does', async () => {
  const { ask } = await startFlowise(OBSERVED)
  const { json } = await ask('createAttachments', '/attachments/answer/c-1', { form: files('text/plain') })
  expect(json).toMatchObject([{ size: 23 }])
})

it.each([
  ['chatflowId=answer&chatId=c-1', 500, 'Invalid file path'],
  ['chatflowId=nonsense&chatId=c-1&fileName=a.txt', 400, 'Invalid chatflowId format'],
  ['chatflowId=answer&chatId=c-1&fileName=../a.txt', 400, 'Invalid path characters detected in filename'],
])('refuses to look for a file: %s', async (query, status, text) => {
  const { ask } = await startFlowise()
  const answer = await ask('getUploadedFile', `/get-upload-file?${query}`)
  expect([answer.status, answer.text]).toEqual([status, text])
})

it.each([
  [`chatflowId=${UNKNOWN_ID}&chatId=c-1&fileName=a.txt`, 404, `Chatflow ${UNKNOWN_ID} not found`],
  ['chatflowId=answer&chatId=c-1&fileName=a.txt', 500, 'File a.txt not found'],
])('does not find a file: %s', async (query, status, message) => {
  const { ask } = await startFlowise()
  const answer = await ask('getUploadedFile', `/get-upload-file?${query}`)
  expect([answer.status, answer.json]).toMatchObject([status, { message }])
})

it('fills vector stores', async () => {
  const { ask } = await startFlowise()
  const upsert = async (flow: string, options: { body?: object; form?: FormData }) =>
    (await ask('upsertVectors', `/vector/upsert/${flow}`, { key: KEY, ...options })).json
  expect(await upsert('documents-and-tool', { body: {} })).toMatchObject({ numAdded: 3, numDeleted: 0 })
  expect(await upsert('answer', { body: {} })).toEqual({ result: 'Successfully Upserted' })
  expect(await upsert('answer', { form: files('text/plain') })).toMatchObject({
    numAdded: 1,
    addedDocs: [{ pageContent: 'Dogs must stay outside.', metadata: { source: 'notes.txt' } }],
  })
  const unknown = await ask('upsertVectors', `/vector/upsert/${UNKNOWN_ID}`, { key: KEY, body: {} })
  expect(unknown.status).toBe(404)
})

it.each([
  ['createFeedback', 'POST', '/feedback'],
  ['createLead', 'POST', '/leads'],
  ['updateExecution', 'PUT', `/executions/${UNKNOWN_ID}`],
  ['deleteExecutions', 'DELETE', '/executions'],
  ['updateFeedback', 'PUT', `/feedback/${UNKNOWN_ID}`],
  ['upsertVectors', 'POST', '/vector/upsert/answer'],
])('refuses broken JSON: %s', async (operation, method, path) => {
  const { ask } = await startFlowise()
  const answer = await ask(operation, path, { method, key: KEY, body: '{"a": 1 oops}' })
  expect([answer.status, answer.json]).toMatchObject([400, { message: expect.stringContaining('in JSON at position') }])
})

it('differs from the documents where 3.1.4 does', async () => {
  const { send, predict } = await startFlowise(OBSERVED)
  const leads = await send('/leads/answer', { key: KEY })
  expect([leads.status, await leads.json()]).toMatchObject([
    404,
    { message: 'Error: leadsController.getAllLeadsForChatflow - workspace undefined not found!' },
  ])
  const { chatMessageId } = (await predict('answer', { question: 'Hello' })).json as Schemas['AgentflowAnswer']
  const feedback = (await (
    await send('/feedback', { body: { messageId: chatMessageId } })
  ).json()) as Schemas['Feedback']
  const changed = await send(`/feedback/${feedback.id}`, { method: 'PUT', body: { rating: 'THUMBS_UP' } })
  expect(await changed.json()).toEqual({ status: 'OK' })
  const upsert = await send(`/vector/upsert/${UNKNOWN_ID}`, { key: KEY, body: {} })
  expect(upsert.status).toBe(500)
})
