import { type Check, expectThat } from '../../src/contract/check.ts'
import type { Flaw } from '../../src/contract/flaw.ts'
import { flawedProbeName } from '../../src/contract/flaws.ts'
import { journeyChecks, requestsTo, type Scene, type Sight } from '../../src/contract/journey-checks.ts'
import { showJson } from '../../src/contract/show-json.ts'
import { jsonOf, showAnswer, type Transcript } from '../../src/contract/transcript.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { UNKNOWN_ID } from './requests.ts'
import { codeOf, type OperationId } from './scene.ts'
import { WRONG_WORKFLOWS } from './workflow-journeys.ts'

interface Refusal {
  readonly id: string
  readonly claim: Check['claim']
  readonly operation: OperationId
  readonly flaw: Flaw
  /** JSON Pointer into the refusal. */
  readonly at: string
  readonly says: RegExp
}

/** What flawed requests are refused with, beyond their status. */
const REFUSALS: readonly Refusal[] = [
  {
    id: 'refusals.unknown-flow-is-named',
    claim: 'SHOULD name in its refusal a flow that it does not know',
    operation: 'runFlow',
    flaw: { kind: 'unknown-id', name: 'flow_id_or_name' },
    at: '/detail',
    says: /^Flow identifier .+ not found$/,
  },
  {
    id: 'refusals.broken-json-is-called-so',
    claim: 'MUST refuse malformed JSON with a problem of type json_invalid',
    operation: 'runFlow',
    flaw: { kind: 'malformed-json' },
    at: '/detail/0/type',
    says: /^json_invalid$/,
  },
  {
    id: 'refusals.missing-field-is-named',
    claim: 'MUST refuse a workflow without flow_id with a problem that names it',
    operation: 'runWorkflow',
    flaw: { kind: 'missing-field', name: 'flow_id' },
    at: '/detail/0/loc/1',
    says: /^flow_id$/,
  },
  {
    id: 'refusals.missing-job-has-a-code',
    claim: 'SHOULD refuse to poll no job with code MISSING_PARAMETER',
    operation: 'getWorkflowJob',
    flaw: { kind: 'missing-parameter', name: 'job_id' },
    at: '/detail/code',
    says: /^MISSING_PARAMETER$/,
  },
  {
    id: 'refusals.unknown-build-is-named',
    claim: 'SHOULD say of a build that it does not know that its job was not found',
    operation: 'streamBuildEvents',
    flaw: { kind: 'unknown-id', name: 'job_id' },
    at: '/detail',
    says: /^Job not found/,
  },
]

const ofFlaws: readonly Check[] = REFUSALS.map(({ id, claim, operation, flaw, at, says }) => ({
  id,
  claim,
  operation,
  needs: [flawedProbeName(operation, flaw)],
  judge: ({ transcripts }) =>
    transcripts
      .filter(({ probe, answer }) => probe === flawedProbeName(operation, flaw) && answer !== undefined)
      .map((transcript) => {
        const told = readPointer(jsonOf(transcript), at)
        return expectThat(says.test(String(told)), transcript, `${at} like ${says.source}`, () =>
          showAnswer(transcript),
        )
      }),
}))

const ofDeprecated: readonly Check[] = (['processFlow', 'predictFlow'] as const).map((operation) => ({
  id: operation === 'processFlow' ? 'process.says-what-instead' : 'predict.says-what-instead',
  claim: 'SHOULD say in its refusal which call has replaced it',
  operation,
  needs: [operation === 'processFlow' ? 'process-flow' : 'predict-flow'],
  judge: ({ transcripts }) =>
    transcripts
      .filter((transcript) => transcript.operation === operation && transcript.flaw === undefined)
      .map((transcript) => {
        const detail = readPointer(jsonOf(transcript), '/detail')
        return expectThat(/\/run\b/.test(String(detail)), transcript, 'a detail that names /run', () =>
          showJson(detail),
        )
      }),
}))

const ofJourneys = journeyChecks([
  {
    id: 'bad-values.flag',
    claim: 'MUST refuse a stream flag that is none, with a problem that names it',
    operation: 'runFlow',
    journey: 'bad-values',
    judge: (scene) => {
      const refused = requestsTo(scene, 'runFlow').find(({ request }) => request.parameters.stream === 'maybe')
      if (!refused) return []
      const loc = readPointer(jsonOf(refused), '/detail/0/loc')
      const kept = refused.answer?.status === 422 && JSON.stringify(loc) === '["query","stream"]'
      return expectThat(kept, refused, '422 with loc ["query","stream"]', () => showAnswer(refused))
    },
  },
  {
    id: 'bad-values.no-object',
    claim: 'SHOULD refuse a body that is no object',
    operation: 'runFlow',
    journey: 'bad-values',
    judge: (scene) => {
      const refused = requestsTo(scene, 'runFlow').find(({ request }) => Array.isArray(request.json))
      return refused ? expectThat(refused.answer?.status === 422, refused, 'status 422', () => showAnswer(refused)) : []
    },
  },
  {
    id: 'webhook-run.empty-body',
    claim: 'SHOULD refuse a webhook call without a body',
    operation: 'triggerWebhook',
    journey: 'webhook-run',
    judge: (scene) => {
      const refused = requestsTo(scene, 'triggerWebhook').find(({ request }) => request.body === undefined)
      if (!refused) return []
      const kept = refused.answer?.status === 400 && /empty/.test(String(readPointer(jsonOf(refused), '/detail')))
      return expectThat(kept, refused, '400 with a detail about an empty body', () => showAnswer(refused))
    },
  },
  code('workflow-refusals.unknown-flow', 'a workflow of a flow that it does not know', 'flow', 'FLOW_NOT_FOUND'),
  code('workflow-refusals.protocol', 'a stream protocol that it does not speak', 'protocol', 'UNKNOWN_STREAM_PROTOCOL'),
  code('workflow-refusals.sync-fields', 'a flow of the caller in sync mode', 'data', 'SYNC_MODE_UNSUPPORTED_FIELDS'),
  code('workflow-refusals.output-ids', 'outputs that the flow does not have', 'output', 'UNKNOWN_OUTPUT_IDS'),
  {
    id: 'workflow-refusals.unknown-field',
    claim: 'MUST refuse a field of a workflow request that it does not know, with a problem',
    operation: 'runWorkflow',
    journey: 'workflow-refusals',
    judge: ofRefused('field', (refused) => {
      const loc = readPointer(jsonOf(refused), '/detail/0/loc')
      const kept = refused.answer?.status === 422 && JSON.stringify(loc) === '["body","flowproof"]'
      return expectThat(kept, refused, '422 with loc ["body","flowproof"]', () => showAnswer(refused))
    }),
  },
  {
    id: 'workflow-refusals.job-id-form',
    claim: 'SHOULD refuse to poll a job whose id is no UUID with a list of problems',
    operation: 'getWorkflowJob',
    journey: 'workflow-refusals',
    judge: (scene) => {
      const refused = requestsTo(scene, 'getWorkflowJob').find(({ request }) => request.parameters.job_id === 'no-uuid')
      if (!refused) return []
      const kept = refused.answer?.status === 422 && Array.isArray(readPointer(jsonOf(refused), '/detail'))
      return wrongUnlessGuess(kept, refused, '422 with a list')
    },
  },
  {
    id: 'workflow-refusals.unknown-job',
    claim: 'MUST refuse to poll or stop a job that it does not know with code JOB_NOT_FOUND',
    operation: 'stopWorkflowJob',
    journey: 'workflow-refusals',
    judge: (scene) => {
      const unknown = [...requestsTo(scene, 'getWorkflowJob'), ...requestsTo(scene, 'stopWorkflowJob')].filter(
        ({ request }) => [request.parameters.job_id, readPointer(request.json, '/job_id')].includes(UNKNOWN_ID),
      )
      const seen = unknown.map((refused) =>
        wrongUnlessGuess(
          refused.answer?.status === 404 && codeOf(refused) === 'JOB_NOT_FOUND',
          refused,
          '404 with code JOB_NOT_FOUND',
        ),
      )
      const told = seen.filter((sight) => typeof sight !== 'string')
      return told.length > 0 ? told : (seen.find((sight) => typeof sight === 'string') ?? [])
    },
  },
])

/** Refusals by their text, their code, or the field that they name. */
export const refusalChecks: readonly Check[] = [...ofFlaws, ...ofDeprecated, ...ofJourneys]

type Wrong = keyof typeof WRONG_WORKFLOWS

function code(id: string, what: string, wrong: Wrong, name: string) {
  const { status } = WRONG_WORKFLOWS[wrong]
  return {
    id,
    claim: `SHOULD refuse ${what} with code ${name}`,
    operation: 'runWorkflow',
    journey: 'workflow-refusals',
    judge: ofRefused(wrong, (refused) =>
      expectThat(
        refused.answer?.status === status && codeOf(refused) === name,
        refused,
        `${status} with code ${name}`,
        () => showAnswer(refused),
      ),
    ),
  } as const
}

function ofRefused(wrong: Wrong, judge: (refused: Transcript) => Sight): (scene: Scene) => Sight {
  return (scene) => {
    const [[name, value] = ['', undefined]] = Object.entries(WRONG_WORKFLOWS[wrong].fields)
    const refused = requestsTo(scene, 'runWorkflow').find(
      ({ request }) => JSON.stringify(readPointer(request.json, `/${name}`)) === JSON.stringify(value),
    )
    if (!refused) return []
    return refused.expects.guess === undefined
      ? judge(refused)
      : `no workflow has been taken yet. ${refused.expects.guess}`
  }
}

function wrongUnlessGuess(kept: boolean, refused: Transcript, expected: string) {
  if (!kept && refused.expects.guess !== undefined) return `no workflow has been taken yet. ${refused.expects.guess}`
  return expectThat(kept, refused, expected, () => showAnswer(refused))
}
