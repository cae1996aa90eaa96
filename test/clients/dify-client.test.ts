import { text } from 'node:stream/consumers'
import { CompletionClient } from 'dify-client'
import { expect, it } from 'vitest'
import { ANSWER, answered, objections, type Served, serve } from './serve.ts'

// Its types forget what it has for workflows.
declare module 'dify-client' {
  interface CompletionClient {
    runWorkflow(inputs: object, user: string, stream: true): Promise<{ status: number; data: NodeJS.ReadableStream }>
    runWorkflow(inputs: object, user: string, stream?: false): Promise<{ status: number; data: unknown }>
  }
}

const inputs = { query: 'Why are there tides?' }
const user = 'user-42'

const connect = ({ url, key }: Served) => new CompletionClient(key, url)

it('runs a workflow and gets its outputs', async () => {
  const served = await serve('dify')
  const { status, data } = await connect(served).runWorkflow(inputs, user)
  expect(status).toBe(200)
  expect(data).toMatchObject({ data: { status: 'succeeded', outputs: { answer: ANSWER }, error: null } })
  expect(answered(served)).toEqual(['POST /v1/workflows/run 200'])
  expect(objections(served)).toEqual([])
})

it('streams a workflow while it runs', async () => {
  const served = await serve('dify', { speed: 1 })
  const { status, data } = await connect(served).runWorkflow(inputs, user, true)
  expect(status).toBe(200)
  expect(served.mock.requests().at(-1)?.end).toBe('open')
  // The client hands the bytes on; reading events is left to whoever uses it.
  const frames = (await text(data)).split('\n\n').flatMap((frame) => /^data: (.*)$/.exec(frame)?.[1] ?? [])
  const events: { event: string; data: unknown }[] = frames.map((frame) => JSON.parse(frame))
  const names = events.map(({ event }) => event)
  expect(names.filter((name, index) => name !== names[index - 1])).toEqual([
    'workflow_started',
    'node_started',
    'node_finished',
    'node_started',
    'text_chunk',
    'node_finished',
    'node_started',
    'node_finished',
    'workflow_finished',
  ])
  expect(events.at(-1)?.data).toMatchObject({ status: 'succeeded', outputs: { answer: ANSWER } })
  expect(objections(served)).toEqual([])
})

it('uploads a file', async () => {
  const served = await serve('dify')
  const form = new FormData()
  form.append('file', new Blob(['high water at noon'], { type: 'text/plain' }), 'tides.txt')
  form.append('user', user)
  const { status, data }: { status: number; data: unknown } = await connect(served).fileUpload(form)
  expect([status, data]).toMatchObject([201, { name: 'tides.txt', size: 18, mime_type: 'text/plain' }])
  expect(objections(served)).toEqual([])
})

it('asks for the parameters of an app', async () => {
  const served = await serve('dify')
  const { data }: { data: unknown } = await connect(served).getApplicationParameters(user)
  expect(data).toMatchObject({ user_input_form: [{ paragraph: { variable: 'query', label: 'Question' } }] })
  // The client sends one more parameter than the spec has.
  expect(objections(served)).toEqual(['/query/user is not a declared parameter'])
})

it('is told why a request is refused', async () => {
  const { url } = await serve('dify')
  const stranger = new CompletionClient('another', url)
  await expect(stranger.runWorkflow(inputs, user)).rejects.toMatchObject({
    message: 'Request failed with status code 401',
    response: { data: { code: 'unauthorized', status: 401 } },
  })
})
