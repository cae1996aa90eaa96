import { expect, it } from 'vitest'
import { type Ask, OWN_SCENARIOS, startLangflow } from './client.ts'

/** A request that is refused, and how. */
export interface Case {
  readonly it: string
  readonly operation: string
  readonly url: string
  /** Its key is good unless it says another. */
  readonly ask?: Ask
  readonly status: number
  /** Of the answer's `detail`, or of the whole answer where it has none. */
  readonly want: unknown
}

/** Id of nothing. */
export const NOBODY = '5f3a1c9e-7d24-4b86-a0f1-2c8e9b6d4a73'

/** What a token of a login is sent as, in place of a key. */
export const bearer = (token: string) => ({ key: '', headers: { authorization: `Bearer ${token}` } })

/** A list of one problem. */
export const problem = (type: string, ...loc: (string | number)[]) => [expect.objectContaining({ type, loc })]

/** A refusal of the second version. */
export const code = (name: string, more: object = {}) => expect.objectContaining({ code: name, ...more })

/** One test for each case; the only good key is `sk-right`. */
export function itRefuses(cases: readonly Case[]): void {
  it.each(cases)('refuses $it', async ({ operation, url, ask: given = {}, status, want }) => {
    const { ask } = await startLangflow({ key: 'sk-right', scenarios: OWN_SCENARIOS })
    const answer = await ask(operation, url, { key: 'sk-right', ...given })
    expect(answer.status).toBe(status)
    const body = answer.json
    expect(typeof body === 'object' && body !== null && 'detail' in body ? body.detail : body).toEqual(want)
    expect(answer.headers.has('www-authenticate')).toBe(false)
  })
}
