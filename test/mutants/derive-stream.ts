import { kebab } from '../../src/contract/kebab.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import type { Operation, StreamSpec } from '../../src/spec/spec.ts'
import type { Validator } from '../../src/spec/validator.ts'
import { framingOf } from '../../src/wire/framing.ts'
import type { DecodedFrame } from '../../src/wire/wire-frame.ts'
import { deriveEventMutants } from './derive-event.ts'
import { FRAME_CHANGES, type FrameChange, pairChanges } from './frame-changes.ts'
import { breaksSequence, decodeText, encodeText, isStream, startsAs } from './frames.ts'
import type { Answer, Mutant } from './mutant.ts'

/** The mutants of the streams that an operation promises: their events, their order, their framing, their end. */
export function deriveStreamMutants(validator: Validator, operation: Operation): readonly Mutant[] {
  const media = [...operation.responses.values()].flatMap(({ content }) => [...content.values()])
  return media.flatMap(({ name, stream }) =>
    stream === undefined
      ? []
      : [
          ...orderMutants(operation, name, stream),
          ...wireMutants(operation, name),
          ...deriveEventMutants(validator, operation, name, stream),
        ],
  )
}

function orderMutants(operation: Operation, name: string, stream: StreamSpec): readonly Mutant[] {
  const framing = framingOf(stream.framing)
  const constants = stream.sequence?.constant ?? []
  const changes: readonly FrameChange[] = [...FRAME_CHANGES, ...pairChanges(stream), ...constants.map(constantChange)]
  return changes.map(({ kind, what, owners, change, mayBeLegal, takes }) => ({
    kind,
    operation: operation.id,
    what: `${name}: ${what}`,
    owners: owners.map((owner) => `${kebab(operation.id)}.${owner}`),
    damage: () => (answer) => {
      if (!isStream(answer, name)) return 'not asked'
      const frames = decodeText(framing, answer.text)
      const changed = change(frames, stream)
      if (changed === undefined) return 'no such part'
      if (!mayBeLegal && !breaksSequence(stream.sequence, changed)) return 'legal'
      return { ...answer, text: changed.map((frame) => encodeText(framing, frame)).join('') }
    },
    ...(takes && { takes: (answer) => takes(decodeText(framing, answer.text), stream) }),
  }))
}

function constantChange(pointer: string) {
  const change = (frames: readonly DecodedFrame[]) => {
    const at = frames.findLastIndex(({ value }) => typeof readPointer(value, pointer) === 'string')
    return frames.map((frame, index) => {
      const old = index === at ? JSON.stringify(readPointer(frame.value, pointer)) : undefined
      if (old === undefined || frame.data === undefined) return frame
      const data = frame.data.replaceAll(old, JSON.stringify('5d1c7d43-51d5-4a0f-9a0c-2f6f0f8e7a11'))
      return { ...frame, data, value: JSON.parse(data) as unknown }
    })
  }
  return { kind: 'stream-constant', what: pointer, owners: ['stream-constants'], change, mayBeLegal: false }
}

function wireMutants(operation: Operation, name: string): readonly Mutant[] {
  const id = kebab(operation.id)
  const make = (kind: string, owners: readonly string[], change: (answer: Answer) => Answer): Mutant => ({
    kind,
    operation: operation.id,
    what: name,
    owners: owners.map((owner) => `${id}.${owner}`),
    damage: () => (answer) =>
      !isStream(answer, name) ? 'not asked' : answer.text === '' ? 'no such part' : change(answer),
  })
  const framing = ['stream-framing', 'stream-end', 'stream-end-assumed']
  const half = (text: string) => text.slice(0, Math.max(0, text.length - 12))
  return [
    {
      ...make('stream-buffered', [], (answer) => answer),
      part: 'pace',
      hangs: true,
      owners: ['*.incremental', ...framing.map((owner) => `${id}.${owner}`)],
      damage: () => (answer) => {
        if (!startsAs(answer, name)) return 'not asked'
        return answer.waited ? answer : 'legal'
      },
    },
    make('frame-cut', framing, (answer) => ({ ...answer, text: half(answer.text), end: 'cut' })),
    {
      ...make('frame-stall', framing, (answer) => ({ ...answer, text: half(answer.text), end: 'stall' })),
      hangs: true,
    },
    make('frame-no-blank-line', framing, (answer) => ({ ...answer, text: answer.text.trimEnd() })),
    make('frame-not-json', framing, (answer) => ({ ...answer, text: answer.text.replace(/\{.*\}/, '{"broken') })),
  ]
}
