import { isBinary } from '../../src/spec/is-binary.ts'
import { joinPointer, readPointer } from '../../src/spec/pointer.ts'
import { targetOf, wantsList } from '../../src/spec/read-text.ts'
import { isRecord } from '../../src/spec/record.ts'
import type { Operation, Spec } from '../../src/spec/spec.ts'

/** A request that an operation accepts, made of the spec's examples: required parameters, a body, credentials. */
export function exampleRequest(spec: Spec, operation: Operation, base: string): Request {
  const url = new URL(
    base +
      operation.path.replaceAll(/\{([^}]+)\}/g, (_, name: string) =>
        encodeURIComponent(example(operation, 'path', name)),
      ),
  )
  const headers = new Headers()
  for (const { in: place, name, required } of operation.parameters) {
    if (!required) continue
    if (place === 'query') url.searchParams.set(name, example(operation, place, name))
    if (place === 'header') headers.set(name, example(operation, place, name))
  }
  for (const scheme of operation.security[0] ?? []) {
    if (scheme.kind === 'bearer') headers.set('authorization', 'Bearer some-key')
    else if (scheme.in === 'header') headers.set(scheme.parameter, 'some-key')
    else if (scheme.in === 'query') url.searchParams.set(scheme.parameter, 'some-key')
  }
  return new Request(url, { method: operation.method.toUpperCase(), headers, ...bodyOf(spec, operation) })
}

function example(operation: Operation, place: string, name: string): string {
  const found = operation.parameters.find((parameter) => parameter.in === place && parameter.name === name)
  if (found?.example === undefined) throw new Error(`${operation.id} has no example of the ${place} parameter ${name}`)
  return String(found.example)
}

function bodyOf(spec: Spec, operation: Operation): Pick<RequestInit, 'body'> {
  const [mediaType] = operation.requestBody?.content.values() ?? []
  const [body] = mediaType?.examples.values() ?? []
  if (!mediaType || !body) return {}
  if (mediaType.name.startsWith('multipart/')) return { body: formOf(spec, mediaType.schema ?? '', body.value) }
  return { body: new Blob([JSON.stringify(body.value)], { type: mediaType.name }) }
}

function formOf(spec: Spec, schema: string, fields: unknown): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(isRecord(fields) ? fields : {})) {
    const property = joinPointer(targetOf(spec.document, schema), 'properties', name)
    const isList = wantsList(spec.document, property)
    const part = isList ? joinPointer(targetOf(spec.document, property), 'items') : property
    const binary = isBinary(readPointer(spec.document, targetOf(spec.document, part)))
    for (const each of isList ? [value].flat() : [value]) {
      if (binary) form.append(name, new Blob([String(each)]), 'example.txt')
      else form.append(name, String(each))
    }
  }
  return form
}
