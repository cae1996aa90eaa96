import { kebab } from '../../src/contract/kebab.ts'
import type { Operation } from '../../src/spec/spec.ts'
import type { Validator } from '../../src/spec/validator.ts'
import { deriveEventMutants } from './derive-event.ts'
import { deriveOrderMutants } from './derive-order.ts'
import type { Answer, Damage, Mutant } from './mutant.ts'
import { isStream } from './mutant.ts'
import { streamsOf } from './streams-of.ts'

/** The mutants of the streams that an operation promises: their events, their order, their framing, their end. */
export function deriveStreamMutants(validator: Validator, operation: Operation): readonly Mutant[] {
  return streamsOf(operation).flatMap(({ name, stream }) => [
    ...deriveOrderMutants(operation, name, stream),
    ...wireMutants(operation, name),
    ...deriveEventMutants(validator, operation, name, stream),
  ])
}

function wireMutants(operation: Operation, name: string): readonly Mutant[] {
  const id = kebab(operation.id)
  const on =
    (change: (answer: Answer) => Answer): Damage =>
    (answer) => {
      if (!isStream(answer, name)) return 'not-asked'
      return answer.text.includes('{') ? change(answer) : 'absent'
    }
  const make = (kind: string, change: (answer: Answer) => Answer): Mutant => ({
    kind,
    operation: operation.id,
    what: name,
    about: `a whole stream as ${name}`,
    owners: ['stream-framing', 'stream-end', 'stream-end-assumed'].map((owner) => `${id}.${owner}`),
    begin: () => on(change),
  })
  const half = (text: string) => text.slice(0, Math.max(0, text.length - 12))
  return [
    make('frame-cut', (answer) => ({ ...answer, text: half(answer.text), end: 'cut' })),
    make('frame-stall', (answer) => ({ ...answer, text: half(answer.text), end: 'stall' })),
    make('frame-no-blank-line', (answer) => ({ ...answer, text: answer.text.trimEnd() })),
    make('frame-not-json', (answer) => ({ ...answer, text: answer.text.replace(/\{.*\}/, '{"broken') })),
    {
      ...make('stream-held', (answer) => answer),
      about: `a stream as ${name} while its run went on`,
      part: 'held',
      owners: ['*.incremental'],
    },
  ]
}
