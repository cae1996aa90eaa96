import { pointerTokens } from '../../spec/pointer.ts'
import { isRecord } from '../../spec/record.ts'
import type { Operation, Spec } from '../../spec/spec.ts'
import type { OddFlaw } from '../flaw.ts'
import { otherRequired, pathIds } from '../odd-flaws.ts'
import type { RequestParts } from '../request-parts.ts'
import { UNKNOWN_ID, withoutField } from './spoil.ts'

/** Characters of an id and of a text that nobody would send, and that a target must bear. */
const LONG_ID = 500
const LONG_TEXT = 100_000

/** Levels of a body that is deep, and not large. */
const DEPTH = 2_000

/** A good request with something odd put in. What its answer is to be like is open then. */
export function makeOdd({ expects: { guess } = {}, ...parts }: RequestParts, flaw: OddFlaw): RequestParts {
  const odd = { ...parts, ...(guess !== undefined && { expects: { guess } }) }
  switch (flaw.kind) {
    case 'wrong-type':
    case 'out-of-bounds':
      return flaw.in === 'query'
        ? { ...odd, query: { ...odd.query, [flaw.name]: String(flaw.value) } }
        : withField(odd, flaw.name, flaw.value)
    case 'overlong':
      return flaw.in === 'path'
        ? { ...odd, path: { ...odd.path, [flaw.name]: 'x'.repeat(LONG_ID) } }
        : withField(odd, flaw.name, 'x'.repeat(LONG_TEXT))
    case 'wrong-content-type':
      return { ...odd, body: { kind: 'text', type: 'text/plain', text: JSON.stringify(bodyOf(odd)) } }
    case 'wrong-method': {
      const { body: _, ...bodiless } = odd
      return { ...bodiless, method: flaw.method }
    }
    case 'deep-nesting': {
      const text = `{"flowproof":${'['.repeat(DEPTH)}${']'.repeat(DEPTH)}}`
      return { ...odd, body: { kind: 'text', type: 'application/json', text } }
    }
  }
}

/** A good request that changes nothing: what it is about is unknown, or it lacks a required field that a flaw is not about. */
export function madeHarmless(spec: Spec, operation: Operation, parts: RequestParts, flaw: OddFlaw): RequestParts {
  const ids = pathIds(operation)
  if (ids.length > 0) {
    return { ...parts, path: { ...parts.path, ...Object.fromEntries(ids.map((name) => [name, UNKNOWN_ID])) } }
  }
  const required = otherRequired(spec, operation, flaw)
  return required === undefined ? parts : withoutField(parts, required)
}

function bodyOf({ body }: RequestParts): unknown {
  return body?.kind === 'json' ? body.value : {}
}

function withField(parts: RequestParts, pointer: string, value: unknown): RequestParts {
  return { ...parts, body: { kind: 'json', value: put(bodyOf(parts), pointerTokens(pointer), value) } }
}

// What the way to the place lacks is made on the way.
function put(value: unknown, [token, ...rest]: readonly string[], inner: unknown): unknown {
  if (token === undefined) return inner
  if (token === '0' && !isRecord(value)) return [put(Array.isArray(value) ? value[0] : undefined, rest, inner)]
  const record = isRecord(value) ? value : {}
  return { ...record, [token]: put(record[token], rest, inner) }
}
