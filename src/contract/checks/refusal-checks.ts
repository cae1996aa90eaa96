import { joinPointer } from '../../spec/pointer.ts'
import type { Operation, Spec } from '../../spec/spec.ts'
import type { Check, Observation } from '../check.ts'
import { expectThat, KEPT } from '../check.ts'
import { formatFlaw } from '../flaw.ts'
import { flawedProbeName, flawsOf } from '../flaws.ts'
import { kebab } from '../kebab.ts'
import type { PlatformContract } from '../platform-contract.ts'
import type { PromisedRefusal } from '../promised-refusal.ts'
import { showAnswer, type Transcript } from '../transcript.ts'
import { promisedFor, REFUSALS, type Refusal, STATE } from './refusals.ts'

/** What an operation has to refuse: one check for each kind of flaw that its description makes wrong. */
export function refusalChecks(spec: Spec, contract: PlatformContract, operation: Operation): readonly Check[] {
  const flaws = flawsOf(spec, contract, operation)
  return [...new Set(flaws.map(({ kind }) => kind))].flatMap((kind) => {
    const refusal = REFUSALS[kind]
    const promised = promisedFor(spec, contract, operation, kind)
    if (!promised) return []
    return [
      {
        id: `${kebab(operation.id)}.${refusal.name}`,
        claim: `${promised.level} ${refusal.claim}`,
        operation: operation.id,
        source: sourceOf(operation, promised),
        needs: flaws.filter((flaw) => flaw.kind === kind).map((flaw) => flawedProbeName(operation.id, flaw)),
        judge: ({ transcripts }) =>
          transcripts
            .filter((transcript) => transcript.operation === operation.id && transcript.flaw?.kind === kind)
            .map((transcript) => judgeRefusal(transcript, refusal, promised)),
      } satisfies Check,
    ]
  })
}

// Where the promised status stands, if it stands by itself.
function sourceOf({ pointer, responses }: Operation, { statuses }: PromisedRefusal): string {
  const status = statuses.map(String).find((name) => responses.has(name))
  return joinPointer(pointer, 'responses', ...(status === undefined ? [] : [status]))
}

function judgeRefusal(transcript: Transcript, refusal: Refusal, { statuses, accepts }: PromisedRefusal): Observation {
  const { answer, flaw } = transcript
  const what = flaw ? formatFlaw(flaw) : ''
  const expected = `status ${statuses.join(' or ')} for a request ${what}`
  if (!answer) return { verdict: 'broken', expected, actual: showAnswer(transcript), transcript }
  if (statuses.includes(answer.status)) return KEPT
  if (saysNothing(transcript, refusal, answer.status)) {
    const advice = transcript.expects.guess === undefined ? '' : `. ${transcript.expects.guess}`
    const reason = `a request ${what} was refused for another reason: ${showAnswer(transcript)}${advice}`
    return { verdict: 'unchecked', reason }
  }
  return accepts(answer.status) ? KEPT : expectThat(false, transcript, expected, () => showAnswer(transcript))
}

// What is made of a guess may be refused for whatever it names.
function saysNothing({ expects, flaw }: Transcript, refusal: Refusal, status: number): boolean {
  const isAboutKeys = flaw?.kind === 'no-key' || flaw?.kind === 'wrong-key'
  return refusal.saysNothing.includes(status) || (expects.guess !== undefined && !isAboutKeys && STATE.includes(status))
}
