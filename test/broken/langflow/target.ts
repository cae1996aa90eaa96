import { uuidOf } from '../../../src/run/uuid.ts'

/** The key that the correct server takes. */
export const KEY = 'sk-flowproof-0123456789'

/** The flow that answers with a model, and that words of a message lead elsewhere. */
export const FLOWS = { flow_id: uuidOf('scenario:answer') }

/** Requests for a run of each kind, as the scenarios that come with the package play them. */
export const SAMPLES = {
  ok: { input_value: 'Why are there tides?' },
  fail: { input_value: 'Please fail.' },
  slow: { input_value: 'This is a slow-run.' },
  paused: { input_value: 'Please pause.' },
}
