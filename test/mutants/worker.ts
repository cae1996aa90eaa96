// Tries its share of a sample of mutants; the argument says which, and the parent is told what came of them.
import { openBench } from './bench.ts'
import { sampleMutants } from './derive.ts'
import type { Share, Told } from './measure.ts'

const { platforms, seed, most, share, of }: Share = JSON.parse(process.argv[2] ?? '')
for (const platform of platforms) {
  const bench = await openBench(platform)
  const outcomes: Told['outcomes'][number][] = []
  const began = performance.now()
  for (const [place, mutant] of sampleMutants(bench.mutants, seed, most).entries()) {
    if (place % of !== share) continue
    const outcome = await bench.run(mutant)
    outcomes.push({ ...outcome, place })
    process.send?.({ platform, outcome })
  }
  const seconds = (performance.now() - began) / 1_000
  process.send?.({ platform, derived: bench.mutants.length, outcomes, seconds } satisfies Told)
  await bench.stop()
}
process.disconnect()
