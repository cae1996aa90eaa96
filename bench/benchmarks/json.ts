import { aimock, bareExpress, type Kind, mock, prism } from '../contenders.ts'
import type { Bench } from '../harness/bench.ts'
import { compareThroughput, paceOf } from '../harness/compare-throughput.ts'
import type { Report } from '../harness/report.ts'
import { reportThroughput } from '../harness/report-throughput.ts'
import { bodyOf, type PreparedAnswers, prepareAnswers } from '../prepare-answers.ts'

/** How many JSON answers a second: a whole run that is answered at once, and the plainest answer there is. */
export async function benchJson(bench: Bench): Promise<Report[]> {
  const answers = await prepareAnswers(bench.scratch)
  return [
    await compare('run', bench, answers, {
      title: 'JSON answers: POST /workflows/run, blocking, instant clock',
      nearest: 'AIMock: POST /v1/chat/completions, not streamed, the same text.',
    }),
    await compare('info', bench, answers, {
      title: 'JSON answers: GET /info',
      nearest: 'AIMock: GET /v1/models.',
    }),
  ]
}

async function compare(
  kind: Kind,
  { quick, say }: Bench,
  { recordings, aimock: { fixture, chunk } }: PreparedAnswers,
  { title, nearest }: { readonly title: string; readonly nearest: string },
): Promise<Report> {
  say(title)
  const { file, recording } = recordings[kind]
  const contenders = [mock(kind), bareExpress(kind, file), prism(kind), aimock(kind, fixture, chunk)]
  const { connections, rounds, turn, warmUp } = paceOf(quick)
  const results = await compareThroughput(contenders, paceOf(quick))
  const notes = [
    `${connections} connections, ${rounds} rounds of ${turn / 1000} s each in turn after ${warmUp / 1000} s of warm-up; medians. The client is the same for all.`,
    `bare Express 5: reads the same JSON body and sends the mock's ${Buffer.byteLength(bodyOf(recording))} bytes, ready made, under the same headers.`,
    'Prism: the same operation of the same spec, --verboseLevel error.',
    nearest,
  ]
  return reportThroughput({ title, unit: 'answer', base: 'bare Express 5', notes }, results)
}
