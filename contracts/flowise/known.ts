import { nameForRole } from '../../src/contract/flows.ts'
import type { Known } from '../../src/contract/probe.ts'
import { type Expectation, eventsOf, jsonOf, succeeded, type Transcript } from '../../src/contract/transcript.ts'
import type { components } from '../../src/generated/flowise.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { isRecord } from '../../src/spec/record.ts'

/** The roles whose flows are run. */
export const FLOW_ROLES = ['chatflow_id', 'agentflow_id', 'agents_id'] as const

export type FlowRole = (typeof FLOW_ROLES)[number]

/** The role whose flow opens with no other key than the one given. */
export const LOCKED = 'locked_flow_id'

/** A message, and what is expected of the answer to it. */
export interface Wish {
  readonly body: Readonly<Record<string, unknown>>
  readonly expects: Expectation
}

/** The question that default runs ask. */
export const QUESTION = 'Which is the largest ocean?'

/** The message that should be answered: the user's sample, else a question, which is a guess until this flow has answered it once. */
export function okRun(known: Known, role: FlowRole): Wish {
  const given = sampleBody(known, 'ok')
  if (given) return { body: given, expects: {} }
  const hasAnswered = firstRunOf(known, role) !== undefined
  return { body: { question: QUESTION }, expects: hasAnswered ? {} : { guess: OK_ADVICE } }
}

/** What makes a guess a sure message. */
export const OK_ADVICE = 'Give --sample ok=FILE with a message that this flow takes'

/** The body of a sample, without what a journey says itself; undefined when the user gave none, or something else. */
export function sampleBody({ samples }: Known, name: string): Wish['body'] | undefined {
  const body = samples[name]
  if (!isRecord(body)) return undefined
  const { streaming: _, chatId: __, ...message } = body
  return message
}

/** The first message that a flow has answered. */
export function firstRunOf({ transcripts }: Known, role: FlowRole): Transcript | undefined {
  return transcripts.find((run) => run.probe === nameForRole('blocking-run', role) && succeeded(run))
}

/** Any message that was answered: the one to the chatflow, else the one to the agentflow. */
export function anyRunOf(known: Known): Transcript | undefined {
  return FLOW_ROLES.map((role) => firstRunOf(known, role)).find((run) => run !== undefined)
}

/** A chat that no verify has used before: it is named after an answer of this one. */
export function newChat(known: Known, role: FlowRole, name: string): string | undefined {
  const run = firstRunOf(known, role)
  const id = run && messageIdOf(run)
  return id === undefined ? undefined : `${id}-${name}`
}

/** Id of the answer among the messages of its chat. */
export function messageIdOf(run: Transcript): string | undefined {
  return textAt(jsonOf(run), '/chatMessageId') ?? textAt(metadataOf(run), '/chatMessageId')
}

/** The chat that an answer names. */
export function chatIdOf(run: Transcript): string | undefined {
  return textAt(jsonOf(run), '/chatId') ?? textAt(metadataOf(run), '/chatId')
}

/** An execution of this verify: that of the blocking run. */
export function executionIdOf({ transcripts }: Known): string | undefined {
  for (const run of transcripts) {
    const id = run.probe === 'blocking-run@agentflow_id' ? textAt(jsonOf(run), '/executionId') : undefined
    if (id !== undefined) return id
  }
  return undefined
}

/** The feedback that a journey has left. */
export function feedbackIdOf({ transcripts }: Known): string | undefined {
  const made = transcripts.find((transcript) => transcript.operation === 'createFeedback' && succeeded(transcript))
  return made && textAt(jsonOf(made), '/id')
}

type EventName = components['schemas']['PredictionStreamEvent']['event']

/** Whether an event value is of this name. Its fields are not looked at. */
export function isNamed(event: unknown, name: EventName): boolean {
  return isRecord(event) && event.event === name
}

/** The data of all events of this name, in order. */
export function dataOf(run: Transcript, name: EventName): readonly unknown[] {
  return eventsOf(run).flatMap((event) => (isNamed(event, name) ? [readPointer(event, '/data')] : []))
}

/** What the last events of a stream that went well tell of it. */
export function metadataOf(run: Transcript): unknown {
  return dataOf(run, 'metadata').at(-1)
}

/** The text that a stream gave out. */
export function streamedText(run: Transcript): string {
  return dataOf(run, 'token').join('')
}

/** What a flow that waits asks a person, in an answer of either form. */
export function actionOf(run: Transcript): unknown {
  return readPointer(jsonOf(run), '/action') ?? dataOf(run, 'action').at(-1)
}

/** The nodes that ran, as an answer of either form tells them in the end. */
export function nodesOf(run: Transcript): readonly unknown[] {
  const nodes = readPointer(jsonOf(run), '/agentFlowExecutedData') ?? dataOf(run, 'agentFlowExecutedData').at(-1)
  return Array.isArray(nodes) ? nodes : []
}

/** The text at a pointer; undefined when there is none. */
export function textAt(value: unknown, pointer: string): string | undefined {
  const text = readPointer(value, pointer)
  return typeof text === 'string' ? text : undefined
}
