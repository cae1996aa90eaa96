import type { BrokenServer } from '../broken-server.ts'
import { oddRequests } from '../odd-requests.ts'
import { answers } from './answers.ts'
import { builds } from './builds.ts'
import { pauses } from './pauses.ts'
import { runs } from './runs.ts'
import { streams } from './streams.ts'
import { versions } from './versions.ts'
import { workflows } from './workflows.ts'

/** Every server that is wrong on purpose, each with the check that has to catch it. */
export const brokenServers: readonly BrokenServer[] = [
  ...answers,
  ...runs,
  ...streams,
  ...workflows,
  ...pauses,
  ...builds,
  ...versions,
  ...oddRequests({
    wrongTypes: 'run-workflow',
    outOfBounds: 'run-flow',
    overlong: 'run-flow',
    wrongContentType: 'run-flow',
    wrongMethod: 'get-version',
    deepNesting: 'build-flow',
  }),
]
