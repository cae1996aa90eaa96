import { basename } from 'node:path'
import { pointerTokens } from '../spec/pointer.ts'
import type { Problem, Spec } from '../spec/spec.ts'

/** The first problems of a value in one line: `/data/status must be string, got 7; 2 more`. */
export function showProblems(problems: readonly Problem[]): string {
  const [first, ...more] = problems
  if (!first) return 'nothing wrong'
  return `${first.at === '' ? '' : `${first.at} `}${first.message}${more.length === 0 ? '' : `; ${more.length} more`}`
}

/** What a schema is called, with its line: `RunDetail (example.yaml:120)`. */
export function showSchema(spec: Spec, pointer: string): string {
  const tokens = pointerTokens(pointer)
  const name = tokens[0] === 'components' ? tokens.at(-1) : 'the schema'
  return `${name} (${basename(spec.file)}:${spec.lineOf(pointer)})`
}
