import { FlowproofError } from '../errors.ts'
import type { Operation, Spec } from '../spec/spec.ts'
import { encodeRequest } from './encode-request.ts'
import type { Flaw } from './flaw.ts'
import { DEFAULT_LIMITS, type Limits, type Live, receiveAnswer } from './receive-answer.ts'
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
  /** @default 16 MiB, 100,000 frames, 15 minutes */
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
}

/** A live server under test. */
export interface Target {
  /** Base URL, as given. */
  readonly url: string
  /**
   * Sends one request and reads its answer to the end, whichever end that is. Rejects with `target-unreachable` when no connection can be made at
   * all: then nothing about the target can be said.
   */
  send(request: ProbeRequest): Promise<Transcript>
}

/** Makes the one thing that talks to the server under test, and knows its key. Nothing is sent before `send`. */
export function createTarget(options: TargetOptions): Target {
  const { timeout, now, fetch = globalThis.fetch } = options
  const url = parseTargetUrl(options.url)
  checkKey(options.key)
  checkTimeout(timeout)
  const limits = options.limits ?? DEFAULT_LIMITS
  const began = now()
  let sent = 0

  async function send({ probe, role, operation, parts, flaw, live = {} }: ProbeRequest): Promise<Transcript> {
    const credentials = credentialsFor(flaw)
    const keys = { url, key: options.key, wrongKey: wrongKeyLike(options.key) }
    const request = encodeRequest(keys, operation, parts, credentials)
    sent += 1
    const sentAt = now()
    const sinceSent = (): number => now() - sentAt
    const head = { id: sent, probe, role, operation: operation.id, flaw, expects: parts.expects ?? {} }
    const base = { ...head, sentAt: sentAt - began, request: request.sent, answer: undefined, failure: undefined }
    const controller = new AbortController()
    const silence = setTimeout(() => controller.abort(), timeout)
    let response: Response
    try {
      const { headers, body = null } = request
      // Not `connection: close`: then a body that breaks off could not be told from one that ends.
      const init = { method: request.sent.method, headers, body, signal: controller.signal }
      response = await fetch(request.url, { ...init, redirect: 'manual' })
    } catch (error) {
      const failure = controller.signal.aborted ? `no answer within ${timeout} ms` : failureOf(url, error)
      return { ...base, failure }
    } finally {
      clearTimeout(silence)
    }
    // A request that had to be refused may have been taken: then its stream is not waited for.
    const reaction = flaw ? { leaveAfter: () => true } : live
    const receiving = { operation, response, controller, timeout, limits, live: reaction, now: sinceSent }
    return { ...base, answer: await receiveAnswer(receiving) }
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

const LONGEST_TIMEOUT = 300_000

function checkTimeout(timeout: number): void {
  if (timeout > 0 && timeout <= LONGEST_TIMEOUT) return
  const why = `${timeout} ms is not between 1 and ${LONGEST_TIMEOUT}, after which the HTTP client itself gives up`
  throw new FlowproofError('usage', `Failed to use the timeout: ${why}. Choose one within.`)
}

function withoutUserinfo(text: string): string {
  return text.replace(/\/\/[^/]*@/, '//…@')
}

function credentialsFor(flaw: Flaw | undefined): Credentials {
  if (flaw?.kind === 'no-key') return 'none'
  return flaw?.kind === 'wrong-key' ? 'wrong' : 'valid'
}

/** System and TLS errors after which no other request could do better; `fetch` itself refuses some ports. */
const NO_CONNECTION =
  /^(bad port$|ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT|CERT_|ERR_TLS|ERR_SSL|EPROTO|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/

function failureOf(url: string, error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const code =
    cause instanceof Error && 'code' in cause ? String(cause.code) : cause instanceof Error ? cause.message : ''
  if (NO_CONNECTION.test(code)) {
    const advice = 'Check that the server runs and that --url is its base URL.'
    throw new FlowproofError('target-unreachable', `Failed to reach ${url}: ${code}. ${advice}`, { cause: error })
  }
  return `the connection broke before an answer${code === '' ? '' : ` (${code})`}`
}
