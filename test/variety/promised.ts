import { pointerTokens } from '../../src/spec/pointer.ts'
import { isRecord } from '../../src/spec/record.ts'
import type { Spec } from '../../src/spec/spec.ts'
import type { Dressing } from './vary-stream.ts'

/** What is promised although no schema requires it: there is no legal variety in it. */
export interface Promised {
  /** Names of members. */
  readonly members: ReadonlySet<string>
  readonly dressings: ReadonlySet<Dressing>
  /** Places that are shown a second time in a form that is not varied: where they change, they change in both. */
  readonly untouched: RegExp
}

/** A promise that checks of a contract make beyond the schemas, and what breaks it. */
export interface PromiseOfCheck {
  /** Ids of the checks, each of which breaks. */
  readonly checks: readonly string[]
  readonly members?: readonly string[]
  readonly dressings?: readonly Dressing[]
}

/** By platform: the checks that promise members which a schema lets go, or one way of writing where the standard has several. */
export const PROMISES: Readonly<Record<string, readonly PromiseOfCheck[]>> = {
  waterflai: [
    { checks: ['flow-stream.frames', 'job-stream.frames'], dressings: ['data-lines'] },
    { checks: ['cancel.works', 'cancel.completed-job'], members: ['cancelled'] },
    { checks: ['cancel.previous-status', 'cancel.failed-job'], members: ['previous_status'] },
    { checks: ['chat.streams-a-text'], members: ['delta'] },
    { checks: ['chat.streams-a-text'], members: ['content'] },
  ],
  langflow: [
    { checks: ['batch-run.input-shown', 'streamed-run.input-shown'], members: ['input_value'] },
    { checks: ['version.null-members'], members: ['timedelta'] },
  ],
  flowise: [
    { checks: ['streamed-run.frames-as-servers-write-them'], dressings: ['space'] },
    { checks: ['streamed-run.frames-as-servers-write-them'], dressings: ['comments'] },
    { checks: ['streamed-run.frames-as-servers-write-them'], dressings: ['field-order'] },
    { checks: ['streamed-run.ids-of-frames'], dressings: ['ids'] },
    { checks: ['streamed-run.ids-of-frames'], dressings: ['retry-times'] },
    { checks: ['blocking-run.echoes-the-question', 'streamed-run.metadata-agrees'], members: ['question'] },
    { checks: ['paused-run.asks', 'paused-run.answer-waits'], members: ['action'] },
    { checks: ['feedback.is-stored', 'feedback.change-is-stored'], members: ['rating'] },
    { checks: ['feedback.is-stored', 'feedback.change-is-stored'], members: ['content'] },
    { checks: ['lead.is-stored'], members: ['name'] },
    { checks: ['lead.is-stored'], members: ['email'] },
  ],
}

/** By platform: places that are shown again as a text, or where another schema says nothing of them. */
const SHOWN_TWICE: Readonly<Record<string, RegExp>> = {
  flowise:
    /^agentFlowExecutedData\/data|\/agentFlowExecutedData|UploadSizeAndTypes|^agentReasoning\/data|\/agentReasoning/,
}

/** All that a platform promises so: by its checks, and by the sequences and lifecycles of its document. */
export function promisedBy({ platform, document }: Spec): Promised {
  const promises = PROMISES[platform] ?? []
  return {
    members: new Set([...promises.flatMap(({ members = [] }) => members), ...namesInExtensions(document)]),
    dressings: new Set(promises.flatMap(({ dressings = [] }) => dressings)),
    untouched: SHOWN_TWICE[platform] ?? /^$./,
  }
}

/** Names of members by which sequences and lifecycles tell events, jobs and states. */
function namesInExtensions(value: unknown, inside = false): readonly string[] {
  if (typeof value === 'string') return inside && value.startsWith('/') ? pointerTokens(value) : []
  if (Array.isArray(value)) return value.flatMap((item) => namesInExtensions(item, inside))
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([name, inner]) => [
    ...(inside && name.startsWith('/') ? pointerTokens(name) : []),
    ...namesInExtensions(inner, inside || name === 'x-sequence' || name === 'x-lifecycle'),
  ])
}
