import { joinPointer } from '../pointer.ts'
import { isRecord } from '../record.ts'
import type { HttpMethod, Operation } from '../spec.ts'
import { loadRequestBody, loadResponses } from './bodies.ts'
import { lazily } from './lazily.ts'
import { loadParameters } from './parameters.ts'
import { follow } from './references.ts'
import { loadSecurity, loadSecuritySchemes } from './security.ts'
import type { Source } from './source.ts'

const METHODS: readonly HttpMethod[] = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch']

/** The document's operations by id, in the order of the file. */
export function loadOperations(source: Source): ReadonlyMap<string, Operation> {
  const schemes = loadSecuritySchemes(source)
  const operations = new Map<string, Operation>()
  const paths = isRecord(source.value.paths) ? source.value.paths : {}
  for (const path of Object.keys(paths)) {
    const item = follow(source, joinPointer('/paths', path))
    if (!isRecord(item.value)) continue
    for (const [method, value] of Object.entries(item.value)) {
      if (!isMethod(method) || !isRecord(value)) continue
      const pointer = joinPointer(item.pointer, method)
      const id = readId(source, pointer, value, { operations, method, path })
      const security = 'security' in value ? joinPointer(pointer, 'security') : '/security'
      const responses = lazily(() => loadResponses(source, pointer))
      // They are half of a load, and who answers looks at none; but what is wrong with them is to be said now.
      if (!source.checked) responses()
      operations.set(id, {
        id,
        method,
        path,
        pointer,
        summary: typeof value.summary === 'string' ? value.summary : '',
        tags: Array.isArray(value.tags) ? value.tags.map(String) : [],
        parameters: loadParameters(source, path, item.pointer, pointer),
        requestBody: loadRequestBody(source, pointer),
        get responses() {
          return responses()
        },
        security: loadSecurity(source, security, value.security ?? source.value.security, schemes),
      })
    }
  }
  return operations
}

interface Near {
  readonly operations: ReadonlyMap<string, Operation>
  readonly method: HttpMethod
  readonly path: string
}

function readId(
  source: Source,
  pointer: string,
  value: Readonly<Record<string, unknown>>,
  { operations, method, path }: Near,
): string {
  const id = value.operationId
  if (typeof id !== 'string' || id === '') {
    const reason = `the operation ${method.toUpperCase()} ${path} has no operationId`
    throw source.error(pointer, reason, 'Give it one: reports, mocks and contracts call it by that name.')
  }
  const other = operations.get(id)
  if (other) {
    const reason = `the operationId "${id}" is already that of ${other.method.toUpperCase()} ${other.path}`
    throw source.error(joinPointer(pointer, 'operationId'), reason, 'Rename one of them.')
  }
  return id
}

function isMethod(word: string): word is HttpMethod {
  return (METHODS as readonly string[]).includes(word)
}
