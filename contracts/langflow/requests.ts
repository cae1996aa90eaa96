import { missingFlow } from '../../src/contract/flows.ts'
import type { RequestMaker } from '../../src/contract/platform-contract.ts'
import type { Known } from '../../src/contract/probe.ts'
import { isUnavailable, type RequestParts, type Unavailable } from '../../src/contract/request-parts.ts'
import { succeeded } from '../../src/contract/transcript.ts'
import type { operations } from '../../src/generated/langflow.ts'
import { jobOf, missingUuid, ROLE, type Sample, uuidOf, type Wish, wishOf } from './known.ts'
import { workflowsClosed } from './workflows-closed.ts'

/** An id that no server has given to anything. */
export const UNKNOWN_ID = '0f6b2d7e-4c19-4a53-9e80-b7d1f3a5c264'

export const JSON_TYPE = 'application/json'
export const EVENT_STREAM = 'text/event-stream'
export const NDJSON = 'application/x-ndjson'

/** How to make a good request to each operation. */
export const requests: Readonly<Record<keyof operations, RequestMaker>> = {
  // Without a flow nothing is said of keys, since an unknown flow is refused before them.
  runFlow: { role: ROLE, runs: 1, make: (known) => orMissing(wishOf(known, 'ok'), (wish) => run(known, wish)) },
  triggerWebhook: {
    role: ROLE,
    runs: 1,
    after: ['batch-run'],
    make: (known) => orMissing(wishOf(known, 'ok'), ({ flow, input }) => webhook(known, flow, input)),
  },
  processFlow: { make: () => deprecated },
  predictFlow: { make: () => deprecated },
  getHealth: { make: () => ({}) },
  checkHealth: { make: () => ({}) },
  getVersion: { make: () => ({}) },
  runWorkflow: { role: ROLE, runs: 1, after: ['batch-run'], make: (known) => workflow(known, 'ok', 'sync') },
  getWorkflowJob: {
    after: ['background-workflow'],
    make: (known) => ofJob(known, (job_id) => ({ query: { job_id } })),
  },
  stopWorkflowJob: { after: ['background-workflow'], make: (known) => ofJob(known, (job_id) => json({ job_id })) },
  streamWorkflowJobEvents: {
    after: ['background-workflow'],
    make: (known) => ofJob(known, (job_id) => ({ path: { job_id } })),
  },
  buildFlow: { role: ROLE, runs: 1, after: ['batch-run'], make: (known) => build(known, 'ok', 'polling') },
  streamBuildEvents: {
    after: ['polled-build'],
    make: (known) => ofBuild(known, { query: { event_delivery: 'polling' }, expects: { media: NDJSON } }),
  },
  // The job of a build that has ended may be cleared away.
  cancelBuild: { after: ['polled-build'], make: (known) => ofBuild(known, { expects: { statuses: [200, 404] } }) },
}

const deprecated: RequestParts = { path: { flow_id: 'flowproof' }, expects: { statuses: [400] } }

/** How a run shall be answered. */
export interface Manner {
  readonly stream?: boolean
  readonly session?: string | undefined
  /** Further fields of the body. */
  readonly fields?: Readonly<Record<string, unknown>>
}

/** A request to run a flow, answered at its end or event by event. */
export function run(known: Known, { flow, input, fields }: Wish, { stream = false, session, ...more }: Manner = {}) {
  const body = { ...fields, input_value: input, ...(session === undefined ? {} : { session_id: session }) }
  return {
    ...json({ ...body, ...more.fields }),
    path: { flow_id_or_name: flow },
    ...(stream ? { query: { stream: 'true' } } : {}),
    expects: { media: stream ? EVENT_STREAM : JSON_TYPE, ...guessUnless(hasRun(known, 'batch-run'), TAKES) },
  } satisfies RequestParts
}

/** A text for a webhook. */
export function webhook(known: Known, flow: string, text: string): RequestParts {
  const expects = guessUnless(hasRun(known, 'batch-run'), TAKES)
  return { path: { flow_id_or_name: flow }, body: { kind: 'text', type: 'text/plain', text }, expects }
}

export type Mode = 'sync' | 'stream' | 'background'

/** A request to run a workflow in one of its modes. */
export function workflow(
  known: Known,
  sample: Sample,
  mode: Mode,
  more: Readonly<Record<string, unknown>> = {},
): RequestParts | Unavailable {
  const closed = workflowsClosed(known)
  if (closed) return { unavailable: `${closed.why}. ${IS_NEW}` }
  const wish = wishOf(known, sample)
  const flow_id = wish && uuidOf(known, wish.flow)
  if (!wish || flow_id === undefined) return { unavailable: missingUuid(known), rest: json({ flow_id: UNKNOWN_ID }) }
  const { tweaks } = wish.fields
  const body = { flow_id, input_value: wish.input, ...(tweaks === undefined ? {} : { tweaks }), mode }
  const media = mode === 'stream' ? EVENT_STREAM : JSON_TYPE
  const session_id = sessionOf(wish, `flowproof-${sample}-${mode}`)
  return {
    ...json({ ...body, session_id, ...more }),
    expects: { media, ...guessUnless(hasRun(known, 'sync-workflow'), IS_NEW) },
  }
}

export type Delivery = 'polling' | 'streaming' | 'direct'

/** A request to run a flow as the editor does. */
export function build(known: Known, sample: Sample, event_delivery: Delivery): RequestParts | Unavailable {
  const query = { event_delivery }
  const wish = wishOf(known, sample)
  const flow_id = wish && uuidOf(known, wish.flow)
  if (!wish || flow_id === undefined) return { unavailable: missingUuid(known), rest: { ...json({}), query } }
  const inputs = { input_value: wish.input, session: sessionOf(wish, `flowproof-${sample}-${event_delivery}`) }
  const media = event_delivery === 'direct' ? NDJSON : JSON_TYPE
  return { ...json({ inputs }), path: { flow_id }, query, expects: { media } }
}

/** The session that the user asks for, else one of our own, so that no run remembers another one. */
export function sessionOf({ fields }: Wish, ours: string): string {
  return typeof fields.session_id === 'string' ? fields.session_id : ours
}

/** A request with a JSON body. */
export function json(value: unknown): RequestParts {
  return { body: { kind: 'json', value } }
}

/** Why a request cannot be made; undefined for one that can. */
export function reasonOf(parts: RequestParts | Unavailable): string | undefined {
  return isUnavailable(parts) ? parts.unavailable : undefined
}

/** Why nothing more can be learnt of a flow: it has not run yet. */
export function notRunYet(known: Known): string | undefined {
  return hasRun(known, 'batch-run') ? undefined : `the flow has not run yet. ${TAKES}`
}

const TAKES = 'Give --sample ok=FILE with a request that this flow takes'
const IS_NEW = 'Workflows are as from 1.11 on here: try a server of 1.11 or later, or leave them out with --skip'

/** What was not taken yet is a guess. */
function guessUnless(sure: boolean, guess: string): { readonly guess?: string } {
  return sure ? {} : { guess }
}

function hasRun({ transcripts }: Known, probe: string): boolean {
  return transcripts.some((transcript) => transcript.probe === probe && succeeded(transcript))
}

function orMissing(wish: Wish | undefined, make: (wish: Wish) => RequestParts): RequestParts | Unavailable {
  return wish ? make(wish) : { unavailable: missingFlow(ROLE) }
}

function ofJob(known: Known, make: (job: string) => RequestParts): RequestParts | Unavailable {
  const closed = workflowsClosed(known)
  if (closed) return { unavailable: `${closed.why}. ${IS_NEW}` }
  const job = jobOf(known, 'background-workflow', 'runWorkflow')
  if (job !== undefined) return make(job)
  return { unavailable: `no job was started. Give --flow ${ROLE}=UUID`, rest: make(UNKNOWN_ID) }
}

function ofBuild(known: Known, parts: RequestParts): RequestParts | Unavailable {
  const job_id = jobOf(known, 'polled-build', 'buildFlow')
  if (job_id !== undefined) return { ...parts, path: { job_id } }
  return { unavailable: `no build was started. Give --flow ${ROLE}=UUID`, rest: parts }
}
