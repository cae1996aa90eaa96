import { jsonOf, showAnswer, succeeded, type Transcript } from '../../src/contract/transcript.ts'
import { readPointer } from '../../src/spec/pointer.ts'

/** Why a server runs no workflows as they are from 1.11 on, and the versions of which that is so. */
export interface Closed {
  readonly why: string
  readonly actual: string
  readonly versions: string
}

/** Whether the first wish to run a workflow has shown that this server knows none of the present form; undefined as long as nobody knows. */
export function workflowsClosed({ transcripts }: { readonly transcripts: readonly Transcript[] }): Closed | undefined {
  const first = transcripts.find(({ probe, operation }) => probe === 'sync-workflow' && operation === 'runWorkflow')
  const versions = first && versionsOf(first)
  if (!first || versions === undefined) return undefined
  const actual = showAnswer(first)
  return { why: `this server runs no workflows: ${actual}`, actual, versions }
}

function versionsOf(first: Transcript): string | undefined {
  if (succeeded(first)) return undefined
  const body = jsonOf(first)
  const code = readPointer(body, '/detail/code') ?? readPointer(body, '/code')
  if (code === 'DEVELOPER_API_DISABLED') return '1.8 to 1.10, where the developer API is off'
  const loc = JSON.stringify(readPointer(body, '/detail/0/loc'))
  if (first.answer?.status === 422 && /"mode"|"input_value"/.test(loc ?? '')) return '1.8 to 1.10'
  const isUnknownPath = [404, 405].includes(first.answer?.status ?? 0) && code === undefined
  return isUnknownPath ? 'a version before 1.8' : undefined
}
