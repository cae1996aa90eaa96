import type { HeldClock } from '../../../src/mock/held-clock.ts'
import type { Mock } from '../../../src/mock/start-mock.ts'
import type { Ask } from './client.ts'

/** Reads a stream until its text holds a word; `rest` reads on to the end and returns what came after. */
export async function readUntil(response: Response, word: string) {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  while (!text.includes(word)) {
    const chunk = await reader?.read()
    if (!chunk || chunk.done) throw new Error(`the stream ended without ${word}: ${text}`)
    text += chunk.value
  }
  const rest = async () => {
    let more = ''
    for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read()) more += chunk.value
    return more
  }
  return { text, rest, leave: async () => reader?.cancel() }
}

/** Moves a held clock on, second by second, until something has happened. */
export async function advanceUntil<T>(clock: HeldClock, event: Promise<T>): Promise<T> {
  let done = false
  const finished = event.finally(() => {
    done = true
  })
  while (!done) {
    await clock.advance(1_000)
    await new Promise(setImmediate)
  }
  return finished
}

/** Sends a request that starts a run, and waits for the run: the clock shall not move on before it. */
export async function begin<T>({ runs }: Pick<Mock, 'runs'>, request: () => Promise<T>) {
  const before = new Set(runs())
  const answer = request()
  for (;;) {
    const started = runs().find((run) => !before.has(run))
    if (started) return { answer, started }
    await new Promise(setImmediate)
  }
}

interface Follow {
  readonly clock: HeldClock
  readonly send: (path: string, options: Ask) => Promise<Response>
  readonly key: string
}

/** Starts a streamed run and reads until a word. */
export async function startUntil(word: string, { clock, send, key }: Follow) {
  const body = { inputs: { query: 'Good morning' }, user: 'user-42', response_mode: 'streaming' }
  const stream = await send('/workflows/run', { key, body })
  const read = await advanceUntil(clock, readUntil(stream, word))
  const { text } = read
  const [, runId = ''] = /"workflow_run_id":"([^"]+)"/.exec(text) ?? []
  const [, taskId = ''] = /"task_id":"([^"]+)"/.exec(text) ?? []
  const [, token = ''] = /"form_token":"([^"]+)"/.exec(text) ?? []
  return { ...read, runId, taskId, token }
}

/** Starts a run that pauses, then follows it by the resume stream; `rest` is the text of that stream to its end. */
export async function pauseAndFollow(follow: Follow) {
  const run = await startUntil('"event":"workflow_paused"', follow)
  const query = 'user=user-42&include_state_snapshot=true&continue_on_pause=true'
  const resumed = await follow.send(`/workflow/${run.runId}/events?${query}`, { key: follow.key })
  const { rest } = await readUntil(resumed, '"event":"workflow_paused"')
  return { ...run, rest: rest() }
}
