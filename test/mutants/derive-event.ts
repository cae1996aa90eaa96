import { kebab } from '../../src/contract/kebab.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import type { Operation, StreamSpec } from '../../src/spec/spec.ts'
import type { Validator } from '../../src/spec/validator.ts'
import { framingOf } from '../../src/wire/framing.ts'
import { decodeText, encodeText, isStream, withValue } from './frames.ts'
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
    damage: () => (answer) => {
      if (!isStream(answer, name)) return 'not asked'
      const frames = decodeText(framing, answer.text)
      const own = frames.filter(({ value }) => readPointer(value, pointer) !== undefined)
      const broken = own.find(({ value }) => validator.check(eventSchema, apply(value)).some(({ note }) => !note))
      if (broken === undefined) return own.length === 0 ? 'no such part' : 'legal'
      const changed = frames.map((frame) => (frame === broken ? withValue(frame, apply(frame.value)) : frame))
      return { ...answer, text: changed.map((frame) => encodeText(framing, frame)).join('') }
    },
  }))
}
