import { kebab } from '../../src/contract/kebab.ts'
import { schemaParts } from '../../src/contract/schema-parts.ts'
import { joinPointer, readPointer } from '../../src/spec/pointer.ts'
import { isRecord } from '../../src/spec/record.ts'
import type { Operation, StreamSpec } from '../../src/spec/spec.ts'
import type { Validator } from '../../src/spec/validator.ts'
import type { DecodedFrame } from '../../src/wire/wire-frame.ts'
import { framesOf, textOf, withValue } from './frames.ts'
import { isStream, type Mutant } from './mutant.ts'
import { schemaDamages } from './schema-damages.ts'

const EVENTS = ['stream-events', 'stream-events-assumed', 'stream-foreign']

/** The mutants of the fields that each event of a stream must have: each breaks the first event that is illegal then. */
export function deriveEventMutants(
  validator: Validator,
  operation: Operation,
  name: string,
  stream: StreamSpec,
): readonly Mutant[] {
  const { document } = validator.spec
  return membersOf(document, stream.eventSchema).flatMap(([member, schema]) => {
    const ofMember = once((frames: readonly DecodedFrame[]) =>
      frames.filter(({ value }) => value !== undefined && validator.check(schema, value).length === 0),
    )
    return schemaDamages(document, readPointer(document, schema)).map(({ kind, pointer, apply }) => ({
      kind: `event-${kind}`,
      operation: operation.id,
      what: `${name}: ${member} ${pointer}`,
      about: `a whole stream as ${name}`,
      // An event without its name is out of order.
      owners: (pointer === stream.sequence?.machine.symbol ? ['stream-order', ...EVENTS] : EVENTS).map(
        (id) => `${kebab(operation.id)}.${id}`,
      ),
      begin: () => (answer) => {
        if (!isStream(answer, name)) return 'not-asked'
        const frames = framesOf(stream, answer.text)
        const of = ofMember(frames).filter(({ value }) => readPointer(value, pointer) !== undefined)
        const isBroken = (value: unknown) => validator.check(stream.eventSchema, apply(value)).some(({ note }) => !note)
        const hit = of.find(({ value }) => isBroken(value))
        if (hit === undefined) return of.length === 0 ? 'absent' : 'legal'
        return {
          ...answer,
          text: textOf(frames.map((frame) => (frame === hit ? withValue(frame, apply(frame.value)) : frame))),
        }
      },
    }))
  })
}

/** Remembers what a function gave for each object. */
function once<T extends object, Result extends object>(tell: (object: T) => Result): (object: T) => Result {
  const told = new WeakMap<T, Result>()
  return (object) => {
    const known = told.get(object) ?? tell(object)
    told.set(object, known)
    return known
  }
}

/** The members of a union of events by name, each with a pointer to its schema; of what is no union, the whole. */
function membersOf(document: unknown, pointer: string): readonly (readonly [string, string])[] {
  const schema = readPointer(document, pointer)
  const reference = isRecord(schema) ? schema.$ref : undefined
  if (typeof reference === 'string') return membersOf(document, decodeURIComponent(reference.slice(1)))
  const [union] = schemaParts(document, schema).flatMap(({ oneOf, anyOf }) => [oneOf, anyOf].filter(Array.isArray))
  if (union === undefined) return [[pointer.split('/').at(-1) ?? '', pointer]]
  const keyword = isRecord(schema) && Array.isArray(schema.oneOf) ? 'oneOf' : 'anyOf'
  return union.flatMap((_, index) => membersOf(document, joinPointer(pointer, keyword, index)))
}
