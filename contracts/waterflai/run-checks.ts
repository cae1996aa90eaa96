import { type Check, expectThat } from '../../src/contract/check.ts'
import { refusedGuess } from '../../src/contract/checks/answer-checks.ts'
import { type JourneyCheck, journeyChecks, type Scene, type Sight } from '../../src/contract/journey-checks.ts'
import { showJson } from '../../src/contract/show-json.ts'
import { eventsOf, jsonOf, showAnswer, succeeded, type Transcript } from '../../src/contract/transcript.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { isRecord } from '../../src/spec/record.ts'
import { eventsNamed, FLOW_ROLES, isNamed } from './known.ts'

/** Flows that are run at once, waited for and followed. */
export const runChecks: readonly Check[] = journeyChecks([
  {
    id: 'blocking-run.names-the-chatflow',
    claim: 'SHOULD name the chatflow as the model of its answer',
    operation: 'executeChatflow',
    journey: 'blocking-run',
    roles: ['chatflow_id'],
    judge: ofStarted((run) => {
      const model = readPointer(jsonOf(run), '/model')
      const id = run.request.parameters.chatflow_id
      return expectThat(model === id, run, `model ${showJson(id)}`, () => showJson(model))
    }),
  },
  {
    id: 'streamed-run.tells-its-nodes',
    claim: 'SHOULD tell of a run node by node',
    operation: 'streamChatflow',
    journey: 'streamed-run',
    roles: FLOW_ROLES,
    judge: ofStarted((run) => {
      const [started, completed] = [eventsNamed(run, 'node_started'), eventsNamed(run, 'node_completed')]
      const told = (): string => `${started.length} node_started, ${completed.length} node_completed`
      return expectThat(started.length > 0 && completed.length > 0, run, 'events of nodes', told)
    }),
  },
  {
    id: 'streamed-run.ends-with-output',
    claim: 'SHOULD end the stream of a run that succeeds with its final output',
    operation: 'streamChatflow',
    journey: 'streamed-run',
    roles: FLOW_ROLES,
    judge: ofStarted((run) => {
      const last = eventsOf(run).at(-1)
      const kept = isNamed(last, 'execution_completed') && isRecord(readPointer(last, '/final_output'))
      if (!kept && run.expects.guess !== undefined && isNamed(last, 'execution_failed')) {
        return `the run failed: ${showJson(last)}. ${run.expects.guess}`
      }
      return expectThat(kept, run, 'execution_completed with a final_output', () => showJson(last))
    }),
  },
  {
    id: 'failed-run.blocking-is-refused',
    claim: 'SHOULD answer 500 to whoever waits for a run that fails',
    operation: 'executeChatflow',
    journey: 'failed-run',
    roles: FLOW_ROLES,
    judge: ({ transcripts }) => {
      const [run] = transcripts.filter(({ operation }) => operation.startsWith('execute'))
      if (!run) return []
      const detail = readPointer(jsonOf(run), '/detail')
      const kept = run.answer?.status === 500 && typeof detail === 'string' && detail !== ''
      return expectThat(kept, run, '500 with a detail', () => showAnswer(run))
    },
  },
  {
    id: 'failed-run.stream-tells-it',
    claim: 'SHOULD end the stream of a run that fails with the node that failed, and its own failure',
    operation: 'streamChatflow',
    journey: 'failed-run',
    roles: FLOW_ROLES,
    judge: ({ transcripts }) => {
      const [run] = transcripts.filter(({ operation }) => operation.startsWith('stream'))
      if (!run) return []
      if (!succeeded(run)) return expectThat(false, run, 'a stream', () => showAnswer(run))
      return tellsFailure(run)
    },
  },
  {
    id: 'broken-inputs.are-refused',
    claim: 'SHOULD refuse inputs that no flow can take, with a detail',
    operation: 'executeChatflow',
    journey: 'broken-inputs',
    roles: FLOW_ROLES,
    judge: refusesAll,
  },
  {
    id: 'wrong-kind.is-refused',
    claim: 'SHOULD refuse a chatflow where a workflow is to be named, and the reverse',
    operation: 'executeChatflow',
    journey: 'wrong-kind',
    roles: FLOW_ROLES,
    judge: refusesAll,
  },
])

/** Judges the one run of a journey; what was refused shows nothing. */
function ofStarted(judge: (run: Transcript) => Sight): JourneyCheck['judge'] {
  return ({ transcripts: [run] }) => {
    if (!run) return []
    if (succeeded(run)) return judge(run)
    return run.expects.guess === undefined ? `no run was started: ${showAnswer(run)}` : refusedGuess(run)
  }
}

/** Whether a stream ends with a node's failure and that of its run. */
function tellsFailure(run: Transcript): Sight {
  const last = eventsOf(run).at(-1)
  const message = readPointer(last, '/error_message')
  const kept =
    isNamed(last, 'execution_failed') && typeof message === 'string' && eventsNamed(run, 'node_failed').length > 0
  const names = (): string => eventsOf(run).slice(-3).map(showJson).join(', ')
  return expectThat(kept, run, 'node_failed, then execution_failed with an error_message', names)
}

function refusesAll({ transcripts }: Scene): Sight {
  return transcripts.map((answer) => {
    const detail = readPointer(jsonOf(answer), '/detail')
    const kept = (answer.answer?.status ?? 0) >= 400 && typeof detail === 'string'
    return expectThat(kept, answer, 'a refusal with a detail', () => showAnswer(answer))
  })
}
