import { FlowproofError } from '../errors.ts'
import type { Spec } from '../spec/spec.ts'
import type { LoadedContract } from './load-contract.ts'
import type { Plan } from './plan.ts'
import type { Known, Probe, Session } from './probe.ts'
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
  readonly onProbe: (name: string, number: number) => void
  readonly onTranscript: (transcript: Transcript) => void
  /** Waits so many milliseconds, between two polls. */
  readonly wait: (milliseconds: number) => Promise<void>
}

export interface Sent {
  /** In the order of sending. */
  readonly transcripts: readonly Transcript[]
  /** Why a probe was not sent, by its name. */
  readonly reasons: ReadonlyMap<string, string>
}

/** Requests of a target that may hang before no more are sent: a finding is enough, and each one costs a time-out. */
const MOST_HANGING = 3

/** Requests whose key was refused, and none was not, before no more are sent; fewer are findings like any other. */
const ENOUGH_REJECTED = 3

/** Sends the probes of a plan. Throws `target-unreachable`, and `key-rejected` when the target takes the key nowhere. */
export async function sendProbes(sending: Sending): Promise<Sent> {
  const { platform, plan, flows, samples, concurrency } = sending
  const transcripts: Transcript[] = []
  const known: Known = { flows, samples, transcripts }
  const reasons = new Map(plan.leftOut)
  let number = 0

  async function sendOne(probe: Probe): Promise<void> {
    number += 1
    sending.onProbe(probe.name, number)
    const hung = whyHanging(transcripts)
    const reason = hung ?? probe.unavailable?.(known)
    if (reason !== undefined) {
      reasons.set(probe.name, deepestReason(probe, reasons) ?? reason)
      return
    }
    await probe.send(createSession(sending, probe, known, transcripts))
    if (countRejected(platform.spec, transcripts) >= ENOUGH_REJECTED) throw keyRejected(sending.target, transcripts)
  }

  const journeys = new Set(platform.contract.journeys)
  for (const probe of plan.probes.filter((candidate) => journeys.has(candidate))) await sendOne(probe)
  // What is left is one request each, and needs no more than what journeys have shown.
  const rest = plan.probes.filter((candidate) => !journeys.has(candidate))
  await atOnce(concurrency, rest, sendOne)
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

// A probe that lacks the answers of one that was not sent lacks them for that one's reason.
function deepestReason({ after = [] }: Probe, reasons: ReadonlyMap<string, string>): string | undefined {
  return after.map((name) => reasons.get(name)).find((reason) => reason !== undefined)
}

function whyHanging(transcripts: readonly Transcript[]): string | undefined {
  const hanging = transcripts.filter(isHanging)
  if (hanging.length < MOST_HANGING) return undefined
  const where = [...new Set(hanging.map(({ operation }) => operation))].join(', ')
  return `${hanging.length} requests hung before (${where}), so this one was not sent. Mend the target, or raise --timeout`
}

function isHanging({ answer, failure }: Transcript): boolean {
  if (answer) return answer.end.how === 'timed-out' || answer.end.how === 'too-much'
  return failure?.startsWith('no answer within') ?? false
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

function keyRejected({ url }: Target, transcripts: readonly Transcript[]): FlowproofError {
  const [first] = transcripts.filter(isRejected)
  const { method = '', url: asked = '' } = first?.request ?? {}
  const what = `${method} ${URL.canParse(asked) ? new URL(asked).pathname : ''} was answered with ${first?.answer?.status}`
  const message = `Failed to verify ${url}: it takes the key nowhere; ${what}, and no request was taken. Check --key.`
  return new FlowproofError('key-rejected', message)
}

function createSession(
  { platform: { spec }, target, onTranscript, wait }: Sending,
  probe: Probe,
  known: Known,
  transcripts: Transcript[],
): Session {
  return {
    known,
    async send(id, parts, { flaw, ...live } = {}) {
      const operation = spec.operations.get(id)
      if (!operation) {
        throw new FlowproofError(
          'platform-invalid',
          `Failed to send probe "${probe.name}": the spec has no operation "${id}".`,
        )
      }
      const request = { probe: probe.name, role: probe.role, operation, parts, live }
      const transcript = await target.send({ ...request, ...(flaw ? { flaw } : {}) })
      transcripts.push(transcript)
      onTranscript(transcript)
      return transcript
    },
    wait,
  }
}
