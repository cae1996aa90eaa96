import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { bareHttp, mock, requestOf } from '../contenders.ts'
import type { Bench } from '../harness/bench.ts'
import { captureSchedule, eventTimes } from '../harness/capture-schedule.ts'
import type { Contender } from '../harness/contender.ts'
import { formatNumber, formatRatio, formatShare } from '../harness/format-number.ts'
import type { Recording } from '../harness/recording.ts'
import type { Report } from '../harness/report.ts'
import { type PacedResult, runPacedStreams } from '../harness/run-paced-streams.ts'
import { type RunningServer, startServer } from '../harness/start-server.ts'
import { percentile } from '../harness/statistics.ts'

/** What ends an event of this platform's streams. */
const EVENT_END = '\n\n'
/** After the ping and the run's start comes the node's, some ms later in each run than in the other. */
const ANCHOR = 2
const RAMP_PER_STREAM = 1.5
const WARM_UP = { streams: 200, ramp: 1000, limit: 3000 }
/** Its key selects `bench/scenarios/paced.yaml`. */
const REQUEST = requestOf('stream', 'app-paced')

interface Trial extends PacedResult {
  readonly name: string
  readonly streams: number
  /** Microseconds of the server's CPU for one event that arrived, the starting of the streams included. */
  readonly cpuPerEvent: number
  /** Bytes of resident memory that each stream added. */
  readonly memory: number
}

/** Many slow streams at once: whether each event leaves in its time, and what that costs. */
export async function benchPaced({ quick, scratch, say }: Bench): Promise<Report[]> {
  const speed = quick ? 4 : 1
  const contender = mock('info', ['--scenarios', 'bench/scenarios', '--speed', String(speed)])
  say('Paced streams: capturing the schedule')
  const recording = await capture(contender)
  const file = join(scratch, 'paced.json')
  writeFileSync(file, JSON.stringify(recording))
  const trials: Trial[] = []
  for (const streams of quick ? [500] : [1000, 5000]) {
    for (const one of [contender, bareHttp(file)]) {
      say(`Paced streams: ${streams} at once, ${one.name}`)
      trials.push(await runTrial(one, streams, recording))
    }
  }
  return [report(trials, recording)]
}

async function capture(contender: Contender): Promise<Recording> {
  const server = await startServer(contender)
  const recording = await captureSchedule(server.port, REQUEST, EVENT_END)
  await server.stop()
  return recording
}

/** A fresh process for each trial: what one has left in memory would hide what the next one takes. */
async function runTrial(contender: Contender, streams: number, recording: Recording): Promise<Trial> {
  const server = await startServer(contender)
  const options = {
    port: server.port,
    request: REQUEST,
    schedule: eventTimes(recording, EVENT_END),
    anchor: ANCHOR,
    eventEnd: EVENT_END,
  }
  await runPacedStreams({ ...options, ...WARM_UP })
  const before = await server.read()
  const peak = watchMemory(server)
  const result = await runPacedStreams({ ...options, streams, ramp: streams * RAMP_PER_STREAM })
  const after = await server.read()
  const trial = {
    ...result,
    name: contender.name,
    streams,
    cpuPerEvent: (after.cpu - before.cpu) / result.events,
    memory: ((await peak()) - before.rss) / streams,
  }
  await server.stop()
  return trial
}

/** Notes the most memory that a server has had until the result is called. */
function watchMemory(server: RunningServer): () => Promise<number> {
  let watching = true
  const peak = (async () => {
    let most = 0
    for (; watching; await sleep(250)) most = Math.max(most, (await server.read()).rss)
    return most
  })()
  return () => {
    watching = false
    return peak
  }
}

function report(trials: readonly Trial[], recording: Recording): Report {
  const times = eventTimes(recording, EVENT_END)
  return {
    title: 'Paced streams at once',
    columns: [
      'server',
      'streams',
      'completed',
      'most at once',
      'events',
      'start p50, ms',
      'start p99',
      'pace p50, ms',
      'pace p99',
      'CPU us/event',
      'to node:http',
      'KB/stream',
      'client CPU',
    ],
    rows: trials.map((trial) => {
      const yardstick = trials.find(({ name, streams }) => name === 'bare node:http' && streams === trial.streams)
      return [
        trial.name,
        formatNumber(trial.streams),
        formatNumber(trial.completed),
        formatNumber(trial.atOnce),
        formatNumber(trial.events),
        formatNumber(percentile(trial.startLateness, 0.5)),
        formatNumber(percentile(trial.startLateness, 0.99)),
        formatNumber(percentile(trial.paceLateness, 0.5)),
        formatNumber(percentile(trial.paceLateness, 0.99)),
        formatNumber(trial.cpuPerEvent),
        formatRatio(trial.cpuPerEvent, yardstick?.cpuPerEvent ?? Number.NaN),
        formatNumber(trial.memory / 1024),
        formatShare(trial.clientShare),
      ]
    }),
    notes: [
      `Each stream: ${times.length} events in ${recording.writes.length} writes over ${formatNumber((times.at(-1) ?? 0) / 1000)} s, ${RAMP_PER_STREAM} ms after the one before it.`,
      'bare node:http: the same bytes at the same offsets, which were captured from the mock before; no routes, no JSON, a timer per stream.',
      'start: how late the first event arrives after its request. pace: how late events arrive against the schedule as laid to the least late one of their stream, so that a late start counts once.',
      'The schedule is the earliest of 20 undisturbed streams in whole ms, so less than 1 ms says nothing.',
      'CPU: of the server process from the first connection to the last event, starting the streams included. KB/stream: growth of resident memory at its peak.',
    ],
  }
}
