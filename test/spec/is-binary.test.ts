import { expect, it } from 'vitest'
import { isBinary } from '../../src/spec/is-binary.ts'

it.each([
  { schema: { type: 'string', format: 'binary' }, want: true },
  { schema: { contentMediaType: 'image/png' }, want: true },
  { schema: { type: 'string', contentMediaType: 'image/png', contentEncoding: 'base64' }, want: false },
  { schema: { type: 'string', contentMediaType: 'application/json' }, want: false },
  { schema: { type: 'string', contentMediaType: 'text/plain' }, want: false },
  { schema: { type: 'string' }, want: false },
  { schema: true, want: false },
])('takes $schema for bytes: $want', ({ schema, want }) => expect(isBinary(schema)).toBe(want))
