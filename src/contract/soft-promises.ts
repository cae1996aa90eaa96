import { joinPointer, pointerTokens, readPointer } from '../spec/pointer.ts'
import { isRecord } from '../spec/record.ts'
import type { Problem, ResponseSpec, Spec } from '../spec/spec.ts'

/**
 * Whether a promise is only inferred (`x-assumed`), or real servers are known to differ from it (`x-observed`): such a one is a SHOULD. The mark
 * stands on the schema whose keyword is broken, or on the property that is missing; on an object with properties it is no more than a remark.
 */
export function isSoft({ document }: Spec, { schema, message }: Problem): boolean {
  const tokens = pointerTokens(schema)
  const holder = joinPointer('', ...tokens.slice(0, -1))
  const missing = tokens.at(-1) === 'required' ? /"([^"]+)"/.exec(message)?.[1] : undefined
  if (missing !== undefined) return isMarked(readPointer(document, joinPointer(holder, 'properties', missing)))
  return isMarkedPart(readPointer(document, holder))
}

function isMarked(value: unknown): boolean {
  return isRecord(value) && ('x-assumed' in value || 'x-observed' in value)
}

function isMarkedPart(value: unknown): boolean {
  return isMarked(value) && isRecord(value) && !('properties' in value)
}

/** Whether any promise of the schema at a pointer is soft, those that it refers to included. */
export function hasSoftPart({ document }: Spec, pointer: string): boolean {
  const seen = new Set<string>()
  const visit = (value: unknown): boolean => {
    if (Array.isArray(value)) return value.some(visit)
    if (!isRecord(value)) return false
    const { $ref, properties, examples: _, ...rest } = value
    return isMarkedPart(value) || visitReference($ref) || visitProperties(properties) || Object.values(rest).some(visit)
  }
  const visitProperties = (properties: unknown): boolean =>
    isRecord(properties) && Object.values(properties).some((property) => isMarked(property) || visit(property))
  const visitReference = (reference: unknown): boolean => {
    if (typeof reference !== 'string' || seen.has(reference)) return false
    seen.add(reference)
    return visit(readPointer(document, decodeURIComponent(reference.slice(1))))
  }
  return visit(readPointer(document, pointer))
}

/**
 * Whether all that a response promises is soft: it is a refusal that carries a mark. On a success a mark is no more than a remark.
 */
export function isSoftResponse(spec: Spec, { status, pointer }: ResponseSpec): boolean {
  return !/^[123]/.test(status) && isSoftAt(spec, pointer)
}

/** Whether the object at a pointer is only inferred. */
export function isAssumedAt({ document }: Spec, pointer: string): boolean {
  const value = readPointer(document, pointer)
  return isRecord(value) && 'x-assumed' in value
}

/** Whether the object at a pointer carries a mark itself: a response, a parameter, an operation. */
export function isSoftAt({ document }: Spec, pointer: string): boolean {
  return isMarked(readPointer(document, pointer))
}
