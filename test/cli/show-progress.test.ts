import { expect, it } from 'vitest'
import { showProgress } from '../../src/cli/show-progress.ts'
import type { Progress } from '../../src/contract/verify.ts'

const PLANNED: Progress = { kind: 'planned', checks: 40, probes: 2, runs: 1 }
const STEPS: readonly Progress[] = [
  PLANNED,
  { kind: 'probe', name: 'blocking', number: 1, probes: 2 },
  { kind: 'exchange', operation: 'startJob' },
  { kind: 'probe', name: 'left\u001B]0;owned\n名前', number: 2, probes: 2 },
]

interface Watched {
  readonly isTTY?: boolean
  readonly env?: NodeJS.ProcessEnv
  readonly label?: string
}

/** All that is written for a verify, as it is written. */
function writtenFor(
  steps: readonly Progress[],
  { isTTY = true, env = {}, label = '' }: Watched = {},
): readonly string[] {
  const written: string[] = []
  const stream = { isTTY, write: (text: string) => written.push(text) }
  const { onProgress, end } = showProgress(stream, { label, env, now: () => 0 })
  steps.forEach(onProgress)
  end()
  return written
}

it('tells a person at a terminal how far it is, in one line that is taken away at the end', () => {
  expect(writtenFor(STEPS, { label: 'staging: ' }).map((text) => JSON.stringify(text))).toMatchInlineSnapshot(`
    [
      ""staging: 40 checks, 2 probes; will start 1 run, and stop or cancel only those.\\n"",
      ""\\r\\u001b[K\\u001b[?7lstaging: probe 1 of 2, 0 requests, 0 s: blocking\\u001b[?7h"",
      ""\\r\\u001b[K\\u001b[?7lstaging: probe 1 of 2, 1 request, 0 s: blocking\\u001b[?7h"",
      ""\\r\\u001b[K\\u001b[?7lstaging: probe 2 of 2, 1 request, 0 s: left�]0;owned�名前\\u001b[?7h"",
      ""\\r\\u001b[K"",
    ]
  `)
})

it.each([
  { it: 'in a file', watched: { isTTY: false } },
  { it: 'where the terminal cannot go back', watched: { env: { TERM: 'dumb' } } },
  { it: 'in a CI that pretends to be a terminal', watched: { env: { CI: 'true' } } },
])('says only what it will do $it', ({ watched }) => {
  expect(writtenFor(STEPS, watched)).toEqual([
    '40 checks, 2 probes; will start 1 run, and stop or cancel only those.\n',
  ])
})

it('takes nothing away when nothing was shown', () => {
  expect(writtenFor([])).toEqual([])
  expect(writtenFor([PLANNED])).toHaveLength(1)
})

it('lets the seconds go on while a probe lasts', async () => {
  let time = 0
  const seen = { seconds: () => undefined as unknown }
  const later = new Promise((resolve) => {
    seen.seconds = () => resolve(undefined)
  })
  const stream = { isTTY: true, write: (text: string) => text.includes(', 7 s: blocking') && seen.seconds() }
  const { onProgress, end } = showProgress(stream, { label: '', env: {}, now: () => time, every: 5 })
  for (const step of STEPS.slice(0, 2)) onProgress(step)
  time = 7_400
  await later
  end()
})
