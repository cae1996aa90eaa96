// Breaks each promise of the specs in turn between contract and mock, and prints which breaks no check has seen.
import { parseArgs } from 'node:util'
import { loadContract } from '../src/contract/load-contract.ts'
import { startMock } from '../src/mock/start-mock.ts'
import { deriveMutants, sampleMutants } from '../test/mutants/derive.ts'
import { formatOutcome, formatOutcomes } from '../test/mutants/format-outcomes.ts'
import type { Outcome } from '../test/mutants/mutant.ts'
import { runMutant } from '../test/mutants/run-mutants.ts'
import { TARGETS } from '../test/mutants/targets.ts'

const { values } = parseArgs({
  options: {
    platform: { type: 'string' },
    seed: { type: 'string' },
    most: { type: 'string' },
    json: { type: 'boolean' },
    progress: { type: 'boolean' },
  },
})
const seed = Number(values.seed ?? 1)
const most = Number(values.most ?? 2)
const names = Object.keys(TARGETS).filter((name) => (values.platform ?? name) === name)
if (names.length === 0)
  throw new Error(`Failed to find "${values.platform}". Known: ${Object.keys(TARGETS).join(', ')}.`)

for (const name of names) {
  const target = TARGETS[name]
  if (target === undefined) continue
  const platform = await loadContract(name)
  const mock = await startMock({ platforms: name, speed: 'instant', key: target.key })
  const all = deriveMutants(platform.validator)
  const mutants = sampleMutants(all, seed, most)
  const outcomes: Outcome[] = []
  const began = performance.now()
  for (const mutant of mutants) {
    outcomes.push(await runMutant({ ...target, platform, url: mock.url }, mutant))
    if (values.progress)
      console.error(`${((performance.now() - began) / 1_000).toFixed(1)} ${formatOutcome(outcomes.at(-1))}`)
  }
  const seconds = ((performance.now() - began) / 1_000).toFixed(0)
  console.log(
    values.json
      ? JSON.stringify({ platform: name, seed, derived: all.length, outcomes })
      : `${name}: ${mutants.length} of ${all.length} mutants (seed ${seed}, at most ${most} of a kind for each operation), ${seconds} s\n${formatOutcomes(outcomes)}`,
  )
  if (outcomes.some(({ fate }) => fate === 'survived')) process.exitCode = 1
  await mock.stop({ grace: 0 })
}
