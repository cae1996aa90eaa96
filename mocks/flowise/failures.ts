/** Before the reason, by kind of node, as each kind throws. */
const PREFIXES: Readonly<Record<string, string>> = {
  llmAgentflow: 'Error in LLM node: ',
  agentAgentflow: 'Error in Agent node: ',
  customFunctionAgentflow: 'Error: NodeVM Execution Error: ',
  toolAgentflow: 'Error: ',
  retrieverAgentflow: 'Error: ',
}

/** Why a node failed, in its own words. */
export function nodeError(name: string, reason: string): string {
  return `${PREFIXES[name] ?? ''}${reason}`
}

/** Reasons of runs that were aborted. */
export const ABORTED = 'This operation was aborted'
export const CANCELLED = 'Flow execution was cancelled'
