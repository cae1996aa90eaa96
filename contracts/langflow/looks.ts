import { expectThat, KEPT } from '../../src/contract/check.ts'
import type { Scene } from '../../src/contract/journey-checks.ts'
import { succeeded, type Transcript } from '../../src/contract/transcript.ts'
import { textIn } from './known.ts'

/** Kept, or what it is like instead: the versions that do so, and the one that the server says it is. */
export function looks(
  kept: boolean,
  { all }: Pick<Scene, 'all'>,
  transcript: Transcript,
  expected: string,
  actual: string,
  versions: string,
) {
  if (kept) return KEPT
  const told = all.find((answer) => answer.operation === 'getVersion' && succeeded(answer))
  const said = told && textIn(told, '/version')
  const itself = said === undefined ? '' : `; the server says ${said}`
  return expectThat(false, transcript, expected, () => `${actual}: this looks like ${versions}${itself}`)
}
