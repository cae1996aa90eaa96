import { pointerTokens } from '../../src/spec/pointer.ts'
import { isRecord } from '../../src/spec/record.ts'
import type { Spec } from '../../src/spec/spec.ts'
import type { Dressing } from './vary-stream.ts'

/** What is promised although no schema requires it: there is no legal variety in it. */
export interface Promised {
  /** Names of members. */
  readonly members: ReadonlySet<string>
  /** Names of members that stay once they are there. */
  readonly settled: ReadonlySet<string>
  /** Names of members that are not null. */
  readonly nulls: ReadonlySet<string>
  readonly dressings: ReadonlySet<Dressing>
}

/** A promise that checks of a contract make beyond the schemas, and what breaks it. */
export interface PromiseOfCheck {
  /** Ids of the checks, each of which breaks. */
  readonly checks: readonly string[]
  readonly members?: readonly string[]
  readonly nulls?: readonly string[]
  readonly dressings?: readonly Dressing[]
}

/** By platform: the checks that promise members which a schema lets go, or one way of writing where the standard has several. */
export const PROMISES: Readonly<Record<string, readonly PromiseOfCheck[]>> = {
  dify: [
    { checks: ['blocking-run.record-agrees', 'logs.list-the-run'], nulls: ['total_steps'] },
    { checks: ['blocking-run.record-agrees', 'logs.list-the-run'], nulls: ['total_tokens'] },
    { checks: ['upload.describes-the-file'], nulls: ['extension'] },
    { checks: ['upload.describes-the-file'], nulls: ['mime_type'] },
    { checks: ['logs.list-the-run', 'logs.filter-by-status'], nulls: ['workflow_run'] },
    { checks: ['logs.filter-by-user'], nulls: ['created_by_end_user'] },
    { checks: ['logs.filter-by-user'], nulls: ['session_id'] },
  ],
  waterflai: [
    { checks: ['flow-stream.frames', 'job-stream.frames'], dressings: ['data-lines'] },
    { checks: ['cancel.works', 'cancel.completed-job'], members: ['cancelled'] },
    { checks: ['cancel.previous-status', 'cancel.failed-job'], members: ['previous_status'] },
    { checks: ['chat.streams-a-text'], members: ['delta'] },
    { checks: ['chat.streams-a-text'], members: ['content'], nulls: ['content'] },
  ],
  langflow: [
    { checks: ['batch-run.input-shown', 'streamed-run.input-shown'], members: ['input_value'] },
    { checks: ['version.null-members'], members: ['timedelta'] },
    { checks: ['streamed-run.messages-in-session', 'sync-workflow.names-its-flow'], nulls: ['session_id'] },
    { checks: ['sync-workflow.output-is-an-output'], nulls: ['source'] },
    { checks: ['sync-workflow.output-is-an-output'], nulls: ['text'] },
    { checks: ['paused-workflow.sync-asks'], nulls: ['human_request'] },
  ],
  flowise: [
    { checks: ['streamed-run.frames-as-servers-write-them'], dressings: ['space'] },
    { checks: ['streamed-run.frames-as-servers-write-them'], dressings: ['comments'] },
    { checks: ['streamed-run.frames-as-servers-write-them'], dressings: ['field-order'] },
    { checks: ['streamed-run.ids-of-frames'], dressings: ['ids'] },
    { checks: ['streamed-run.ids-of-frames'], dressings: ['retry-times'] },
    { checks: ['blocking-run.echoes-the-question', 'streamed-run.metadata-agrees'], members: ['question'] },
    { checks: ['paused-run.asks', 'paused-run.answer-waits'], members: ['action'] },
    { checks: ['named-session.names-the-chat', 'form.field-names-the-session'], members: ['sessionId'] },
    { checks: ['blocking-run.reasoning-is-stored'], nulls: ['agentReasoning'] },
    { checks: ['feedback.is-stored', 'feedback.change-is-stored'], members: ['rating'], nulls: ['rating'] },
    { checks: ['feedback.is-stored', 'feedback.change-is-stored'], members: ['content'], nulls: ['content'] },
    { checks: ['lead.is-stored'], members: ['name'], nulls: ['name'] },
    { checks: ['lead.is-stored'], members: ['email'], nulls: ['email'] },
  ],
}

/** All that a platform promises so: by its checks, and by the sequences and lifecycles of its document. */
export function promisedBy({ platform, document }: Spec): Promised {
  const promises = PROMISES[platform] ?? []
  return {
    members: new Set([...promises.flatMap(({ members = [] }) => members), ...namesInExtensions(document, isTelling)]),
    settled: new Set(namesInExtensions(document, (name) => isTelling(name) || name === 'once')),
    nulls: new Set([...promises.flatMap(({ nulls = [] }) => nulls), ...namesInExtensions(document, () => true)]),
    dressings: new Set(promises.flatMap(({ dressings = [] }) => dressings)),
  }
}

/** Whether a part of a sequence or a lifecycle tells events, jobs and states apart. What the others speak of holds where it is told. */
function isTelling(name: string): boolean {
  return !['constant', 'rising', 'once'].includes(name)
}

/** Names of members that the parts of sequences and lifecycles point at. */
function namesInExtensions(value: unknown, isTaken: (part: string) => boolean, inside = false): readonly string[] {
  if (typeof value === 'string') return inside && value.startsWith('/') ? pointerTokens(value) : []
  if (Array.isArray(value)) return value.flatMap((item) => namesInExtensions(item, isTaken, inside))
  if (!isRecord(value)) return []
  return Object.entries(value)
    .filter(([name]) => !inside || isTaken(name))
    .flatMap(([name, inner]) => [
      ...(inside && name.startsWith('/') && isBinding(inner) ? pointerTokens(name) : []),
      ...namesInExtensions(inner, isTaken, inside || name === 'x-sequence' || name === 'x-lifecycle'),
    ])
}

// A value that is bound to states may be left out of those, unless they require it.
function isBinding(condition: unknown): boolean {
  return !isRecord(condition) || condition.required === true
}
