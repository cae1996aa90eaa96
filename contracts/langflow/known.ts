import { missingFlow } from '../../src/contract/flows.ts'
import type { Known } from '../../src/contract/probe.ts'
import { eventsOf, jsonOf, succeeded, type Transcript } from '../../src/contract/transcript.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { isRecord } from '../../src/spec/record.ts'

/** The only role: everything is run by the same flow, unless a sample names another one. */
export const ROLE = 'flow_id'

/** What to run, and with what. */
export interface Wish {
  /** UUID or endpoint name. */
  readonly flow: string
  readonly input: string
  /** Fields of the request that the user gave beside these. */
  readonly fields: Readonly<Record<string, unknown>>
}

/** Kinds of runs that a user can give a request for. */
export type Sample = 'ok' | 'fail' | 'slow' | 'paused'

/** The run that a sample asks for; for `ok` one that is made up when the user gave none. Undefined without a flow, or without the sample. */
export function wishOf({ flows, samples }: Known, sample: Sample): Wish | undefined {
  const given = samples[sample] ?? (sample === 'ok' ? {} : undefined)
  if (!isRecord(given)) return undefined
  const { flow_id, input_value, ...fields } = given
  const flow = typeof flow_id === 'string' ? flow_id : flows[ROLE]
  if (flow === undefined) return undefined
  return { flow, input: typeof input_value === 'string' ? input_value : 'Why are there tides?', fields }
}

/** The UUID of a flow: as it was given, else, of a flow that was named, as the messages of its first run tell it. */
export function uuidOf({ flows, transcripts }: Known, flow: string): string | undefined {
  if (isUuid(flow)) return flow
  if (flow !== flows[ROLE]) return undefined
  const runs = transcripts.filter(({ probe, operation }) => probe === 'batch-run' && operation === 'runFlow')
  return runs.map((run) => flowToldBy(run)).find((id) => id !== undefined)
}

/** Why there is no UUID of a flow, and what would help. */
export function missingUuid({ flows }: Known): string {
  const named = `only the name of the flow is known. Give --flow ${ROLE}=UUID`
  return flows[ROLE] === undefined ? missingFlow(ROLE) : named
}

/** The flow that the messages in the answer of a run name. */
export function flowToldBy(run: Transcript): string | undefined {
  const id = messagesIn(jsonOf(run)).map((message) => readPointer(message, '/flow_id'))[0]
  return typeof id === 'string' && isUuid(id) ? id : undefined
}

function isUuid(text: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text)
}

/** What the components of a run have brought, of its answer or of the result in its last event. */
export function componentsIn(result: unknown): readonly unknown[] {
  const outputs = readPointer(result, '/outputs/0/outputs')
  return Array.isArray(outputs) ? outputs.filter((output) => output !== null) : []
}

/** The messages among the results of a run. */
export function messagesIn(result: unknown): readonly unknown[] {
  return componentsIn(result).flatMap((component) =>
    ['message', 'text'].flatMap((name) => {
      const message = readPointer(component, `/results/${name}`)
      return isRecord(message) ? [message] : []
    }),
  )
}

/** The job that the last answer of a journey to this operation names. */
export function jobOf({ transcripts }: Known, probe: string, operation: string): string | undefined {
  const started = transcripts.findLast(
    (transcript) => transcript.probe === probe && transcript.operation === operation && succeeded(transcript),
  )
  return started && textIn(started, '/job_id')
}

/** The text at a pointer into an answer that is no stream. */
export function textIn(transcript: Transcript, pointer: string): string | undefined {
  const found = readPointer(jsonOf(transcript), pointer)
  return typeof found === 'string' ? found : undefined
}

/** Name of an event. */
export function nameOf(event: unknown): string | undefined {
  const name = readPointer(event, '/event')
  return typeof name === 'string' ? name : undefined
}

/** `data` of the events of one name, in order. */
export function dataNamed(events: readonly unknown[], name: string): readonly unknown[] {
  return events.filter((event) => nameOf(event) === name).map((event) => readPointer(event, '/data'))
}

/** Whether an event of this name has come. */
export function hasEvent(transcript: Transcript, name: string): boolean {
  return eventsOf(transcript).some((event) => nameOf(event) === name)
}
