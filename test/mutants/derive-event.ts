import { kebab } from '../../src/contract/kebab.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import type { Operation, StreamSpec } from '../../src/spec/spec.ts'
import type { Validator } from '../../src/spec/validator.ts'
import { framingOf } from '../../src/wire/framing.ts'
import { decodeText, encodeText, withValue } from './frames.ts'
import type { Mutant } from './mutant.ts'
import { schemaDamages } from './schema-damages.ts'

/** The mutants of the fields that the events of a stream must have: each breaks the first event that is illegal then. */
export function deriveEventMutants(
  validator: Validator,
  operation: Operation,
  name: string,
  { framing: framingName, eventSchema }: StreamSpec,
): readonly Mutant[] {
  const { document } = validator.spec
  const framing = framingOf(framingName)
  return schemaDamages(document, readPointer(document, eventSchema)).map(({ kind, pointer, apply }) => ({
    kind: `event-${kind}`,
    operation: operation.id,
    what: `${name}: ${pointer}`,
    owners: ['stream-events', 'stream-events-assumed', 'stream-foreign'].map((id) => `${kebab(operation.id)}.${id}`),
    damage(answer) {
      if (answer.status >= 300 || !(answer.headers['content-type'] ?? '').startsWith(name)) return undefined
      let done = false
      const frames = decodeText(framing, answer.text).map((frame) => {
        if (done || readPointer(frame.value, pointer) === undefined) return frame
        const damaged = apply(frame.value)
        done = validator.check(eventSchema, damaged).some(({ note }) => !note)
        return done ? withValue(frame, damaged) : frame
      })
      return done ? { ...answer, text: frames.map((frame) => encodeText(framing, frame)).join('') } : undefined
    },
  }))
}
