import { connect } from 'node:net'
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { createAnswerParser } from './answer-parser.ts'
import { type BenchRequest, encodeRequest } from './request.ts'

export interface LoadOptions {
  readonly port: number
  readonly request: BenchRequest
  /** Text that the end of every right answer holds. */
  readonly ending: string
  /** Connections that each send the next request when the last answer has ended. */
  readonly connections: number
  readonly milliseconds: number
}

/** What a load has brought. */
export interface Load {
  /** Answers with status 200 and the right ending. */
  readonly answers: number
  /** Other answers, and connections that broke. */
  readonly faults: number
  readonly seconds: number
  /** Share of one core that the client used: near 1 it is the client that was measured. */
  readonly clientShare: number
}

interface Tally {
  answers: number
  faults: number
  running: boolean
}

/** Sends a request over and over for a while; what is under way at the end is read to its end but not counted. */
export async function runLoad(options: LoadOptions): Promise<Load> {
  const tally: Tally = { answers: 0, faults: 0, running: true }
  const used = process.cpuUsage()
  const started = performance.now()
  const connections = Array.from({ length: options.connections }, () => keepAsking(options, tally))
  await sleep(options.milliseconds)
  tally.running = false
  const seconds = (performance.now() - started) / 1000
  const { user, system } = process.cpuUsage(used)
  await Promise.all(connections)
  return { answers: tally.answers, faults: tally.faults, seconds, clientShare: (user + system) / 1e6 / seconds }
}

async function keepAsking(options: LoadOptions, tally: Tally): Promise<void> {
  while (tally.running) await askOnOneConnection(options, tally)
}

/** Ends when the time is up or the connection is gone. */
function askOnOneConnection({ port, request, ending }: LoadOptions, tally: Tally): Promise<void> {
  return new Promise((resolve) => {
    const bytes = encodeRequest(request)
    const expected = Buffer.from(ending)
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    let status = 0
    let ended = false
    const ask = () => (tally.running ? socket.write(bytes) : socket.destroy())
    const parse = createAnswerParser({
      onHead(code) {
        status = code
      },
      onChunk(chunk) {
        ended = chunk.includes(expected)
      },
      onEnd() {
        if (tally.running) tally[status === 200 && ended ? 'answers' : 'faults']++
        ask()
      },
    })
    socket.on('connect', ask)
    socket.on('data', parse)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      if (tally.running) tally.faults++
      resolve()
    })
  })
}
