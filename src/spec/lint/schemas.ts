import { FlowproofError } from '../../errors.ts'
import type { Remark } from '../lint-spec.ts'
import { joinPointer, readPointer } from '../pointer.ts'
import { isRecord } from '../record.ts'
import type { Spec } from '../spec.ts'
import type { Validator } from '../validator.ts'
import { walkDocument } from '../walk-document.ts'
import { mediaTypesOf } from './examples.ts'

/** Every schema compiles. One that only refers to one that does not is not named. */
export function lintSchemas(spec: Spec, validator: Validator): readonly Remark[] {
  const failures = new Map<string, string>()
  for (const pointer of schemasOf(spec)) {
    const reason = failureOf(validator, pointer)
    if (reason !== undefined) failures.set(pointer, reason)
  }
  const remarks = [...failures].map(([pointer, reason]) => ({
    pointer,
    message: `the schema does not compile: ${reason}`,
  }))
  const causes = remarks.filter(({ pointer }) => !refersTo(spec, pointer, failures))
  return causes.length > 0 ? causes : remarks
}

function schemasOf(spec: Spec): ReadonlySet<string> {
  const named = readPointer(spec.document, '/components/schemas')
  const pointers = Object.keys(isRecord(named) ? named : {}).map((name) => joinPointer('/components/schemas', name))
  for (const { parameters, responses } of spec.operations.values()) {
    const headers = [...responses.values()].flatMap(({ headers }) => headers)
    pointers.push(...[...parameters, ...headers].map(({ schema }) => schema))
  }
  for (const { schema, stream } of mediaTypesOf(spec))
    pointers.push(...[schema, stream?.eventSchema].filter((it) => it !== undefined))
  return new Set(pointers)
}

function failureOf(validator: Validator, pointer: string): string | undefined {
  try {
    validator.check(pointer, undefined)
    return undefined
  } catch (error) {
    if (!(error instanceof FlowproofError)) throw error
    return error.cause instanceof Error ? error.cause.message : error.message
  }
}

function refersTo(spec: Spec, pointer: string, failures: ReadonlyMap<string, string>): boolean {
  const references = walkDocument(readPointer(spec.document, pointer)).map(({ value }) => value.$ref)
  return references.some((reference) => {
    const target = typeof reference === 'string' ? decodeURIComponent(reference.slice(1)) : pointer
    return target !== pointer && failures.has(target)
  })
}
