import { readFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { FlowproofError } from '../errors.ts'
import { compileLifecycle, type Lifecycle } from './lifecycle.ts'
import { loadOperations } from './load/operations.ts'
import { readParsedSpec } from './load/parsed-spec.ts'
import { checkReferences } from './load/references.ts'
import { parseSource, reuseSource, type Source } from './load/source.ts'
import { joinPointer } from './pointer.ts'
import { isRecord } from './record.ts'
import type { Operation, Spec } from './spec.ts'

/**
 * Loads an OpenAPI 3.2 document from a YAML file. Throws `spec-invalid` with the line that is wrong. The specs that this package ships were
 * parsed when it was built, and are not parsed again.
 */
export function loadSpec(file: string): Spec {
  const text = readText(file)
  const parsed = readParsedSpec(text, file)
  return parsed ? specOf(reuseSource(text, file, parsed)) : parseSpec(text, file)
}

/** Loads an OpenAPI 3.2 document from YAML text; the file's name stands in errors and names the platform. */
export function parseSpec(text: string, file: string): Spec {
  const source = parseSource(text, file)
  checkVersion(source)
  checkReferences(source)
  return specOf(source)
}

function specOf(source: Source): Spec {
  const { file } = source
  const info = isRecord(source.value.info) ? source.value.info : {}
  const operations = loadOperations(source)
  return {
    platform: basename(file, extname(file)),
    file,
    document: source.value,
    title: String(info.title ?? ''),
    version: String(info.version ?? ''),
    server: readServer(source),
    operations,
    lifecycles: loadLifecycles(source, operations),
    lineOf: (pointer) => source.placeOf(pointer).line ?? 1,
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    const message = `Failed to load the spec: ${reasonOf(cause)}. Check the path, and that the file may be read.`
    throw new FlowproofError('spec-invalid', message, { where: { file }, cause })
  }
}

function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  if (code === 'ENOENT') return 'there is no such file'
  if (code === 'EISDIR') return 'it is a folder'
  return cause instanceof Error ? cause.message : String(cause)
}

function checkVersion(source: Source): void {
  const version = source.value.openapi
  if (typeof version === 'string' && /^3\.[12]\./.test(version)) return
  const reason = version === undefined ? 'it has no `openapi` version' : `OpenAPI ${String(version)} is not supported`
  throw source.error('/openapi', reason, 'Write `openapi: 3.2.0`.')
}

function readServer(source: Source): Spec['server'] {
  const servers: unknown = source.value.servers
  const first: unknown = Array.isArray(servers) ? servers[0] : undefined
  const url = isRecord(first) && typeof first.url === 'string' ? first.url : '/'
  const path = url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '').replace(/[?#].*$/, '')
  return { url, path: path.replace(/\/+$/, '') }
}

function loadLifecycles(source: Source, operations: ReadonlyMap<string, Operation>): readonly Lifecycle[] {
  const kinds = source.value['x-lifecycle']
  if (kinds === undefined) return []
  if (!isRecord(kinds)) {
    const reason = 'x-lifecycle is not a map from the kind of job to its lifecycle'
    throw source.error('/x-lifecycle', reason, 'Write `x-lifecycle: { some-job: { … } }`.')
  }
  return Object.entries(kinds).map(([kind, value]) => {
    const at = joinPointer('/x-lifecycle', kind)
    return compileLifecycle(kind, value, { operations, where: (pointer) => source.placeOf(at + pointer) })
  })
}
