import { nameForRole } from '../../src/contract/flows.ts'
import type { Known } from '../../src/contract/probe.ts'
import type { Expectation } from '../../src/contract/transcript.ts'
import { eventsOf, jsonOf, succeeded, type Transcript } from '../../src/contract/transcript.ts'
import type { ExecutionStreamEvent } from '../../src/generated/waterflai.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { isRecord } from '../../src/spec/record.ts'

/** The roles whose flows are run. */
export const FLOW_ROLES = ['chatflow_id', 'workflow_id'] as const

export type FlowRole = (typeof FLOW_ROLES)[number]

/** The role whose chatbot is talked to. */
export const CHATBOT = 'simple_chatbot_id'

/** A body, and what is expected of the answer to it. */
export interface Wish {
  readonly body: Readonly<Record<string, unknown>>
  readonly expects: Expectation
}

const QUESTION = 'Which is the largest ocean?'

/** The run that should succeed: the user's sample, else a question, which is a guess until this flow has answered it once. */
export function okRun(known: Known, role: FlowRole): Wish {
  const given = sampleBody(known, 'ok')
  if (given) return { body: given, expects: {} }
  const body = { input_data: { query: QUESTION, user_id: 'flowproof' } }
  return { body, expects: hasAnswered(known, role) ? {} : { guess: OK_ADVICE } }
}

/** What makes a guess a sure run. */
export const OK_ADVICE = 'Give --sample ok=FILE with a request that this flow takes'

/** Whether a flow has answered who waited for it. */
export function hasAnswered({ transcripts }: Known, role: FlowRole): boolean {
  return transcripts.some((run) => run.probe === nameForRole('blocking-run', role) && succeeded(run))
}

/** The chat completion that should succeed, without its model and its mode. */
export function okChat(known: Known): Wish {
  const given = sampleBody(known, 'chat')
  if (given) return { body: given, expects: {} }
  const body = { messages: [{ role: 'user', content: QUESTION }] }
  return { body, expects: { guess: 'Give --sample chat=FILE with a request that this chatbot takes' } }
}

/** The body of a sample; undefined when the user gave none, or something else. */
export function sampleBody({ samples }: Known, name: string): Wish['body'] | undefined {
  const body = samples[name]
  return isRecord(body) ? body : undefined
}

/** A job that has ended, else any that was started. */
export function jobIdOf({ transcripts }: Known): string | undefined {
  const ended = transcripts.find((transcript) => transcript.operation === 'getExecution' && isOver(stateOf(transcript)))
  const started = transcripts.find(
    (transcript) => transcript.operation === 'startExecution' && executionIdOf(transcript) !== undefined,
  )
  return ended?.request.parameters.execution_id ?? (started && executionIdOf(started))
}

/** The id of the job that a request started; undefined when it started none. */
export function executionIdOf(start: Transcript): string | undefined {
  const id = readPointer(jsonOf(start), '/execution_id')
  return succeeded(start) && typeof id === 'string' ? id : undefined
}

/** The state of a job that an answer tells; undefined when it tells none. */
export function stateOf(poll: Transcript): unknown {
  return succeeded(poll) ? readPointer(jsonOf(poll), '/status') : undefined
}

/** Whether nothing follows a state. */
export function isOver(state: unknown): boolean {
  return state === 'COMPLETED' || state === 'FAILED' || state === 'CANCELLED'
}

type EventName = ExecutionStreamEvent['type']

/** Whether an event value is of this name. Its fields are not looked at. */
export function isNamed(event: unknown, name: EventName): boolean {
  return isRecord(event) && event.type === name
}

/** The events of this name, in order. */
export function eventsNamed(transcript: Transcript, name: EventName): readonly unknown[] {
  return eventsOf(transcript).filter((event) => isNamed(event, name))
}

/** The progress that an event tells; undefined when it tells none. */
export function progressOf(event: unknown): number | undefined {
  const progress = readPointer(event, '/progress')
  return isNamed(event, 'progress_update') && typeof progress === 'number' ? progress : undefined
}
