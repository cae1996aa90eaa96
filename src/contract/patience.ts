import type { Transcript } from './transcript.ts'

/** How `Transcript.failure` begins: the server said nothing; it takes no connection, though it has answered before; it broke the connection. */
export const FAILURES = {
  silent: 'no answer',
  gone: 'no connection any more',
  broken: 'the connection broke before an answer',
} as const

/** What an exchange shows of a target that cannot be borne for long. It is a finding by itself. */
type Burden = 'hung' | 'gone' | 'limited'

/** What an exchange has asked of our patience; undefined when it came to an ordinary end. */
export function burdenOf({ answer, failure, expects }: Transcript): Burden | undefined {
  if (failure?.startsWith(FAILURES.silent)) return 'hung'
  if (failure?.startsWith(FAILURES.gone)) return 'gone'
  if (answer && ['timed-out', 'too-much', 'too-long'].includes(answer.end.how)) return 'hung'
  return answer?.status === 429 && !expects.statuses?.includes(429) ? 'limited' : undefined
}

/** Why nothing more is sent: a clause, and the advice that would help. */
export interface Enough {
  readonly why: string
  readonly advice: string
}

/** Exchanges of one burden, with no other in between and in all, before no more are sent: a finding is enough, and each one costs time. */
const MOST_BURDENS = { inARow: 3, inAll: 8 }

const BURDENS: readonly (Enough & { readonly burden: Burden })[] = [
  {
    burden: 'hung',
    why: 'requests hung before',
    advice: 'Mend the target, or raise --timeout or --answer-timeout',
  },
  { burden: 'gone', why: 'requests found no server any more', advice: 'See why it stopped' },
  {
    burden: 'limited',
    why: 'requests were refused by a rate limit',
    advice: 'Raise the limit of the key, or give --concurrency 1',
  },
]

/** What all answers of a verify may hold together, since they are kept until they are judged. */
const MOST_BYTES = 64 * 1024 * 1024
const MOST_FRAMES = 200_000

/** Says when the exchanges so far are enough; undefined while more may be sent. */
export function whyEnough(transcripts: readonly Transcript[]): Enough | undefined {
  for (const { burden, why, advice } of BURDENS) {
    const such = transcripts.filter((transcript) => burdenOf(transcript) === burden)
    const where = [...new Set(such.map(({ operation }) => operation))].join(', ')
    const inARow = transcripts.length - 1 - transcripts.findLastIndex((transcript) => burdenOf(transcript) !== burden)
    if (inARow >= MOST_BURDENS.inARow || such.length >= MOST_BURDENS.inAll)
      return { why: `${such.length} ${why} (${where})`, advice }
  }
  const bodies = transcripts.flatMap(({ answer }) => answer?.body ?? [])
  const bytes = bodies.reduce((sum, body) => sum + body.bytes, 0)
  const frames = bodies.reduce((sum, body) => sum + (body.kind === 'stream' ? body.frames.length : 0), 0)
  if (bytes <= MOST_BYTES && frames <= MOST_FRAMES) return undefined
  return {
    why: `the answers so far are ${bytes} bytes in ${frames} frames, more than is kept`,
    advice: 'Mend the target',
  }
}

/** What is said of a verify that took all the time that it may. */
export function whyLate(deadline: number): Enough {
  return { why: `the deadline of ${deadline} ms has passed`, advice: 'Raise --deadline' }
}
