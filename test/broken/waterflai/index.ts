import type { BrokenServer } from '../broken-server.ts'
import { oddRequests } from '../odd-requests.ts'
import { answers } from './answers.ts'
import { cancels } from './cancels.ts'
import { jobs } from './jobs.ts'
import { runs } from './runs.ts'
import { streams } from './streams.ts'
import { views } from './views.ts'

/** Every server that is wrong on purpose, each with the check that has to catch it. */
export const brokenServers: readonly BrokenServer[] = [
  ...answers,
  ...streams,
  ...runs,
  ...jobs,
  ...cancels,
  ...views,
  ...oddRequests({
    wrongTypes: 'create-chat-completion',
    outOfBounds: 'create-chat-completion',
    overlong: 'start-execution',
    wrongContentType: 'start-execution',
    wrongMethod: 'get-execution',
    deepNesting: 'create-chat-completion',
  }),
]
