import { joinPointer, readPointer } from '../pointer.ts'
import { isRecord } from '../record.ts'
import type { Parameter } from '../spec.ts'
import { follow, followSchema } from './references.ts'
import type { Source } from './source.ts'

interface Placed {
  readonly pointer: string
  readonly parameter: Parameter
}

const PLACES: readonly Parameter['in'][] = ['path', 'query', 'header', 'cookie']

/** The parameters of an operation: those of its path first, each replaced by the operation's own of the same name and place. */
export function loadParameters(
  source: Source,
  path: string,
  itemPointer: string,
  pointer: string,
): readonly Parameter[] {
  const found = new Map<string, Placed>()
  for (const owner of [itemPointer, pointer]) {
    for (const placed of readList(source, joinPointer(owner, 'parameters'))) {
      found.set(`${placed.parameter.in} ${placed.parameter.name}`, placed)
    }
  }
  checkTemplate(source, path, pointer, [...found.values()])
  return [...found.values()].map(({ parameter }) => parameter)
}

function readList(source: Source, pointer: string): readonly Placed[] {
  const list = readPointer(source.value, pointer)
  if (!Array.isArray(list)) return []
  return list.map((_, index) => {
    const own = joinPointer(pointer, index)
    const found = follow(source, own)
    return { pointer: own, parameter: readParameter(source, found.pointer, isRecord(found.value) ? found.value : {}) }
  })
}

function readParameter(source: Source, pointer: string, value: Readonly<Record<string, unknown>>): Parameter {
  const { name, schema, style } = value
  const place = PLACES.find((place) => place === value.in)
  if (typeof name !== 'string' || !place) {
    throw source.error(
      pointer,
      'a parameter lacks its name or its place',
      `Add \`name\` and \`in\` (${PLACES.join(', ')}).`,
    )
  }
  const usual = place === 'query' || place === 'cookie' ? 'form' : 'simple'
  if (style !== undefined && style !== usual) {
    const reason = `the ${place} parameter "${name}" has the style "${String(style)}", which is not supported`
    throw source.error(joinPointer(pointer, 'style'), reason, `Leave it out: "${usual}" is the usual style there.`)
  }
  if (schema === undefined) {
    throw source.error(pointer, `the ${place} parameter "${name}" has no schema`, 'Add `schema`.')
  }
  return {
    name,
    in: place,
    required: place === 'path' || value.required === true,
    schema: followSchema(source, joinPointer(pointer, 'schema')),
    explode: typeof value.explode === 'boolean' ? value.explode : usual === 'form',
    example: firstExample(source, pointer),
  }
}

// A parameter names its examples, a schema lists them.
function firstExample(source: Source, pointer: string): unknown {
  const { value } = follow(source, pointer)
  if (!isRecord(value)) return undefined
  const { example, examples, schema } = value
  if (example !== undefined) return example
  if (Array.isArray(examples)) return examples[0]
  const [name] = Object.keys(isRecord(examples) ? examples : {})
  if (name !== undefined) {
    const named = follow(source, joinPointer(pointer, 'examples', name)).value
    return isRecord(named) ? (named.dataValue ?? named.value) : undefined
  }
  return schema === undefined ? undefined : firstExample(source, joinPointer(pointer, 'schema'))
}

function checkTemplate(source: Source, path: string, pointer: string, placed: readonly Placed[]): void {
  const inTemplate = new Set([...path.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name))
  for (const { pointer: own, parameter } of placed) {
    if (parameter.in !== 'path' || inTemplate.delete(parameter.name)) continue
    const reason = `the path parameter "${parameter.name}" does not stand in the path ${path}`
    throw source.error(own, reason, `Put {${parameter.name}} into the path, or remove the parameter.`)
  }
  const [missing] = inTemplate
  if (missing !== undefined) {
    const reason = `{${missing}} in the path ${path} is not among its parameters`
    throw source.error(
      pointer,
      reason,
      `Add a parameter \`{ name: ${missing}, in: path, required: true, schema: … }\`.`,
    )
  }
}
