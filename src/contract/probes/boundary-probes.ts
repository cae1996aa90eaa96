import { readPointer } from '../../spec/pointer.ts'
import type { Operation, Spec } from '../../spec/spec.ts'
import { kebab } from '../kebab.ts'
import type { PlatformContract } from '../platform-contract.ts'
import type { Probe } from '../probe.ts'
import { isUnavailable } from '../request-parts.ts'
import { schemaParts } from '../schema-parts.ts'
import { makeRequest } from './plain-probes.ts'

/** Good requests to whatever only reads, with a number of the query at its bound: the least and the most that documents allow. */
export function boundaryProbes(spec: Spec, contract: PlatformContract): readonly Probe[] {
  const reading = [...spec.operations.values()].filter(({ method }) => method === 'get')
  return reading.flatMap((operation) =>
    boundsOf(spec, operation).map(({ name, keyword, value }) => ({
      name: `${kebab(operation.id)}.at-bound.${kebab(`${name} ${keyword}`)}`,
      runs: 0,
      operations: [operation.id],
      unavailable: (known) => {
        const parts = makeRequest(contract, operation.id, known)
        return isUnavailable(parts) ? parts.unavailable : undefined
      },
      async send(session) {
        const parts = makeRequest(contract, operation.id, session.known)
        if (!isUnavailable(parts))
          await session.send(operation.id, { ...parts, query: { ...parts.query, [name]: value } })
      },
    })),
  )
}

interface Bound {
  readonly name: string
  readonly keyword: string
  readonly value: string
}

function boundsOf({ document }: Spec, { parameters }: Operation): readonly Bound[] {
  return parameters
    .filter(({ in: place }) => place === 'query')
    .flatMap(({ name, schema }) =>
      schemaParts(document, readPointer(document, schema)).flatMap((part) =>
        ['minimum', 'maximum'].flatMap((keyword) => {
          const bound = part[keyword]
          return typeof bound === 'number' ? [{ name, keyword, value: String(bound) }] : []
        }),
      ),
    )
}
