import { expect, it } from 'vitest'
import type { OddFlaw } from '../../src/contract/flaw.ts'
import { builtInContracts, loadContract } from '../../src/contract/load-contract.ts'
import { isReading, oddFlawsOf } from '../../src/contract/odd-flaws.ts'
import type { Known } from '../../src/contract/probe.ts'
import { madeHarmless, makeOdd } from '../../src/contract/probes/make-odd.ts'
import { makeRequest } from '../../src/contract/probes/plain-probes.ts'
import { UNKNOWN_ID } from '../../src/contract/probes/spoil.ts'
import { isUnavailable } from '../../src/contract/request-parts.ts'
import { bodyMediaType, requiredFields } from '../../src/contract/required-fields.ts'
import type { Operation, Spec } from '../../src/spec/spec.ts'
import { targetOf } from '../mutants/targets.ts'

it.each(builtInContracts())('changes nothing on a target of %s that takes whatever it is sent', async (name) => {
  const { spec, contract } = await loadContract(name)
  const known: Known = { flows: targetOf(name).flows, samples: {}, transcripts: [] }
  const changing = [...spec.operations.values()].filter((operation) => !isReading(operation))
  const harmful = changing.flatMap((operation) =>
    oddFlawsOf(spec, contract, operation).flatMap((flaw) => {
      const made = makeRequest(contract, operation.id, known)
      const parts = isUnavailable(made) ? (made.rest ?? {}) : made
      const odd = makeOdd(madeHarmless(spec, operation, parts, flaw), flaw)
      const ids = Object.values(odd.path ?? {}).filter((id) => id === UNKNOWN_ID || id.length > 100)
      const isHarmless =
        odd.method === 'GET' || odd.method === 'PROPFIND' || ids.length > 0 || lacksField(spec, operation, odd.body)
      return isHarmless || isAboutRequired(spec, operation, flaw) ? [] : [`${operation.id} ${JSON.stringify(flaw)}`]
    }),
  )
  expect(harmful).toEqual([])
})

function lacksField(spec: Spec, operation: Operation, body: unknown): boolean {
  const text = JSON.stringify(body)
  return required(spec, operation).some((name) => !new RegExp(`\\b${name}\\\\*"`).test(text))
}

// A target that takes such a value takes what its document forbids, in the one field that it cannot do without.
function isAboutRequired(spec: Spec, operation: Operation, flaw: OddFlaw): boolean {
  return 'name' in flaw && required(spec, operation).some((name) => flaw.name.startsWith(`/${name}`))
}

function required(spec: Spec, operation: Operation): readonly string[] {
  const body = bodyMediaType(operation, 'json')
  return body === undefined ? [] : requiredFields(spec, body)
}
