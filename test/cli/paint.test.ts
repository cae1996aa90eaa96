import { expect, it } from 'vitest'
import { createPaint } from '../../src/cli/paint.ts'

const TERMINAL = { isTTY: true }
const FILE = {}

it.each([
  { it: 'a terminal', stream: TERMINAL, env: {}, coloured: true },
  { it: 'a file', stream: FILE, env: {}, coloured: false },
  { it: 'a terminal that knows none', stream: TERMINAL, env: { TERM: 'dumb' }, coloured: false },
  { it: 'a terminal of somebody who wants none', stream: TERMINAL, env: { NO_COLOR: '1' }, coloured: false },
  { it: 'an empty NO_COLOR', stream: TERMINAL, env: { NO_COLOR: '' }, coloured: true },
  { it: 'a file that must have them', stream: FILE, env: { FORCE_COLOR: '1', TERM: 'dumb' }, coloured: true },
  { it: 'both wishes', stream: FILE, env: { FORCE_COLOR: '3', NO_COLOR: '1' }, coloured: true },
  { it: 'a terminal that must have none', stream: TERMINAL, env: { FORCE_COLOR: '0' }, coloured: false },
])('colours as asked for: $it', ({ stream, env, coloured }) => {
  expect(createPaint(stream, env)('red', 'x')).toBe(coloured ? '\u001B[31mx\u001B[39m' : 'x')
})
