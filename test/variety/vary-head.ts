import type { ResponseSpec } from '../../src/spec/spec.ts'
import type { Dice } from './random.ts'

/** Headers named, ordered and added to as servers and proxies do; those that the response documents stay. */
export function varyHeaders(
  headers: Readonly<Record<string, string>>,
  response: ResponseSpec | undefined,
  dice: Dice,
): Readonly<Record<string, string>> {
  const documented = (response?.headers ?? []).map(({ name }) => name.toLowerCase())
  const kept = Object.entries(headers).filter(
    ([name]) => name !== 'content-type' && (documented.includes(name) || dice.chance(0.5)),
  )
  const { 'content-type': type } = headers
  const named = type === undefined ? [] : [['content-type', varyMediaType(type, dice)] as const]
  return Object.fromEntries(dice.shuffle([...kept, ...named, ...dice.shuffle(ADDED).slice(0, dice.below(3))]))
}

const ADDED: readonly (readonly [name: string, value: string])[] = [
  ['server', 'nginx'],
  ['via', '1.1 edge'],
  ['x-request-id', '7f'],
  ['strict-transport-security', 'max-age=31536000'],
]

/** @see https://www.rfc-editor.org/rfc/rfc9110#section-8.3.1 */
function varyMediaType(type: string, dice: Dice): string {
  const [name = '', ...parameters] = type.split(/; */)
  const isText = /json|text|ndjson/.test(name) && !parameters.some((one) => /^charset=/i.test(one))
  const all = [...parameters, ...(isText && dice.chance(0.5) ? [dice.pick(['charset=utf-8', 'Charset="UTF-8"'])] : [])]
  const cased = dice.pick([name, name.toUpperCase(), name.replace(/^./, (letter) => letter.toUpperCase())])
  return [cased, ...all].join(dice.pick([';', '; ', ' ; ']))
}
