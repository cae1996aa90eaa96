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

if (values.slice === undefined) for (const name of names) await measurePlatform(name)
else
  await runSlice(await prepareMeasure(names[0] ?? ''), { seed, most, slices, slice: Number(values.slice), onOutcome })

function onOutcome(outcome: Outcome): void {
  process.send?.(outcome)
}

async function measurePlatform(platform: string): Promise<void> {
  const began = performance.now()
  const [measure, ...slicesRun] = await Promise.all([
    prepareMeasure(platform),
    ...Array.from({ length: slices }, (_, slice) => runWorker(platform, slice)),
  ])
  const outcomes = slicesRun.flat()
  const seconds = Math.round((performance.now() - began) / 1_000)
  console.log(values.json ? toJson(measure, outcomes, seconds) : toText(measure, outcomes, seconds))
  if (outcomes.some(({ fate }) => fate === 'survived')) process.exitCode = 1
}

/** Runs one slice in a process of its own. */
async function runWorker(platform: string, slice: number): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  const flags = ['--platform', platform, '--slice', `${slice}`, '--workers', `${slices}`, '--seed', `${seed}`]
  const worker = fork(fileURLToPath(import.meta.url), [...flags, ...(values.all ? ['--all'] : ['--most', `${most}`])])
  worker.on('message', (message) => {
    const outcome = message as Outcome
    outcomes.push(outcome)
    if (values.progress) console.error(formatOutcome(outcome))
  })
  const [code] = await once(worker, 'exit')
  if (code !== 0) throw new Error(`A worker for ${platform} ended with ${code}.`)
  return outcomes
}

function toText({ derived, unseen, bench }: Measure, outcomes: readonly Outcome[], seconds: number): string {
  const { platform } = bench.platform.spec
  const sample = values.all ? 'all of them' : `seed ${seed}, at most ${most} of a kind for each operation`
  const head = `${platform}: ${derived} mutants derived, ${derived - unseen.length} to be seen, ${outcomes.length} run (${sample}), ${seconds} s`
  return `${head}\n${formatOutcomes([...outcomes, ...unseen])}`
}

function toJson({ derived, unseen, bench }: Measure, outcomes: readonly Outcome[], seconds: number): string {
  return JSON.stringify({
    platform: bench.platform.spec.platform,
    seed,
    derived,
    seconds,
    outcomes: [...outcomes, ...unseen],
  })
}
