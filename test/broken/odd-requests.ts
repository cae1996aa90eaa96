import type { BrokenServer } from './broken-server.ts'
import type { Call, Damage } from './proxy.ts'

/** The operation, as it stands in ids of checks, that fails on each kind of odd request. */
export interface OddRequests {
  readonly wrongTypes: string
  readonly outOfBounds: string
  readonly overlong: string
  readonly wrongContentType: string
  readonly wrongMethod: string
  readonly deepNesting: string
}

/** Servers that fail on requests that nobody should send, and that somebody does: one for each kind. */
export function oddRequests(operations: OddRequests): readonly BrokenServer[] {
  return [
    {
      breaks: 'fails on a value of another type',
      caughtBy: `${operations.wrongTypes}.wrong-types`,
      ...failing(({ body, query }) => /:(7|"seven")[,}\]]/.test(body) || [...query.values()].includes('seven')),
    },
    {
      breaks: 'fails on a value beyond its bounds',
      caughtBy: `${operations.outOfBounds}.out-of-bounds`,
      ...failing(({ body, query }) =>
        [body, ...query.values()].some((text) => /^(-1|0|\d+1)$|flowproof-off-the-list/.test(text)),
      ),
    },
    {
      breaks: 'fails on a very long text',
      caughtBy: `${operations.overlong}.overlong`,
      ...failing(({ path, body }) => /x{500}/.test(path + body)),
    },
    {
      breaks: 'fails on a body of another type',
      caughtBy: `${operations.wrongContentType}.wrong-content-type`,
      ...failing(({ headers }) => headers['content-type'] === 'text/plain'),
    },
    {
      breaks: 'fails on a method that it does not know',
      caughtBy: `${operations.wrongMethod}.wrong-method`,
      ...failing(({ method }) => method === 'PROPFIND' || method === 'GET'),
    },
    {
      breaks: 'fails on a very deep body',
      caughtBy: `${operations.deepNesting}.deep-nesting`,
      ...failing(({ body }) => body.includes('[[[[')),
    },
  ]
}

function failing(on: (call: Call) => boolean): Damage {
  return { on, head: ({ headers }) => ({ status: 502, headers }) }
}
