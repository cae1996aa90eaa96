import type { HeldClock } from '../../../src/mock/held-clock.ts'

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
  return { text, rest, leave: () => reader?.cancel() }
}

/** Moves a held clock on in steps until something has happened. */
export async function advanceUntil<T>(clock: HeldClock, event: Promise<T>, step = 100): Promise<T> {
  let done = false
  const finished = event.finally(() => {
    done = true
  })
  while (!done) {
    await clock.advance(step)
    await new Promise(setImmediate)
  }
  return finished
}
