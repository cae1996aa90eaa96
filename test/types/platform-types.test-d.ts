import createClient from 'openapi-fetch'
import { expectTypeOf } from 'vitest'
import type {
  NodeFinishedEvent,
  operations,
  paths,
  StreamEvent,
  WorkflowStreamEvent,
} from '../../src/generated/dify.ts'
import { readEvents } from '../../src/generated/dify.ts'
import type { EventStreamOf } from '../../src/wire/event-stream.ts'
import type { StreamEnd } from '../../src/wire/read-frames.ts'

declare const event: StreamEvent
declare const response: Response

// The name of an event says which fields it has.
if (event.event === 'node_finished') {
  expectTypeOf(event).toEqualTypeOf<NodeFinishedEvent>()
  expectTypeOf(event.data.status).extract<string>().not.toBeNever()
}

switch (event.event) {
  case 'text_chunk':
    expectTypeOf(event.data.text).toEqualTypeOf<string>()
    // @ts-expect-error: chunks of text have no status
    event.data.status
    break
  case 'ping':
    // @ts-expect-error: a ping has no data
    event.data
    break
  // @ts-expect-error: there is no such event
  case 'message':
    break
}

// @ts-expect-error: before the name is known, so is nothing else
event.data

// A streaming response is a stream of its events, and still a stream of bytes.
type Streamed = operations['runWorkflow']['responses'][200]['content']['text/event-stream']
expectTypeOf<Streamed>().toEqualTypeOf<EventStreamOf<WorkflowStreamEvent>>()
expectTypeOf<Streamed>().toExtend<ReadableStream<Uint8Array>>()

// The reader knows the events of a response, of its body, and of what a typed client hands out.
expectTypeOf(readEvents(response)[Symbol.asyncIterator]().next()).resolves.toExtend<IteratorResult<StreamEvent>>()
expectTypeOf(readEvents(response).end).resolves.toEqualTypeOf<StreamEnd>()

const client = createClient<paths>({ baseUrl: 'http://127.0.0.1' })
const answer = client.POST('/workflows/run', { body: { inputs: {}, user: 'u' }, parseAs: 'stream' })
for await (const read of readEvents((await answer).data ?? null)) expectTypeOf(read).toEqualTypeOf<StreamEvent>()

// A property with a default may be left out of a request; one that is required may not.
client.POST('/workflows/run', {
  // @ts-expect-error: `user` is missing
  body: { inputs: {} },
})
