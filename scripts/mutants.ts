// Breaks each promise of the specs in turn between contract and mock, and prints which breaks no check has seen. Exit code 1: some survived.
//   --platform NAME  only this one                    --seed N      choose another sample (1)
//   --most N         of a kind for each operation (2) --all         no sample: every mutant that a verify can see
//   --json           all outcomes, a line a platform  --progress    each outcome as it comes, on stderr
//   --workers N      processes at once (one a core)
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { formatOutcome, formatOutcomes } from '../test/mutants/format-outcomes.ts'
import { type Measure, prepareMeasure, runSlice } from '../test/mutants/measure.ts'
import type { Outcome } from '../test/mutants/mutant.ts'
import { TARGETS } from '../test/mutants/targets.ts'

const { values } = parseArgs({
  options: {
    platform: { type: 'string' },
    seed: { type: 'string', default: '1' },
    most: { type: 'string', default: '2' },
    all: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    progress: { type: 'boolean', default: false },
    workers: { type: 'string', default: String(availableParallelism()) },
    slice: { type: 'string' },
  },
})
const seed = Number(values.seed)
const most = values.all ? Number.POSITIVE_INFINITY : Number(values.most)
const slices = Number(values.workers)
const names = Object.keys(TARGETS).filter((name) => (values.platform ?? name) === name)
if (names.length === 0)
  throw new Error(`Failed to find "${values.platform}". Known: ${Object.keys(TARGETS).join(', ')}.`)

/** What a worker tells. */
type Told = (Pick<Measure, 'unseen'> & { readonly visible: number }) | Outcome

if (values.slice === undefined) for (const name of names) await measurePlatform(name)
else await runOwnSlice(names[0] ?? '', Number(values.slice))

async function runOwnSlice(platform: string, slice: number): Promise<void> {
  const tell = (told: Told) => process.send?.(told)
  const measure = await prepareMeasure(platform)
  if (slice === 0) tell({ unseen: measure.unseen, visible: measure.visible.length })
  await runSlice(measure, { seed, most, slices, slice, onOutcome: tell })
}

async function measurePlatform(platform: string): Promise<void> {
  const began = performance.now()
  const told = (await Promise.all(Array.from({ length: slices }, (_, slice) => runWorker(platform, slice)))).flat()
  const seconds = Math.round((performance.now() - began) / 1_000)
  const run = told.filter((outcome) => 'fate' in outcome)
  const [{ unseen, visible } = { unseen: [], visible: 0 }] = told.filter((found) => 'unseen' in found)
  const outcomes = [...run, ...unseen]
  const sample = values.all ? 'all of them' : `seed ${seed}, at most ${most} of a kind for each operation`
  const head = `${platform}: ${visible + unseen.length} mutants derived, ${visible} to be seen, ${run.length} run (${sample}), ${seconds} s`
  console.log(
    values.json
      ? JSON.stringify({ platform, seed, derived: visible + unseen.length, visible, seconds, outcomes })
      : `${head}\n${formatOutcomes(outcomes)}`,
  )
  if (run.some(({ fate }) => fate === 'survived')) process.exitCode = 1
}

/** Runs one slice in a process of its own. */
async function runWorker(platform: string, slice: number): Promise<readonly Told[]> {
  const all: Told[] = []
  const flags = ['--platform', platform, '--slice', `${slice}`, '--workers', `${slices}`, '--seed', `${seed}`]
  const worker = fork(fileURLToPath(import.meta.url), [...flags, ...(values.all ? ['--all'] : ['--most', `${most}`])])
  worker.on('message', (message) => {
    const told = message as Told
    all.push(told)
    if (values.progress && 'fate' in told) console.error(formatOutcome(told))
  })
  const [code] = await once(worker, 'exit')
  if (code !== 0) throw new Error(`A worker for ${platform} ended with ${code}.`)
  return all
}
