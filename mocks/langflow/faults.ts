import type { Telling } from './cast.ts'

type Ended = Pick<Extract<Telling, { tell: 'ended' }>, 'end' | 'culprit'>

/** Why a run has failed, as workflows tell it. */
export function componentFault({ end, culprit }: Ended): string {
  const reason = end.error ?? ''
  return culprit ? `Error building Component ${culprit.displayName}: \n\n${reason}` : reason
}

/** Why a run has failed, as /run tells it. */
export const runFault = (ended: Ended): string => `Error running graph: ${componentFault(ended)}`
