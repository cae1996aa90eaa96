import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { isMap, isSeq, LineCounter, parseDocument } from 'yaml'
import { findKnown } from '../contract/find-known.ts'
import { readKnownDeviations } from '../contract/known-deviations.ts'
import { builtInContracts, loadContract } from '../contract/load-contract.ts'
import { checkRecording } from '../contract/recorded/check-recording.ts'
import { parseRecording } from '../contract/recorded/parse-recording.ts'
import type { RecordedEntry, RecordedJson } from '../contract/recorded/recorded-entry.ts'
import { parseTargetUrl } from '../contract/target.ts'
import { FlowproofError, type Place } from '../errors.ts'
import { pointerTokens } from '../spec/pointer.ts'
import { CONFIG_FILE } from './config/read-config.ts'
import { type Waived, waivedByTarget } from './config/waived-by-target.ts'
import { collect, knownHelp, withReportFlags } from './flags.ts'
import { findFault } from './read-sample.ts'
import { type ReportFlags, reportSettings } from './report-settings.ts'
import { whyUnreadable } from './why-unreadable.ts'
import { writeReport } from './write-report.ts'

interface Flags extends ReportFlags {
  readonly url?: string
  readonly only?: readonly string[]
  readonly skip?: readonly string[]
  readonly known?: string
  readonly config?: string
  readonly target?: string
}

/** `flowproof check`: holds recorded traffic to a contract, without a request. Sets the exit code to 1 when a promise is broken; what stops it is thrown. */
export function checkCommand(): Command {
  const command = new Command('check')
    .summary('hold recorded traffic to a contract')
    .description("Says which promises of a platform's API recorded traffic keeps and which it breaks. Sends nothing.")
    .argument(
      '<platform>',
      `${builtInContracts().join(', ')}, or the path of a folder with openapi.yaml and contract.js`,
    )
    .argument('<file...>', 'HAR file as browsers save it, or exchanges as .json or .jsonl')
    .option('--url <url>', 'base URL of the recorded requests (default: where the paths of the spec fit)')
    .option('--only <glob...>', 'only the checks whose ids fit', collect)
    .option('--skip <glob...>', 'all but the checks whose ids fit', collect)
    .option('--known <name>', knownHelp())
    .option('--target <name>', 'waive what a target of a config waives')
    .option('--config <file>', `the config of that target (default: ${CONFIG_FILE})`)
  return withReportFlags(command)
    .addHelpText('after', HELP)
    .action((platform: string, files: readonly string[], flags: Flags) => runCheck(platform, files, flags))
}

const HELP = `
Exchanges are a JSON list, or one to a line in a .jsonl file; the body of a stream is its text:
  {"request": {"method": "POST", "url": "http://…", "headers": {}, "body": "…"}, "response": {"status": 200, "headers": {}, "body": "…"}}

Keys and cookies appear in no output. What needs requests of its own, or the times of events, is unchecked.

Exit codes: 0 all promises kept or unchecked, 1 a promise broken (or, with --strict, drift seen), 2 could not run.

Examples:
  flowproof check ${builtInContracts()[0] ?? './platform'} browser.har
  flowproof check ./my-platform monday.jsonl tuesday.jsonl --url https://flows.test --reporter junit --out check.xml`

async function runCheck(platform: string, files: readonly string[], flags: Flags): Promise<void> {
  const { url, only = [], skip = [] } = flags
  const { known, waivers } = waivedBy(flags)
  const base = url === undefined ? undefined : parseTargetUrl(url)
  const entries = files.flatMap(readRecording)
  const contract = await loadContract(platform)
  const settings = reportSettings(flags, contract.spec.platform)
  const { report, strangers, unanswered } = checkRecording({
    platform: contract,
    entries,
    target: files.join(', '),
    url: base,
    only,
    skip,
    known,
    waivers,
    today: new Date().toISOString().slice(0, 10),
  })
  warn(strangers, entries.length, 'are of no operation')
  warn(unanswered, entries.length, 'have no whole answer')
  const code = writeReport(report, settings)
  if (code > 0) process.exitCode = code
}

function waivedBy({ known, config, target }: Flags): Waived {
  if (config !== undefined && target === undefined) {
    throw new FlowproofError('usage', 'Failed to check: --config is given without a target. Name one with --target.')
  }
  const waived = target === undefined ? NOTHING : waivedByTarget(config, target, process.env)
  return known === undefined ? waived : { ...waived, known: readKnownDeviations(findKnown(known)) }
}

const NOTHING: Waived = { known: undefined, waivers: [] }

const MOST_NAMED = 5

function warn(requests: readonly string[], all: number, what: string): void {
  if (requests.length === 0) return
  const names = [...new Set(requests)]
  const shown = [...names.slice(0, MOST_NAMED), ...(names.length > MOST_NAMED ? ['…'] : [])].join(', ')
  process.stderr.write(`${requests.length} of ${all} entries ${what}: ${shown.replaceAll(/\p{Cc}/gu, '\uFFFD')}\n`)
}

function readRecording(file: string): readonly RecordedEntry[] {
  const text = readText(file)
  if (text.trim() === '') throw failed('it is empty', { file, line: 1 })
  if (!/\.(jsonl|ndjson)$/i.test(file)) {
    return parseRecording({ value: parseJson(text, { file }), placeOf: (pointer) => findPlace(text, file, pointer) })
  }
  const lines = text.split('\n').flatMap((line, index): readonly RecordedJson[] => {
    const place = { file, line: index + 1 }
    if (line.trim() === '') return []
    return [{ value: parseJson(line, place), placeOf: (pointer) => ({ ...place, pointer }) }]
  })
  return lines.flatMap(parseRecording)
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  } catch (cause) {
    throw failed(whyUnreadable(cause), { file }, cause)
  }
}

function parseJson(text: string, place: Place): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const { line = 1, column = 1 } = findFault(text, error)
    // No cause: the engine's own words quote the file, and a key may be there.
    throw failed('it is no JSON', { ...place, line: place.line ?? line, column })
  }
}

function failed(why: string, where: Place, cause?: unknown): FlowproofError {
  const message = `Failed to read recorded traffic: ${why}. Save it again as HAR or as exchanges.`
  return new FlowproofError('file-unreadable', message, { where, cause })
}

// JSON is a kind of YAML, whose parser knows lines.
function findPlace(text: string, file: string, pointer: string): Place {
  const lineCounter = new LineCounter()
  const { contents } = parseDocument(text, { lineCounter })
  const tokens = pointerTokens(pointer)
  const node = isMap(contents) || isSeq(contents) ? (contents.getIn(tokens, true) ?? contents) : contents
  const offset =
    typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range) ? node.range[0] : 0
  return { file, line: lineCounter.linePos(Number(offset)).line, ...(pointer !== '' && { pointer }) }
}
