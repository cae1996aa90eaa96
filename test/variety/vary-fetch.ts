import { matchMediaType, matchResponse } from '../../src/spec/match-response.ts'
import type { StreamSpec } from '../../src/spec/spec.ts'
import type { Validator } from '../../src/spec/validator.ts'
import { framingOf } from '../../src/wire/framing.ts'
import { parseJson } from '../../src/wire/parse-json.ts'
import { operationFinder } from '../mutants/operation-of.ts'
import { createDice, type Dice } from './random.ts'
import { varyHeaders } from './vary-head.ts'
import { createFrameWriter } from './vary-stream.ts'
import { piecesOf, scopeFrame, type Variety, writeBody } from './vary-transcript.ts'
import { scopeOf } from './vary-value.ts'

/** Stands between contract and server: a `fetch` that answers as the server of a variety would, event by event. Its clock is the real one. */
export function varyFetch(validator: Validator, base: string, seed: string, variety: Variety): typeof fetch {
  const operationOf = operationFinder(validator.spec, base)
  const dice = createDice(seed)
  return async (input, init) => {
    const request = new Request(input, init)
    const answer = await fetch(request)
    const operation = operationOf(request)
    const response = operation && matchResponse(operation, answer.status)
    if (!response || answer.body === null) return answer
    const { 'content-length': _, ...headers } = Object.fromEntries(answer.headers)
    const { stream, schema } = matchMediaType(response.content, headers['content-type'] ?? '') ?? {}
    const shown = variety.headed ? varyHeaders(headers, response, dice) : headers
    const head = { status: answer.status, headers: { ...shown } }
    if (stream) return new Response(answer.body.pipeThrough(varyFrames(validator, stream, variety, dice)), head)
    if (schema === undefined) return new Response(answer.body, head)
    const text = await answer.text()
    const { value } = parseJson(text)
    const scope = value === undefined ? undefined : scopeOf(validator, schema, value)
    const pieces = piecesOf(scope ? writeBody(scope, variety, dice) : text, variety, dice)
    return new Response(new Blob(pieces.map((piece) => Buffer.from(piece))).stream(), head)
  }
}

function varyFrames(
  validator: Validator,
  stream: StreamSpec,
  variety: Variety,
  dice: Dice,
): TransformStream<Uint8Array, Uint8Array> {
  const decoder = framingOf(stream.framing).createDecoder()
  const write = createFrameWriter(stream.framing, variety, dice)
  return new TransformStream({
    transform(chunk, controller) {
      for (const frame of decoder.decode(chunk)) {
        const { text } = write(scopeFrame(validator, stream, { ...frame, at: 0 }))
        for (const piece of piecesOf(text, variety, dice)) controller.enqueue(piece)
      }
    },
  })
}
