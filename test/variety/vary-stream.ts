import type { ReceivedFrame } from '../../src/contract/transcript.ts'
import type { Dice } from './random.ts'
import { type Scope, type ValueVariety, varyValue, writeJson } from './vary-value.ts'

/** Ways to write server-sent events of which the standard says that they mean the same. */
export const DRESSINGS = [
  'line-ends',
  'byte-order-mark',
  'keep-alives',
  'comments',
  'ids',
  'retry-times',
  'space',
  'data-lines',
  'field-order',
] as const

export type Dressing = (typeof DRESSINGS)[number]

/** Events that come between those of a run: such as the sequence lets stand anywhere, and such as the document does not know. */
export type Guest = 'free' | 'foreign'

/** What may be different about the bytes of a stream. */
export interface StreamVariety extends ValueVariety {
  readonly dressings: readonly Dressing[]
  readonly guests: readonly Guest[]
}

/** Text that arrives at a time, in milliseconds since its request. */
export interface TimedText {
  readonly text: string
  readonly at: number
}

/** A frame, and what may be changed about its event; undefined for what is no event of the spec. */
export interface ScopedFrame {
  readonly frame: ReceivedFrame
  readonly scope: Scope | undefined
  /** Text of events that may come before it. */
  readonly before: Readonly<Record<Guest, readonly string[]>>
}

/** Makes a writer of one stream's frames, in another way that is as legal; each frame goes through it once, in order. */
export function createFrameWriter(
  framing: string,
  variety: StreamVariety,
  dice: Dice,
): (scoped: ScopedFrame) => TimedText {
  const has = (dressing: Dressing): boolean => variety.dressings.includes(dressing)
  const guestsOf = ({ before }: ScopedFrame): readonly string[] =>
    variety.guests.flatMap((guest) => (before[guest].length > 0 && dice.chance(0.2) ? [dice.pick(before[guest])] : []))
  if (framing !== 'sse') {
    const lineEnd = has('line-ends') ? '\r\n' : '\n'
    return (scoped) => {
      const { frame, scope } = scoped
      const text = scope ? writeJson(varyValue(scope, variety, dice), false, variety, dice) : frame.raw
      const between = has('keep-alives') && dice.chance(0.3) ? [''] : []
      const lines = [...guestsOf(scoped), text].flatMap((line) => [line, '', ...between])
      return { at: frame.at, text: lines.map((line) => line + lineEnd).join('') }
    }
  }
  const lineEnd = has('line-ends') ? dice.pick(['\r\n', '\r']) : '\n'
  const keepAlive = (): readonly string[] =>
    has('keep-alives') ? dice.pick([[], [': alive', ''], [':', ''], ['']]) : []
  let start = has('byte-order-mark') ? '\uFEFF' : ''
  return (scoped) => {
    const { frame, scope } = scoped
    const own = scope ? writeFrame(frame, varyValue(scope, variety, dice), variety, dice) : frame.raw.split('\n')
    const guests = guestsOf(scoped).flatMap((guest) => [...guest.split('\n'), ''])
    const lines = [...keepAlive(), ...guests, ...own, '', ...keepAlive()]
    const text = start + lines.map((line) => line + lineEnd).join('')
    start = ''
    return { at: frame.at, text }
  }
}

function writeFrame(frame: ReceivedFrame, value: unknown, variety: StreamVariety, dice: Dice): readonly string[] {
  const has = (dressing: Dressing): boolean => variety.dressings.includes(dressing)
  const usual = /^data: /m.test(frame.raw) ? ' ' : ''
  const space = has('space') ? dice.pick(['', ' ']) : usual
  const text = writeJson(value, has('data-lines') && dice.chance(0.3), variety, dice)
  const data = text.split('\n').map((line) => `data:${space}${line}`)
  const before = frame.fields.findIndex(({ name }) => name === 'data')
  const fields = frame.fields.map(({ name, value: said }) => `${name}:${SPACED.test(frame.raw) ? ' ' : ''}${said}`)
  const more = [
    ...(has('ids') && frame.id === undefined && dice.chance(0.2) ? [`id: ${dice.below(1_000)}-0`] : []),
    ...(has('retry-times') && dice.chance(0.2) ? ['retry: 3000'] : []),
    ...(has('comments') && dice.chance(0.2) ? [': said in between'] : []),
  ]
  const [first, last] = [fields.slice(0, before), fields.slice(before).filter((line) => !line.startsWith('data:'))]
  return has('field-order') && dice.chance(0.5)
    ? [...data, ...more, ...first, ...last]
    : [...first, ...more, ...data, ...last]
}

/** Whether the fields of a frame have a space after their colons. */
const SPACED = /^\w+: /
