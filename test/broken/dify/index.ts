import type { BrokenServer } from '../broken-server.ts'
import { oddRequests } from '../odd-requests.ts'
import { answers } from './answers.ts'
import { others } from './others.ts'
import { pauses } from './pauses.ts'
import { records } from './records.ts'
import { runs } from './runs.ts'
import { streams } from './streams.ts'

/** Every server that is wrong on purpose, each with the check that has to catch it. */
export const brokenServers: readonly BrokenServer[] = [
  ...answers,
  ...streams,
  ...records,
  ...runs,
  ...pauses,
  ...others,
  ...oddRequests({
    wrongTypes: 'run-workflow',
    outOfBounds: 'list-workflow-logs',
    overlong: 'get-end-user',
    wrongContentType: 'run-workflow',
    wrongMethod: 'get-app-info',
    deepNesting: 'stop-workflow-task',
  }),
]
