import { expect, it } from 'vitest'
import { matchMediaType, matchResponse } from '../../src/spec/match-response.ts'
import type { MediaType } from '../../src/spec/spec.ts'
import { operationOf, talkSpec } from './fixtures/talk.ts'

const talk = talkSpec()

it.each([
  { operation: 'createTalk', status: 200, want: '200' },
  { operation: 'createTalk', status: 404, want: 'default' },
  { operation: 'getTalk', status: 404, want: '4XX' },
  { operation: 'getTalk', status: 500, want: undefined },
])('finds the response of $operation for $status: $want', ({ operation, status, want }) => {
  expect(matchResponse(operationOf(talk, operation), status)?.status).toBe(want)
})

it.each([
  { header: 'application/json', want: 'application/json' },
  { header: 'Application/JSON;charset=utf-8', want: 'application/json' },
  { header: ' text/event-stream ; charset=utf-8', want: 'Text/Event-Stream' },
  { header: 'audio/mpeg', want: 'audio/mpeg' },
  { header: 'audio/wav', want: 'audio/*' },
  { header: 'image/png', want: undefined },
  { header: '', want: undefined },
])('finds the media type for "$header": $want', ({ header, want }) => {
  const names = ['audio/*', 'application/json', 'Text/Event-Stream', 'audio/mpeg']
  expect(matchMediaType(contentOf(names), header)?.name).toBe(want)
})

it('falls back to a media type for anything', () => {
  expect(matchMediaType(contentOf(['application/json', '*/*']), 'image/png')?.name).toBe('*/*')
})

function contentOf(names: readonly string[]): ReadonlyMap<string, MediaType> {
  const rest = { pointer: '', schema: undefined, stream: undefined, examples: new Map() }
  return new Map(names.map((name) => [name, { name, ...rest }]))
}
