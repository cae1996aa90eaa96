import { Command } from 'commander'
import { builtInKnown, findKnown } from '../contract/find-known.ts'
import { readKnownDeviations } from '../contract/known-deviations.ts'
import { builtInContracts, loadContract } from '../contract/load-contract.ts'
import { type ReporterName, reporters } from '../contract/reporters/reporters.ts'
import { verify } from '../contract/verify.ts'
import { FlowproofError } from '../errors.ts'
import { nearest } from '../nearest.ts'
import { readSample } from './read-sample.ts'
import { checkFolder, type ReportFlags, writeReport } from './write-report.ts'

interface Flags extends ReportFlags {
  readonly url?: string
  readonly key?: string
  readonly flow?: Readonly<Record<string, string>>
  readonly sample?: Readonly<Record<string, string>>
  readonly only?: readonly string[]
  readonly skip?: readonly string[]
  readonly known?: string
  readonly maxRuns?: number
  readonly timeout?: number
  readonly answerTimeout?: number
  readonly deadline?: number
  readonly concurrency?: number
}

/** `flowproof verify`: holds a live server to its contract. Sets the exit code to 1 when a promise is broken; what stops it is thrown. */
export function verifyCommand(): Command {
  return new Command('verify')
    .summary('hold a live server to its contract')
    .description(
      "Sends requests to a live server that claims to speak a platform's API, and says which promises it keeps and which it breaks.",
    )
    .argument(
      '<platform>',
      `${builtInContracts().join(', ')}, or the path of a folder with openapi.yaml and contract.js`,
    )
    .option('--url <url>', 'base URL of the server, in place of the one in the spec')
    .option('--key <key>', 'key to send; it appears in no output')
    .option('--flow <role=id...>', 'id of a flow that the contract needs', pairs('--flow'))
    .option('--sample <name=file...>', 'JSON file with the request body of a run of that kind', pairs('--sample'))
    .option('--only <glob...>', 'only the checks whose ids fit', collect)
    .option('--skip <glob...>', 'all but the checks whose ids fit', collect)
    .option('--known <name>', knownHelp())
    .option('--max-runs <n>', 'leave out what would start more runs than this', whole('--max-runs', 0))
    .option('--timeout <ms>', 'longest silence of the server; the default suits the platform', whole('--timeout', 1))
    .option(
      '--answer-timeout <ms>',
      'most time for one answer, which may drip or never end (default: 300000, 5 minutes)',
      whole('--answer-timeout', 1),
    )
    .option(
      '--deadline <ms>',
      'most time for all requests; what is not sent by then is unchecked (default: 1800000, 30 minutes)',
      whole('--deadline', 1),
    )
    .option('--concurrency <n>', 'most requests at once (default: 2)', whole('--concurrency', 1))
    .option('--strict', 'take drift, which breaks no promise, for a failure as well')
    .option('--reporter <name>', Object.keys(reporters).join(', '), reporterName, 'pretty')
    .option('--out <file>', 'write the report there, and only its last line to the terminal')
    .addHelpText('after', HELP)
    .action((platform: string, flags: Flags) => runVerify(platform, flags))
}

const HELP = `
Exit codes: 0 all promises kept or unchecked, 1 a promise broken (or, with --strict, drift seen), 2 could not run.

Examples:
  flowproof verify ${builtInContracts()[0] ?? './platform'} --url http://127.0.0.1:4010/v1 --key "$KEY"
  flowproof verify ./my-platform --url https://flows.test --key "$KEY" --max-runs 3 --reporter junit --out verify.xml`

async function runVerify(platform: string, flags: Flags): Promise<void> {
  const { url, key, flow = {}, sample = {}, only = [], skip = [], known, maxRuns, out, concurrency } = flags
  const { timeout, answerTimeout, deadline } = flags
  if (!url) throw new FlowproofError('usage', 'Failed to verify: --url is missing. Give the base URL of the server.')
  if (!key) throw new FlowproofError('usage', 'Failed to verify: --key is missing. Give a key that the server takes.')
  if (out !== undefined) checkFolder(out)
  const samples = Object.fromEntries(Object.entries(sample).map(([name, file]) => [name, readSample(name, file)]))
  const report = await verify({
    platform: await loadContract(platform),
    url,
    key,
    flows: flow,
    samples,
    only,
    skip,
    ...(known === undefined ? {} : { known: readKnownDeviations(findKnown(known)) }),
    ...(maxRuns === undefined ? {} : { maxRuns }),
    ...(timeout === undefined ? {} : { timeout }),
    ...(answerTimeout === undefined ? {} : { answerTimeout }),
    ...(deadline === undefined ? {} : { deadline }),
    ...(concurrency === undefined ? {} : { concurrency }),
    onProgress(progress) {
      if (progress.kind !== 'planned') return
      const { checks, probes, runs } = progress
      process.stderr.write(`${count(checks, 'check')}, ${count(probes, 'probe')}; will start ${count(runs, 'run')}.\n`)
    },
  })
  writeReport(report, flags)
}

/** What `--known` takes, for the help. */
export function knownHelp(): string {
  const names = [...builtInKnown(), 'the path of a file of your own']
  return `waive what an implementation is known to break: ${names.join(', or ')}`
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`
}

function pairs(flag: string) {
  return (text: string, sofar: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> => {
    const [, name, value] = /^([^=]+)=(.+)$/s.exec(text) ?? []
    if (name !== undefined && value !== undefined) return { ...sofar, [name]: value }
    throw new FlowproofError('usage', `Failed to read ${flag} ${text}: it is no pair. Write ${flag} name=value.`)
  }
}

/** Gathers the values of a flag that may be given more than once. */
export function collect(text: string, sofar: readonly string[] = []): readonly string[] {
  return [...sofar, text]
}

function whole(flag: string, least: number) {
  return (text: string): number => {
    const number = Number(text)
    if (/^\d+$/.test(text) && number >= least) return number
    throw new FlowproofError(
      'usage',
      `Failed to read ${flag} ${text}: it is no whole number from ${least} on. Write digits only.`,
    )
  }
}

/** Reads `--reporter`. Throws `usage` for a name that no reporter has. */
export function reporterName(text: string): ReporterName {
  const names = Object.keys(reporters)
  if (isReporter(text)) return text
  const near = nearest(text, names)
  const advice = near ? `Did you mean ${near}?` : `Known: ${names.join(', ')}.`
  throw new FlowproofError('usage', `Failed to read --reporter ${text}: there is none of that name. ${advice}`)
}

function isReporter(name: string): name is ReporterName {
  return Object.hasOwn(reporters, name)
}
