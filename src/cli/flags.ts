import type { Command } from 'commander'
import { builtInKnown } from '../contract/find-known.ts'
import { isReporter, type ReporterName, reporters } from '../contract/reporters/reporters.ts'
import { FlowproofError } from '../errors.ts'
import { nearest } from '../nearest.ts'
import type { ReportFile } from './report-files.ts'

/** Gathers the values of a flag that may be given more than once. */
export function collect(text: string, sofar: readonly string[] = []): readonly string[] {
  return [...sofar, text]
}

/** Reads the values of a flag that are names and what they stand for: `name=value`. */
export function pairs(flag: string) {
  return (text: string, sofar: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> => {
    const [, name, value] = /^([^=]+)=(.+)$/s.exec(text) ?? []
    if (name !== undefined && value !== undefined) return { ...sofar, [name]: value }
    throw new FlowproofError('usage', `Failed to read ${flag} ${text}: it is no pair. Write ${flag} name=value.`)
  }
}

/** Reads the value of a flag that is a whole number. */
export function whole(flag: string, least: number) {
  return (text: string): number => {
    const number = Number(text)
    if (/^\d+$/.test(text) && number >= least) return number
    throw new FlowproofError(
      'usage',
      `Failed to read ${flag} ${text}: it is no whole number from ${least} on. Write digits only.`,
    )
  }
}

/** What `--known` takes, for the help. */
export function knownHelp(): string {
  const names = [...builtInKnown(), 'the path of a file of your own']
  return `waive what an implementation is known to break: ${names.join(', or ')}`
}

/** Adds the flags that say what becomes of a report. */
export function withReportFlags(command: Command): Command {
  return command
    .option('--strict', 'take drift, which breaks no promise, for a failure as well')
    .option('--reporter <name>', Object.keys(reporters).join(', '), readReporter('--reporter'), 'pretty')
    .option('--out <file>', 'write the report there, and only its last line to the terminal')
    .option(
      '--report <reporter=file...>',
      'write a report to a file beside; {target} in its path is the name of the platform, or of the target',
      readReportFile,
    )
}

function readReportFile(text: string, sofar: readonly ReportFile[] = []): readonly ReportFile[] {
  const files = Object.entries(pairs('--report')(text))
  return [...sofar, ...files.map(([name, file]) => ({ reporter: readReporter('--report')(name), file }))]
}

function readReporter(flag: string) {
  return (text: string): ReporterName => {
    if (isReporter(text)) return text
    const names = Object.keys(reporters)
    const near = nearest(text, names)
    const advice = near ? `Did you mean ${near}?` : `Known: ${names.join(', ')}.`
    throw new FlowproofError('usage', `Failed to read ${flag} ${text}: there is none of that name. ${advice}`)
  }
}
