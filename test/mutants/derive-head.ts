import { flawedProbeName } from '../../src/contract/flaws.ts'
import { kebab } from '../../src/contract/kebab.ts'
import type { LoadedContract } from '../../src/contract/load-contract.ts'
import { oddFlawsOf } from '../../src/contract/odd-flaws.ts'
import { matchMediaType, matchResponse } from '../../src/spec/match-response.ts'
import { readText } from '../../src/spec/read-text.ts'
import type { Operation } from '../../src/spec/spec.ts'
import type { Validator } from '../../src/spec/validator.ts'
import type { Answer, Damage, Mutant } from './mutant.ts'

/** The mutants of an operation's statuses, media types, headers and need of a key. */
export function deriveHeadMutants(platform: LoadedContract, operation: Operation): readonly Mutant[] {
  const { spec, validator, contract } = platform
  // What is odd, but not forbidden, may be taken.
  const odd = oddFlawsOf(spec, contract, operation).map((flaw) => flawedProbeName(operation.id, flaw))
  const make = maker(operation)
  return [
    ...statusMutants(operation, make),
    ...typeMutants(operation, make),
    ...headerMutants(validator, operation, make),
    ...keyMutants(operation, make),
    make({ kind: 'refusal-taken', what: '200', owners: ['*'], about: 'a refusal for anything but a key' }, (answer) => {
      if (![400, 404, 409, 412, 415, 422].includes(answer.status)) return 'not-asked'
      return odd.includes(answer.probe) ? 'legal' : taken(answer)
    }),
  ]
}

interface Parts {
  readonly kind: string
  readonly what: string
  readonly owners: readonly string[]
  readonly about?: string
}

type Make = (parts: Parts, damage: Damage) => Mutant

function maker({ id }: Operation): Make {
  return ({ owners, about = 'a success', ...parts }, damage) => ({
    ...parts,
    operation: id,
    about,
    part: 'head',
    owners: owners.map((owner) => `${kebab(id)}.${owner}`),
    begin: () => damage,
  })
}

const onSuccess =
  (change: Damage): Damage =>
  (answer) =>
    answer.status < 300 && answer.key !== 'wrong' ? change(answer) : 'not-asked'

function statusMutants(operation: Operation, make: Make): readonly Mutant[] {
  const odd = [200, 201, 202, 203, 206].find((status) => matchResponse(operation, status) === undefined)
  const owners = ['status']
  return [500, odd].flatMap((status) => {
    if (status === undefined) return []
    const kind = status === 500 ? 'status-500' : 'status-other-2xx'
    return make(
      { kind, what: `${status}`, owners },
      onSuccess((answer) => ({ ...answer, status })),
    )
  })
}

function typeMutants(operation: Operation, make: Make): readonly Mutant[] {
  const named = [...operation.responses].filter(([status, { content }]) => status.startsWith('2') && content.size > 0)
  if (named.length === 0 || named.some(([, { content }]) => matchMediaType(content, 'text/html'))) return []
  const owners = ['media-type', 'media-type-assumed']
  const html = { 'content-type': 'text/html' }
  const text = '<!doctype html><title>Bad gateway</title>'
  return [
    make(
      { kind: 'type-wrong', what: 'text/html', owners },
      onSuccess((answer) => ({ ...answer, headers: { ...answer.headers, ...html } })),
    ),
    make(
      { kind: 'type-missing', what: 'none', owners },
      onSuccess((answer) => ({ ...answer, headers: without(answer.headers, 'content-type') })),
    ),
    make(
      { kind: 'html-page', what: '200 with a page', owners },
      onSuccess((answer) => ({ ...answer, headers: html, text })),
    ),
    make(
      { kind: 'html-page', what: '502 with a page', owners: ['status', ...owners] },
      onSuccess((answer) => ({ ...answer, status: 502, headers: html, text })),
    ),
  ]
}

function headerMutants(validator: Validator, operation: Operation, make: Make): readonly Mutant[] {
  const owners = ['headers']
  return [...operation.responses].flatMap(([status, { headers }]) =>
    headers
      .filter(({ required }) => required)
      .flatMap(({ name, schema }) => {
        const key = name.toLowerCase()
        const on =
          (change: Damage): Damage =>
          (answer) => {
            if (matchResponse(operation, answer.status)?.status !== status) return 'not-asked'
            return answer.headers[key] === undefined ? 'absent' : change(answer)
          }
        const parts = { what: `${status} ${name}`, owners, about: `a ${status}` }
        const isLegal = validator.check(schema, readText(validator.spec.document, schema, '?')).length === 0
        return [
          make(
            { ...parts, kind: 'header-missing' },
            on((answer) => ({ ...answer, headers: without(answer.headers, key) })),
          ),
          make(
            { ...parts, kind: 'header-wrong' },
            on((answer) => (isLegal ? 'legal' : { ...answer, headers: { ...answer.headers, [key]: '?' } })),
          ),
        ]
      }),
  )
}

function keyMutants(operation: Operation, make: Make): readonly Mutant[] {
  const { security } = operation
  if (!security.some((schemes) => schemes.length > 0)) return []
  const letIn =
    (key: Answer['key']): Damage =>
    (answer) =>
      answer.key === key && (answer.status === 401 || answer.status === 403) ? taken(answer) : 'not-asked'
  const about = (how: string) => `a refusal ${how}`
  return [
    make(
      { kind: 'key-not-needed', what: '200', owners: ['key-missing'], about: about('without a key') },
      letIn('none'),
    ),
    make({ kind: 'key-not-read', what: '200', owners: ['key-wrong'], about: about('of a wrong key') }, letIn('wrong')),
  ]
}

function taken(answer: Answer): Answer {
  return { ...answer, status: 200, headers: { 'content-type': 'application/json' }, text: '{}' }
}

function without(headers: Answer['headers'], name: string): Answer['headers'] {
  return Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name))
}
