import { expect, it } from 'vitest'
import { FlowproofError } from '../../src/errors.ts'
import { loadSpec, parseSpec } from '../../src/spec/load-spec.ts'
import { operationOf, talkSpec, talkText } from './fixtures/talk.ts'

const talk = talkSpec()

it('reads title, version, platform and server', () => {
  const { platform, title, version, server } = talk
  expect({ platform, title, version, server }).toEqual({
    platform: 'talk',
    title: 'Talk',
    version: '1.2.0',
    server: { url: 'https://talk.example/v2/', path: '/v2' },
  })
})

it.each([
  ['https://talk.example', ''],
  ['https://talk.example/', ''],
  ['https://{tenant}.talk.example/api/v1', '/api/v1'],
  ['/v1', '/v1'],
])('reads the path of the server %s as "%s"', (url, path) => {
  expect(talkSpec(['https://talk.example/v2/', url]).server).toEqual({ url, path })
})

it('keeps operations in the order of the file', () => {
  expect([...talk.operations.keys()]).toEqual(['listTalks', 'createTalk', 'getTalk', 'uploadFile'])
})

it('resolves references of parameters, responses and schemas', () => {
  expect(operationOf(talk, 'listTalks').parameters[0]).toEqual({
    name: 'limit',
    in: 'query',
    required: false,
    schema: '/components/parameters/Limit/schema',
    explode: true,
  })
  expect(operationOf(talk, 'getTalk').parameters[0]?.schema).toBe('/components/schemas/TalkId')
  const refused = operationOf(talk, 'getTalk').responses.get('4XX')
  expect(refused?.pointer).toBe('/components/responses/Refused')
  expect(refused?.content.get('application/json')?.schema).toBe('/components/schemas/Refusal')
})

it('does not replace a schema that says more than its reference', () => {
  const more = "application/json:\n              schema: { $ref: '#/components/schemas/Talk', maxProperties: 3 }"
  const spec = talkSpec(["application/json:\n              schema: { $ref: '#/components/schemas/Talk' }", more])
  const schema = operationOf(spec, 'createTalk').responses.get('200')?.content.get('application/json')?.schema
  expect(schema).toBe('/paths/~1talks/post/responses/200/content/application~1json/schema')
})

it('lets an operation replace a parameter of its path', () => {
  const own = `operationId: getTalk
      parameters: [{ name: talk_id, in: path, required: true, schema: { type: integer } }]`
  expect(operationOf(talkSpec(['operationId: getTalk', own]), 'getTalk').parameters).toHaveLength(1)
})

it('inherits security, and lets an operation drop or replace it', () => {
  const bearer = { name: 'token', kind: 'bearer' }
  const security = (id: string) => operationOf(talk, id).security
  expect(security('createTalk')).toEqual([[bearer]])
  expect(security('getTalk')).toEqual([])
  expect(security('uploadFile')).toEqual([[bearer], [{ name: 'key', kind: 'api-key', in: 'query', parameter: 'key' }]])
})

it('keeps apart what takes its key in a header or in the query, and what needs none', () => {
  const schemes = [
    '    key: { type: apiKey, in: query, name: key, description: For pages that cannot set headers. }',
    `    key: { type: apiKey, in: query, name: x-key }
    header: { type: apiKey, in: header, name: x-key }`,
  ] as const
  const header = { name: 'header', kind: 'api-key', in: 'header', parameter: 'x-key' }
  const query = { name: 'key', kind: 'api-key', in: 'query', parameter: 'x-key' }
  const either = talkSpec(schemes, [
    '        - token: []\n        - key: []',
    '        - header: []\n        - key: []',
  ])
  expect(operationOf(either, 'uploadFile').security).toEqual([[header], [query]])
  const optional = talkSpec(schemes, [
    '        - token: []\n        - key: []',
    '        - key: []\n          header: []\n        - {}',
  ])
  expect(operationOf(optional, 'uploadFile').security).toEqual([[query, header], []])
})

it('reads headers and their schemas', () => {
  expect(operationOf(talk, 'listTalks').responses.get('200')?.headers).toEqual([
    { name: 'X-Total', required: true, schema: '/paths/~1talks/get/responses/200/headers/X-Total/schema' },
  ])
})

it('reads a stream: framing, event schema, names and order', () => {
  const mediaType = operationOf(talk, 'createTalk').responses.get('200')?.content.get('text/event-stream')
  expect(mediaType?.schema).toBeUndefined()
  expect(mediaType?.stream).toMatchObject({
    framing: 'sse',
    eventSchema: '/components/schemas/TalkEvent',
    eventNames: ['begin', 'word', 'end', 'ping'],
    sequence: { anywhere: ['ping'] },
  })
})

it('reads examples under their names, one without a name as "default"', () => {
  const { requestBody, responses } = operationOf(talk, 'createTalk')
  const content = responses.get('200')?.content
  expect([...(requestBody?.content.get('application/json')?.examples ?? [])]).toEqual([
    ['hello', { pointer: expect.any(String), value: { text: 'hello' }, wire: undefined }],
  ])
  expect(content?.get('application/json')?.examples.get('default')?.value).toMatchObject({ id: 't1' })
  expect(content?.get('text/event-stream')?.examples.get('hello')?.wire).toMatch(/^data: \{"event":"begin"/)
})

it('reads lifecycles', () => {
  expect(talk.lifecycles.map(({ kind }) => kind)).toEqual(['talk'])
})

it('knows the line of every value, and of the nearest parent of what is not there', () => {
  const lineOf = (words: string) =>
    talkText()
      .split('\n')
      .findIndex((line) => line.includes(words)) + 1
  expect(talk.lineOf('/paths/~1talks/post/operationId')).toBe(lineOf('operationId: createTalk'))
  expect(talk.lineOf('/components/schemas/TalkId/minLength/nowhere')).toBe(lineOf('minLength: 2'))
  expect(talk.lineOf('')).toBe(1)
})

it('loads a file, and says so when there is none', () => {
  expect(loadSpec('test/spec/fixtures/talk.yaml').operations.size).toBe(4)
  expect(() => loadSpec('test/spec/fixtures/none.yaml')).toThrowErrorMatchingInlineSnapshot(
    `[FlowproofError: Failed to load the spec: there is no such file. Check the path, and that the file may be read. (test/spec/fixtures/none.yaml)]`,
  )
})

const WRONG: readonly { it: string; change: [from: string, to: string]; want: string }[] = [
  {
    it: 'text that is not YAML',
    change: ['info:', 'info: ['],
    want: 'Failed to load the spec: it is not YAML: Implicit keys need to be on a single line. Correct it there. (talk.yaml:3:10)',
  },
  {
    it: 'a key that stands there twice',
    change: ['  title: Talk', '  title: Talk\n  title: Chat'],
    want: 'Failed to load the spec: it is not YAML: Map keys must be unique. Correct it there. (talk.yaml:4:3)',
  },
  {
    it: 'an alias without its anchor',
    change: ['  title: Talk', '  title: *name'],
    want: 'Failed to load the spec: Unresolved alias (the anchor must be set before the alias): name. Write what the alias stands for in its place. (talk.yaml)',
  },
  {
    it: 'an old version of OpenAPI',
    change: ['openapi: 3.2.0', 'openapi: 3.0.3'],
    want: 'Failed to load the spec: OpenAPI 3.0.3 is not supported. Write `openapi: 3.2.0`. (talk.yaml:1:1#/openapi)',
  },
  {
    it: 'an operation without an id',
    change: ['      operationId: getTalk\n', ''],
    want: 'Failed to load the spec: the operation GET /talks/{talk_id} has no operationId. Give it one: reports, mocks and contracts call it by that name. (talk.yaml:97:5#/paths/~1talks~1{talk_id}/get)',
  },
  {
    it: 'an id given twice',
    change: ['operationId: getTalk', 'operationId: createTalk'],
    want: 'Failed to load the spec: the operationId "createTalk" is already that of POST /talks. Rename one of them. (talk.yaml:98:7#/paths/~1talks~1{talk_id}/get/operationId)',
  },
  {
    it: 'a reference that leads nowhere',
    change: ["schemas/Usage'", "schemas/Usages'"],
    want: 'Failed to load the spec: the reference "#/components/schemas/Usages" leads nowhere. Correct it, or add what it refers to. (talk.yaml:218:15#/components/schemas/EndEvent/properties/usage/oneOf/1/$ref)',
  },
  {
    it: 'a reference out of the file',
    change: ["'#/components/schemas/Usage'", "'other.yaml#/Usage'"],
    want: 'Failed to load the spec: the reference "other.yaml#/Usage" leads out of the file. Move what it refers to into this file, under `components`, and refer to `#/components/…`. (talk.yaml:218:15#/components/schemas/EndEvent/properties/usage/oneOf/1/$ref)',
  },
  {
    it: 'a reference to itself',
    change: ['TalkId:\n      type: string', "TalkId:\n      $ref: '#/components/schemas/TalkId'"],
    want: 'Failed to load the spec: the reference "#/components/schemas/TalkId" leads back to itself. Point it at a definition. (talk.yaml:96:9#/paths/~1talks~1{talk_id}/parameters/0/schema)',
  },
  {
    it: 'a path parameter that is not in the path',
    change: ['/talks/{talk_id}:', '/talks/one:'],
    want: 'Failed to load the spec: the path parameter "talk_id" does not stand in the path /talks/one. Put {talk_id} into the path, or remove the parameter. (talk.yaml:92:9#/paths/~1talks~1one/parameters/0)',
  },
  {
    it: 'a path parameter that is not declared',
    change: ['/talks/{talk_id}:', '/talks/{talk_id}/{turn}:'],
    want: 'Failed to load the spec: {turn} in the path /talks/{talk_id}/{turn} is not among its parameters. Add a parameter `{ name: turn, in: path, required: true, schema: … }`. (talk.yaml:97:5#/paths/~1talks~1{talk_id}~1{turn}/get)',
  },
  {
    it: 'a parameter without a place',
    change: ['in: path', 'im: path'],
    want: 'Failed to load the spec: a parameter lacks its name or its place. Add `name` and `in` (path, query, header, cookie). (talk.yaml:92:9#/paths/~1talks~1{talk_id}/parameters/0)',
  },
  {
    it: 'a style that is not supported',
    change: ['in: path', 'in: path\n        style: matrix'],
    want: 'Failed to load the spec: the path parameter "talk_id" has the style "matrix", which is not supported. Leave it out: "simple" is the usual style there. (talk.yaml:94:9#/paths/~1talks~1{talk_id}/parameters/0/style)',
  },
  {
    it: 'a header without a schema',
    change: ['schema: { type: integer }\n          content', 'example: 1\n          content'],
    want: 'Failed to load the spec: the header "X-Total" has no schema. Add `schema`. (talk.yaml:32:13#/paths/~1talks/get/responses/200/headers/X-Total)',
  },
  {
    it: 'a security scheme that is not defined',
    change: ['security:\n  - token: []', 'security:\n  - tokne: []'],
    want: 'Failed to load the spec: the security scheme "tokne" is not defined. Define it under `components.securitySchemes`, or use one that is: "token", "key". (talk.yaml:10:5#/security/0/tokne)',
  },
  {
    it: 'a security scheme that is not supported',
    change: ['scheme: bearer', 'scheme: basic'],
    want: 'Failed to load the spec: the security scheme "token" is http basic, which is not supported. Use `type: http` with `scheme: bearer`, or `type: apiKey` with `name` and `in`. (talk.yaml:136:5#/components/securitySchemes/token)',
  },
  {
    it: 'a status that is none',
    change: ["        '201':", '        2xx:'],
    want: 'Failed to load the spec: "2xx" is not a status. Write a number such as 404, a range such as 4XX, or `default`. (talk.yaml:131:9#/paths/~1files/post/responses/2xx)',
  },
  {
    it: 'a framing that is sent under other names',
    change: ['text/event-stream:', 'application/x-ndjson:'],
    want: 'Failed to load the spec: the framing "sse" is not sent as application/x-ndjson. Name another one, or send it as text/event-stream. (talk.yaml:69:15#/paths/~1talks/post/responses/200/content/application~1x-ndjson/x-framing)',
  },
  {
    it: 'a framing that is not known',
    change: ['x-framing: sse', 'x-framing: see'],
    want: 'Failed to load the spec: the framing "see" is not known. Did you mean `sse`? (talk.yaml:69:15#/paths/~1talks/post/responses/200/content/text~1event-stream/x-framing)',
  },
  {
    it: 'an order of events without names',
    change: ['        mapping:\n', '        mappings:\n'],
    want: 'Failed to load the spec: an x-sequence needs the names of the events. Give the event union a `discriminator` with a complete `mapping`. (talk.yaml:70:15#/paths/~1talks/post/responses/200/content/text~1event-stream/x-sequence)',
  },
  {
    it: 'an order that does not compile',
    change: ['stream: begin word* end', 'stream: begin wrod* end'],
    want: 'Failed to load x-sequence: `wrod` at column 7 of rule `stream` is no rule, no symbol and no event. Did you mean `word`? (talk.yaml:73:19#/paths/~1talks/post/responses/200/content/text~1event-stream/x-sequence/rules/stream)',
  },
  {
    it: 'a lifecycle that does not compile',
    change: ['operation: getTalk, parameter', 'operation: readTalk, parameter'],
    want: 'Failed to load lifecycle `talk`: there is no operation `readTalk`. Use one of `listTalks`, `createTalk`, `getTalk`, `uploadFile`. (talk.yaml:235:15#/x-lifecycle/talk/status/operation)',
  },
]

it.each(WRONG)('refuses $it', ({ change, want }) => expect(messageOf(talkText(change))).toBe(want))

it('throws errors to switch on, with the place apart', () => {
  const error = errorOf(talkText(['      operationId: getTalk\n', '']))
  expect(error).toBeInstanceOf(FlowproofError)
  expect(error).toMatchObject({
    code: 'spec-invalid',
    where: { file: 'talk.yaml', line: 97, column: 5, pointer: '/paths/~1talks~1{talk_id}/get' },
  })
})

function errorOf(text: string): unknown {
  try {
    return parseSpec(text, 'talk.yaml')
  } catch (error) {
    return error
  }
}

function messageOf(text: string): string {
  const error = errorOf(text)
  return error instanceof Error ? error.message : 'no error'
}
