import type { Check } from '../../src/contract/check.ts'
import { type LoadedContract, loadContract } from '../../src/contract/load-contract.ts'
import type { Probe } from '../../src/contract/probe.ts'
import { sendProbes } from '../../src/contract/send-probes.ts'
import { createTarget } from '../../src/contract/target.ts'
import { planVerify } from '../../src/contract/verify.ts'
import { startMock } from '../../src/mock/start-mock.ts'
import { targetOf } from '../mutants/targets.ts'
import { type Promised, promisedBy } from './promised.ts'
import { type ScopedTranscript, scopeTranscript } from './vary-transcript.ts'

/** All that a verify of a correct server has seen, and the checks that judge it. */
export interface Recording {
  readonly platform: LoadedContract
  readonly checks: readonly Check[]
  readonly probes: readonly Probe[]
  /** In the order of sending. */
  readonly scoped: readonly ScopedTranscript[]
  readonly promised: Promised
  readonly reasons: ReadonlyMap<string, string>
}

/** Sends every probe of a platform to its mock, and keeps what comes. */
export async function record(name: string): Promise<Recording> {
  const { key, flows, samples } = targetOf(name)
  const mock = await startMock({ platforms: name, speed: 'instant', key })
  const platform = await loadContract(name)
  const { spec, contract } = platform
  const { probes, checks, plan } = planVerify({ platform, flows, samples })
  const now = (): number => performance.now()
  const target = createTarget({ spec, url: mock.url, key, timeout: contract.timeout, now })
  const ignore = (): void => undefined
  const sending = { platform, target, plan, flows, samples, concurrency: 1, deadline: 600_000 }
  const sent = await sendProbes({ ...sending, onProbe: ignore, onTranscript: ignore })
  await mock.stop({ grace: 0 })
  const promised = promisedBy(spec)
  const scoped = sent.transcripts.flatMap((transcript) => {
    const operation = spec.operations.get(transcript.operation)
    return operation ? [scopeTranscript(platform.validator, operation, transcript)] : []
  })
  return { platform, checks, probes, reasons: sent.reasons, scoped, promised }
}
