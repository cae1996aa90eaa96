import { setMaxListeners } from 'node:events'
import { FlowproofError } from '../errors.ts'
import type { Spec } from '../spec/spec.ts'
import type { LoadedContract } from './load-contract.ts'
import { type Enough, FAILURES, whyEnough, whyLate } from './patience.ts'
import type { Plan } from './plan.ts'
import type { Known, Probe } from './probe.ts'
import { runProbe } from './run-probe.ts'
import type { Target } from './target.ts'
import type { Transcript } from './transcript.ts'

export interface Sending {
  readonly platform: LoadedContract
  readonly target: Target
  readonly plan: Plan
  /** Flow ids by role. */
  readonly flows: Readonly<Record<string, string>>
  /** Request bodies by sample name. */
  readonly samples: Readonly<Record<string, unknown>>
  /** Most probes at once; journeys are sent one by one in any case. */
  readonly concurrency: number
  /** Milliseconds after which nothing more is sent, and what is under way is left. */
  readonly deadline: number
  readonly onProbe: (name: string, number: number) => void
  readonly onTranscript: (transcript: Transcript) => void
  /**
   * Waits so many milliseconds, between two polls.
   * @default real time
   */
  readonly wait?: (milliseconds: number) => Promise<void>
}

export interface Sent {
  /** In the order of sending. */
  readonly transcripts: readonly Transcript[]
  /** Why a probe was not sent, or was broken off, by its name. */
  readonly reasons: ReadonlyMap<string, string>
}

/** Sends the probes of a plan. Throws `target-unreachable`, and `key-rejected` when the target takes the key nowhere. */
export async function sendProbes(sending: Sending): Promise<Sent> {
  const { platform, target, plan, flows, samples, concurrency, deadline, wait } = sending
  const { spec } = platform
  const transcripts: Transcript[] = []
  const known: Known = { flows, samples, transcripts }
  const reasons = new Map(plan.leftOut)
  const overtime = new AbortController()
  const { signal } = overtime
  // As many listen as there are requests under way.
  setMaxListeners(0, signal)
  const enough = (): Enough | undefined => (signal.aborted ? whyLate(deadline) : whyEnough(transcripts))
  const onTranscript = (transcript: Transcript): void => {
    transcripts.push(transcript)
    sending.onTranscript(transcript)
  }
  let number = 0

  async function sendOne(probe: Probe): Promise<void> {
    number += 1
    sending.onProbe(probe.name, number)
    const before = enough()
    const reason = before ? sentence(before, 'this one was not sent') : probe.unavailable?.(known)
    if (reason !== undefined) {
      reasons.set(probe.name, deepestReason(probe, reasons) ?? reason)
      return
    }
    const within = await runProbe(probe, { spec, target, known, enough, signal, wait, onTranscript })
    if (within) reasons.set(probe.name, sentence(within, `${probe.name} was broken off`))
    checkSpeech(target, transcripts)
    checkKey(spec, target, transcripts)
  }

  const timer = setTimeout(() => overtime.abort(), deadline)
  try {
    const journeys = new Set(platform.contract.journeys)
    for (const probe of plan.probes.filter((candidate) => journeys.has(candidate))) await sendOne(probe)
    // What is left is one request each, and needs no more than what journeys have shown.
    const rest = plan.probes.filter((candidate) => !journeys.has(candidate))
    await atOnce(concurrency, rest, sendOne)
  } finally {
    clearTimeout(timer)
    // Where one worker has failed, nobody waits for what the others do.
    overtime.abort()
  }
  return { transcripts: transcripts.toSorted((a, b) => a.id - b.id), reasons }
}

/** Works through a list with several workers, in its order. The first rejection ends all. */
async function atOnce<T>(workers: number, list: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = list.values()
  const run = async (): Promise<void> => {
    for (const item of left) await work(item)
  }
  await Promise.all(Array.from({ length: Math.min(workers, list.length) }, run))
}

function sentence({ why, advice }: Enough, what: string): string {
  return `${why}, so ${what}. ${advice}`
}

// A probe that lacks the answers of one that was not sent lacks them for that one's reason.
function deepestReason({ after = [] }: Probe, reasons: ReadonlyMap<string, string>): string | undefined {
  return after.map((name) => reasons.get(name)).find((reason) => reason !== undefined)
}

/** Requests that must all have gone wrong in the same way before a verify is given up; fewer are findings like any other. */
const ENOUGH = 3

function checkSpeech({ url }: Target, transcripts: readonly Transcript[]): void {
  const [first] = transcripts
  const isBroken = ({ failure }: Transcript): boolean => failure?.startsWith(FAILURES.broken) ?? false
  if (transcripts.length < ENOUGH || !transcripts.every(isBroken)) return
  const message = `Failed to verify ${url}: ${first?.failure}, at each of ${transcripts.length} requests. Check that --url is that of an HTTP server.`
  throw new FlowproofError('target-unreachable', message)
}

function checkKey(spec: Spec, { url }: Target, transcripts: readonly Transcript[]): void {
  if (countRejected(spec, transcripts) < ENOUGH) return
  const [first] = transcripts.filter(isRejected)
  const { method = '', url: asked = '' } = first?.request ?? {}
  const what = `${method} ${URL.canParse(asked) ? new URL(asked).pathname : ''} was answered with ${first?.answer?.status}`
  const message = `Failed to verify ${url}: it takes the key nowhere; ${what}, and no request was taken. Check --key.`
  throw new FlowproofError('key-rejected', message)
}

/** Good requests that were refused for their key, when no good request was not; 0 when one was. */
function countRejected({ operations }: Spec, transcripts: readonly Transcript[]): number {
  const keyed = transcripts.filter(
    ({ flaw, operation }) => flaw === undefined && (operations.get(operation)?.security.length ?? 0) > 0,
  )
  return keyed.some((transcript) => !isRejected(transcript)) ? 0 : keyed.length
}

function isRejected({ answer, expects }: Transcript): boolean {
  const status = answer?.status ?? 0
  return [401, 403].includes(status) && !expects.statuses?.includes(status)
}
