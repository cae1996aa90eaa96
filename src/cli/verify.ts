import { Command } from 'commander'
import { builtInContracts } from '../contract/load-contract.ts'
import { formatSummary } from '../contract/reporters/pretty.ts'
import { verify } from '../contract/verify.ts'
import { FlowproofError } from '../errors.ts'
import { expandTarget } from './config/expand-target.ts'
import type { ConfigTarget } from './config/parse-config.ts'
import { CONFIG_FILE, readConfig } from './config/read-config.ts'
import { settingsOfTarget } from './config/settings-of-target.ts'
import { collect, knownHelp, pairs, whole, withReportFlags } from './flags.ts'
import { showProgress } from './show-progress.ts'
import { settingsOfFlags, type VerifyFlags, type VerifySettings } from './verify-settings.ts'
import { writeReport } from './write-report.ts'

interface Flags extends VerifyFlags {
  readonly config?: string
  readonly target?: readonly string[]
}

/** `flowproof verify`: holds live servers to their contracts. Sets the exit code to that of the worst; what stops all of it is thrown. */
export function verifyCommand(): Command {
  const command = new Command('verify')
    .summary('hold a live server to its contract')
    .description(
      "Sends requests to a live server that claims to speak a platform's API, and says which promises it keeps and which it breaks.",
    )
    .argument(
      '[platform]',
      `${builtInContracts().join(', ')}, or the path of a folder with openapi.yaml and contract.js; the targets of a config when none is named`,
    )
    .option('--config <file>', `targets to verify, when no platform is named (default: ${CONFIG_FILE})`)
    .option('--target <name...>', 'only these targets of the config', collect)
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
  return withReportFlags(command)
    .addHelpText('after', HELP)
    .action((platform: string | undefined, flags: Flags) => runVerify(platform, flags))
}

const HELP = `
Flags beside a config add to the flows, samples and reports of its targets, and take the place of all else.

Exit codes: 0 all promises kept or unchecked, 1 a promise broken (or, with --strict, drift seen), 2 could not run; of several targets the worst.

Examples:
  flowproof verify ${builtInContracts()[0] ?? './platform'} --url http://127.0.0.1:4010/v1 --key "$KEY"
  flowproof verify ./my-platform --url https://flows.test --key "$KEY" --max-runs 3 --reporter junit --out verify.xml
  flowproof verify --target staging --report junit=reports/{target}.xml`

async function runVerify(platform: string | undefined, flags: Flags): Promise<void> {
  if (platform === undefined) return verifyConfig(flags)
  const other = flags.config !== undefined ? '--config' : flags.target !== undefined ? '--target' : undefined
  if (other !== undefined) {
    const message = `Failed to verify: a platform and ${other} are given. A target says its platform itself; give one of the two.`
    throw new FlowproofError('usage', message)
  }
  const { code } = await verifyOne(await settingsOfFlags(platform, flags), '')
  if (code > 0) process.exitCode = code
}

/** What became of one target. */
interface Outcome {
  readonly code: 0 | 1 | 2
  /** In a few words. */
  readonly said: string
}

async function verifyConfig(flags: Flags): Promise<void> {
  const targets = readConfig(flags.config, flags.target ?? [])
  if (targets.length > 1) refuseForSeveral(flags)
  const outcomes = new Map<string, Outcome>()
  for (const target of targets) outcomes.set(target.name, await verifyTarget(target, flags))
  if (outcomes.size > 1) for (const [name, { said }] of outcomes) process.stderr.write(`${name}: ${said}\n`)
  const worst = Math.max(...[...outcomes.values()].map(({ code }) => code))
  if (worst > 0) process.exitCode = worst
}

async function verifyTarget(target: ConfigTarget, flags: Flags): Promise<Outcome> {
  const expanded = expandTarget(target, process.env)
  try {
    return await verifyOne(await settingsOfTarget(expanded, flags), `${target.name}: `)
  } catch (error) {
    if (!(error instanceof FlowproofError)) throw error
    process.stderr.write(`${target.name}: ${expanded.hide(error.message)}\n`)
    return { code: 2, said: 'could not run' }
  }
}

/** @param label - stands before what is said of its progress */
async function verifyOne(settings: VerifySettings, label: string): Promise<Outcome> {
  const { report: wanted, limits, known, ...rest } = settings
  const { onProgress, end } = showProgress(process.stderr, { label, env: process.env })
  const given = { ...rest, ...(known === undefined ? {} : { known }), ...limits }
  const report = await verify({ ...given, onProgress }).finally(end)
  return { code: writeReport(report, wanted), said: formatSummary(report) }
}

/** Flags that can be meant for one target only. */
const OF_ONE = ['url', 'key', 'flow', 'sample', 'known', 'out'] as const

/** Reports that make sense one after the other. */
const IN_A_ROW: readonly string[] = ['pretty', 'github', 'markdown']

function refuseForSeveral(flags: Flags): void {
  const { reporter, report = [] } = flags
  const single = OF_ONE.find((flag) => flags[flag] !== undefined)
  if (single !== undefined) throw unfit(`--${single} is meant for one`, 'Choose it with --target.')
  if (!IN_A_ROW.includes(reporter)) {
    throw unfit(`--reporter ${reporter} writes one document`, `Give --report ${reporter}=FILE with {target} in FILE.`)
  }
  const shared = report.find(({ file }) => !file.includes('{target}'))
  if (shared) throw unfit(`each would write to ${shared.file}`, 'Put {target} in its path.')
}

function unfit(why: string, advice: string): FlowproofError {
  return new FlowproofError('usage', `Failed to verify several targets: ${why}. ${advice}`)
}
