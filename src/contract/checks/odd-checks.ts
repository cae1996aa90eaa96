import { matchResponse } from '../../spec/match-response.ts'
import { joinPointer } from '../../spec/pointer.ts'
import type { Operation, Spec } from '../../spec/spec.ts'
import { type Check, expectThat, type Observation } from '../check.ts'
import { type Flaw, formatFlaw, type OddFlaw } from '../flaw.ts'
import { flawedProbeName, flawsOf } from '../flaws.ts'
import { kebab } from '../kebab.ts'
import { isRefusedByHttp, oddFlawsOf } from '../odd-flaws.ts'
import type { PlatformContract } from '../platform-contract.ts'
import { showAnswer, type Transcript } from '../transcript.ts'
import { promisedFor } from './refusals.ts'

/** By the kind of flaw: the last part of the check's id, and its claim. */
const CHECKS: Readonly<Record<OddFlaw['kind'], readonly [name: string, claim: Check['claim']]>> = {
  'wrong-type': ['wrong-types', 'SHOULD answer a value of the wrong type as documented, and not fail on it'],
  'out-of-bounds': ['out-of-bounds', 'SHOULD answer a value beyond its bounds as documented, and not fail on it'],
  overlong: ['overlong', 'SHOULD answer a very long text as documented, and not fail on it'],
  'wrong-content-type': [
    'wrong-content-type',
    'SHOULD answer a body of another type as documented, and not fail on it',
  ],
  'wrong-method': ['wrong-method', 'SHOULD answer a method that its path does not have, and not fail on it'],
  'deep-nesting': ['deep-nesting', 'SHOULD answer a very deep body as documented, and not fail on it'],
}

/** What an operation makes of odd requests: one check for each kind, kept by a documented refusal as by a documented success. */
export function oddChecks(spec: Spec, contract: PlatformContract, operation: Operation): readonly Check[] {
  const flaws = oddFlawsOf(spec, contract, operation)
  const isRight = (flaw: Flaw, status: number): boolean =>
    isRefusedByHttp(flaw, status) || isAnswer(spec, contract, operation, flaw, status)
  return [...new Set(flaws.map(({ kind }) => kind))].map((kind) => {
    const [name, claim] = CHECKS[kind]
    return {
      id: `${kebab(operation.id)}.${name}`,
      claim,
      operation: operation.id,
      source: joinPointer(operation.pointer, 'responses'),
      needs: flaws.filter((flaw) => flaw.kind === kind).map((flaw) => flawedProbeName(operation.id, flaw)),
      judge: ({ transcripts }) => transcripts.flatMap((transcript) => judgeOdd(transcript, operation, kind, isRight)),
    } satisfies Check
  })
}

function judgeOdd(
  transcript: Transcript,
  { id, responses }: Operation,
  kind: OddFlaw['kind'],
  isRight: (flaw: Flaw, status: number) => boolean,
): readonly Observation[] {
  const { answer, flaw } = transcript
  if (transcript.operation !== id || flaw?.kind !== kind) return []
  const documented = [...responses.keys()].filter((status) => !status.startsWith('5'))
  const statuses = kind === 'wrong-method' ? 'a status below 500' : `one of ${documented.join(', ')}`
  const expected = `${statuses} for a request ${formatFlaw(flaw)}`
  const kept = answer !== undefined && isRight(flaw, answer.status)
  return [expectThat(kept, transcript, expected, () => showAnswer(transcript))]
}

function isAnswer(spec: Spec, contract: PlatformContract, operation: Operation, flaw: Flaw, status: number): boolean {
  const isDocumented = flaw.kind === 'wrong-method' || matchResponse(operation, status) !== undefined
  const isAccepted = contract.requests[operation.id]?.accepts?.[flaw.kind]?.includes(status) ?? false
  return (status < 500 && isDocumented) || isAccepted || isOtherRefusal(spec, contract, operation, status)
}

// So that it changes nothing, such a request may have another flaw as well.
function isOtherRefusal(spec: Spec, contract: PlatformContract, operation: Operation, status: number): boolean {
  return flawsOf(spec, contract, operation).some(({ kind }) => {
    const promised = (kind === 'unknown-id' || kind === 'missing-field') && promisedFor(spec, contract, operation, kind)
    return promised && (promised.statuses.includes(status) || promised.accepts(status))
  })
}
