import { setTimeout as sleep } from 'node:timers/promises'
import { aimock, mock, prism } from '../contenders.ts'
import type { Bench } from '../harness/bench.ts'
import { formatMegabytes, formatNumber, formatRatio } from '../harness/format-number.ts'
import type { Report } from '../harness/report.ts'
import { startServer } from '../harness/start-server.ts'
import { median } from '../harness/statistics.ts'
import { prepareAnswers } from '../prepare-answers.ts'

const TITLE = 'Start: from the command to the first good answer, and memory when idle'

/** How long a first user waits, and what a server costs that nobody asks anything. */
export async function benchStart({ quick, scratch, say }: Bench): Promise<Report[]> {
  const { aimock: other } = await prepareAnswers(scratch)
  const rounds = quick ? 2 : 4
  const idle = 500
  const field = [mock('run'), prism('run'), aimock('run', other.fixture, other.chunk)].map((contender) => ({
    contender,
    starts: [] as number[],
    memory: [] as number[],
  }))
  say(TITLE)
  for (let round = 0; round < rounds; round++) {
    for (const { contender, starts, memory } of field) {
      const server = await startServer(contender)
      starts.push(server.startedIn)
      await sleep(idle)
      memory.push((await server.read()).rss)
      await server.stop()
    }
  }
  const own = median(field[0]?.starts ?? [])
  return [
    {
      title: TITLE,
      columns: ['server', 'first answer, ms', 'lowest-highest', 'to the mock', 'idle, MB'],
      rows: field.map(({ contender, starts, memory }) => [
        contender.name,
        formatNumber(median(starts)),
        `${formatNumber(Math.min(...starts))}-${formatNumber(Math.max(...starts))}`,
        formatRatio(median(starts), own),
        formatMegabytes(median(memory)),
      ]),
      notes: [
        `${rounds} starts each, in turn; medians. Started with node on the installed program, without npx, which costs all the same.`,
        `Asked every few ms until the run (AIMock: the chat completion) is answered with 200; idle: resident memory ${idle / 1000} s after that.`,
      ],
    },
  ]
}
