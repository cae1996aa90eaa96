import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { isMap, isSeq, LineCounter, parseDocument } from 'yaml'
import { findKnown } from '../contract/find-known.ts'
import { readKnownDeviations } from '../contract/known-deviations.ts'
import { builtInContracts, loadContract } from '../contract/load-contract.ts'
import { checkRecording } from '../contract/recorded/check-recording.ts'
import { parseRecording } from '../contract/recorded/parse-recording.ts'
import type { RecordedEntry, RecordedJson } from '../contract/recorded/recorded-entry.ts'
import { reporters } from '../contract/reporters/reporters.ts'
import { parseTargetUrl } from '../contract/target.ts'
import { FlowproofError, type Place } from '../errors.ts'
import { pointerTokens } from '../spec/pointer.ts'
import { findFault } from './read-sample.ts'
import { collect, knownHelp, reporterName } from './verify.ts'
import { checkFolder, type ReportFlags, writeReport } from './write-report.ts'

interface Flags extends ReportFlags {
  readonly url?: string
  readonly only?: readonly string[]
  readonly skip?: readonly string[]
  readonly known?: string
}

/** `flowproof check`: holds recorded traffic to a contract, without a request. Sets the exit code to 1 when a promise is broken; what stops it is thrown. */
export function checkCommand(): Command {
  return new Command('check')
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
    .option('--strict', 'take drift, which breaks no promise, for a failure as well')
    .option('--reporter <name>', Object.keys(reporters).join(', '), reporterName, 'pretty')
    .option('--out <file>', 'write the report there, and only its last line to the terminal')
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
  const { url, only = [], skip = [], known, out } = flags
  if (out !== undefined) checkFolder(out)
  const base = url === undefined ? undefined : parseTargetUrl(url)
  const entries = files.flatMap(readRecording)
  const { report, strangers, unanswered } = checkRecording({
    platform: await loadContract(platform),
    entries,
    target: files.join(', '),
    url: base,
    only,
    skip,
    known: known === undefined ? undefined : readKnownDeviations(findKnown(known)),
    today: new Date().toISOString().slice(0, 10),
  })
  warn(strangers, entries.length, 'are of no operation')
  warn(unanswered, entries.length, 'have no whole answer')
  writeReport(report, flags)
}

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
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
    const why = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : String(code)
    throw failed(why, { file }, cause)
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
