import { nearest } from '../../nearest.ts'
import type { Remark } from '../lint-spec.ts'
import { joinPointer } from '../pointer.ts'
import type { Spec } from '../spec.ts'
import { walkDocument } from '../walk-document.ts'

const REMARKS = ['x-assumed', 'x-observed', 'x-note']
const OF_STREAMS = ['x-framing', 'x-sequence']
const OF_ROOT = ['x-lifecycle']
const KNOWN = [...REMARKS, ...OF_STREAMS, ...OF_ROOT]

/** Every extension is one of ours, stands where it has a meaning, and says something. */
export function* lintExtensions(spec: Spec): Generator<Remark> {
  for (const { pointer, value, names } of walkDocument(spec.document)) {
    if (names) continue
    for (const key of Object.keys(value).filter((key) => key.startsWith('x-'))) {
      const message = objection(key, value, pointer)
      if (message !== undefined) yield { pointer: joinPointer(pointer, key), message }
    }
  }
}

function objection(key: string, owner: Readonly<Record<string, unknown>>, pointer: string): string | undefined {
  if (REMARKS.includes(key)) {
    const text = owner[key]
    return typeof text === 'string' && text.trim() !== ''
      ? undefined
      : `${key} is not a text: say why, or what was seen and where`
  }
  if (OF_STREAMS.includes(key))
    return 'itemSchema' in owner ? undefined : `${key} stands beside no \`itemSchema\`, so it says nothing`
  if (OF_ROOT.includes(key)) return pointer === '' ? undefined : `${key} has a meaning at the root of the document only`
  const near = nearest(key, KNOWN)
  return `${key} is not a known extension${near === undefined ? `: known are ${KNOWN.join(', ')}` : `; did you mean ${near}?`}`
}
