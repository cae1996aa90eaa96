import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { downLevel } from '../../src/spec/down-level.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { talkSpec } from './fixtures/talk.ts'

const talk = talkSpec()
const STREAM = '/paths/~1talks/post/responses/200/content/text~1event-stream'

it('says it is 3.1, and which JSON Schema it means', () => {
  expect(downLevel(talk.document)).toMatchObject({
    openapi: '3.1.1',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
  })
})

it('keeps a dialect that is given', () => {
  const jsonSchemaDialect = 'https://example.org/dialect'
  expect(downLevel({ openapi: '3.2.0', jsonSchemaDialect })).toEqual({ openapi: '3.1.1', jsonSchemaDialect })
})

it('makes a stream a string, with its text as the example', () => {
  const before = readPointer(talk.document, STREAM)
  const after = readPointer(downLevel(talk.document), STREAM)
  expect(before).toHaveProperty('itemSchema')
  expect(after).toMatchObject({
    schema: { type: 'string' },
    'x-itemSchema': readPointer(before, '/itemSchema'),
    'x-framing': 'sse',
    examples: { hello: { summary: 'One word.', value: readPointer(before, '/examples/hello/serializedValue') } },
  })
  expect(after).not.toHaveProperty('itemSchema')
})

it('keeps what 3.1 knows', () => {
  const same = ['/info', '/paths/~1files', '/components/schemas', '/components/securitySchemes', '/x-lifecycle']
  const after = downLevel(talk.document)
  for (const pointer of same) expect(readPointer(after, pointer)).toEqual(readPointer(talk.document, pointer))
})

it('does not change the document it is given', () => {
  const before = structuredClone(talk.document)
  downLevel(talk.document)
  expect(talk.document).toEqual(before)
})

const CASES: readonly { it: string; given: string; want: string }[] = [
  {
    it: 'gives other examples their data',
    given: 'content: { application/json: { examples: { a: { dataValue: [1], serializedValue: "[1]" } } } }',
    want: 'content: { application/json: { examples: { a: { value: [1] } } } }',
  },
  {
    it: 'gives examples their text where there are no data',
    given: 'components: { examples: { a: { summary: A., serializedValue: "[1]" } } }',
    want: 'components: { examples: { a: { summary: A., value: "[1]" } } }',
  },
  {
    it: 'leaves out examples of streams that have no text',
    given: 'content: { text/event-stream: { itemSchema: {}, example: [1], examples: { a: { dataValue: [1] } } } }',
    want: 'content: { text/event-stream: { schema: { type: string }, x-itemSchema: {} } }',
  },
  {
    it: 'resolves examples of streams that stand elsewhere',
    given: `
      content: { application/jsonl: { itemSchema: {}, examples: { a: { $ref: '#/components/examples/a' } } } }
      components: { examples: { a: { dataValue: [1], serializedValue: "1" } } }`,
    want: `
      content: { application/jsonl: { schema: { type: string }, x-itemSchema: {}, examples: { a: { value: "1" } } } }
      components: { examples: { a: { value: [1] } } }`,
  },
  {
    it: 'reaches streams among the components',
    given: 'components: { responses: { a: { description: A., content: { text/event-stream: { itemSchema: {} } } } } }',
    want: 'components: { responses: { a: { description: A., content: { text/event-stream: { schema: { type: string }, x-itemSchema: {} } } } } }',
  },
  {
    it: 'puts named media types where they are used',
    given: `
      content: { application/json: { $ref: '#/components/mediaTypes/a' } }
      components: { mediaTypes: { a: { examples: { b: { dataValue: 1 } } } } }`,
    want: `
      content: { application/json: { examples: { b: { value: 1 } } } }
      components: {}`,
  },
  {
    it: 'gives a response that has only a summary a description',
    given:
      'responses: { 200: { summary: Fine. }, 404: { summary: No., description: Not there. }, 500: { $ref: "#/a" } }',
    want: 'responses: { 200: { description: Fine. }, 404: { description: Not there. }, 500: { $ref: "#/a" } }',
  },
  {
    it: 'leaves out what 3.1 cannot say',
    given: `
      $self: https://talk.example/openapi.yaml
      servers: [{ url: /, name: main }]
      tags: [{ name: a, summary: A, parent: b, kind: nav }]
      paths: { /a: { get: { operationId: a }, query: {}, additionalOperations: {} } }
      components:
        securitySchemes: { a: { type: oauth2, oauth2MetadataUrl: u, deprecated: true, flows: { deviceAuthorization: {} } } }
        schemas: { a: { discriminator: { propertyName: p, defaultMapping: b } } }`,
    want: `
      servers: [{ url: / }]
      tags: [{ name: a }]
      paths: { /a: { get: { operationId: a } } }
      components:
        securitySchemes: { a: { type: oauth2, flows: {} } }
        schemas: { a: { discriminator: { propertyName: p } } }`,
  },
  {
    it: 'touches no data and no properties that look like it',
    given: `
      example: { itemSchema: 1, dataValue: 2 }
      components: { schemas: { a: { properties: { summary: {}, content: { properties: { itemSchema: {} } } } } } }`,
    want: `
      example: { itemSchema: 1, dataValue: 2 }
      components: { schemas: { a: { properties: { summary: {}, content: { properties: { itemSchema: {} } } } } } }`,
  },
]

it.each(CASES)('$it', ({ given, want }) => {
  const { openapi: _, jsonSchemaDialect: __, ...rest } = downLevel(parse(given))
  expect(rest).toEqual(parse(want))
})
