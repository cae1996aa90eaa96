import type { Contender } from './contender.ts'
import { runLoad } from './run-load.ts'
import { type RunningServer, startServer } from './start-server.ts'
import { median } from './statistics.ts'

export interface ComparisonOptions {
  readonly connections: number
  readonly rounds: number
  /** In ms: long enough for the compiler to have seen all that a server does. */
  readonly warmUp: number
  /** In ms: one contender's part of one round. */
  readonly turn: number
}

/** How much a comparison does. */
export function paceOf(quick: boolean): ComparisonOptions {
  return quick
    ? { connections: 10, rounds: 2, warmUp: 800, turn: 400 }
    : { connections: 10, rounds: 3, warmUp: 2500, turn: 1500 }
}

/** What one contender did in all its turns. */
export interface Throughput {
  readonly name: string
  /** Good answers per second in each turn. */
  readonly rates: readonly number[]
  readonly faults: number
  /** Microseconds of the server's CPU for one good answer, median of the turns. */
  readonly cpuPerAnswer: number
  /** Largest share of one core that the client took in a turn. */
  readonly clientShare: number
}

/** Starts all contenders, warms them up, and loads them in turn, round after round (A B C D, A B C D, …), so that a change in the machine hits all. */
export async function compareThroughput(
  contenders: readonly Contender[],
  options: ComparisonOptions,
): Promise<Throughput[]> {
  const field: { contender: Contender; server: RunningServer; turns: Turn[] }[] = []
  for (const contender of contenders) field.push({ contender, server: await startServer(contender), turns: [] })
  for (const { contender, server } of field) await takeTurn(contender, server, options.connections, options.warmUp)
  for (let round = 0; round < options.rounds; round++) {
    for (const { contender, server, turns } of field) {
      turns.push(await takeTurn(contender, server, options.connections, options.turn))
    }
  }
  for (const { server } of field) await server.stop()
  return field.map(({ contender, turns }) => ({
    name: contender.name,
    rates: turns.map(({ rate }) => rate),
    faults: turns.reduce((sum, { faults }) => sum + faults, 0),
    cpuPerAnswer: median(turns.map(({ cpuPerAnswer }) => cpuPerAnswer)),
    clientShare: Math.max(...turns.map(({ clientShare }) => clientShare)),
  }))
}

interface Turn {
  readonly rate: number
  readonly faults: number
  readonly cpuPerAnswer: number
  readonly clientShare: number
}

async function takeTurn(
  { request, ending }: Contender,
  server: RunningServer,
  connections: number,
  milliseconds: number,
): Promise<Turn> {
  const before = await server.read()
  const { answers, faults, seconds, clientShare } = await runLoad({
    port: server.port,
    request,
    ending,
    connections,
    milliseconds,
  })
  const after = await server.read()
  return { rate: answers / seconds, faults, cpuPerAnswer: (after.cpu - before.cpu) / answers, clientShare }
}
