import { type AgentSession, createAgentSession } from './agent-session.ts'
import { childOf, topOf } from './levels.ts'
import type { Story } from './state.ts'
import { createTurnstile, type Turnstile } from './turnstile.ts'

/** An agentflow's run while it is told. */
export interface Telling {
  readonly session: AgentSession
  readonly flow: Turnstile
  /** Of the open iteration. */
  inside: Turnstile
  began: boolean
  replied: boolean
  waits: boolean
  /** Why a node failed last. */
  reason: string
}

/** Begins to tell a run. */
export function createTelling(story: Story): Telling {
  return {
    session: createAgentSession(story),
    flow: createTurnstile(topOf),
    inside: createTurnstile(childOf),
    began: false,
    replied: false,
    waits: false,
    reason: '',
  }
}
