import type { BrokenServer } from '../broken-server.ts'
import { oddRequests } from '../odd-requests.ts'
import { answers } from './answers.ts'
import { others } from './others.ts'
import { runs } from './runs.ts'
import { streams } from './streams.ts'

/** Every server that is wrong on purpose, each with the check that has to catch it. */
export const brokenServers: readonly BrokenServer[] = [
  ...answers,
  ...streams,
  ...runs,
  ...others,
  ...oddRequests({
    wrongTypes: 'create-prediction',
    outOfBounds: 'list-executions',
    overlong: 'create-feedback',
    wrongContentType: 'create-feedback',
    wrongMethod: 'ping',
    deepNesting: 'create-feedback',
  }),
]
