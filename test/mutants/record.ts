import { createExchangeNames } from './exchange-names.ts'
import { headOf, isStreamed } from './intercept.ts'
import { operationFinder } from './operation-of.ts'
import type { Course, Recording } from './recording.ts'
import { type Bench, brokenChecks, runVerify } from './run-verify.ts'

/** A body on its way, and how it goes on. */
interface Tap {
  course: Course
  isOpen: boolean
  readonly chunks: Uint8Array[]
}

/** Records a verify of the correct server, which must break nothing. */
export async function recordVerify(bench: Bench): Promise<Recording> {
  const names = createExchangeNames()
  const taps: Tap[] = []
  const recorded: (() => Recording[number])[] = []
  const { checks, platform, target } = bench
  const transcripts = await runVerify(bench, {
    checks,
    timeout: 10_000,
    onProbe(name) {
      names.begin(name)
      return false
    },
    fetchTo: (url) => {
      const operationOf = operationFinder(platform.spec, url)
      return async (input, init) => {
        const request = new Request(input, init)
        const operation = operationOf(request)?.id ?? ''
        const name = names.next(operation)
        const probe = names.probe()
        for (const tap of taps) if (tap.isOpen) tap.course = 'waits'
        const response = await fetch(request)
        const tap: Tap = { course: 'ends', isOpen: isStreamed(response), chunks: [] }
        taps.push(tap)
        const head = { ...headOf(request, response, target.key), probe }
        const from = { name, operation }
        recorded.push(() => ({
          ...from,
          answer: { ...head, text: Buffer.concat(tap.chunks).toString() },
          course: tap.course,
        }))
        return new Response(response.body && tapped(response.body, tap), response)
      }
    },
  })
  const broken = brokenChecks(bench, checks, transcripts)
  if (broken.length > 0) throw new Error(`The correct server breaks ${broken.join(', ')}.`)
  return recorded.map((read) => read())
}

/** A body that passes as it comes, with a copy of what has passed. */
function tapped(body: ReadableStream<Uint8Array>, tap: Tap): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await reader.read()
      if (done) {
        tap.isOpen = false
        return controller.close()
      }
      tap.chunks.push(value)
      controller.enqueue(value)
    },
    cancel(reason) {
      tap.isOpen = false
      if (tap.course === 'ends') tap.course = 'left'
      return reader.cancel(reason)
    },
  })
}
