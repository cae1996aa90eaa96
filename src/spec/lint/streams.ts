import { framingOf } from '../../wire/framing.ts'
import { parseJson } from '../../wire/parse-json.ts'
import { formatProblem } from '../format-problem.ts'
import type { Remark } from '../lint-spec.ts'
import { joinPointer, readPointer } from '../pointer.ts'
import { isRecord } from '../record.ts'
import { isSameValue } from '../same-value.ts'
import { endSequence, formatViolation, type Sequence, startSequence, stepSequence } from '../sequence.ts'
import type { Example, Spec, StreamSpec } from '../spec.ts'
import type { Validator } from '../validator.ts'
import { mediaTypesOf, valueOfExample } from './examples.ts'

/** The examples of streams are whole, valid and in order, as text as in data; and every event has its place in some order. */
export function* lintStreams(spec: Spec, validator: Validator): Generator<Remark> {
  const placed = new Map<string, Set<string>>()
  for (const { pointer, stream, examples } of mediaTypesOf(spec)) {
    if (!stream) continue
    for (const example of examples.values()) yield* lintExample(spec, validator, stream, example)
    const { sequence, eventSchema, eventNames } = stream
    if (!sequence) yield { pointer, message: 'the stream has no x-sequence: say in which order its events come' }
    const words = sequence ? wordsOf(sequence) : eventNames
    placed.set(eventSchema, new Set([...(placed.get(eventSchema) ?? []), ...words]))
  }
  for (const [eventSchema, words] of placed) yield* lintPlaces(spec, eventSchema, words)
}

// Streams may share a union, and each use its part of it.
function* lintPlaces(spec: Spec, eventSchema: string, words: ReadonlySet<string>): Generator<Remark> {
  const mapping = joinPointer(eventSchema, 'discriminator', 'mapping')
  for (const name of Object.keys(readPointer(spec.document, mapping) ?? {}).filter((name) => !words.has(name))) {
    const message = `the event "${name}" has no place in any x-sequence: name it in a rule, in \`anywhere\` or in \`after\``
    yield { pointer: joinPointer(mapping, name), message }
  }
}

function wordsOf({ rules, anywhere, after, symbols }: Sequence): readonly string[] {
  const words = [...[...rules.values()].flatMap((rule) => rule.split(/[\s()|*+?]+/)), ...anywhere, ...after]
  return [...words, ...symbols.filter(({ name }) => words.includes(name)).map(({ event }) => event)]
}

function* lintExample(spec: Spec, validator: Validator, stream: StreamSpec, example: Example): Generator<Remark> {
  const { value, wire, pointer } = example
  const [at = pointer] = valueOfExample(spec, pointer)
  if (!Array.isArray(value)) {
    yield { pointer: at, message: 'the example of a stream is no list: give it a `dataValue` with all its events' }
    return
  }
  const events = value.map(eventOf)
  const invalid = [...lintEvents(validator, stream, events, at)]
  yield* invalid
  if (stream.sequence && invalid.length === 0) yield* lintOrder(stream.sequence, events, at)
  if (wire !== undefined) yield* lintWire(stream, events, wire, joinPointer(pointer, 'serializedValue'))
}

// An example may show a stream's items, whose `data` is the event as text, or plainly the events.
function eventOf(item: unknown): unknown {
  if (!isRecord(item) || typeof item.data !== 'string') return item
  const data = parseJson(item.data).value
  return isRecord(data) ? data : item
}

function* lintEvents(
  validator: Validator,
  { eventSchema }: StreamSpec,
  events: readonly unknown[],
  pointer: string,
): Generator<Remark> {
  for (const [index, event] of events.entries()) {
    for (const problem of validator.check(eventSchema, event)) {
      const message = `event ${index + 1} of the example is not valid: ${formatProblem(problem)}`
      yield { pointer: joinPointer(pointer, index) + problem.at, message }
    }
  }
}

function* lintOrder(sequence: Sequence, events: readonly unknown[], pointer: string): Generator<Remark> {
  let state = startSequence(sequence)
  for (const [index, event] of events.entries()) {
    const step = stepSequence(sequence, state, event)
    state = step.state
    for (const violation of step.violations) {
      yield {
        pointer: joinPointer(pointer, index),
        message: `the example is out of order: ${formatViolation(violation)}`,
      }
    }
  }
  for (const violation of endSequence(sequence, state, 'closed')) {
    yield { pointer, message: `the example is out of order: ${formatViolation(violation)}` }
  }
}

function* lintWire(stream: StreamSpec, events: readonly unknown[], wire: string, pointer: string): Generator<Remark> {
  const decoder = framingOf(stream.framing).createDecoder()
  const frames = decoder.decode(new TextEncoder().encode(wire))
  const end = decoder.end()
  const decoded = [...frames, ...end.frames].filter(({ kind }) => kind === 'event').map(({ value }) => value)
  if (end.unfinished !== undefined)
    yield { pointer, message: 'the text of the example breaks off inside an event: is its last blank line missing?' }
  if (decoded.length !== events.length) {
    yield { pointer, message: `the text of the example holds ${decoded.length} events, its data ${events.length}` }
    return
  }
  const different = decoded.findIndex((event, index) => !isSameValue(event, events[index]))
  if (different !== -1)
    yield { pointer, message: `event ${different + 1} in the text of the example is not that of its data` }
}
