import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { listChecks } from '../../src/contract/checks/list-checks.ts'
import { findKnown } from '../../src/contract/find-known.ts'
import type { Flaw } from '../../src/contract/flaw.ts'
import { judgeCheck } from '../../src/contract/judge-check.ts'
import { readKnownDeviations } from '../../src/contract/known-deviations.ts'
import { loadContract } from '../../src/contract/load-contract.ts'
import { listProbes } from '../../src/contract/probes/list-probes.ts'
import type { RequestParts } from '../../src/contract/request-parts.ts'
import { createTarget } from '../../src/contract/target.ts'
import { isRecord } from '../../src/spec/record.ts'

/** What a real server of 3.1.4 answered, and the probe that would have asked it. */
interface Capture {
  readonly name: string
  /** Its role stands behind the `@`. */
  readonly probe: string
  readonly flaw?: Flaw
  readonly operation?: string
  /** The known deviations that it shows. */
  readonly shows?: readonly string[]
}

const CAPTURES: readonly Capture[] = [
  { name: 'blocking--chatflow-conversation', probe: 'blocking-run@chatflow_id' },
  { name: 'blocking--agentflow-llm-reply', probe: 'blocking-run@agentflow_id' },
  { name: 'stream--chatflow-conversation', probe: 'streamed-run@chatflow_id' },
  { name: 'stream--chatflow-rag', probe: 'streamed-run@chatflow_id' },
  { name: 'stream--heartbeat', probe: 'streamed-run@chatflow_id' },
  { name: 'stream--agentflow-llm-reply', probe: 'streamed-run@agentflow_id' },
  { name: 'stream--agentflow-agent-tool', probe: 'streamed-run@agentflow_id' },
  { name: 'stream--agentflow-condition', probe: 'streamed-run@agentflow_id' },
  { name: 'stream--agentflow-fail', probe: 'failed-run@agentflow_id' },
  { name: 'human-1-stop--stream', probe: 'paused-run@agentflow_id' },
  {
    name: 'auth--wrong',
    probe: 'create-prediction.wrong-key',
    flaw: { kind: 'wrong-key' },
    shows: ['create-prediction.key-wrong'],
  },
  {
    name: 'auth--wrong-stream',
    probe: 'wrong-key-streamed',
    flaw: { kind: 'wrong-key' },
    shows: ['create-prediction.key-wrong', 'refusals.wrong-key-streamed'],
  },
  {
    name: 'error--unknown-flow-uuid',
    probe: 'unknown-flow',
    flaw: { kind: 'unknown-id', name: 'id' },
    shows: ['refusals.documented-form'],
  },
  { name: 'ping', probe: 'ping', operation: 'ping', shows: ['ping.media-type-assumed'] },
  { name: 'streaming-check--chatflow-conversation', probe: 'streamed-run@chatflow_id', operation: 'checkStreaming' },
]

const { spec, validator, contract } = await loadContract('flowise')
const checks = listChecks(spec, contract, listProbes(spec, contract))
const known = readKnownDeviations(findKnown('flowise-3.1.4')).deviations.map(({ check }) => check)

it.each(CAPTURES)('finds broken in $name only what 3.1.4 is known to break', async (capture) => {
  const { name, flaw, operation: id = 'createPrediction', shows = [] } = capture
  const operation = spec.operations.get(id)
  if (!operation) throw new Error(`no operation ${id}`)
  const target = createTarget({
    spec,
    url: await serve(name),
    key: 'any',
    timeout: 5_000,
    now: () => performance.now(),
  })
  const [probe = '', role] = capture.probe.split('@')
  const journey = contract.journeys.some((known) => known.name === capture.probe) ? capture.probe : probe
  const transcript = await target.send({
    probe: journey,
    role,
    operation,
    parts: partsOf(name),
    ...(flaw ? { flaw } : {}),
  })
  const evidence = { spec, validator, transcripts: [transcript] }
  const findings = checks.map((check) => judgeCheck(check, evidence, new Map()))
  const broken = findings.filter(({ verdict }) => verdict === 'broken')
  expect(broken.filter((finding) => !shows.includes(finding.id))).toEqual([])
  expect(broken.map((finding) => finding.id)).toEqual(shows)
  expect(shows.filter((deviation) => !known.includes(deviation))).toEqual([])
  expect(findings.filter(({ verdict }) => verdict === 'kept').length).toBeGreaterThan(0)
})

function read(file: string): string {
  return readFileSync(new URL(`flowise-captures/${file}`, import.meta.url), 'utf8')
}

/** Answers every request as it was recorded. */
async function serve(name: string): Promise<string> {
  const server = createServer((req, res) => void req.resume().on('end', () => replay(name, res)))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return `http://127.0.0.1:${port}/api/v1`
}

const OF_THE_CONNECTION = /^(connection|keep-alive|transfer-encoding|content-length|date)$/i

function replay(name: string, res: ServerResponse): void {
  const [, head = '', body = ''] = /^([\s\S]*?)\r?\n\r?\n([\s\S]*)$/.exec(read(`${name}.http`)) ?? []
  const [status = '', ...lines] = head.split(/\r?\n/)
  res.statusCode = Number(status.split(' ')[1])
  for (const line of lines) {
    const [header = '', ...value] = line.split(': ')
    if (!OF_THE_CONNECTION.test(header)) res.setHeader(header, value.join(': '))
  }
  res.end(body)
}

/** The request as it was recorded. What its path named is not known any more. */
function partsOf(name: string): RequestParts {
  const request: unknown = JSON.parse(read(`${name}.request.json`))
  const path = { id: '00000000-0000-4000-8000-000000000000' }
  if (!isRecord(request) || typeof request.body !== 'string') return { path }
  return { path, body: { kind: 'json', value: JSON.parse(request.body) } }
}
