import { onTestFinished, vi } from 'vitest'
import { type Mock, type MockOptions, startMock } from '../../src/mock/start-mock.ts'

/** What the default scenario says to whatever it is asked. */
export const ANSWER =
  'Tides rise because the Moon pulls a little harder on the near side of the Earth than on the far side. ' +
  'The oceans stretch into two bulges, and as the Earth turns under them, most coasts meet high water ' +
  'twice a day. The Sun does the same at about half the strength: when all three stand in line, at new ' +
  'and full moon, the two pulls add up to a spring tide.'

/** A platform that is served until the test ends, and what its clients need. */
export interface Served {
  readonly mock: Mock
  /** Base URL of the API, the spec's path included. */
  readonly url: string
  /** Base URL for clients that write the spec's path themselves. */
  readonly origin: string
  readonly key: string
}

/** Serves one platform without waiting, unless told otherwise. */
export async function serve(platform: string, options: MockOptions = {}): Promise<Served> {
  // Some clients would ask a proxy even for what is on this machine.
  vi.stubEnv('NO_PROXY', '127.0.0.1')
  const key = 'sk-client-test'
  const mock = await startMock({ platforms: platform, speed: 'instant', key, ...options })
  onTestFinished(() => mock.stop({ grace: 0 }))
  return { mock, url: mock.url, origin: new URL(mock.url).origin, key }
}

/** What the spec objects to in the requests so far; remarks count, too. */
export function objections({ mock }: Served): readonly string[] {
  return mock.requests().flatMap(({ violations }) => violations.map(({ at, message }) => `${at} ${message}`))
}

/** How each request was answered: `GET /v1/info 200`. */
export function answered({ mock }: Served): readonly string[] {
  return mock.requests().map(({ method, path, status }) => `${method} ${path} ${status}`)
}
