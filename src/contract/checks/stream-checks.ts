import { formatViolation, type Sequence, type SequenceViolation } from '../../spec/sequence.ts'
import type { Operation, Spec, StreamSpec } from '../../spec/spec.ts'
import type { Check, Evidence, Observation } from '../check.ts'
import { expectThat, KEPT } from '../check.ts'
import { streamedMediaType } from '../coverage.ts'
import { judgeStream } from '../judge-stream.ts'
import { kebab } from '../kebab.ts'
import type { PlatformContract } from '../platform-contract.ts'
import { showProblems } from '../show-problems.ts'
import { hasSoftPart, isSoft } from '../soft-promises.ts'
import { placeFrame, type Streamed, wholeStreams } from '../streamed.ts'
import { framesOf, type ReceivedFrame, shorten, showEnd, type Transcript } from '../transcript.ts'
import { goodOnes } from './answer-checks.ts'
import { judgeFraming } from './judge-framing.ts'

/** What a streamed answer of an operation has to keep, frame by frame and as a whole. */
export function streamChecks(
  spec: Spec,
  contract: PlatformContract,
  operation: Operation,
  probes: readonly string[],
): readonly Check[] {
  const mediaType = streamedMediaType(operation)
  const stream = mediaType?.stream
  if (!stream) return []
  const endMark = contract.requests[operation.id]?.endMark
  return clausesOf(spec, contract, stream, endMark).map(({ name, claim, at, judge }) => ({
    id: `${kebab(operation.id)}.stream-${name}`,
    claim,
    operation: operation.id,
    source: at === undefined ? stream.eventSchema : `${mediaType.pointer}/${at}`,
    needs: probes,
    judge: (evidence) =>
      wholeStreams(goodOnes(evidence, operation)).flatMap((streamed) => {
        const seen = judge(streamed, evidence)
        return seen === undefined ? [] : [placeFrame(streamed, seen)]
      }),
  }))
}

interface Clause {
  readonly name: string
  readonly claim: Check['claim']
  /** Member of the media type that makes the promise; without it, the schema of its events does. */
  readonly at?: 'x-framing' | 'x-sequence'
  readonly judge: (streamed: Streamed, evidence: Evidence) => Observation | undefined
}

const FRAMING = 'MUST send whole frames that decode, in UTF-8 and JSON'
const EVENTS = 'MUST send events that fit the schema of their name'
const ASSUMED = 'SHOULD send events as the spec assumes where documents are silent'

function clausesOf(
  spec: Spec,
  { keepAlive }: PlatformContract,
  stream: StreamSpec,
  endMark: string | undefined,
): readonly Clause[] {
  const { sequence, eventSchema } = stream
  const clauses: readonly (Clause | false)[] = [
    { name: 'framing', claim: FRAMING, at: 'x-framing', judge: judgeFraming(stream, endMark) },
    { name: 'events', claim: EVENTS, judge: judgeEvents(stream, false) },
    hasSoftPart(spec, eventSchema) && { name: 'events-assumed', claim: ASSUMED, judge: judgeEvents(stream, true) },
    ...(sequence ? orderClauses(sequence) : []),
    ...endClauses(sequence),
    keepAlive !== undefined && {
      name: 'keep-alive',
      at: 'x-framing',
      claim: `SHOULD never be silent for longer than ${keepAlive / 1000} s`,
      judge: judgeSilence(keepAlive),
    },
  ]
  return clauses.filter((clause) => clause !== false)
}

const FOREIGN = 'SHOULD send no events that the spec does not know'

function orderClauses(sequence: Sequence): readonly Clause[] {
  const none = (kinds: readonly SequenceViolation['kind'][], expected: string) => judgeOrder(sequence, kinds, expected)
  const level = levelFor(sequence)
  const constants = sequence.constant.join(', ')
  const clauses: readonly (Clause | false)[] = [
    {
      name: 'order',
      claim: `${level} send events in the order of its sequence`,
      judge: none(['order', 'unnamed'], 'events in the order of x-sequence'),
    },
    { name: 'foreign', claim: FOREIGN, judge: none(['foreign'], 'only events of the spec') },
    sequence.pairs.length > 0 && {
      name: 'pairs',
      claim: `${level} open and close what belongs together`,
      judge: none(PAIRS, 'each pair opened once, then closed'),
    },
    sequence.constant.length > 0 && {
      name: 'constants',
      claim: `${level} keep its ids the same in all events`,
      judge: none(['constant-changed'], `the same ${constants} in all events`),
    },
  ]
  return clauses.flatMap((clause) => (clause === false ? [] : [{ ...clause, at: 'x-sequence' }]))
}

const PAIRS = ['pair-not-open', 'pair-open-twice', 'pair-left-open', 'pair-unkeyed'] as const

/** What is inferred is no MUST. */
function levelFor({ assumed }: Sequence): 'MUST' | 'SHOULD' {
  return assumed ? 'SHOULD' : 'MUST'
}

// That a stream ends by itself is a promise of its own where the order of its events is only assumed.
function endClauses(sequence: Sequence | undefined): readonly Clause[] {
  if (!sequence?.assumed) {
    const claim = 'MUST reach its last event, be closed then, and not break off'
    return [{ name: 'end', claim, at: 'x-sequence', judge: judgeBoth(judgeClosing, judgeLast(sequence)) }]
  }
  return [
    { name: 'end', claim: 'MUST be closed by the server, and not break off', at: 'x-sequence', judge: judgeClosing },
    {
      name: 'end-assumed',
      at: 'x-sequence',
      claim: 'SHOULD reach its last event, and send nothing after it',
      judge: judgeLast(sequence),
    },
  ]
}

const judgeOrder =
  (sequence: Sequence, kinds: readonly SequenceViolation['kind'][], expected: string) =>
  ({ transcript }: Streamed): Observation => {
    const found = judgeStream(sequence, transcript).violations.filter(({ kind }) => kinds.includes(kind))
    return expectThat(found.length === 0, transcript, expected, () => showViolations(found), frameOf(transcript, found))
  }

const judgeEvents =
  ({ eventSchema, sequence }: StreamSpec, soft: boolean) =>
  ({ transcript, body }: Streamed, { spec, validator }: Evidence): Observation => {
    let position = 0
    for (const [frame, { value }] of body.frames.entries()) {
      if (value === undefined) continue
      position += 1
      const name = sequence?.symbolOf(value)
      // An event without a known name fits no schema: that is drift or disorder, and judged as such.
      if (sequence && name === undefined) continue
      const problems = validator.check(eventSchema, value).filter((problem) => isSoft(spec, problem) === soft)
      if (problems.length === 0) continue
      const actual = `event ${position} (${name ?? 'unnamed'}): ${showProblems(problems)}`
      return {
        verdict: 'broken',
        expected: 'every event valid against the schema of its name',
        actual,
        transcript,
        frame,
      }
    }
    return KEPT
  }

const AT_THE_END = 'the last event of its sequence, then the end of the stream'

function judgeClosing({ transcript, answer, body }: Streamed): Observation | undefined {
  const { how, at } = answer.end
  if (how === 'left') return undefined
  const tail = body.unfinished === undefined ? '' : ` inside a frame: ${shorten(body.unfinished, 80)}`
  const actual = `${body.frames.length} frames in ${Math.round(at)} ms, then ${showEnd(answer.end)}${tail}`
  return expectThat(how === 'closed', transcript, AT_THE_END, () => actual)
}

const judgeLast =
  (sequence: Sequence | undefined) =>
  ({ transcript, answer }: Streamed): Observation | undefined => {
    if (answer.end.how !== 'closed') return undefined
    if (!sequence) return KEPT
    const wrong = judgeStream(sequence, transcript).violations.filter(
      ({ kind }) => kind === 'ended-early' || kind === 'after-end',
    )
    return expectThat(
      wrong.length === 0,
      transcript,
      AT_THE_END,
      () => showViolations(wrong),
      frameOf(transcript, wrong),
    )
  }

const judgeBoth =
  (first: Clause['judge'], second: Clause['judge']): Clause['judge'] =>
  (streamed, evidence) => {
    const seen = first(streamed, evidence)
    return seen?.verdict === 'broken' ? seen : (second(streamed, evidence) ?? seen)
  }

const judgeSilence =
  (most: number) =>
  ({ transcript, answer, body }: Streamed): Observation => {
    const gap = longestGap(answer.headAt, body.frames)
    return expectThat(
      gap <= most,
      transcript,
      `a frame at least every ${most} ms`,
      () => `${Math.round(gap)} ms without one`,
    )
  }

function longestGap(headAt: number, frames: readonly ReceivedFrame[]): number {
  return frames.reduce(({ last, most }, { at }) => ({ last: at, most: Math.max(most, at - last) }), {
    last: headAt,
    most: 0,
  }).most
}

// Violations count events; frames that hold none stand between them.
function frameOf(transcript: Transcript, [first]: readonly SequenceViolation[]): number | undefined {
  const position = first && 'position' in first ? first.position : undefined
  if (position === undefined) return undefined
  const events = [...framesOf(transcript).entries()].filter(([, { value }]) => value !== undefined)
  return events[position - 1]?.[0]
}

function showViolations(violations: readonly SequenceViolation[]): string {
  const [first] = violations
  return first ? `${formatViolation(first)}${violations.length > 1 ? `; ${violations.length - 1} more` : ''}` : ''
}
