import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { benchJson } from './benchmarks/json.ts'
import { benchPaced } from './benchmarks/paced.ts'
import { benchStart } from './benchmarks/start.ts'
import { benchStreams } from './benchmarks/streams.ts'
import type { Benchmark } from './harness/bench.ts'
import { describeEnvironment } from './harness/environment.ts'
import { formatMarkdown, formatText } from './harness/report.ts'
import { killServers } from './harness/start-server.ts'

const USAGE = `npm run bench -- [--only json|streams|paced|start]… [--quick] [--markdown]

Compares the mock with bare servers, Prism and AIMock on the loopback, in one run on one machine.
  --only NAME   one benchmark; may be repeated
  --quick       under a minute, to see that it works; do not quote its figures
  --markdown    tables for a README
`
const BENCHMARKS: Readonly<Record<string, Benchmark>> = {
  json: benchJson,
  streams: benchStreams,
  paced: benchPaced,
  start: benchStart,
}
const BUILT = ['dist/src/cli/main.js', 'dist/openapi/dify-3.1.yaml']

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true, default: Object.keys(BENCHMARKS) },
      quick: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const unknown = values.only.filter((name) => BENCHMARKS[name] === undefined)
  if (unknown.length > 0) throw new Error(`Failed to run ${unknown.join(', ')}: no such benchmark.\n${USAGE}`)
  if (values.help) return console.log(USAGE)
  const missing = BUILT.filter((file) => !existsSync(file))
  if (missing.length > 0)
    throw new Error(`Failed to run: ${missing.join(' and ')} not found. Run "npm run build" first.`)

  const scratch = mkdtempSync(join(tmpdir(), 'flowproof-bench-'))
  process.on('exit', () => {
    killServers()
    rmSync(scratch, { recursive: true, force: true })
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130))

  const environment = describeEnvironment(['express', '@stoplight/prism-cli', '@copilotkit/aimock'])
  console.log(environment.map((line) => (values.markdown ? `- ${line}` : line)).join('\n'), '\n')
  const say = (text: string) => process.stderr.write(`… ${text}\n`)
  for (const name of values.only) {
    for (const report of (await BENCHMARKS[name]?.({ quick: values.quick, scratch, say })) ?? []) {
      console.log(values.markdown ? formatMarkdown(report) : formatText(report))
    }
  }
}

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
  process.exit()
}
