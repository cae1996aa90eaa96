import openapiTS, { astToString } from 'openapi-typescript'
import ts from 'typescript'
import { FlowproofError } from '../src/errors.ts'
import { isBinary } from '../src/spec/is-binary.ts'
import { joinPointer, readPointer } from '../src/spec/pointer.ts'
import { isRecord } from '../src/spec/record.ts'
import type { MediaType, Spec } from '../src/spec/spec.ts'

/** Writes the module of a platform's types: all that openapi-typescript makes of its spec, streams typed by their events. */
export async function typesOfSpec(spec: Spec): Promise<string> {
  const streams = streamsOf(spec)
  const nodes = await openapiTS(JSON.stringify(withStreamMarks(spec, streams)), {
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    emptyObjectsUnknown: true,
    // A property with a default is one that a request may leave out.
    defaultNonNullable: false,
    silent: true,
    transform: (schema) => typeOf(schema),
  })
  return [headerOf(spec, streams), withComments(spec, astToString(nodes)), footerOf(spec, streams)].join('\n')
}

const COMMENTS: Readonly<Record<string, string>> = {
  paths: 'Every path with its operations: what `openapi-fetch` and its like take.',
  webhooks: 'What the API calls by itself.',
  components: 'Everything that has a name in the document.',
  $defs: 'Definitions of the document outside its components.',
  operations: 'Every operation by its id.',
}

// The generator comments what is inside its exports, not the exports.
function withComments(spec: Spec, text: string): string {
  return text.replaceAll(/^export (?:interface|type) ([\w$]+)/gm, (line: string, name: string) => {
    const description = readPointer(spec.document, joinPointer('/components/schemas', name, 'description'))
    const comment = COMMENTS[name] ?? (typeof description === 'string' ? description : undefined)
    return comment === undefined
      ? line
      : `/** ${comment.replaceAll(/\s+/g, ' ').replaceAll('*/', '*\\/').trim()} */\n${line}`
  })
}

const MARK = 'x-events'

function streamsOf(spec: Spec): readonly MediaType[] {
  const responses = [...spec.operations.values()].flatMap(({ responses }) => [...responses.values()])
  const found = responses.flatMap(({ content }) => [...content.values()]).filter(({ stream }) => stream !== undefined)
  return [...new Map(found.map((mediaType) => [mediaType.pointer, mediaType])).values()]
}

// The generator looks only at `schema`, so a stream is given one that says which union its events are of.
function withStreamMarks(spec: Spec, streams: readonly MediaType[]): unknown {
  const document: unknown = structuredClone(spec.document)
  for (const { pointer, stream } of streams) {
    const mediaType = readPointer(document, pointer)
    if (!stream || !isRecord(mediaType)) continue
    Object.assign(mediaType, {
      schema: { type: 'string', [MARK]: unionOf(spec, stream.eventSchema) },
      itemSchema: undefined,
    })
  }
  return document
}

const ALL_EVENTS = 'StreamEvent'

function unionOf(spec: Spec, eventSchema: string): string {
  const [, name] = /^\/components\/schemas\/([A-Za-z_]\w*)$/.exec(eventSchema) ?? []
  if (name !== undefined && name !== ALL_EVENTS) return name
  const message =
    name === undefined
      ? 'Failed to generate types: the events of a stream have no name. Move their schema under `components.schemas`.'
      : `Failed to generate types: \`${ALL_EVENTS}\` is the name of all events together. Rename the schema.`
  const where = { file: spec.file, line: spec.lineOf(eventSchema), pointer: eventSchema }
  throw new FlowproofError('spec-invalid', message, { where })
}

function typeOf(schema: object): ts.TypeNode | undefined {
  const union: unknown = isRecord(schema) ? schema[MARK] : undefined
  if (typeof union === 'string') return streamOf(union)
  return isBinary(schema) ? ts.factory.createTypeReferenceNode('Blob') : undefined
}

// EventStreamOf<components["schemas"]["Name"]>
function streamOf(name: string): ts.TypeNode {
  const { factory } = ts
  const literal = (text: string) => factory.createLiteralTypeNode(factory.createStringLiteral(text))
  const schemas = factory.createIndexedAccessTypeNode(factory.createTypeReferenceNode('components'), literal('schemas'))
  return factory.createTypeReferenceNode('EventStreamOf', [factory.createIndexedAccessTypeNode(schemas, literal(name))])
}

function headerOf(spec: Spec, streams: readonly MediaType[]): string {
  const lines = [`// Generated from openapi/${spec.platform}.yaml by \`npm run types\`. Do not edit: change that file.`]
  if (streams.length > 0) {
    lines.push("import type { EventStreamOf } from '../wire/event-stream.ts'")
    lines.push("import { createEventReader, type ReadEvents } from '../wire/read-events.ts'")
  }
  return `${lines.join('\n')}\n`
}

function footerOf(spec: Spec, streams: readonly MediaType[]): string {
  if (streams.length === 0) return ''
  const unions = framingsByUnion(spec, streams)
  const names = [...unions.keys()]
  const all = [...new Set([...unions.values()].flatMap((framings) => [...framings]))]
  return `/** Every event that a stream of this API may carry; \`switch\` on its name to narrow it. */
export type ${ALL_EVENTS} = ${names.join(' | ')}

/** Reads a stream of this API as it arrives: \`for await (const event of readEvents(response))\`. */
${readerOf('readEvents', ALL_EVENTS, all)}${names.length === 1 ? '' : unionReadersOf(spec, unions)}`
}

type Framings = ReadonlySet<string>

function framingsByUnion(spec: Spec, streams: readonly MediaType[]): ReadonlyMap<string, Framings> {
  const unions = new Map<string, Framings>()
  for (const { stream } of streams) {
    if (!stream) continue
    const name = unionOf(spec, stream.eventSchema)
    unions.set(name, new Set([...(unions.get(name) ?? []), stream.framing]))
  }
  return unions
}

// Where streams differ, a reader for each spares its user the events that only others carry.
function unionReadersOf(spec: Spec, unions: ReadonlyMap<string, Framings>): string {
  const taken = new Map([['readEvents', 'all events']])
  return [...unions]
    .map(([union, framings]) => {
      const name = `read${union.replace(/(Stream)?(Event|Frame)$/, '')}Events`
      const other = taken.get(name)
      if (other !== undefined) throw sameReader(spec, union, name, other)
      taken.set(name, union)
      return `\n/** Reads a stream of \`${union}\`. */\n${readerOf(name, union, [...framings])}`
    })
    .join('')
}

function readerOf(name: string, events: string, framings: readonly string[]): string {
  const list = framings.map((framing) => JSON.stringify(framing)).join(', ')
  return `export const ${name}: ReadEvents<${events}> = createEventReader<${events}>(${list})\n`
}

function sameReader(spec: Spec, union: string, name: string, other: string): FlowproofError {
  const pointer = joinPointer('/components/schemas', union)
  const message = `Failed to generate types: \`${name}\` would read both ${other} and ${union}. Rename the schema.`
  return new FlowproofError('spec-invalid', message, {
    where: { file: spec.file, line: spec.lineOf(pointer), pointer },
  })
}
