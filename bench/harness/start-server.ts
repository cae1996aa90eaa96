import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Contender } from './contender.ts'
import { exchange } from './exchange.ts'

/** What a server's process has used so far. */
export interface Reading {
  /** Microseconds of CPU time, user and system. */
  readonly cpu: number
  /** Resident memory in bytes. */
  readonly rss: number
}

/** A server in a child process. */
export interface RunningServer {
  readonly port: number
  /** Milliseconds from the command to its first good answer. */
  readonly startedIn: number
  read(): Promise<Reading>
  stop(): Promise<void>
}

const METER = new URL('./meter.mjs', import.meta.url).href
const START_LIMIT = 30_000
const POLL_EVERY = 4
const children = new Set<ChildProcess>()

/** Kills every server that is still running: for the end of the bench, however it comes. */
export function killServers(): void {
  for (const child of children) child.kill('SIGKILL')
}

/** Starts a contender on a free port and waits for its first good answer. */
export async function startServer(contender: Contender): Promise<RunningServer> {
  const port = await freePort()
  const started = performance.now()
  const child = spawn(process.execPath, ['--import', METER, ...contender.command(port)], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  children.add(child)
  const gone = once(child, 'exit').finally(() => children.delete(child))
  await firstAnswer(contender, port, child)
  return {
    port,
    startedIn: performance.now() - started,
    read: () => read(child, gone),
    stop: () => stop(child, gone),
  }
}

async function firstAnswer({ name, request }: Contender, port: number, child: ChildProcess): Promise<void> {
  const deadline = performance.now() + START_LIMIT
  let complaints = ''
  child.stderr?.on('data', (bytes: Buffer) => {
    complaints = (complaints + bytes).slice(-2000)
  })
  let last = 'none'
  while (children.has(child) && performance.now() < deadline) {
    const answer = await exchange(port, request).catch((error: Error) => error)
    if (!(answer instanceof Error) && answer.status === 200) return
    last = answer instanceof Error ? answer.message : `${answer.status} ${answer.chunks.join('').slice(0, 500)}`
    await sleep(POLL_EVERY)
  }
  throw new Error(`Failed to start ${name}: no good answer, the last one was ${last}.\n${complaints}`)
}

async function read(child: ChildProcess, gone: Promise<unknown>): Promise<Reading> {
  const answered = Promise.race([once(child, 'message'), gone.then(() => [])])
  child.send('read')
  const [reading] = await answered
  if (typeof reading === 'object' && reading !== null && 'cpu' in reading && 'rss' in reading) {
    return { cpu: Number(reading.cpu), rss: Number(reading.rss) }
  }
  throw new Error('Failed to read the meter of a server: it has ended')
}

async function stop(child: ChildProcess, gone: Promise<unknown>): Promise<void> {
  child.kill('SIGKILL')
  await gone
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('Failed to find a free port: it has no number.')
  return address.port
}
