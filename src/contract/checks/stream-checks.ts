import { formatViolation, type Sequence, type SequenceViolation } from '../../spec/sequence.ts'
import type { Operation, Spec, StreamSpec } from '../../spec/spec.ts'
import type { Check, Evidence, Observation } from '../check.ts'
import { expectThat, KEPT } from '../check.ts'
import { streamOf } from '../coverage.ts'
import { judgeStream } from '../judge-stream.ts'
import { kebab } from '../kebab.ts'
import type { PlatformContract } from '../platform-contract.ts'
import { showProblems } from '../show-problems.ts'
import { hasSoftPart, isSoft } from '../soft-promises.ts'
import { type Answer, type ReceivedFrame, type StreamBody, shorten, type Transcript } from '../transcript.ts'
import { goodOnes } from './answer-checks.ts'

/** What a streamed answer of an operation has to keep, frame by frame and as a whole. */
export function streamChecks(
  spec: Spec,
  contract: PlatformContract,
  operation: Operation,
  probes: readonly string[],
): readonly Check[] {
  const stream = streamOf(operation)
  if (!stream) return []
  return clausesOf(spec, contract, stream).map(({ name, claim, judge }) => ({
    id: `${kebab(operation.id)}.stream-${name}`,
    claim,
    operation: operation.id,
    needs: probes,
    judge: (evidence) => streamsOf(evidence, operation).flatMap((streamed) => judge(streamed, evidence) ?? []),
  }))
}

interface Clause {
  readonly name: string
  readonly claim: Check['claim']
  readonly judge: (streamed: Streamed, evidence: Evidence) => Observation | undefined
}

const FRAMING = 'MUST send whole frames that decode, in UTF-8 and JSON'
const EVENTS = 'MUST send events that fit the schema of their name'
const ASSUMED = 'SHOULD send events as the spec assumes where documents are silent'
const END = 'MUST reach its last event, be closed then, and not break off'

function clausesOf(spec: Spec, { keepAlive }: PlatformContract, stream: StreamSpec): readonly Clause[] {
  const { sequence, eventSchema } = stream
  const clauses: readonly (Clause | false)[] = [
    { name: 'framing', claim: FRAMING, judge: judgeFraming },
    { name: 'events', claim: EVENTS, judge: judgeEvents(stream, false) },
    hasSoftPart(spec, eventSchema) && { name: 'events-assumed', claim: ASSUMED, judge: judgeEvents(stream, true) },
    ...(sequence ? orderClauses(sequence) : []),
    { name: 'end', claim: END, judge: judgeEnd(sequence) },
    keepAlive !== undefined && {
      name: 'keep-alive',
      claim: `SHOULD never be silent for longer than ${keepAlive / 1000} s`,
      judge: judgeSilence(keepAlive),
    },
  ]
  return clauses.filter((clause) => clause !== false)
}

const ORDER = 'MUST send events in the order of its sequence'
const FOREIGN = 'SHOULD send no events that the spec does not know'
const PAIRED = 'MUST open and close what belongs together'
const CONSTANT = 'MUST keep its ids the same in all events'

function orderClauses(sequence: Sequence): readonly Clause[] {
  const none = (kinds: readonly SequenceViolation['kind'][], expected: string) => judgeOrder(sequence, kinds, expected)
  const constants = sequence.constant.join(', ')
  const clauses: readonly (Clause | false)[] = [
    { name: 'order', claim: ORDER, judge: none(['order', 'unnamed'], 'events in the order of x-sequence') },
    { name: 'foreign', claim: FOREIGN, judge: none(['foreign'], 'only events of the spec') },
    sequence.pairs.length > 0 && {
      name: 'pairs',
      claim: PAIRED,
      judge: none(PAIRS, 'each pair opened once, then closed'),
    },
    sequence.constant.length > 0 && {
      name: 'constants',
      claim: CONSTANT,
      judge: none(['constant-changed'], `the same ${constants} in all events`),
    },
  ]
  return clauses.filter((clause) => clause !== false)
}

const PAIRS = ['pair-not-open', 'pair-open-twice', 'pair-left-open', 'pair-unkeyed'] as const

interface Streamed {
  readonly transcript: Transcript
  readonly answer: Answer
  readonly body: StreamBody
}

function streamsOf(evidence: Evidence, operation: Operation): readonly Streamed[] {
  return goodOnes(evidence, operation).flatMap((transcript) => {
    const { answer } = transcript
    return answer?.body.kind === 'stream' ? [{ transcript, answer, body: answer.body }] : []
  })
}

const judgeOrder =
  (sequence: Sequence, kinds: readonly SequenceViolation['kind'][], expected: string) =>
  ({ transcript }: Streamed): Observation => {
    const found = judgeStream(sequence, transcript).violations.filter(({ kind }) => kinds.includes(kind))
    return expectThat(found.length === 0, transcript, expected, () => showViolations(found))
  }

function judgeFraming({ transcript, answer, body }: Streamed): Observation {
  const expected = 'whole frames of UTF-8 with JSON data'
  const index = body.frames.findIndex(({ problem }) => problem !== undefined)
  const bad = body.frames[index]
  const said = bad && `frame ${index + 1} (${bad.problem}): ${shorten(bad.raw, 120)}`
  if (said) return { verdict: 'broken', expected, actual: said, transcript }
  const unfinished = answer.end.how === 'closed' ? body.unfinished : undefined
  if (unfinished === undefined) return KEPT
  return {
    verdict: 'broken',
    expected,
    actual: `a last frame without its end: ${shorten(unfinished, 120)}`,
    transcript,
  }
}

const judgeEvents =
  ({ eventSchema, sequence }: StreamSpec, soft: boolean) =>
  ({ transcript, body }: Streamed, { spec, validator }: Evidence): Observation => {
    let position = 0
    for (const { value } of body.frames) {
      if (value === undefined) continue
      position += 1
      const name = sequence?.symbolOf(value)
      // An event without a known name fits no schema: that is drift or disorder, and judged as such.
      if (sequence && name === undefined) continue
      const problems = validator.check(eventSchema, value).filter((problem) => isSoft(spec, problem) === soft)
      if (problems.length === 0) continue
      const actual = `event ${position} (${name ?? 'unnamed'}): ${showProblems(problems)}`
      return { verdict: 'broken', expected: 'every event valid against the schema of its name', actual, transcript }
    }
    return KEPT
  }

const judgeEnd =
  (sequence: Sequence | undefined) =>
  ({ transcript, answer, body }: Streamed): Observation | undefined => {
    const { how, at } = answer.end
    if (how === 'left') return undefined
    const expected = 'the last event of its sequence, then the end of the stream'
    if (how !== 'closed') {
      const tail = body.unfinished === undefined ? '' : ` inside a frame: ${shorten(body.unfinished, 80)}`
      const actual = `${how} after ${body.frames.length} frames and ${Math.round(at)} ms${tail}`
      return { verdict: 'broken', expected, actual, transcript }
    }
    if (!sequence) return KEPT
    const wrong = judgeStream(sequence, transcript).violations.filter(
      ({ kind }) => kind === 'ended-early' || kind === 'after-end',
    )
    return expectThat(wrong.length === 0, transcript, expected, () => showViolations(wrong))
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

function showViolations(violations: readonly SequenceViolation[]): string {
  const [first] = violations
  return first ? `${formatViolation(first)}${violations.length > 1 ? `; ${violations.length - 1} more` : ''}` : ''
}
