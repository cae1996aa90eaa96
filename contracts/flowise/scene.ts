import { expectThat, type Observation } from '../../src/contract/check.ts'
import { refusedGuess } from '../../src/contract/checks/answer-checks.ts'
import { type JourneyCheck, requestsTo, type Scene, type Sight } from '../../src/contract/journey-checks.ts'
import { isSameAsDocumented } from '../../src/contract/same-as-documented.ts'
import { showJson } from '../../src/contract/show-json.ts'
import { jsonOf, showAnswer, succeeded, type Transcript } from '../../src/contract/transcript.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { isRecord } from '../../src/spec/record.ts'
import { isSameValue } from '../../src/spec/same-value.ts'
import { actionOf, nodesOf } from './known.ts'

/** Judges the first message of a journey; what was refused shows nothing. */
export function ofRun(judge: (run: Transcript, scene: Scene) => Sight): JourneyCheck['judge'] {
  return (scene) => {
    const [run] = requestsTo(scene, 'createPrediction')
    if (!run) return 'no message was sent'
    if (succeeded(run)) return judge(run, scene)
    return run.expects.guess === undefined ? `the message was not answered: ${showAnswer(run)}` : refusedGuess(run)
  }
}

/** As `ofRun`, for messages that are answered with events; a flow that cannot stream shows nothing. */
export function ofStream(judge: (run: Transcript, scene: Scene) => Sight): JourneyCheck['judge'] {
  return ofRun((run, scene) =>
    run.answer?.body.kind === 'stream' ? judge(run, scene) : 'the flow did not answer with a stream',
  )
}

/** Whether a value is the one that was wanted. */
export function same(transcript: Transcript, what: string, wanted: unknown, got: unknown): Observation {
  return expectThat(isSameValue(wanted, got), transcript, `${what} ${showJson(wanted)}`, () => showJson(got))
}

/**
 * Whether two values tell the same, as far as the document knows of both.
 * @param schema - JSON Pointer below the schemas of the document
 */
export function isSameTold({ spec }: Scene, schema: string, a: unknown, b: unknown): boolean {
  return isSameAsDocumented(spec.document, `/components/schemas${schema}`, a, b)
}

/** Whether a value tells what was wanted: see `isSameTold`. */
export function sameAs(
  scene: Scene,
  schema: string,
  transcript: Transcript,
  what: string,
  wanted: unknown,
  got: unknown,
): Observation {
  return expectThat(isSameTold(scene, schema, wanted, got), transcript, `${what} ${showJson(wanted)}`, () =>
    showJson(got),
  )
}

/** The last record of an execution that a journey has read. */
export function recordOf(scene: Scene): Transcript | undefined {
  return requestsTo(scene, 'getExecution').findLast(succeeded)
}

/** The nodes that a record holds; undefined when what it holds is no JSON. */
export function nodesInRecord(record: Transcript): unknown {
  const text = readPointer(jsonOf(record), '/executionData')
  try {
    return JSON.parse(String(text))
  } catch {
    return undefined
  }
}

const NODES = '/AgentflowAnswer/properties/agentFlowExecutedData'

/** Whether a record holds the nodes that the answer told, and whether it waits as that does. Ids of credentials are told in some views only. */
export function recordAgrees(run: Transcript, scene: Scene): Sight {
  const record = recordOf(scene)
  if (!record) return 'the record of the run could not be read'
  const told = readPointer(jsonOf(record), '/state')
  const state = actionOf(run) === undefined ? 'FINISHED' : 'STOPPED'
  if (told !== state) return same(record, 'a record with state', state, told)
  const [wanted, got] = [nodesOf(run), nodesInRecord(record)].map(withoutCredentials)
  return sameAs(scene, NODES, record, 'a record with the nodes', wanted, got)
}

function withoutCredentials(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutCredentials)
  if (!isRecord(value)) return value
  const members = Object.entries(value).filter(([name]) => name !== 'FLOWISE_CREDENTIAL_ID')
  return Object.fromEntries(members.map(([name, member]) => [name, withoutCredentials(member)]))
}
