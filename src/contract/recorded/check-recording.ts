import { createRedactor } from '../../redact.ts'
import { listChecks } from '../checks/list-checks.ts'
import { type Judging, judgeTranscripts } from '../judge-transcripts.ts'
import { checkKnownDeviations, type KnownDeviations } from '../known-deviations.ts'
import type { LoadedContract } from '../load-contract.ts'
import { selectChecks } from '../plan.ts'
import { listProbes } from '../probes/list-probes.ts'
import { type Report, redactReport } from '../report.ts'
import { shorten, type Transcript } from '../transcript.ts'
import { checkWaivers, type Waiver } from '../waivers.ts'
import { hideCredentials } from './hide-credentials.ts'
import { type EntryMatch, matchEntries } from './match-entries.ts'
import { readAnswer } from './read-answer.ts'
import { readRequest } from './read-request.ts'
import { NO_JOURNEYS, recordedChecks } from './recorded-checks.ts'
import type { RecordedEntry } from './recorded-entry.ts'

export interface CheckRecordingOptions {
  readonly platform: LoadedContract
  /** In the order of sending. */
  readonly entries: readonly RecordedEntry[]
  /** What the report calls the recording. */
  readonly target: string
  /**
   * Base URL of the requests; those to others are of no operation.
   * @default the path of the spec's server on any host, else any prefix
   */
  readonly url?: string | undefined
  /** Patterns of check ids. Empty: all. */
  readonly only?: readonly string[]
  /** Patterns of check ids to leave out. */
  readonly skip?: readonly string[]
  /** What a named implementation is known to break: it is waived. What a recording does not show broken is not taken for mended. */
  readonly known?: KnownDeviations | undefined
  /** Promises that may be broken for now. What a recording does not show broken is not taken for mended. */
  readonly waivers?: readonly Waiver[]
  /** Day of the report: `2026-01-31`. */
  readonly today: string
}

export interface CheckedRecording {
  readonly report: Report
  /** Requests that are of no operation: `GET /favicon.ico`. */
  readonly strangers: readonly string[]
  /** Requests of an operation whose answer was not recorded, or not whole. */
  readonly unanswered: readonly string[]
}

const GUESS = 'It is recorded traffic; what was right for this request is not known.'

/** Holds recorded traffic to a contract: the checks of a verify, without a request. No credential of the recording is in what comes back. Pure. */
export function checkRecording(options: CheckRecordingOptions): CheckedRecording {
  const { platform, entries, target, url, known, waivers = [], today } = options
  const { spec, validator, contract } = platform
  const probes = listProbes(spec, contract)
  const all = listChecks(spec, contract, probes)
  const ids = all.map(({ id }) => id)
  if (known) checkKnownDeviations(known, ids)
  checkWaivers(waivers, ids)
  const selected = selectChecks(all, { only: options.only ?? [], skip: options.skip ?? [] })
  const matches = matchEntries(spec, entries, url)
  const hidden = entries.map((entry, index) => hideCredentials(entry, matches[index]?.operation))
  const redact = createRedactor(
    hidden.flatMap(({ secrets }) => secrets),
    '$KEY',
  )
  const strangers: string[] = []
  const unanswered: string[] = []
  const transcripts: Transcript[] = []
  const objections = new Map<number, string>()
  for (const [index, { entry }] of hidden.entries()) {
    const match = matches[index]
    const name = redact(nameOf(entry))
    if (!match) strangers.push(name)
    else if (!entry.answer) unanswered.push(name)
    else {
      const { request, objection } = readRequest(validator, match, entry)
      const id = transcripts.length + 1
      if (objection !== undefined) objections.set(id, objection)
      transcripts.push({ ...FRAME, id, operation: match.operation.id, request, answer: answerOf(match, entry) })
    }
  }
  const judging: Judging = {
    platform,
    checks: recordedChecks(spec, contract, selected, objections),
    transcripts,
    reasons: new Map(probes.map(({ name }) => [name, NO_JOURNEYS])),
    target,
    key: '',
    today,
    planned: 0,
    milliseconds: 0,
  }
  return { report: redactReport(judge(judging, known, waivers), redact), strangers, unanswered }
}

function nameOf({ method, url }: RecordedEntry): string {
  const isHttp = /^https?:$/.test(url.protocol)
  return `${method} ${shorten(isHttp ? url.pathname : url.href, LONGEST_NAME)}`
}

const LONGEST_NAME = 80

/** What all recorded transcripts have in common. */
const FRAME = {
  probe: 'recorded',
  flaw: undefined,
  expects: { guess: GUESS },
  sentAt: 0,
  failure: undefined,
} as const

function answerOf({ operation }: EntryMatch, { answer }: RecordedEntry): Transcript['answer'] {
  return answer && readAnswer(operation, answer)
}

// A recording may not show the deviation: only what it shows broken is waived.
function judge(judging: Judging, known: KnownDeviations | undefined, waivers: readonly Waiver[]): Report {
  const report = judgeTranscripts(judging)
  if (!known && waivers.length === 0) return report
  const broken = new Set(report.findings.flatMap(({ id, verdict }) => (verdict === 'broken' ? [id] : [])))
  const isBroken = ({ check }: { readonly check: string }): boolean => broken.has(check)
  return judgeTranscripts({
    ...judging,
    known: known && { ...known, deviations: known.deviations.filter(isBroken) },
    waivers: waivers.filter(isBroken),
  })
}
