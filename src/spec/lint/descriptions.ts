import type { Remark } from '../lint-spec.ts'
import type { Spec } from '../spec.ts'
import { walkDocument } from '../walk-document.ts'

const DESCRIBED: readonly { readonly what: string; readonly pointer: RegExp }[] = [
  { what: 'operation', pointer: /^\/paths\/[^/]+\/(get|put|post|delete|options|head|patch)$/ },
  { what: 'parameter', pointer: /^(\/paths\/[^/]+(\/[a-z]+)?\/parameters\/\d+|\/components\/parameters\/[^/]+)$/ },
  { what: 'response', pointer: /^(\/paths\/[^/]+\/[a-z]+\/responses\/[^/]+|\/components\/responses\/[^/]+)$/ },
  { what: 'schema', pointer: /^\/components\/schemas\/[^/]+$/ },
]

/** Every operation, parameter, response and named schema says what it is. */
export function* lintDescriptions(spec: Spec): Generator<Remark> {
  for (const { pointer, value } of walkDocument(spec.document)) {
    const described = DESCRIBED.find((kind) => kind.pointer.test(pointer))
    if (!described || '$ref' in value || hasText(value.description)) continue
    yield { pointer, message: `the ${described.what} has no description` }
  }
  for (const { id, pointer, summary } of spec.operations.values()) {
    if (!hasText(summary)) yield { pointer, message: `the operation ${id} has no summary` }
  }
}

function hasText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== ''
}
