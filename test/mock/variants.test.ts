import { expect, it } from 'vitest'
import { startMock } from '../../src/mock/start-mock.ts'
import { PARROT, startParrot } from './parrot.ts'

const health = async (url: string, headers: Record<string, string> = {}) =>
  (await fetch(`${url}/health`, { headers })).json()

it.each([
  { it: 'as documented', as: [], id: expect.stringMatching(/^[0-9a-f-]{36}$/) },
  { it: 'as the named version does', as: ['parrot@0.9'], id: '' },
])('plays a platform $it', async ({ as, id }) => {
  const { url } = await startParrot({ as })
  expect(await health(url)).toMatchObject({ id })
})

it.each([
  {
    it: 'a platform that is not served',
    as: 'parot@0.9',
    want: 'Failed to play "parot@0.9": no platform of that name is served. Did you mean parrot? Known: parrot.',
  },
  {
    it: 'a version that it does not know',
    as: 'parrot@9',
    want: 'Failed to play "parrot@9": parrot knows no such version. Known: 0.9.',
  },
])('refuses $it', async ({ as, want }) => {
  await expect(startMock({ platforms: PARROT, as })).rejects.toThrow(want)
})

it.each([
  { it: 'believes no proxy unless told to', trustProxy: false, base: /^http:\/\/127\.0\.0\.1:\d+\/api$/ },
  { it: 'believes a proxy when told to', trustProxy: true, base: /^https:\/\/flows\.example\/api$/ },
])('$it', async ({ trustProxy, base }) => {
  const { url } = await startParrot({ trustProxy })
  const forwarded = { 'x-forwarded-host': 'flows.example, inner.example', 'x-forwarded-proto': 'https' }
  expect(await health(url, forwarded)).toMatchObject({ base: expect.stringMatching(base) })
})
