import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { createAnswerParser } from './answer-parser.ts'
import { type BenchRequest, encodeRequest } from './request.ts'

export interface PacedOptions {
  readonly port: number
  readonly request: BenchRequest
  /** When each event of a stream is due, in ms after its request. */
  readonly schedule: readonly number[]
  /** Position of the first event whose pace counts; those before it depend on more than the schedule. */
  readonly anchor: number
  /** Bytes that end an event. */
  readonly eventEnd: string
  readonly streams: number
  /** Milliseconds over which the requests are spread evenly. */
  readonly ramp: number
  /** Milliseconds after which all streams are left, ended or not; default: some time after the last event is due. */
  readonly limit?: number
}

/** What became of many streams at once. */
export interface PacedResult {
  /** Streams that were answered with 200, brought every event and ended by themselves. */
  readonly completed: number
  readonly events: number
  /** Most streams that were open at the same time. */
  readonly atOnce: number
  /** How late each first event came after its request, in ms against the schedule, in rising order. */
  readonly startLateness: Float64Array
  /** How late each event from the anchor on came, in ms against the schedule as laid to the least late one of its stream; in rising order. */
  readonly paceLateness: Float64Array
  readonly clientShare: number
}

const CONNECT_AT_ONCE = 100
const TICK = 5
/** How long after its last event a stream may still be open. */
const GRACE = 5_000

/** Opens the connections first, then starts the streams one after the other and notes when each event arrives. */
export async function runPacedStreams(options: PacedOptions): Promise<PacedResult> {
  const { port, schedule, streams, ramp, limit = ramp + (schedule.at(-1) ?? 0) + GRACE } = options
  const sockets = await openConnections(port, streams)
  const board = createBoard()
  const starts = sockets.map((socket) => listen(socket, options, board))
  const used = process.cpuUsage()
  const began = performance.now()
  const deadline = began + limit
  for (let started = 0; board.ended < streams && performance.now() < deadline; await sleep(TICK)) {
    const due = Math.min(streams, Math.ceil(((performance.now() - began) / ramp) * streams))
    for (; started < due; started++) starts[started]?.()
  }
  const { user, system } = process.cpuUsage(used)
  const seconds = (performance.now() - began) / 1000
  for (const socket of sockets) socket.destroy()
  return {
    completed: board.completed,
    events: board.events,
    atOnce: board.atOnce,
    startLateness: Float64Array.from(board.startLateness).sort(),
    paceLateness: Float64Array.from(board.lateness.flatMap(fromLeast)).sort(),
    clientShare: (user + system) / 1e6 / seconds,
  }
}

// A start that is late shifts the whole stream: that is told by itself.
function fromLeast(lateness: readonly number[]): number[] {
  const least = Math.min(...lateness)
  return lateness.map((late) => late - least)
}

async function openConnections(port: number, count: number): Promise<Socket[]> {
  const sockets: Socket[] = []
  while (sockets.length < count) {
    const batch = Array.from({ length: Math.min(CONNECT_AT_ONCE, count - sockets.length) }, () =>
      connect({ port, host: '127.0.0.1', noDelay: true }),
    )
    await Promise.all(batch.map((socket) => once(socket, 'connect')))
    sockets.push(...batch)
  }
  return sockets
}

/** What all streams write on. */
interface Board {
  open: number
  atOnce: number
  completed: number
  ended: number
  events: number
  readonly startLateness: number[]
  /** For each stream, how late its events from the anchor on came after the request. */
  readonly lateness: number[][]
}

function createBoard(): Board {
  return { open: 0, atOnce: 0, completed: 0, ended: 0, events: 0, startLateness: [], lateness: [] }
}

/** Reads one stream onto the board; call the result to start it. */
function listen(socket: Socket, { request, schedule, anchor, eventEnd }: PacedOptions, board: Board): () => void {
  const bytes = encodeRequest(request)
  const separator = Buffer.from(eventEnd)
  let sent = 0
  let now = 0
  let seen = 0
  let status = 0
  let over = false
  const lateness: number[] = []
  board.lateness.push(lateness)
  const finish = (whole: boolean) => {
    if (over) return
    over = true
    board.open--
    board.ended++
    if (whole) board.completed++
  }
  const parse = createAnswerParser({
    onHead(code) {
      status = code
    },
    onChunk(chunk) {
      for (let end = chunk.indexOf(separator); end !== -1; end = chunk.indexOf(separator, end + separator.length)) {
        const due = schedule[seen++]
        if (due === undefined) break
        const late = now - sent - due
        board.events++
        if (seen === 1) board.startLateness.push(late)
        if (seen > anchor) lateness.push(late)
      }
    },
    onEnd: () => finish(status === 200 && seen === schedule.length),
  })
  socket.on('data', (data) => {
    now = performance.now()
    parse(data)
  })
  socket.on('error', () => finish(false))
  socket.on('close', () => finish(false))
  return () => {
    sent = performance.now()
    board.open++
    board.atOnce = Math.max(board.atOnce, board.open)
    socket.write(bytes)
  }
}
