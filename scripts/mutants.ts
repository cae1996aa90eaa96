// Breaks each promise of the specs in turn between contract and mock, and prints which breaks no check has seen.
import { parseArgs } from 'node:util'
import { formatMeasured, formatOutcome } from '../test/mutants/format-outcomes.ts'
import { measureMutants } from '../test/mutants/measure.ts'
import { TARGETS } from '../test/mutants/targets.ts'

const { values } = parseArgs({
  options: {
    platform: { type: 'string', multiple: true },
    seed: { type: 'string', default: '1' },
    most: { type: 'string', default: '2' },
    json: { type: 'boolean' },
    progress: { type: 'boolean' },
  },
})
const known = Object.keys(TARGETS)
const platforms = values.platform ?? known
for (const name of platforms)
  if (!known.includes(name)) throw new Error(`Failed to find "${name}". Known: ${known.join(', ')}.`)

const sample = { platforms, seed: Number(values.seed), most: Number(values.most) }
const measured = await measureMutants(sample, (platform, outcome) => {
  if (values.progress) console.error(`${platform} ${Math.round(outcome.milliseconds)} ms ${formatOutcome(outcome)}`)
})
if (values.json) console.log(JSON.stringify({ ...sample, measured }))
else for (const one of measured) console.log(formatMeasured(one))
if (measured.some(({ outcomes }) => outcomes.some(({ fate }) => fate === 'survived'))) process.exitCode = 1
