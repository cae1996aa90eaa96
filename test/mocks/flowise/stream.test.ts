import { expect, it } from 'vitest'
import { createHeldClock } from '../../../src/mock/held-clock.ts'
import { OWN_SCENARIOS, startFlowise } from './client.ts'
import { advanceUntil } from './follow.ts'

const body = { question: 'Hello', streaming: true, chatId: 'c-1' }

it('writes the events of a chatflow byte for byte', async () => {
  const { send } = await startFlowise()
  const response = await send('/prediction/chatflow-speech', { body: { ...body, chatId: 'c-1' } })
  const text = await response.text()
  const withoutSound = text.replace(/"audioChunk":"[^"]+"/g, '"audioChunk":"…"')
  expect(withoutSound).toMatchInlineSnapshot(`
    "message:
    data:{"event":"start","data":""}

    message:
    data:{"event":"token","data":"The"}

    message:
    data:{"event":"token","data":" next"}

    message:
    data:{"event":"token","data":" train"}

    message:
    data:{"event":"token","data":" to"}

    message:
    data:{"event":"token","data":" the"}

    message:
    data:{"event":"token","data":" airpor"}

    message:
    data:{"event":"token","data":"t"}

    message:
    data:{"event":"token","data":" leaves"}

    message:
    data:{"event":"token","data":" from"}

    message:
    data:{"event":"token","data":" platfo"}

    message:
    data:{"event":"token","data":"rm"}

    message:
    data:{"event":"token","data":" seven"}

    message:
    data:{"event":"token","data":" in"}

    message:
    data:{"event":"token","data":" four"}

    message:
    data:{"event":"token","data":" minute"}

    message:
    data:{"event":"token","data":"s"}

    message:
    data:{"event":"token","data":"."}

    message:
    data:{"event":"token","data":" It"}

    message:
    data:{"event":"token","data":" is"}

    message:
    data:{"event":"token","data":" runnin"}

    message:
    data:{"event":"token","data":"g"}

    message:
    data:{"event":"token","data":" on"}

    message:
    data:{"event":"token","data":" time"}

    message:
    data:{"event":"token","data":"."}

    message:
    data:{"event":"tts_start","data":{"chatMessageId":"c4c28e08-437f-43fa-8e26-292ea22206d2","format":"mp3"}}

    message:
    data:{"event":"tts_data","data":{"chatMessageId":"c4c28e08-437f-43fa-8e26-292ea22206d2","audioChunk":"…"}}

    message:
    data:{"event":"tts_data","data":{"chatMessageId":"c4c28e08-437f-43fa-8e26-292ea22206d2","audioChunk":"…"}}

    message:
    data:{"event":"tts_data","data":{"chatMessageId":"c4c28e08-437f-43fa-8e26-292ea22206d2","audioChunk":"…"}}

    message:
    data:{"event":"tts_end","data":{"chatMessageId":"c4c28e08-437f-43fa-8e26-292ea22206d2"}}

    message:
    data:{"event":"metadata","data":{"chatId":"c-1","chatMessageId":"c4c28e08-437f-43fa-8e26-292ea22206d2","question":"Hello","sessionId":"c-1","memoryType":"Buffer Memory"}}

    message:
    data:{"event":"end","data":"[DONE]"}

    "
  `)
})

it('writes the events of an agentflow byte for byte', async () => {
  const { send } = await startFlowise({ scenarios: OWN_SCENARIOS, clock: createHeldClock() })
  const response = await send('/prediction/boom', { body })
  expect(await response.text()).toMatchInlineSnapshot(`
    "message:
    data:{"event":"agentFlowEvent","data":"INPROGRESS"}

    message:
    data:{"event":"nextAgentFlow","data":{"nodeId":"startAgentflow_0","nodeLabel":"Start","status":"INPROGRESS"}}

    message:
    data:{"event":"nextAgentFlow","data":{"nodeId":"startAgentflow_0","nodeLabel":"Start","status":"FINISHED"}}

    message:
    data:{"event":"agentFlowExecutedData","data":[{"nodeId":"startAgentflow_0","nodeLabel":"Start","data":{"id":"startAgentflow_0","name":"startAgentflow","input":{"question":"Hello"},"output":{"question":"Hello"},"state":{}},"previousNodeIds":[],"status":"FINISHED"}]}

    message:
    data:{"event":"nextAgentFlow","data":{"nodeId":"customFunctionAgentflow_0","nodeLabel":"Custom Function 0","status":"INPROGRESS"}}

    message:
    data:{"event":"nextAgentFlow","data":{"nodeId":"customFunctionAgentflow_0","nodeLabel":"Custom Function 0","status":"ERROR","error":"Error: NodeVM Execution Error: Error: boom from custom function"}}

    message:
    data:{"event":"agentFlowExecutedData","data":[{"nodeId":"startAgentflow_0","nodeLabel":"Start","data":{"id":"startAgentflow_0","name":"startAgentflow","input":{"question":"Hello"},"output":{"question":"Hello"},"state":{}},"previousNodeIds":[],"status":"FINISHED"},{"nodeId":"customFunctionAgentflow_0","nodeLabel":"Custom Function 0","previousNodeIds":["startAgentflow_0"],"data":{"id":"customFunctionAgentflow_0","name":"customFunctionAgentflow","error":"Error: NodeVM Execution Error: Error: boom from custom function"},"status":"ERROR"}]}

    message:
    data:{"event":"agentFlowEvent","data":"ERROR"}

    message:
    data:{"event":"error","data":"Error: predictionsServices.buildChatflow - Error: NodeVM Execution Error: Error: boom from custom function"}

    message:
    data:{"event":"end","data":"[DONE]"}

    "
  `)
})

it('says how the stream is to be handled', async () => {
  const { send } = await startFlowise()
  const response = await send('/prediction/answer', { body, headers: { origin: 'https://museum.example.com' } })
  await response.text()
  const names = ['content-type', 'cache-control', 'connection', 'x-accel-buffering', 'transfer-encoding', 'vary']
  expect(names.map((name) => response.headers.get(name))).toEqual([
    'text/event-stream',
    'no-cache',
    'keep-alive',
    'no',
    'chunked',
    'Origin',
  ])
  expect(response.headers.get('access-control-allow-origin')).toBe('https://museum.example.com')
})

it('beats for all streams together, each half minute', async () => {
  const clock = createHeldClock()
  const { send } = await startFlowise({ clock, speed: 1 })
  const first = (await send('/prediction/silent-node', { body })).text()
  await clock.advance(12_000)
  const second = (await send('/prediction/silent-node', { body: { ...body, chatId: 'c-2' } })).text()
  const texts = await advanceUntil(clock, Promise.all([first, second]), 1_000)
  const beats = texts.map((text) =>
    text.split('\n\n').flatMap((frame, index) => (frame === ':heartbeat' ? [index] : [])),
  )
  // The first run is over before the half minute; the second is in the midst of its silent node.
  expect(beats).toEqual([[], [5]])
})

it('lets through what a stream shows of credentials, and no answer', async () => {
  const { send, ask } = await startFlowise()
  const streamed = await (await send('/prediction/answer', { body })).text()
  expect(streamed).toContain('FLOWISE_CREDENTIAL_ID')
  const blocking = await send('/prediction/answer', { body: { question: 'Hello' } })
  expect(await blocking.text()).not.toContain('FLOWISE_CREDENTIAL_ID')
  expect((await ask('checkStreaming', '/chatflows-streaming/answer')).json).toEqual({ isStreaming: true })
})

it('does not stream an agentflow that is called as a tool', async () => {
  const { predict } = await startFlowise()
  const { json } = await predict('answer', body, { headers: { 'flowise-tool': 'true' } })
  expect(json).toHaveProperty('executionId')
})
