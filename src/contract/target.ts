import { FlowproofError } from '../errors.ts'
import type { Operation, Spec } from '../spec/spec.ts'
import { encodeRequest } from './encode-request.ts'
import type { Flaw } from './flaw.ts'
import { FAILURES } from './patience.ts'
import { DEFAULT_LIMITS, type Limits, type Live, leave, receiveAnswer } from './receive-answer.ts'
import type { RequestParts } from './request-parts.ts'
import type { Credentials, Transcript } from './transcript.ts'
import { wrongKeyLike } from './wrong-key.ts'

export interface TargetOptions {
  readonly spec: Spec
  /** Stands in for the spec's server URL. */
  readonly url: string
  /** Goes nowhere but onto the wire. */
  readonly key: string
  /** Longest silence in milliseconds, before the head of an answer and within its body. */
  readonly timeout: number
  /** @default 16 MiB, 100,000 frames, 5 minutes */
  readonly limits?: Limits
  /** @default the global one */
  readonly fetch?: typeof fetch
  /** Clock in milliseconds. */
  readonly now: () => number
}

/** One request of a probe. */
export interface ProbeRequest {
  readonly probe: string
  readonly role?: string | undefined
  readonly operation: Operation
  readonly parts: RequestParts
  readonly flaw?: Flaw
  readonly live?: Live
  /** Leaves the answer when aborted, whatever has come of it by then. */
  readonly signal?: AbortSignal
}

/** A live server under test. */
export interface Target {
  /** Base URL, as given. */
  readonly url: string
  /**
   * Sends one request and reads its answer to the end, whichever end that is. Rejects with `target-unreachable` when no connection can be made and
   * nothing was answered before: then nothing about the target can be said.
   */
  send(request: ProbeRequest): Promise<Transcript>
}

/** Makes the one thing that talks to the server under test, and knows its key. Nothing is sent before `send`. */
export function createTarget(options: TargetOptions): Target {
  const { timeout, now, fetch = globalThis.fetch } = options
  const url = parseTargetUrl(options.url)
  checkKey(options.key)
  checkTime('timeout', timeout, LONGEST_TIMEOUT)
  const limits = options.limits ?? DEFAULT_LIMITS
  checkTime('answer timeout', limits.milliseconds)
  const patience = Math.min(timeout, limits.milliseconds)
  const began = now()
  let sent = 0
  let answered = false

  async function send({ probe, role, operation, parts, flaw, live = {}, signal }: ProbeRequest): Promise<Transcript> {
    const credentials = credentialsFor(flaw)
    const keys = { url, key: options.key, wrongKey: wrongKeyLike(options.key) }
    const request = encodeRequest(keys, operation, parts, credentials)
    sent += 1
    const sentAt = now()
    const sinceSent = (): number => now() - sentAt
    const head = { id: sent, probe, role, operation: operation.id, flaw, expects: parts.expects ?? {} }
    const base = { ...head, sentAt: sentAt - began, request: request.sent, answer: undefined, failure: undefined }
    const controller = new AbortController()
    const abort = (): void => leave(controller, 'left')
    signal?.addEventListener('abort', abort)
    const silence = setTimeout(leave, patience, controller, 'too-long')
    try {
      const { headers, body = null } = request
      // Not `connection: close`: then a body that breaks off could not be told from one that ends.
      const init = { method: request.sent.method, headers, body, signal: controller.signal }
      const response = await fetch(request.url, { ...init, redirect: 'manual' }).catch((error: unknown) =>
        controller.signal.aborted ? whyLeft(controller.signal, patience) : failureOf(url, error, answered),
      )
      if (typeof response === 'string') return { ...base, failure: response }
      clearTimeout(silence)
      answered = true
      // A request that had to be refused may have been taken: then its stream is not waited for.
      const reaction = flaw ? { leaveAfter: () => true } : live
      const receiving = { operation, response, controller, timeout, limits, live: reaction, now: sinceSent }
      return { ...base, answer: await receiveAnswer(receiving) }
    } finally {
      clearTimeout(silence)
      signal?.removeEventListener('abort', abort)
    }
  }
  return { url, send }
}

/** The base URL without a trailing slash. Throws `usage` for what no request can be sent to. */
export function parseTargetUrl(text: string): string {
  const failed = (why: string): FlowproofError =>
    new FlowproofError('usage', `Failed to read the target's URL "${withoutUserinfo(text)}": ${why}.`)
  if (!URL.canParse(text)) throw failed('it is no URL. Write it whole, such as http://127.0.0.1:4010/v1')
  const { protocol, username, password, search, hash } = new URL(text)
  if (protocol !== 'http:' && protocol !== 'https:') throw failed('it is neither http nor https. Give one of these')
  if (username || password) throw failed('it holds a user name or a password. Give the key with --key')
  if (search || hash) throw failed('it has a query or a fragment. Give the base URL alone')
  return text.replace(/\/+$/, '')
}

/** Refuses, with `usage`, a key that no header can carry. `fetch` would say so too, and quote the key. */
export function checkKey(key: string): void {
  if (/^[\x21-\x7e]+$/.test(key)) return
  const advice = 'Give it without spaces and line breaks, in plain ASCII.'
  throw new FlowproofError('usage', `Failed to use the key: it has characters that no header can carry. ${advice}`)
}

/** In ms. After it the HTTP client itself gives up waiting for a head. */
const LONGEST_TIMEOUT = 300_000

/** In ms. A timer that is set for longer fires at once. */
const LONGEST_TIMER = 2 ** 31 - 1

/** Refuses, with `usage`, a time in milliseconds that cannot be waited for. */
export function checkTime(name: string, time: number, most = LONGEST_TIMER): void {
  if (time > 0 && time <= most) return
  throw new FlowproofError(
    'usage',
    `Failed to use the ${name}: ${time} ms is not between 1 and ${most}. Choose one within.`,
  )
}

function withoutUserinfo(text: string): string {
  return text.replace(/\/\/[^/]*@/, '//…@')
}

function credentialsFor(flaw: Flaw | undefined): Credentials {
  if (flaw?.kind === 'no-key') return 'none'
  return flaw?.kind === 'wrong-key' ? 'wrong' : 'valid'
}

function whyLeft({ reason }: AbortSignal, patience: number): string {
  return reason === 'left' ? 'left before an answer' : `${FAILURES.silent} within ${patience} ms`
}

/** System and TLS errors after which no other request could do better; `fetch` itself refuses some ports. */
const UNREACHABLE =
  /^(bad port$|ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT|CERT_|ERR_TLS|ERR_SSL|EPROTO|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/

function failureOf(url: string, error: unknown, answered: boolean): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const code =
    cause instanceof Error && 'code' in cause ? String(cause.code) : cause instanceof Error ? cause.message : ''
  if (!UNREACHABLE.test(code)) return `${FAILURES.broken}${code === '' ? '' : ` (${code})`}`
  if (answered) return `${FAILURES.gone} (${code})`
  throw new FlowproofError('target-unreachable', `Failed to reach ${url}: ${code}. ${adviceFor(code)}`, {
    cause: error,
  })
}

function adviceFor(code: string): string {
  if (/^(ERR_SSL|EPROTO)/.test(code)) return 'Check that the server speaks https; if it does not, give --url with http.'
  if (/^(CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/.test(code))
    return 'Check its certificate, or name the one that signed it in NODE_EXTRA_CA_CERTS.'
  return 'Check that the server runs and that --url is its base URL.'
}
