import type { Operation, Spec } from '../../spec/spec.ts'
import type { Flaw } from '../flaw.ts'
import { flawedProbeName, flawsOf } from '../flaws.ts'
import { isReading, oddFlawsOf } from '../odd-flaws.ts'
import type { PlatformContract } from '../platform-contract.ts'
import type { Known, Probe } from '../probe.ts'
import { isUnavailable, type RequestParts } from '../request-parts.ts'
import { madeHarmless, makeOdd } from './make-odd.ts'
import { makeRequest } from './plain-probes.ts'
import { spoil, UNKNOWN_ID } from './spoil.ts'

/**
 * Requests with one flaw each, for every operation: a correct target starts and changes nothing for them. They use what is known when their turn comes, and
 * placeholders for the rest, rather than start runs to know more.
 */
export function flawedProbes(spec: Spec, contract: PlatformContract): readonly Probe[] {
  return [...spec.operations.values()].flatMap((operation) => {
    return [
      ...flawsOf(spec, contract, operation).map((flaw) =>
        flawedProbe(contract, operation, flaw, (parts) => spoil(operation, parts, flaw)),
      ),
      ...oddFlawsOf(spec, contract, operation).map((flaw) =>
        flawedProbe(contract, operation, flaw, (parts) =>
          makeOdd(isReading(operation) ? parts : madeHarmless(spec, operation, parts, flaw), flaw),
        ),
      ),
    ]
  })
}

function flawedProbe(
  contract: PlatformContract,
  operation: Operation,
  flaw: Flaw,
  putIn: (parts: RequestParts) => RequestParts,
): Probe {
  const make = (known: Known): RequestParts | string => makeUnspoilt(contract, operation, flaw, known)
  return {
    name: flawedProbeName(operation.id, flaw),
    runs: 0,
    operations: [],
    unavailable: (known) => {
      const parts = make(known)
      return typeof parts === 'string' ? parts : undefined
    },
    async send(session) {
      const parts = make(session.known)
      if (typeof parts !== 'string') await session.send(operation.id, putIn(parts), { flaw })
    },
  }
}

/** The request that a flaw is put into, or why there is none. */
function makeUnspoilt(
  contract: PlatformContract,
  operation: Operation,
  flaw: Flaw,
  known: Known,
): RequestParts | string {
  const { bound } = contract.requests[operation.id] ?? {}
  if (flaw.kind === 'wrong-key' && bound) {
    const parts = bound(known)
    return isUnavailable(parts) ? parts.unavailable : parts
  }
  const good = makeRequest(contract, operation.id, known)
  if (!isUnavailable(good)) return good
  return good.rest ? withPlaceholders(operation, good.rest, good.unavailable) : good.unavailable
}

// Such a request may be refused for its placeholders: the guess tells what would help.
function withPlaceholders({ parameters }: Operation, parts: RequestParts, guess: string): RequestParts {
  const ids = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => [name, UNKNOWN_ID])
  return { ...parts, path: { ...Object.fromEntries(ids), ...parts.path }, expects: { ...parts.expects, guess } }
}
