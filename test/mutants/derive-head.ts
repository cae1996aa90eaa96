import { kebab } from '../../src/contract/kebab.ts'
import { matchMediaType, matchResponse } from '../../src/spec/match-response.ts'
import type { Operation } from '../../src/spec/spec.ts'
import type { Answer, Mutant } from './mutant.ts'

/** The mutants of an operation's statuses, media types, headers and need of a key. */
export function deriveHeadMutants(operation: Operation): readonly Mutant[] {
  const id = kebab(operation.id)
  const make = (kind: string, what: string, owners: readonly string[], change: (answer: Answer) => Answer): Mutant => ({
    kind,
    operation: operation.id,
    part: 'head',
    what,
    owners: owners.map((owner) => `${id}.${owner}`),
    damage: () => (answer) => (answer.status < 300 ? change(answer) : 'not asked'),
  })
  const odd = [200, 201, 202, 203, 206].find((status) => matchResponse(operation, status) === undefined)
  const heads = [
    make('status-500', '500', ['status'], (answer) => ({ ...answer, status: 500 })),
    ...(odd ? [make('status-other-2xx', `${odd}`, ['status'], (answer) => ({ ...answer, status: odd }))] : []),
  ]
  return [...heads, ...typeMutants(operation, make), ...headerMutants(operation), ...keyMutants(operation)]
}

type Make = (kind: string, what: string, owners: readonly string[], change: (answer: Answer) => Answer) => Mutant

function typeMutants(operation: Operation, make: Make): readonly Mutant[] {
  const named = [...operation.responses].filter(([status, { content }]) => status.startsWith('2') && content.size > 0)
  if (named.length === 0 || named.some(([, { content }]) => matchMediaType(content, 'text/html'))) return []
  const owners = ['media-type', 'media-type-assumed']
  const html = { 'content-type': 'text/html' }
  return [
    make('type-wrong', 'text/html', owners, (answer) => ({ ...answer, headers: { ...answer.headers, ...html } })),
    make('type-missing', 'none', owners, (answer) => ({
      ...answer,
      headers: withoutHeader(answer.headers, 'content-type'),
    })),
    make('html-page', '200 with a page', owners, (answer) => ({
      ...answer,
      headers: html,
      text: '<!doctype html><title>Bad gateway</title>',
    })),
  ]
}

function headerMutants(operation: Operation): readonly Mutant[] {
  const required = [...operation.responses.values()].flatMap(({ status, headers }) =>
    headers.filter((header) => header.required).map(({ name }) => ({ status, name: name.toLowerCase() })),
  )
  return required.map(({ status, name }) => ({
    kind: 'header-missing',
    operation: operation.id,
    part: 'head',
    what: `${status} ${name}`,
    owners: [`${kebab(operation.id)}.headers`],
    damage: () => (answer) => {
      if (matchResponse(operation, answer.status)?.status !== status) return 'not asked'
      if (answer.headers[name] === undefined) return 'no such part'
      return { ...answer, headers: withoutHeader(answer.headers, name) }
    },
  }))
}

function withoutHeader(headers: Answer['headers'], name: string): Answer['headers'] {
  return Object.fromEntries(Object.entries(headers).filter(([other]) => other !== name))
}

function keyMutants(operation: Operation): readonly Mutant[] {
  const { security } = operation
  if (security.length === 0 || security.some((schemes) => schemes.length === 0)) return []
  return (['none', 'wrong'] as const).map((key) => ({
    kind: key === 'none' ? 'key-not-needed' : 'key-not-checked',
    operation: operation.id,
    part: 'head',
    what: '200',
    owners: [`${kebab(operation.id)}.key-${key === 'none' ? 'missing' : 'wrong'}`],
    damage: () => (answer) =>
      answer.key === key && (answer.status === 401 || answer.status === 403)
        ? { ...answer, status: 200, headers: { 'content-type': 'application/json' }, text: '{}' }
        : 'not asked',
  }))
}
