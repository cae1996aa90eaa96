import type { Known } from '../../src/contract/probe.ts'
import { eventsOf, jsonOf, succeeded, type Transcript } from '../../src/contract/transcript.ts'
import type { StreamEvent } from '../../src/generated/dify.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { isRecord } from '../../src/spec/record.ts'
import { brokenInputs, defaultInputs, variablesOf, withFile } from './inputs.ts'

/** What makes a guess a sure run. */
export const OK_ADVICE = 'Give --sample ok=FILE with a request that this app takes'

/** Body of a run, without the mode of its answer. */
export interface RunBody {
  readonly inputs: Readonly<Record<string, unknown>>
  readonly user: string
  readonly [field: string]: unknown
}

/** Name under which everything is asked when the samples name none. */
const USER = 'flowproof'

/**
 * The run that should succeed: the user's sample, else one made after the app's start form, which is a guess until it has succeeded once.
 */
export function okRun(known: Known): { readonly body: RunBody; readonly expects: { readonly guess?: string } } {
  const given = sampleRun(known, 'ok')
  if (given) return { body: given, expects: {} }
  const body = { inputs: defaultInputs(variablesOf(known.transcripts)), user: USER }
  return { body, expects: hasSucceeded(known) ? {} : { guess: OK_ADVICE } }
}

function hasSucceeded({ transcripts }: Known): boolean {
  return transcripts.some(
    (run) => run.probe === 'blocking-run' && readPointer(jsonOf(run), '/data/status') === 'succeeded',
  )
}

/** The run of a sample that the user gave; undefined without one. */
export function sampleRun(known: Known, name: string): RunBody | undefined {
  const body = known.samples[name]
  if (!isRecord(body)) return undefined
  const { inputs, user } = body
  return { ...body, inputs: isRecord(inputs) ? inputs : {}, user: typeof user === 'string' ? user : USER }
}

/** A run whose inputs the app has to refuse; undefined when neither a sample nor the start form says one. */
export function brokenRun(known: Known): RunBody | undefined {
  const { body } = okRun(known)
  const inputs = brokenInputs(variablesOf(known.transcripts), body.inputs)
  return sampleRun(known, 'invalid') ?? (inputs && { ...body, inputs })
}

/** The run that should succeed, given an uploaded file. */
export function runWithFile(known: Known, upload: string): RunBody {
  const { body } = okRun(known)
  const file = { type: 'document', transfer_method: 'local_file', upload_file_id: upload }
  const inputs = withFile(variablesOf(known.transcripts), body.inputs, file)
  return inputs ? { ...body, inputs } : { ...body, files: [file] }
}

/** Name on whose behalf runs are asked for. */
export function userOf(known: Known): string {
  return okRun(known).body.user
}

/** The published version that runs, named with `--flow` or by an earlier run. */
export function workflowIdOf({ flows, transcripts }: Known): string | undefined {
  return flows.workflow_id ?? firstText(transcripts, ['runWorkflow'], '/data/workflow_id')
}

/** A run that has ended: the one that was streamed, else the one that was waited for. */
export function endedRunOf({ transcripts }: Known): string | undefined {
  const runs = transcripts.filter(({ operation }) => operation === 'runWorkflow')
  const streamed = runs.find((run) => run.probe === 'streamed-run' && eventsNamed(run, 'workflow_finished').length > 0)
  const awaited = runs.find((run) => typeof readPointer(jsonOf(run), '/data/finished_at') === 'number')
  const run = streamed ?? awaited
  return run && textIn(run, '/workflow_run_id')
}

export function taskIdOf({ transcripts }: Known): string | undefined {
  return firstText(transcripts, ['runWorkflow'], '/task_id')
}

export function uploadIdOf({ transcripts }: Known): string | undefined {
  return firstText(transcripts, ['uploadFile'], '/id')
}

export function endUserIdOf({ transcripts }: Known): string | undefined {
  return (
    firstText(transcripts, ['uploadFile'], '/created_by') ??
    firstText(transcripts, ['runWorkflow'], '/data/created_by/id')
  )
}

/** Token of the form that the paused run waits for. */
export function formTokenOf({ transcripts }: Known): string | undefined {
  return firstText(
    transcripts.filter(({ probe }) => probe === 'paused-run'),
    ['runWorkflow'],
    '/data/form_token',
  )
}

/** The first text at a pointer, in the answers and events of successful requests. */
function firstText(
  transcripts: readonly Transcript[],
  operations: readonly string[],
  pointer: string,
): string | undefined {
  for (const transcript of transcripts) {
    if (!operations.includes(transcript.operation) || !succeeded(transcript)) continue
    const found = textIn(transcript, pointer)
    if (found !== undefined) return found
  }
  return undefined
}

/** The first text at a pointer into an answer or its events. */
export function textIn(transcript: Transcript, pointer: string): string | undefined {
  for (const value of [jsonOf(transcript), ...eventsOf(transcript)]) {
    const found = readPointer(value, pointer)
    if (typeof found === 'string') return found
  }
  return undefined
}

/** Whether an event value is of this name. Its fields are not looked at. */
export function isNamed(event: unknown, name: StreamEvent['event']): boolean {
  return isRecord(event) && event.event === name
}

/** The events of this name, in order. */
export function eventsNamed(transcript: Transcript, name: StreamEvent['event']): readonly unknown[] {
  return eventsOf(transcript).filter((event) => isNamed(event, name))
}
