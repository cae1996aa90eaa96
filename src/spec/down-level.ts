import { readPointer } from './pointer.ts'
import { isRecord } from './record.ts'
import { isData, MAPS_OF_NAMES } from './walk-document.ts'

type Fields = Readonly<Record<string, unknown>>

// What 3.2 added, by the map or list that its owner stands in.
const ADDED: Readonly<Record<string, readonly string[]>> = {
  components: ['mediaTypes'],
  content: ['itemEncoding', 'prefixEncoding'],
  discriminator: ['defaultMapping'],
  flows: ['deviceAuthorization'],
  pathItems: ['query', 'additionalOperations'],
  paths: ['query', 'additionalOperations'],
  responses: ['summary'],
  securitySchemes: ['deprecated', 'oauth2MetadataUrl'],
  servers: ['name'],
  tags: ['summary', 'parent', 'kind'],
}

/**
 * The same API in OpenAPI 3.1.1, for tools that do not know 3.2. A stream becomes a string with its text on the wire as the
 * example; its `itemSchema` is kept as `x-itemSchema`. What 3.1 cannot say is left out. The document given is not changed.
 */
export function downLevel(document: Fields): Fields {
  const { $self: _, openapi: __, jsonSchemaDialect, ...rest } = document
  return {
    openapi: '3.1.1',
    // Without it, some tools read the schemas of 3.1 as draft 7.
    jsonSchemaDialect: jsonSchemaDialect ?? 'https://json-schema.org/draft/2020-12/schema',
    ...lowerFields(document, rest, ''),
  }
}

function lower(document: Fields, value: unknown, owner: string): unknown {
  if (Array.isArray(value)) return value.map((item) => lower(document, item, owner))
  if (!isRecord(value)) return value
  const fields = lowerFields(document, value, owner)
  switch (owner) {
    case 'content':
      return lowerMediaType(document, value, fields)
    case 'examples':
      return lowerExample(fields, 'data')
    case 'responses':
      return '$ref' in value ? fields : { ...fields, description: value.description ?? value.summary ?? '' }
    default:
      return fields
  }
}

function lowerFields(document: Fields, value: Fields, owner: string): Fields {
  const kept = Object.entries(value).filter(([key]) => !ADDED[owner]?.includes(key))
  return Object.fromEntries(kept.map(([key, child]) => [key, lowerField(document, key, child)]))
}

function lowerField(document: Fields, key: string, child: unknown): unknown {
  if (isData(key, child)) return child
  if (!MAPS_OF_NAMES.has(key) || !isRecord(child)) return lower(document, child, key)
  return Object.fromEntries(Object.entries(child).map(([name, value]) => [name, lower(document, value, key)]))
}

function lowerMediaType(document: Fields, value: Fields, fields: Fields): unknown {
  if ('$ref' in value) return lower(document, resolve(document, value), 'content')
  if (!('itemSchema' in value)) return fields
  const { itemSchema, example, examples: _, ...rest } = fields
  const texts = Object.entries(isRecord(value.examples) ? value.examples : {}).flatMap(([name, value]) => {
    const text = lowerExample(resolve(document, value), 'wire')
    return typeof text.value === 'string' ? [[name, text] as const] : []
  })
  return {
    ...rest,
    schema: { type: 'string' },
    'x-itemSchema': itemSchema,
    ...(typeof example === 'string' ? { example } : {}),
    ...(texts.length > 0 ? { examples: Object.fromEntries(texts) } : {}),
  }
}

function lowerExample(example: Fields, form: 'data' | 'wire'): Fields {
  const { dataValue, serializedValue, ...rest } = example
  const value = form === 'data' ? (dataValue ?? serializedValue) : (serializedValue ?? dataValue)
  return value === undefined ? rest : { ...rest, value }
}

function resolve(document: Fields, value: unknown): Fields {
  const reference = isRecord(value) ? value.$ref : undefined
  if (typeof reference === 'string')
    return resolve(document, readPointer(document, decodeURIComponent(reference.slice(1))))
  return isRecord(value) ? value : {}
}
