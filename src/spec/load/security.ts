import { joinPointer } from '../pointer.ts'
import { isRecord } from '../record.ts'
import type { SecurityScheme } from '../spec.ts'
import { follow } from './references.ts'
import type { Source } from './source.ts'

/** The document's security schemes by name. */
export function loadSecuritySchemes(source: Source): ReadonlyMap<string, SecurityScheme> {
  const components = source.value.components
  const schemes = isRecord(components) && isRecord(components.securitySchemes) ? components.securitySchemes : {}
  return new Map(Object.keys(schemes).map((name) => [name, loadScheme(source, name)]))
}

function loadScheme(source: Source, name: string): SecurityScheme {
  const { pointer, value } = follow(source, joinPointer('/components/securitySchemes', name))
  const scheme = isRecord(value) ? value : {}
  if (scheme.type === 'http' && String(scheme.scheme).toLowerCase() === 'bearer') return { name, kind: 'bearer' }
  const { in: place, name: parameter } = scheme
  if (scheme.type === 'apiKey' && typeof parameter === 'string') {
    if (place === 'header' || place === 'query' || place === 'cookie')
      return { name, kind: 'api-key', in: place, parameter }
  }
  const kind = [scheme.type, scheme.scheme].filter((word) => word !== undefined).join(' ') || 'without a type'
  throw source.error(
    pointer,
    `the security scheme "${name}" is ${kind}, which is not supported`,
    'Use `type: http` with `scheme: bearer`, or `type: apiKey` with `name` and `in`.',
  )
}

/** Reads the `security` list at a pointer; every alternative is a list of schemes that are needed together. */
export function loadSecurity(
  source: Source,
  pointer: string,
  value: unknown,
  schemes: ReadonlyMap<string, SecurityScheme>,
): readonly (readonly SecurityScheme[])[] {
  if (value === undefined) return []
  if (!Array.isArray(value))
    throw source.error(pointer, '`security` is not a list', 'Write `security: [{ name: [] }]`.')
  return value.map((alternative: unknown, index) =>
    Object.keys(isRecord(alternative) ? alternative : {}).map((name) => {
      const scheme = schemes.get(name)
      if (scheme) return scheme
      const known = [...schemes.keys()].map((known) => `"${known}"`).join(', ') || 'none yet'
      throw source.error(
        joinPointer(pointer, index, name),
        `the security scheme "${name}" is not defined`,
        `Define it under \`components.securitySchemes\`, or use one that is: ${known}.`,
      )
    }),
  )
}
