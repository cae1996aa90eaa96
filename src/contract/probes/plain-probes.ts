import type { Operation, Spec } from '../../spec/spec.ts'
import { kebab } from '../kebab.ts'
import type { PlatformContract } from '../platform-contract.ts'
import type { Known, Probe } from '../probe.ts'
import { isUnavailable, type RequestParts, type Unavailable } from '../request-parts.ts'
import { runsOf } from '../started-runs.ts'

/** A good request to each operation that no journey visits, or only one that needs a sample. */
export function plainProbes(spec: Spec, contract: PlatformContract): readonly Probe[] {
  const visited = new Set(
    contract.journeys.filter(({ sample }) => sample === undefined).flatMap(({ operations }) => operations),
  )
  return [...spec.operations.values()]
    .filter(({ id }) => !visited.has(id))
    .map((operation) => plainProbe(spec, contract, operation))
}

function plainProbe(spec: Spec, contract: PlatformContract, { id }: Operation): Probe {
  const make = (known: Known) => makeRequest(contract, id, known)
  const { after = [], role } = contract.requests[id] ?? {}
  return {
    name: kebab(id),
    runs: runsOf(spec, contract, id),
    operations: [id],
    after,
    ...(role === undefined ? {} : { role }),
    unavailable: (known) => {
      if (known.transcripts.some(({ operation, flaw }) => operation === id && flaw === undefined))
        return 'a journey has visited it'
      const parts = make(known)
      return isUnavailable(parts) ? parts.unavailable : undefined
    },
    async send(session) {
      const parts = make(session.known)
      if (!isUnavailable(parts)) await session.send(id, parts)
    },
  }
}

/** A good request to an operation, as the contract makes it. */
export function makeRequest(contract: PlatformContract, id: string, known: Known): RequestParts | Unavailable {
  return contract.requests[id]?.make(known) ?? { unavailable: 'the contract does not know how to request it' }
}
