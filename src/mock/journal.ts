import type { Place } from '../errors.ts'

/** What a mock remembers of one request. It holds no key and no body. */
export interface RequestRecord {
  /** 1 for the server's first request. */
  readonly number: number
  /** Unix time in ms on the mock's clock. */
  readonly at: number
  readonly method: string
  /** Path and query as sent, keys hidden. */
  readonly path: string
  /** Absent when the path is no platform's. */
  readonly platform: string | undefined
  readonly operation: string | undefined
  /** Absent until the head of the answer has left. */
  readonly status: number | undefined
  /** Of the run that the request started or asked about. */
  readonly scenario: string | undefined
  /** `number` of that run. */
  readonly run: number | undefined
  /** How many events of each name have been streamed. */
  readonly events: Readonly<Record<string, number>>
  /** Milliseconds on the mock's clock; absent until the answer has ended. */
  readonly took: number | undefined
  /** What the spec objects to in the request. */
  readonly violations: readonly Violation[]
  /** How it ended: answered whole, left by the client, or cut by the server's stop; `open` while it lasts. */
  readonly end: 'open' | 'answered' | 'left' | 'cut'
  /** The error of a handler, when one threw. */
  readonly crash: string | undefined
}

/** One thing that the spec objects to, or (a note) merely does not know. */
export interface Violation {
  /** JSON Pointer into the request: `/body/inputs`, `/query/limit`. */
  readonly at: string
  readonly message: string
  /** Where the spec says so. */
  readonly where: Place
  readonly note?: true
}

/** A record while the answer is being made. */
export type OpenRecord = { -readonly [K in Exclude<keyof RequestRecord, 'events'>]: RequestRecord[K] } & {
  readonly events: Record<string, number>
}

export interface Journal {
  readonly open: (request: Pick<RequestRecord, 'at' | 'method' | 'path' | 'platform'>) => OpenRecord
  /** Leaves the judgement for when there is time for it: `judge` is called once, at the latest when the record is read. */
  readonly judgeLater: (record: OpenRecord, judge: () => readonly Violation[]) => void
  /** A copy of the record, judged. */
  readonly read: (record: OpenRecord) => RequestRecord
  /** Oldest first, open ones included. */
  readonly list: () => readonly RequestRecord[]
}

/** Makes an empty journal. @param size - how many of the newest requests it keeps. */
export function createJournal(size = 1_000): Journal {
  const records: OpenRecord[] = []
  const waiting = new Map<OpenRecord, () => readonly Violation[]>()
  let count = 0
  const read = (record: OpenRecord): RequestRecord => {
    const judge = waiting.get(record)
    waiting.delete(record)
    if (judge) record.violations = judge()
    return { ...record, events: { ...record.events } }
  }
  return {
    open(request) {
      const record: OpenRecord = {
        number: ++count,
        at: request.at,
        method: request.method,
        path: request.path,
        platform: request.platform,
        operation: undefined,
        status: undefined,
        scenario: undefined,
        run: undefined,
        events: {},
        took: undefined,
        violations: [],
        end: 'open',
        crash: undefined,
      }
      records.push(record)
      // Old ones leave in bulk, because each removal moves all that stay.
      if (records.length > 2 * size) records.splice(0, records.length - size)
      return record
    },
    judgeLater: (record, judge) => void waiting.set(record, judge),
    read,
    list: () => records.slice(-size).map(read),
  }
}
