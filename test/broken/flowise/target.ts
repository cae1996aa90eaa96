import { uuidOf } from '../../../src/run/uuid.ts'

/** Ids of the flows of the default scenario, which plays what the words of a message ask for: an agentflow, a chatflow, and agents of the first version. */
const AGENTFLOW = uuidOf('scenario:answer', 5)
const CHATFLOW = uuidOf('scenario:chatflow-answer', 5)
const AGENTS = uuidOf('scenario:agents-answer', 5)

/** The flows to verify. A server that is started with a key binds all its flows to it. */
export const FLOWS = {
  chatflow_id: CHATFLOW,
  agentflow_id: AGENTFLOW,
  agents_id: AGENTS,
  locked_flow_id: AGENTFLOW,
} as const

/** The key that the correct server takes. */
export const KEY = 'flowproof-test-key-0123456789-abcdefghijklm'

/** Messages of each kind, as the scenarios that come with the package play them. */
export const SAMPLES = {
  ok: { question: 'Which is the largest ocean?' },
  fail: { question: 'Please fail.' },
  slow: { question: 'This is a slow-run.' },
  paused: { question: 'Please pause for me.' },
} as const
