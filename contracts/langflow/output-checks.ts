import { expectThat } from '../../src/contract/check.ts'
import { journeyChecks, requestsTo, type Scene } from '../../src/contract/journey-checks.ts'
import { eventsOf, jsonOf, showAnswer, succeeded, type Transcript } from '../../src/contract/transcript.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { componentsIn, dataNamed, flowToldBy, nameOf } from './known.ts'
import { NO_COMPONENT } from './run-journeys.ts'
import { answerOf, same, sameMembers } from './scene.ts'

/** Which components are reported, and a tweak that contradicts the input. */
export const outputChecks = journeyChecks([
  {
    id: 'batch-run.chat-outputs',
    claim: 'SHOULD report chat components when asked for chat, if the flow has any',
    operation: 'runFlow',
    journey: 'batch-run',
    judge: (scene) => {
      const run = requestsTo(scene, 'runFlow').find(succeeded)
      const type = readPointer(run?.request.json, '/output_type') ?? 'chat'
      if (!run || type !== 'chat') return 'no run asked for chat components'
      const ids = idsIn(jsonOf(run))
      const others = ids.filter((id) => !isChat(id))
      // Without any chat output, all outputs are reported.
      if (ids.length > 0 && others.length === ids.length) return 'the flow has no chat output'
      return expectThat(others.length === 0, run, 'components whose id contains Chat', () => others.join(', '))
    },
  },
  {
    id: 'chosen-outputs.debug-reports-all',
    claim: 'SHOULD report with debug every component that ran, those of a chat run among them',
    operation: 'runFlow',
    journey: 'chosen-outputs',
    judge: (scene) => {
      const run = asked(scene, 'output_type', 'debug')
      if (!run || !succeeded(run)) return refused(run)
      const [few, all] = [idsIn(answerOf(scene, 'batch-run', 'runFlow')), idsIn(jsonOf(run))]
      const missing = few.filter((id) => !all.includes(id))
      const kept = missing.length === 0 && all.length > few.length
      return expectThat(kept, run, `${few.join(', ')} and others`, () => all.join(', ') || 'no components')
    },
  },
  {
    id: 'chosen-outputs.session-is-the-flow',
    claim: 'MUST run in the session of the id of the flow when none is asked for',
    operation: 'runFlow',
    journey: 'chosen-outputs',
    judge: (scene) => {
      const run = asked(scene, 'output_type', 'debug')
      if (!run || !succeeded(run)) return refused(run)
      const flow = flowToldBy(run)
      if (readPointer(run.request.json, '/session_id') !== undefined) return 'the sample names a session'
      if (flow === undefined) return 'no message tells the id of the flow'
      return same(run, '/session_id', flow, readPointer(jsonOf(run), '/session_id'))
    },
  },
  {
    id: 'chosen-outputs.one-component',
    claim: 'SHOULD report only the component that is asked for',
    operation: 'runFlow',
    journey: 'chosen-outputs',
    judge: (scene) => {
      const [id] = idsIn(answerOf(scene, 'batch-run', 'runFlow'))
      const run = id === undefined ? undefined : asked(scene, 'output_component', id)
      if (!run || !succeeded(run) || id === undefined) return refused(run)
      return sameMembers(run, 'components', [id], idsIn(jsonOf(run)))
    },
  },
  {
    id: 'chosen-outputs.unknown-component',
    claim: 'SHOULD report nothing, and not refuse, when asked for a component that there is not',
    operation: 'runFlow',
    journey: 'chosen-outputs',
    judge: (scene) => {
      const run = asked(scene, 'output_component', NO_COMPONENT)
      if (!run || answerOf(scene, 'batch-run', 'runFlow') === undefined) return refused(run)
      const kept = succeeded(run) && componentsIn(jsonOf(run)).length === 0
      return expectThat(kept, run, '200 with no components', () => showAnswer(run))
    },
  },
  {
    id: 'tweak-conflict.refused',
    claim: 'SHOULD refuse an input that a tweak of the chat input contradicts',
    operation: 'runFlow',
    journey: 'tweak-conflict',
    judge: (scene) => {
      const [batch] = requestsTo(scene, 'runFlow')
      if (!batch) return []
      const detail = readPointer(jsonOf(batch), '/detail')
      const kept = batch.answer?.status === 400 && /input_value.*tweak/.test(String(detail))
      return expectThat(kept, batch, '400 with a detail that names input_value and tweak', () => showAnswer(batch))
    },
  },
  {
    id: 'tweak-conflict.streamed-is-an-event',
    claim: 'SHOULD tell a stream of such an input by one error event, and start nothing',
    operation: 'runFlow',
    journey: 'tweak-conflict',
    judge: (scene) => {
      const [, streamed] = requestsTo(scene, 'runFlow')
      if (!streamed) return []
      const events = eventsOf(streamed).filter((event) => nameOf(event) !== 'log')
      const [error] = dataNamed(events, 'error')
      const kept = succeeded(streamed) && events.length === 1 && typeof readPointer(error, '/error') === 'string'
      const actual = (): string =>
        events.length === 0 && succeeded(streamed)
          ? 'a stream without events, as up to early 1.8'
          : showAnswer(streamed)
      return expectThat(kept, streamed, '200 with one error event that holds a text', actual)
    },
  },
])

function asked(scene: Scene, field: string, value: string): Transcript | undefined {
  return requestsTo(scene, 'runFlow').find(({ request }) => readPointer(request.json, `/${field}`) === value)
}

function refused(run: Transcript | undefined): string {
  return run ? `the run was refused: ${showAnswer(run)}` : 'no run named a component to ask for'
}

function idsIn(result: unknown): readonly string[] {
  return componentsIn(result).map((component) => String(readPointer(component, '/component_id')))
}

function isChat(id: string): boolean {
  return id.toLowerCase().includes('chat')
}
