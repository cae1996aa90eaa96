import { matchResponse } from '../../spec/match-response.ts'
import type { Operation, Spec } from '../../spec/spec.ts'
import type { Check, Level, Observation } from '../check.ts'
import { expectThat, KEPT } from '../check.ts'
import type { Flaw } from '../flaw.ts'
import { formatFlaw } from '../flaw.ts'
import { kebab } from '../kebab.ts'
import { flawsOf, refusalProbeName } from '../probes/refusal-probes.ts'
import { isSoftAt } from '../soft-promises.ts'
import { showAnswer, type Transcript } from '../transcript.ts'

interface Refusal {
  readonly name: string
  /** The claim without its level. */
  readonly claim: string
  /** Statuses that refuse this flaw, of which those that are documented are right. */
  readonly refuses: readonly number[]
  /** Statuses that say nothing of this flaw, since the target looked at something else first. */
  readonly saysNothing: readonly number[]
}

const STATE = [404, 409, 410, 412]

const REFUSALS: Readonly<Record<Flaw['kind'], Refusal>> = {
  'no-key': {
    name: 'key-missing',
    claim: 'refuse a request without a key as documented',
    refuses: [401, 403],
    saysNothing: [],
  },
  'wrong-key': {
    name: 'key-wrong',
    claim: 'refuse a request with a wrong key as documented',
    refuses: [401, 403],
    saysNothing: [],
  },
  'malformed-json': {
    name: 'malformed-json',
    claim: 'refuse malformed JSON as documented',
    refuses: [400, 415, 422],
    saysNothing: [],
  },
  'missing-field': {
    name: 'required-fields',
    claim: 'refuse a body that lacks a required field as documented',
    refuses: [400, 413, 415, 422],
    saysNothing: STATE,
  },
  'missing-parameter': {
    name: 'required-parameters',
    claim: 'refuse a request that lacks a required parameter as documented',
    refuses: [400, 422],
    saysNothing: STATE,
  },
  'unknown-id': {
    name: 'unknown-id',
    claim: 'refuse an id that it does not know as documented',
    refuses: [404],
    saysNothing: [],
  },
}

/** What an operation has to refuse: one check for each kind of flaw that its description makes wrong. */
export function refusalChecks(spec: Spec, operation: Operation): readonly Check[] {
  const flaws = flawsOf(spec, operation)
  return [...new Set(flaws.map(({ kind }) => kind))].flatMap((kind) => {
    const refusal = REFUSALS[kind]
    const documented = refusal.refuses.filter((status) => matchResponse(operation, status))
    if (documented.length === 0) return []
    return [
      {
        id: `${kebab(operation.id)}.${refusal.name}`,
        claim: `${levelFor(spec, operation, documented)} ${refusal.claim}`,
        operation: operation.id,
        needs: flaws.filter((flaw) => flaw.kind === kind).map((flaw) => refusalProbeName(operation.id, flaw)),
        judge: ({ transcripts }) =>
          transcripts
            .filter((transcript) => transcript.operation === operation.id && transcript.flaw?.kind === kind)
            .map((transcript) => judgeRefusal(transcript, refusal, documented)),
      } satisfies Check,
    ]
  })
}

// A refusal that the spec only assumes is no MUST.
function levelFor(spec: Spec, operation: Operation, documented: readonly number[]): Level {
  const responses = documented.flatMap((status) => matchResponse(operation, status) ?? [])
  return responses.every(({ pointer }) => isSoftAt(spec, pointer)) ? 'SHOULD' : 'MUST'
}

function judgeRefusal(transcript: Transcript, { saysNothing }: Refusal, documented: readonly number[]): Observation {
  const { answer, flaw } = transcript
  const what = flaw ? formatFlaw(flaw) : ''
  const expected = `status ${documented.join(' or ')} for a request ${what}`
  if (!answer) return { verdict: 'broken', expected, actual: showAnswer(transcript), transcript }
  if (documented.includes(answer.status)) return KEPT
  if (saysNothing.includes(answer.status)) {
    return {
      verdict: 'unchecked',
      reason: `a request ${what} was refused for another reason: ${showAnswer(transcript)}`,
    }
  }
  return expectThat(false, transcript, expected, () => showAnswer(transcript))
}
