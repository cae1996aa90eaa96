import { kebab } from '../../src/contract/kebab.ts'
import { matchMediaType, matchResponse } from '../../src/spec/match-response.ts'
import type { Operation } from '../../src/spec/spec.ts'
import type { Answer, Mutant } from './mutant.ts'

/** The mutants of an operation's statuses, media types and need of a key. */
export function deriveHeadMutants(operation: Operation): readonly Mutant[] {
  const id = kebab(operation.id)
  const good = ({ status }: Answer) => status < 300
  const make = (kind: string, what: string, owners: readonly string[], change: (answer: Answer) => Answer): Mutant => ({
    kind,
    operation: operation.id,
    part: 'head',
    what,
    owners: owners.map((owner) => `${id}.${owner}`),
    damage: (answer) => (good(answer) ? change(answer) : undefined),
  })
  const odd = [200, 201, 202, 203, 206].find((status) => matchResponse(operation, status) === undefined)
  const heads = [
    make('status-500', '500', ['status'], (answer) => ({ ...answer, status: 500 })),
    ...(odd ? [make('status-other-2xx', `${odd}`, ['status'], (answer) => ({ ...answer, status: odd }))] : []),
  ]
  const keyless = mustHaveKey(operation)
    ? [{ ...make('key-not-needed', '200', ['key-missing'], (a) => a), damage: letIn }]
    : []
  return [...heads, ...typeMutants(operation, make), ...keyless]
}

type Make = (kind: string, what: string, owners: readonly string[], change: (answer: Answer) => Answer) => Mutant

function typeMutants(operation: Operation, make: Make): readonly Mutant[] {
  const named = [...operation.responses].filter(([status, { content }]) => status.startsWith('2') && content.size > 0)
  if (named.length === 0 || named.some(([, { content }]) => matchMediaType(content, 'text/html'))) return []
  const owners = ['media-type', 'media-type-assumed']
  const html = { 'content-type': 'text/html' }
  return [
    make('type-wrong', 'text/html', owners, (answer) => ({ ...answer, headers: { ...answer.headers, ...html } })),
    make('type-missing', 'none', owners, ({ headers, ...answer }) => ({
      ...answer,
      headers: Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'content-type')),
    })),
    make('html-page', '200 with a page', owners, (answer) => ({
      ...answer,
      headers: html,
      text: '<!doctype html><title>Bad gateway</title>',
    })),
  ]
}

function mustHaveKey({ security }: Operation): boolean {
  return security.length > 0 && security.every((schemes) => schemes.length > 0)
}

const letIn: Mutant['damage'] = (answer) =>
  !answer.keyed && (answer.status === 401 || answer.status === 403)
    ? { ...answer, status: 200, headers: { 'content-type': 'application/json' }, text: '{}' }
    : undefined
