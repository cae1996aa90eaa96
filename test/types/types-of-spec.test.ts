import { expect, it } from 'vitest'
import { typesOfSpec } from '../../scripts/types-of-spec.ts'
import { parseSpec } from '../../src/spec/load-spec.ts'
import { TALK_SEQUENCE, talkSpec, talkText } from '../spec/fixtures/talk.ts'

it('types a stream by its events, and the reader by all events of the API', async () => {
  const text = await typesOfSpec(talkSpec())
  expect(text).toContain('"text/event-stream": EventStreamOf<components["schemas"]["TalkEvent"]>;')
  expect(text.slice(text.indexOf('/** Every event that'))).toMatchInlineSnapshot(`
    "/** Every event that a stream of this API may carry; \`switch\` on its name to narrow it. */
    export type StreamEvent = TalkEvent

    /** Reads a stream of this API as it arrives: \`for await (const event of readEvents(response))\`. */
    export const readEvents: ReadEvents<StreamEvent> = createEventReader<StreamEvent>("sse")
    "
  `)
})

it('says where it comes from, and what its types are', async () => {
  const text = await typesOfSpec(talkSpec())
  expect(text.slice(0, text.indexOf('\n'))).toMatchInlineSnapshot(
    `"// Generated from openapi/talk.yaml by \`npm run types\`. Do not edit: change that file."`,
  )
  expect(text).toContain("/** Id of a talk. */\nexport type TalkId = components['schemas']['TalkId'];")
})

it('keeps the constants of events, and makes files blobs', async () => {
  const text = await typesOfSpec(talkSpec())
  expect(text).toMatch(/event: "begin";/)
  expect(text).toMatch(/file: Blob;/)
})

it('lets requests leave out what has a default', async () => {
  const text = await typesOfSpec(
    talkSpec(['tone: { enum: [friendly, formal] }', 'tone: { type: string, default: friendly }']),
  )
  expect(text).toMatch(/tone\?: string;/)
})

const SPEECH = [
  `        default: { $ref:`,
  `            application/x-ndjson:
              itemSchema: { $ref: '#/components/schemas/SpeechStreamEvent' }
              x-framing: json-blank-line
        default: { $ref:`,
] as const
const speechUnion = (name: string) =>
  [
    '\n  schemas:\n',
    `
  schemas:
    ${name}:
      oneOf: [{ $ref: '#/components/schemas/PingEvent' }]
      discriminator: { propertyName: event, mapping: { ping: '#/components/schemas/PingEvent' } }
`,
  ] as const

it('exports one reader for all framings, and one for each union of events', async () => {
  const text = await typesOfSpec(talkSpec(SPEECH, speechUnion('SpeechStreamEvent')))
  expect(text).toContain('"application/x-ndjson": EventStreamOf<components["schemas"]["SpeechStreamEvent"]>;')
  expect(text.slice(text.indexOf('/** Every event that'))).toMatchInlineSnapshot(`
    "/** Every event that a stream of this API may carry; \`switch\` on its name to narrow it. */
    export type StreamEvent = TalkEvent | SpeechStreamEvent

    /** Reads a stream of this API as it arrives: \`for await (const event of readEvents(response))\`. */
    export const readEvents: ReadEvents<StreamEvent> = createEventReader<StreamEvent>("sse", "json-blank-line")

    /** Reads a stream of \`TalkEvent\`. */
    export const readTalkEvents: ReadEvents<TalkEvent> = createEventReader<TalkEvent>("sse")

    /** Reads a stream of \`SpeechStreamEvent\`. */
    export const readSpeechEvents: ReadEvents<SpeechStreamEvent> = createEventReader<SpeechStreamEvent>("json-blank-line")
    "
  `)
})

it('refuses unions whose readers would have one name', async () => {
  const [from, to] = SPEECH
  const spec = talkSpec([from, to.replace('SpeechStreamEvent', 'TalkStreamEvent')], speechUnion('TalkStreamEvent'))
  await expect(typesOfSpec(spec)).rejects.toThrowErrorMatchingInlineSnapshot(
    `[FlowproofError: Failed to generate types: \`readTalkEvents\` would read both TalkEvent and TalkStreamEvent. Rename the schema. (talk.yaml:155#/components/schemas/TalkStreamEvent)]`,
  )
})

const START = talkText().indexOf('            text/event-stream:')
const END = talkText().indexOf('        default: { $ref:')

it('exports no reader where nothing streams', async () => {
  const text = await typesOfSpec(talkSpec([talkText().slice(START, END), '']))
  expect(text).not.toMatch(/readEvents|EventStreamOf/)
})

it('refuses events without a name', async () => {
  const spec = parseSpec(
    talkText([TALK_SEQUENCE, ''], ["contentSchema: { $ref: '#/components/schemas/TalkEvent' }", 'contentSchema: {}']),
    'talk.yaml',
  )
  await expect(typesOfSpec(spec)).rejects.toThrowErrorMatchingInlineSnapshot(
    `[FlowproofError: Failed to generate types: the events of a stream have no name. Move their schema under \`components.schemas\`. (talk.yaml:68#/paths/~1talks/post/responses/200/content/text~1event-stream/itemSchema/properties/data/contentSchema)]`,
  )
})
