import { expectThat, type Observation } from '../../src/contract/check.ts'
import { refusedGuess } from '../../src/contract/checks/answer-checks.ts'
import { requestsTo, type Scene, type Sight } from '../../src/contract/journey-checks.ts'
import { showJson } from '../../src/contract/show-json.ts'
import { eventsOf, jsonOf, showAnswer, succeeded, type Transcript } from '../../src/contract/transcript.ts'
import type { operations } from '../../src/generated/langflow.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { dataNamed } from './known.ts'

export type OperationId = keyof operations

/** A stream, and the events of it and of its other parts. */
export interface Told {
  readonly transcript: Transcript
  readonly events: readonly unknown[]
}

/** Judges the first answer of a journey to an operation that is a success; what was refused shows nothing. */
export function ofAnswer(
  operation: OperationId,
  judge: (answer: unknown, transcript: Transcript, scene: Scene) => Sight,
): (scene: Scene) => Sight {
  return (scene) => {
    const [first] = requestsTo(scene, operation)
    const answered = requestsTo(scene, operation).find(
      (transcript) => succeeded(transcript) && jsonOf(transcript) !== undefined,
    )
    if (answered) return judge(jsonOf(answered), answered, scene)
    return first ? whyNothing(first) : 'no answer came'
  }
}

/** Judges the events of a journey's streams of one operation, as one stream. */
export function ofEvents(operation: OperationId, judge: (told: Told, scene: Scene) => Sight): (scene: Scene) => Sight {
  return (scene) => {
    const told = toldBy(scene, operation)
    if (told) return judge(told, scene)
    const [first] = requestsTo(scene, operation)
    return first ? whyNothing(first) : 'no stream came'
  }
}

/** The events of a journey's streams of one operation; undefined when none came. */
export function toldBy(scene: Scene, operation: OperationId): Told | undefined {
  const streams = requestsTo(scene, operation).filter(
    (transcript) => succeeded(transcript) && transcript.answer?.body.kind === 'stream',
  )
  const [transcript] = streams
  return transcript && { transcript, events: streams.flatMap(eventsOf) }
}

function whyNothing(transcript: Transcript): string {
  const { answer, expects } = transcript
  if (expects.guess !== undefined && answer && answer.status >= 400) return refusedGuess(transcript)
  return `the answer shows nothing of it: ${showAnswer(transcript)}`
}

/** What another journey was answered by an operation, at first. */
export function answerOf({ all }: Scene, probe: string, operation: OperationId): unknown {
  const found = all.find(
    (transcript) => transcript.probe === probe && transcript.operation === operation && succeeded(transcript),
  )
  return found && jsonOf(found)
}

/** The result that the last event of a streamed run holds. */
export function resultIn(events: readonly unknown[]): unknown {
  return readPointer(dataNamed(events, 'end').at(-1), '/result')
}

/** Whether two values are the same text, number or truth. */
export function same(transcript: Transcript, where: string, wanted: unknown, got: unknown): Observation {
  return expectThat(wanted === got, transcript, `${showJson(wanted)} at ${where}`, () => showJson(got))
}

/** Whether two lists have the same members, in any order. */
export function sameMembers(
  transcript: Transcript,
  what: string,
  wanted: readonly string[],
  got: readonly string[],
): Observation {
  const [a, b] = [wanted.toSorted(), got.toSorted()]
  return expectThat(
    JSON.stringify(a) === JSON.stringify(b),
    transcript,
    `${what}: ${a.join(', ') || 'none'}`,
    () => b.join(', ') || 'none',
  )
}

/** The code of a refusal of a workflow: one of an unknown thing may stand without `detail` around it. */
export function codeOf(transcript: Transcript): unknown {
  const body = jsonOf(transcript)
  return readPointer(body, '/detail/code') ?? readPointer(body, '/code')
}
