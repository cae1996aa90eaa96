import type { Call, UploadedFile } from '../../src/mock/call.ts'
import type { DocumentSpec } from '../../src/run/scenario.ts'
import { type Flow, flowInPath } from './flows.ts'
import { isRecord } from './is-record.ts'
import { sourceDocument } from './model-values.ts'
import { countRequest } from './rate-limit.ts'
import { fault } from './refusals.ts'
import { documentsIn } from './retrievers.ts'
import type { State } from './state.ts'
import { has } from './variants.ts'

const PLACE = 'Error: vectorsService.upsertVector - '

/** Fills the vector store of a flow: with the files that are sent, else with the documents that its scenario finds. */
export function upsertVectors(call: Call<State>) {
  const { body } = call
  if (body.kind === 'malformed') return fault(400, body.reason)
  const flow = flowInPath(call)
  if (!flow) return refuseUnknown(call)
  const exhausted = countRequest(call, flow)
  if (exhausted) return exhausted
  const files = body.kind === 'form' ? body.files : []
  const stores = storesOf(flow)
  const asked = body.kind === 'form' ? body.fields.get('stopNodeId') : fieldsOf(call).stopNodeId
  if (stores.length > 1 && !asked) {
    return fault(500, `${PLACE}There are multiple vector nodes, please provide stopNodeId in body request`)
  }
  const addedDocs = files.length > 0 ? files.map(documentOfFile) : stores.flat().map(sourceDocument)
  if (addedDocs.length === 0) return { kind: 'body', status: 200, body: { result: 'Successfully Upserted' } } as const
  const counts = { numAdded: addedDocs.length, numDeleted: 0, numUpdated: 0, numSkipped: 0 }
  return { kind: 'body', status: 200, body: { ...counts, addedDocs } } as const
}

function fieldsOf({ body }: Call<State>): Readonly<Record<string, unknown>> {
  return body.kind === 'json' && isRecord(body.value) ? body.value : {}
}

function refuseUnknown(call: Call<State>) {
  const message = `Chatflow ${call.params.id} not found`
  return has(call, 'refusals-as-500') ? fault(500, PLACE + message) : fault(404, message)
}

const storesOf = ({ scenario }: Flow): readonly (readonly DocumentSpec[])[] => documentsIn(scenario.nodes)

function documentOfFile({ filename, bytes }: UploadedFile) {
  return { pageContent: new TextDecoder().decode(bytes), metadata: { source: filename } }
}
