import { setTimeout as sleep } from 'node:timers/promises'
import { FlowproofError } from '../errors.ts'
import type { Spec } from '../spec/spec.ts'
import type { Enough } from './patience.ts'
import type { Known, Probe, Session } from './probe.ts'
import type { Live } from './receive-answer.ts'
import type { Target } from './target.ts'
import type { Transcript } from './transcript.ts'

export interface Running {
  readonly spec: Spec
  readonly target: Target
  readonly known: Known
  /** Asked before each request: why it may not be sent. */
  readonly enough: () => Enough | undefined
  /** Aborted when there is no more time: what is under way is left. */
  readonly signal: AbortSignal
  /** @default real time */
  readonly wait?: ((milliseconds: number) => Promise<void>) | undefined
  readonly onTranscript: (transcript: Transcript) => void
}

/** Thrown into a probe that may not go on; nobody else sees it. */
const BROKEN_OFF = new Error('broken off')

/** Sends a probe; resolves with the reason if it was broken off. */
export async function runProbe(probe: Probe, running: Running): Promise<Enough | undefined> {
  const { spec, target, known, signal, onTranscript } = running
  const { wait = (milliseconds) => sleep(milliseconds, undefined, { signal }) } = running
  let enough: Enough | undefined

  function goOn(): void {
    enough ??= running.enough()
    if (enough) throw BROKEN_OFF
  }
  const session: Session = {
    known,
    async send(id, parts, { flaw, ...live } = {}) {
      goOn()
      const operation = spec.operations.get(id)
      if (!operation) {
        const message = `Failed to send probe "${probe.name}": the spec has no operation "${id}".`
        throw new FlowproofError('platform-invalid', message)
      }
      const request = { probe: probe.name, role: probe.role, operation, parts, live: sheltered(live), signal }
      const transcript = await target.send({ ...request, ...(flaw ? { flaw } : {}) })
      onTranscript(transcript)
      if (signal.aborted) goOn()
      return transcript
    },
    async wait(milliseconds) {
      await wait(milliseconds).catch(() => undefined)
      goOn()
    },
  }
  await probe.send(session).catch(passOn)
  return enough
}

// What is done on an event may be broken off; the stream that it came in is evidence all the same.
function sheltered({ onEvent, ...live }: Live): Live {
  return onEvent ? { ...live, onEvent: async (event) => onEvent(event)?.catch(passOn) } : live
}

function passOn(error: unknown): void {
  if (error !== BROKEN_OFF) throw error
}
