import { expect, it } from 'vitest'
import { isScalar, LineCounter, parseDocument, visit } from 'yaml'
import { loadOperations } from '../../src/spec/load/operations.ts'
import { decodeParsedSpec, encodeParsedSpec, parsedSpecName } from '../../src/spec/load/parsed-spec.ts'
import { parseSource, reuseSource } from '../../src/spec/load/source.ts'
import { joinPointer } from '../../src/spec/pointer.ts'
import { isRecord } from '../../src/spec/record.ts'
import { talkText } from './fixtures/talk.ts'

const text = talkText()
const source = parseSource(text, 'talk.yaml')
const json = encodeParsedSpec(text, source)

it('reads a document as it was parsed', () =>
  expect(decodeParsedSpec(json, text)).toEqual({ value: source.value, offsets: source.offsets }))

it('does not take a document for that of another text', () => {
  expect(decodeParsedSpec(json, `${text}\n`)).toBeUndefined()
  expect(decodeParsedSpec('{}', text)).toBeUndefined()
})

it('is named after the spec', () => expect(parsedSpecName('/somewhere/openapi/talk.yaml')).toBe('talk.parsed.json'))

it('knows the place of every value, as the YAML parser does', () => {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const keys = new Set<number>()
  visit(document, { Pair: (_, { key }) => void (isScalar(key) && keys.add(key.range?.[0] ?? 0)) })
  const pointers = pointersOf(source.value, '')
  const reused = reuseSource(text, 'talk.yaml', source)
  const places = pointers.map((pointer) => reused.placeOf(pointer))
  for (const offset of keys) {
    const { line, col } = lines.linePos(offset)
    expect(places).toContainEqual(expect.objectContaining({ line, column: col }))
  }
})

function pointersOf(value: unknown, at: string): readonly string[] {
  const entries = Array.isArray(value) ? value.entries() : Object.entries(isRecord(value) ? value : {})
  return [at, ...[...entries].flatMap(([key, inner]) => pointersOf(inner, joinPointer(at, key)))]
}

it('knows the place of what an alias stands for, and of keys that are numbers', () => {
  const { placeOf } = parseSource('b: &b { 9: x, 10: [y, z] }\n2: *b\na: 1\n', 'some.yaml')
  const at = (pointer: string) => `${placeOf(pointer).line}:${placeOf(pointer).column}`
  expect(['/b', '/b/9', '/b/10/1', '/2', '/2/10/1', '/a', '/a/none', '/b/10/x', ''].map(at)).toEqual([
    '1:1',
    '1:9',
    '1:23',
    '2:1',
    '1:23',
    '3:1',
    '3:1',
    '1:15',
    '1:1',
  ])
})

it('compiles the order of a stream when it is asked for, if the document was loaded before', () => {
  const broken = talkText(['stream: begin word* end', 'stream: begin wrod* end'])
  const operations = loadOperations(reuseSource(broken, 'talk.yaml', parseSource(broken, 'talk.yaml')))
  const content = operations.get('createTalk')?.responses.get('200')?.content
  const stream = content?.get('text/event-stream')?.stream
  expect(() => stream?.sequence).toThrow('Did you mean `word`?')
})

it('reads the responses of an operation when it is asked for them, if the document was loaded before', () => {
  const broken = talkText(["'200':\n          description: The answer.", "'2000':\n          description: The answer."])
  const operations = loadOperations(reuseSource(broken, 'talk.yaml', parseSource(broken, 'talk.yaml')))
  expect(() => operations.get('createTalk')?.responses).toThrow('"2000" is not a status')
  expect(() => loadOperations(parseSource(broken, 'talk.yaml'))).toThrow('"2000" is not a status')
})
