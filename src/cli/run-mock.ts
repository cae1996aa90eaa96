import type { MockEvent } from '../mock/server-context.ts'
import { type Mock, startMock } from '../mock/start-mock.ts'
import { hideKey } from './hide-key.ts'
import type { MockFlags } from './mock.ts'
import { createTally, type MockSummary, type Tally } from './mock-summary.ts'
import { formatRequest, formatStart, formatSummary } from './mock-text.ts'
import { createPaint } from './paint.ts'

/** In ms: how long the first Ctrl-C waits for answers under way. */
const GRACE = 5_000

/** Serves platforms and tells what happens, until the process is told to stop. */
export async function runMock(platforms: readonly string[], flags: MockFlags): Promise<void> {
  const { json, quiet, ...options } = flags
  const voice = quiet ? QUIET : json ? JSON_VOICE : createPlainVoice()
  const { key } = flags
  // A request can only come when the mock has started, and by then there is a voice to tell of it.
  const told: MockEvent[] = []
  let hear = (event: MockEvent) => void told.push(event)
  const mock = await startMock({
    ...options,
    platforms: platforms.length > 0 ? platforms : undefined,
    log: (event) => hear(event),
  })
  voice.start(key === undefined ? mock : { ...mock, platforms: mock.platforms.map((one) => hideKey(one, key)) })
  // It names every operation and event there is, which nobody waits for at the start.
  let counted: Tally | undefined
  const tally = () => (counted ??= createTally(mock.platforms))
  hear = (event) => {
    if (event.kind === 'request') tally().add(event.request)
    if (event.kind === 'crash') process.stderr.write(`${event.error}\n`)
    voice.event(event)
  }
  told.forEach(hear)
  await stopped(mock, voice)
  voice.stop(tally().summary())
}

/** How the mock speaks to whoever started it. */
interface Voice {
  readonly start: (mock: Mock) => void
  readonly event: (event: MockEvent) => void
  /** Answers are still under way. */
  readonly waiting: () => void
  readonly stop: (summary: MockSummary) => void
}

const ignore = () => undefined
const QUIET: Voice = { start: ignore, event: ignore, waiting: ignore, stop: ignore }

const JSON_VOICE: Voice = {
  start: ({ url, platforms, scenarios }) =>
    printJson({
      kind: 'start',
      url,
      platforms: platforms.map(({ name, url, key, samples }) => ({ name, url, key, samples })),
      scenarios: scenarios.map(({ name, shows }) => ({ name, shows })),
    }),
  event: printJson,
  waiting: ignore,
  stop: (summary) => printJson({ kind: 'stop', ...summary }),
}

function createPlainVoice(): Voice {
  const paint = createPaint(process.stdout, process.env)
  return {
    start: (mock) => print(formatStart(mock, paint)),
    event: (event) => {
      if (event.kind === 'request') print(formatRequest(event.request, paint))
      if (event.kind === 'not-http') print(paint('yellow', `Something that is not HTTP came: ${event.reason}`))
    },
    waiting: () => print('\nWaiting for answers under way; Ctrl-C again cuts them.'),
    stop: (summary) => print(`\n${formatSummary(summary, paint)}`),
  }
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

function printJson(value: object): void {
  print(JSON.stringify(value))
}

/** Resolves when the mock has stopped after a signal. A second signal cuts what the first one waits for. */
function stopped(mock: Mock, voice: Voice): Promise<void> {
  return new Promise((resolve, reject) => {
    let asked = false
    const ask = () => {
      if (!asked && mock.requests().some(({ end }) => end === 'open')) voice.waiting()
      mock.stop({ grace: asked ? 0 : GRACE }).then(resolve, reject)
      asked = true
    }
    process.on('SIGINT', ask)
    process.on('SIGTERM', ask)
  })
}
