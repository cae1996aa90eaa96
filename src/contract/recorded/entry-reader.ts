import { FlowproofError, type Place } from '../../errors.ts'
import { joinPointer } from '../../spec/pointer.ts'
import { isRecord } from '../../spec/record.ts'
import type { RecordedJson } from './recorded-entry.ts'

/** A value of a recording and its place. Each method throws `file-unreadable` for what it does not find. */
export interface EntryReader {
  readonly value: unknown
  /** The member of that name; of a missing one, `value` is undefined. */
  member(name: string): EntryReader
  list(): readonly EntryReader[]
  text(): string
  status(): number
  /** An absolute URL. Browsers save others than those of HTTP, too. */
  url(): URL
  /** Refuses the value: `why` is a clause. */
  failed(why: string): FlowproofError
}

/** Reads a recording from its root on. */
export function createEntryReader({ value, placeOf }: RecordedJson): EntryReader {
  return readerAt(value, '', '', placeOf)
}

function readerAt(value: unknown, name: string, pointer: string, placeOf: (pointer: string) => Place): EntryReader {
  const failed = (why: string): FlowproofError => refused(why, placeOf(pointer))
  const wrong = (what: string): FlowproofError => failed(`\`${name}\` is ${value === undefined ? 'missing' : what}`)
  return {
    value,
    failed,
    member(child) {
      if (!isRecord(value)) throw wrong('no object')
      // A missing member has no place of its own.
      const inner = value[child]
      return readerAt(inner, child, inner === undefined ? pointer : joinPointer(pointer, child), placeOf)
    },
    list() {
      if (!Array.isArray(value)) throw wrong('no list')
      return value.map((item: unknown, index) =>
        readerAt(item, `${name}[${index}]`, joinPointer(pointer, index), placeOf),
      )
    },
    text() {
      if (typeof value !== 'string') throw wrong('no text')
      return value
    },
    status() {
      if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > 999) throw wrong('no status')
      return value
    },
    url() {
      if (typeof value !== 'string' || !URL.canParse(value))
        throw wrong('no whole URL, such as http://127.0.0.1:4010/v1/jobs')
      return new URL(value)
    },
  }
}

function refused(why: string, where: Place): FlowproofError {
  const message = `Failed to read recorded traffic: ${why}. Save it again, or mend it there.`
  return new FlowproofError('file-unreadable', message, { where })
}
