import { expect, it } from 'vitest'
import { createHeldClock } from '../../../src/mock/held-clock.ts'
import { OWN_SCENARIOS, type Schemas, startFlowise, UNKNOWN_ID } from './client.ts'

const KEY = 'any-key'
const question = 'Hello'

async function startWithRuns() {
  const flowise = await startFlowise({ scenarios: OWN_SCENARIOS })
  const predict = async (flow: string, chatId: string) =>
    (await flowise.predict(flow, { question, chatId })).json as Schemas['AgentflowAnswer']
  const first = await predict('answer', 'c-1')
  const second = await predict('boom', 'c-2')
  const third = await predict('ask-person', 'c-3')
  const list = async (query = '') => {
    const { json } = await flowise.ask('listExecutions', `/executions${query}`, { key: KEY })
    return json as Schemas['ExecutionPage']
  }
  return { ...flowise, list, first, second, third }
}

it('lists executions by what is asked', async () => {
  const { list, first } = await startWithRuns()
  const sessions = async (query: string) => (await list(query)).data.map(({ sessionId }) => sessionId).sort()
  expect(await sessions('')).toEqual(['c-1', 'c-2', 'c-3'])
  expect(await sessions('?state=ERROR')).toEqual(['c-2'])
  expect(await sessions('?state=NONSENSE')).toEqual(['c-1', 'c-2', 'c-3'])
  expect(await sessions('?sessionId=c-3')).toEqual(['c-3'])
  expect(await sessions('?agentflowName=BOO')).toEqual(['c-2'])
  expect(await sessions(`?id=${first.executionId}`)).toEqual(['c-1'])
  expect(await sessions('?endDate=2020-01-01')).toEqual([])
  expect(await list('?limit=2&page=2')).toMatchObject({ total: 3, data: [{}] })
})

it('keeps the record of a run as it goes on', async () => {
  const clock = createHeldClock()
  const { ask, begin } = await startFlowise({ scenarios: OWN_SCENARIOS, clock, speed: 1 })
  const events = await begin('patient-tool', { question, chatId: 'c-1' })
  await clock.advance(1_000)
  const record = async () => {
    const { json } = await ask('listExecutions', '/executions', { key: KEY })
    return (json as Schemas['ExecutionPage']).data[0]
  }
  expect(await record()).toMatchObject({
    state: 'INPROGRESS',
    executionData: '[]',
    createdDate: '2026-01-01T00:00:00.000Z',
    updatedDate: '2026-01-01T00:00:00.000Z',
    stoppedDate: null,
  })
  await clock.advance(5_000)
  await events()
  expect(await record()).toMatchObject({ state: 'FINISHED', updatedDate: '2026-01-01T00:00:02.000Z' })
})

it('shares an execution, and stops sharing it', async () => {
  const { ask, first } = await startWithRuns()
  const path = `/executions/${first.executionId}`
  const shared = () => ask('getPublicExecution', `/public-executions/${first.executionId}`)
  expect((await shared()).status).toBe(500)
  const share = (isPublic: boolean) => ask('updateExecution', path, { method: 'PUT', key: KEY, body: { isPublic } })
  expect((await share(true)).json).toMatchObject({ isPublic: true })
  const { json, text } = await shared()
  expect(json).toMatchObject({ id: first.executionId, isPublic: true })
  expect(text).not.toContain('FLOWISE_CREDENTIAL_ID')
  await share(false)
  expect((await shared()).status).toBe(500)
})

it('deletes executions, and keeps the messages', async () => {
  const { ask, list, first, third } = await startWithRuns()
  const ids = [first.executionId, UNKNOWN_ID]
  const many = await ask('deleteExecutions', '/executions', { method: 'DELETE', key: KEY, body: { executionIds: ids } })
  expect(many.json).toEqual({ success: true, deletedCount: 1 })
  const one = await ask('deleteExecution', `/executions/${third.executionId}`, { method: 'DELETE', key: KEY })
  expect(one.json).toEqual({ success: true, deletedCount: 1 })
  const none = await ask('deleteExecutions', '/executions', { method: 'DELETE', key: KEY, body: {} })
  expect([none.status, none.json]).toEqual([400, { success: false, message: 'No execution IDs provided' }])
  expect((await list()).data.map(({ sessionId }) => sessionId)).toEqual(['c-2'])
  expect((await ask('listChatMessages', '/chatmessage/answer', { key: KEY })).json).toHaveLength(2)
  const gone = await ask('getExecution', `/executions/${first.executionId}`, { key: KEY })
  expect([gone.status, gone.json]).toMatchObject([500, { message: expect.stringContaining('not found') }])
})

it('asks for a key, and for its permission', async () => {
  const { ask } = await startFlowise()
  const status = async (key: string) => {
    const { status, json } = await ask('listExecutions', '/executions', { key })
    return [status, json]
  }
  expect(await status('')).toEqual([401, { error: 'Unauthorized Access' }])
  expect(await status('guest-key')).toEqual([403, { message: 'Forbidden' }])
  expect((await ask('listChatMessages', '/chatmessage/answer')).status).toBe(401)
  expect((await ask('upsertVectors', '/vector/upsert/answer', { body: {} })).status).toBe(401)
})

it('lists messages by what is asked', async () => {
  const { ask, predict } = await startFlowise()
  await predict('answer', { question: 'First', chatId: 'c-1', leadEmail: 'ada@example.com' })
  await predict('answer', { question: 'Second', chatId: 'c-2' })
  const contents = async (query: string) => {
    const { json } = await ask('listChatMessages', `/chatmessage/answer${query}`, { key: KEY })
    return (json as Schemas['ChatMessageList']).flatMap(({ role, content }) =>
      role === 'userMessage' ? [content] : [],
    )
  }
  expect(await contents('')).toEqual(['First', 'Second'])
  expect(await contents('?order=DESC')).toEqual(['Second', 'First'])
  expect(await contents('?chatId=c-2')).toEqual(['Second'])
  expect(await contents('?chatType=INTERNAL')).toEqual([])
  const { json } = await ask('listChatMessages', '/chatmessage/answer?chatId=c-1', { key: KEY })
  expect((json as Schemas['ChatMessageList'])[0]?.leadEmail).toBe('ada@example.com')
  expect((await ask('listChatMessages', `/chatmessage/${UNKNOWN_ID}`, { key: KEY })).status).toBe(500)
})

it('takes feedback on a message, changes it and lists it', async () => {
  const { ask, predict } = await startFlowise()
  const { chatMessageId } = (await predict('chatflow-answer', { question, chatId: 'c-1' }))
    .json as Schemas['ChatflowAnswer']
  const liked = { messageId: chatMessageId, rating: 'THUMBS_UP', content: 'Quick' }
  const feedback = (await ask('createFeedback', '/feedback', { body: liked })).json as Schemas['Feedback']
  expect(feedback).toMatchObject({ ...liked, chatId: 'c-1' })
  const change = { method: 'PUT', body: { rating: 'THUMBS_DOWN' } }
  const changed = { ...feedback, rating: 'THUMBS_DOWN' }
  expect((await ask('updateFeedback', `/feedback/${feedback.id}`, change)).json).toEqual(changed)
  expect((await ask('listFeedback', '/feedback/chatflow-answer')).json).toEqual([changed])
  const messages = `/chatmessage/chatflow-answer?feedback=true&feedbackType=THUMBS_DOWN`
  expect((await ask('listChatMessages', messages, { key: KEY })).json).toHaveLength(1)
})

it.each([
  ['no message', {}, 400, 'Message ID is required'],
  ['an unknown message', { messageId: UNKNOWN_ID }, 404, `Message with ID ${UNKNOWN_ID} not found`],
])('refuses feedback on %s', async (_case, body, status, message) => {
  const { ask } = await startFlowise()
  const answer = await ask('createFeedback', '/feedback', { body })
  expect([answer.status, answer.json]).toEqual([status, { statusCode: status, success: false, message, stack: {} }])
})

it('refuses feedback that does not fit its message, or that there is not', async () => {
  const { ask, predict } = await startFlowise()
  const { chatMessageId } = (await predict('answer', { question, chatId: 'c-1' })).json as Schemas['AgentflowAnswer']
  const other = await ask('createFeedback', '/feedback', { body: { messageId: chatMessageId, chatId: 'c-2' } })
  expect([other.status, other.json]).toMatchObject([400, { message: expect.stringContaining('Inconsistent chat ID') }])
  const none = await ask('updateFeedback', `/feedback/${UNKNOWN_ID}`, { method: 'PUT', body: {} })
  expect([none.status, none.json]).toMatchObject([404, { message: `Feedback with ID ${UNKNOWN_ID} not found` }])
})

it('takes leads and lists them', async () => {
  const { ask } = await startFlowise()
  const body = { chatflowid: 'answer', chatId: 'c-1', name: 'Ada', email: 'ada@example.com' }
  const lead = (await ask('createLead', '/leads', { body })).json
  expect(lead).toMatchObject({ ...body, phone: null })
  expect((await ask('listLeads', '/leads/answer', { key: KEY })).json).toEqual([lead])
  expect((await ask('listLeads', `/leads/${UNKNOWN_ID}`, { key: KEY })).status).toBe(404)
})
