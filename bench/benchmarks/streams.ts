import { aimock, bareExpress, mock, prism } from '../contenders.ts'
import type { Bench } from '../harness/bench.ts'
import { compareThroughput, paceOf } from '../harness/compare-throughput.ts'
import type { Report } from '../harness/report.ts'
import { reportThroughput } from '../harness/report-throughput.ts'
import { bodyOf, prepareAnswers } from '../prepare-answers.ts'

const TITLE = 'Whole streams without waiting: POST /workflows/run, streaming, instant clock'

/** How many whole streams a second when nobody waits between events. */
export async function benchStreams({ quick, scratch, say }: Bench): Promise<Report[]> {
  const { recordings, aimock: other } = await prepareAnswers(scratch)
  const { file, recording } = recordings.stream
  const body = bodyOf(recording)
  say(TITLE)
  const contenders = [
    mock('stream'),
    bareExpress('stream', file),
    prism('stream'),
    aimock('stream', other.fixture, other.chunk),
  ]
  const { connections, rounds, turn, warmUp } = paceOf(quick)
  const results = await compareThroughput(contenders, paceOf(quick))
  const events = body.split('\n\n').length - 1
  const notes = [
    `${connections} connections, ${rounds} rounds of ${turn / 1000} s each in turn after ${warmUp / 1000} s of warm-up; medians. A stream counts when its last event has come.`,
    `The mock plays the run anew for each stream: ${events} events, ${Buffer.byteLength(body)} bytes, ${recording.writes.length} write(s).`,
    'bare Express 5: reads the same JSON body and sends the same bytes, ready made, in the same number of writes.',
    "Prism: sends the example of the spec as one text; it does not play it, and the example has the spec's length, not this run's.",
    `AIMock: POST /v1/chat/completions, streamed, the same text in pieces of ${other.chunk} characters, --latency 0.`,
  ]
  return [reportThroughput({ title: TITLE, unit: 'stream', base: 'bare Express 5', notes }, results)]
}
