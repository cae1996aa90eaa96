import type { MomentOf, NodeFailure, NodeRun } from '../moment.ts'
import { templatesOf } from '../node-templates.ts'
import { perObject } from '../per-object.ts'
import type { StepSpec } from '../scenario.ts'
import { fillRecord, fillText, formatValue, lookUp, namesIn } from '../template.ts'
import { type Place, sleep, toldResults } from './place.ts'
import type { Part } from './schedule.ts'
import { runWork, type Work } from './work.ts'

/** Runs a step from its start to its end. Returns the failure that nobody handles. */
export function* runStep(general: StepSpec, node: NodeRun, place: Place): Part<NodeFailure | undefined> {
  const spec = inThisRound(general, node)
  const startedAt = place.flow.clock.now
  place.emit({ kind: 'node-started', at: startedAt, node, startedAt })
  yield* retry(spec, node, place, startedAt)
  const work = yield* runWork(spec, node, place, { message: place.scope.message, ...namedValues(spec, place) })
  return finish(spec, node, place, startedAt, work)
}

function inThisRound(spec: StepSpec, { within }: NodeRun): StepSpec {
  const rounds = spec.fails?.rounds
  return rounds === undefined || (within && rounds.includes(within.index)) ? spec : { ...spec, fails: undefined }
}

function* retry(spec: StepSpec, node: NodeRun, place: Place, startedAt: number): Part<void> {
  if (spec.retries === undefined) return
  const { attempts, wait, error, type } = spec.retries
  const failure = { message: fillText(error, place.scope), type }
  const took = attemptTime(spec)
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    yield* sleep(place, took + wait)
    place.emit({ kind: 'node-retried', at: place.flow.clock.now, node, attempt, startedAt, took, failure })
  }
}

// A model that fails does so before its first token.
function attemptTime({ model, pace, takes }: StepSpec): number {
  if (typeof takes === 'number' && takes > 0) return takes
  return model === undefined ? 0 : Math.round(pace.first)
}

function finish(spec: StepSpec, node: NodeRun, place: Place, startedAt: number, work: Work): NodeFailure | undefined {
  const { emit, flow, scope } = place
  const handled = spec.fails?.handled
  const failure = spec.fails && { message: fillText(spec.fails.message, scope), type: spec.fails.type }
  const good = handled === undefined || handled === 'default-value'
  const outputs = good ? outputsOf(spec, place) : {}
  const text = good || spec.model !== undefined ? work.text : undefined
  scope.nodes.set(spec.id, { text: good ? text : undefined, outputs, error: failure?.message })
  if (good) tellWhole(node, place, work.usage === undefined ? text : undefined, outputs)
  emit({
    kind: 'node-finished',
    at: flow.clock.now,
    node,
    startedAt,
    ...outcomeOf(handled),
    failure,
    inputs: inputsOf(spec, place, outputs),
    outputs,
    text,
    reasoning: work.reasoning,
    usage: work.usage,
    tools: work.tools,
    documents: spec.documents,
  })
  return handled === 'no' ? failure : undefined
}

type Outcome = Pick<MomentOf<'node-finished'>, 'status' | 'handledBy'>

function outcomeOf(handled: 'no' | 'fail-branch' | 'default-value' | undefined): Outcome {
  if (handled === undefined) return { status: 'succeeded', handledBy: undefined }
  return handled === 'no' ? { status: 'failed', handledBy: undefined } : { status: 'handled', handledBy: handled }
}

/**
 * Gives results that the run's outputs name and that did not grow piece by piece, each as one text.
 * @param text - undefined when it was streamed.
 */
export function tellWhole(
  node: NodeRun,
  place: Place,
  text: string | undefined,
  outputs: Readonly<Record<string, unknown>>,
): void {
  for (const output of toldResults(node, place)) {
    const value = output === 'text' ? text : formatValue(outputs[output])
    if (value) place.emit({ kind: 'text', at: place.flow.clock.now, node, output, text: value, whole: true })
  }
}

function outputsOf(spec: StepSpec, { flow, scope }: Place): Readonly<Record<string, unknown>> {
  if (spec.text !== undefined || Object.keys(spec.outputs).length > 0) return fillRecord(spec.outputs, scope)
  if (spec.kind === 'start') return scope.inputs
  return endsRun(spec) ? fillRecord(flow.scenario.outputs, scope) : {}
}

/** A node that only hands the flow's result on. */
function endsRun({ kind }: StepSpec): boolean {
  return kind === 'end' || kind === 'answer'
}

function inputsOf(
  spec: StepSpec,
  place: Place,
  outputs: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  if (spec.kind === 'start') return place.scope.inputs
  return endsRun(spec) ? outputs : namedValues(spec, place)
}

/** What the node's templates name, by name: the nearest thing to inputs that a scenario knows. */
function namedValues(spec: StepSpec, { scope }: Place): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const name of namesOf(spec)) values[name] = lookUp(name.split('.'), scope) ?? ''
  return values
}

const namesOf = perObject((spec: StepSpec) => templatesOf(spec).flatMap(({ template }) => namesIn(template)))
