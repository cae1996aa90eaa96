import { matchMediaType, matchResponse } from '../../src/spec/match-response.ts'
import {
  endSequence,
  formatViolation,
  type SequenceViolation,
  startSequence,
  stepSequence,
} from '../../src/spec/sequence.ts'
import type { Operation, Spec, StreamSpec } from '../../src/spec/spec.ts'
import { createValidator, type Validator } from '../../src/spec/validator.ts'
import { readFrames } from '../../src/wire/read-frames.ts'

/** An answer that has been read to its end. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  /** Whole text of the body. */
  readonly text: string
  /** JSON of the body, where it is JSON. */
  readonly json: unknown
  /** Event values, where it is a stream. */
  readonly events: readonly unknown[]
}

/** Sends requests to a mock and holds each answer against the spec: status, media type, headers, schema, framing, sequence. */
export function createJudge(spec: Spec) {
  const validator = createValidator(spec)
  return async (operationId: string, response: Response): Promise<{ answer: Answer; objections: string[] }> => {
    const operation = spec.operations.get(operationId)
    if (!operation) throw new Error(`no operation ${operationId}`)
    return judgeAnswer(validator, operation, response)
  }
}

async function judgeAnswer(validator: Validator, operation: Operation, response: Response) {
  const promised = matchResponse(operation, response.status)
  const type = response.headers.get('content-type') ?? ''
  if (!promised)
    return { answer: await readAnswer(response), objections: [`status ${response.status} is not documented`] }
  const objections = promised.headers
    .filter(({ name, required }) => required && !response.headers.has(name))
    .map(({ name }) => `header ${name} is missing`)
  const mediaType = matchMediaType(promised.content, type)
  if (!mediaType) {
    const answer = await readAnswer(response)
    const bare = promised.content.size === 0 && answer.text === ''
    return {
      answer,
      objections: bare ? objections : [...objections, `media type ${type} is not documented for ${response.status}`],
    }
  }
  if (mediaType.stream) return judgeStream(validator, mediaType.stream, response, objections)
  const answer = await readAnswer(response)
  const isJson = /json/.test(mediaType.name)
  if (isJson && mediaType.schema) {
    objections.push(...validator.check(mediaType.schema, answer.json).map(({ at, message }) => `body${at} ${message}`))
  }
  return { answer, objections }
}

async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text()
  const isJson = /json/.test(response.headers.get('content-type') ?? '')
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson ? JSON.parse(text) : undefined,
    events: [],
  }
}

async function judgeStream(validator: Validator, stream: StreamSpec, response: Response, objections: string[]) {
  const events: unknown[] = []
  const decoder = new TextDecoder()
  const reader = readFrames(response.body, { framing: stream.framing, now: () => performance.now() })
  const { sequence } = stream
  const violations: SequenceViolation[] = []
  let state = sequence && startSequence(sequence)
  let text = ''
  for await (const { bytes, frames } of reader) {
    text += decoder.decode(bytes, { stream: true })
    for (const { kind, value, problem } of frames) {
      if (problem) objections.push(`frame ${events.length + 1}: ${problem}`)
      if (kind !== 'event') continue
      events.push(value)
      objections.push(
        ...validator
          .check(stream.eventSchema, value)
          .map(({ at, message }) => `event ${events.length}${at} ${message}`),
      )
      if (!sequence || !state) continue
      const step = stepSequence(sequence, state, value)
      state = step.state
      violations.push(...step.violations)
    }
  }
  const { how } = await reader.end
  if (sequence && state) violations.push(...endSequence(sequence, state, how === 'closed' ? 'closed' : 'cut'))
  objections.push(...violations.map(formatViolation))
  return { answer: { status: response.status, headers: response.headers, text, json: undefined, events }, objections }
}
