import { matchMediaType, matchResponse } from '../../spec/match-response.ts'
import { readText } from '../../spec/read-text.ts'
import type { MediaType, Operation, ResponseSpec, Spec } from '../../spec/spec.ts'
import type { Check, Evidence, Observation } from '../check.ts'
import { expectThat, KEPT } from '../check.ts'
import { flawedProbeName, flawsOf } from '../flaws.ts'
import { stateToldBy } from '../job-state.ts'
import { kebab } from '../kebab.ts'
import type { PlatformContract } from '../platform-contract.ts'
import { showProblems, showSchema } from '../show-problems.ts'
import { hasSoftPart, isSoft, isSoftAt, isSoftResponse } from '../soft-promises.ts'
import { type Answer, jsonOf, reachedOperation, showAnswer, showEnd, type Transcript } from '../transcript.ts'
import { softRefusals } from './refusals.ts'

/** What every answer of an operation has to keep, refusals included: status, media type, headers and body, as documented. */
export function answerChecks(
  spec: Spec,
  contract: PlatformContract,
  operation: Operation,
  probes: readonly string[],
): readonly Check[] {
  const answers = [...operation.responses.values()]
  const firm = answers.filter((response) => !isSoftResponse(spec, response))
  // Others that are soft are shown by no correct target.
  const soft = softRefusals(spec, contract, operation)
  const hasContent = answers.some(({ content }) => content.size > 0)
  const needsHeaders = answers.some(({ headers }) => headers.some(({ required }) => required))
  const bodies = firm.flatMap(({ content }) =>
    [...content.values()].filter(isJson).flatMap(({ schema }) => schema ?? []),
  )
  const refusals = flawsOf(spec, contract, operation).map((flaw) => flawedProbeName(operation.id, flaw))
  const source = `${operation.pointer}/responses`
  const base = { operation: operation.id, source, needs: [...probes, ...refusals] }
  const id = (name: string): string => `${kebab(operation.id)}.${name}`
  const each = (judge: (evidence: Evidence) => Judge) => (evidence: Evidence) =>
    judgeEachAnswer(evidence, operation, judge(evidence))
  const checks: readonly (Check | false)[] = [
    {
      ...base,
      needs: probes,
      id: id('status'),
      claim: 'MUST answer good requests with a status that the spec promises',
      judge: (evidence) => goodOnes(evidence, operation).map((transcript) => judgeStatus(spec, operation, transcript)),
    },
    hasContent && {
      ...base,
      id: id('media-type'),
      claim: 'MUST name the documented media type of every answer',
      judge: each(() => judgeMediaType(spec, false)),
    },
    [...firm, ...soft].some((response) => hasSoftMediaType(spec, response)) && {
      ...base,
      id: id('media-type-assumed'),
      claim: 'SHOULD name the media type as the documents do, or as the spec assumes',
      judge: each(() => judgeMediaType(spec, true)),
    },
    needsHeaders && {
      ...base,
      id: id('headers'),
      claim: 'MUST send the headers that the spec requires',
      judge: each(judgeHeaders),
    },
    bodies.length > 0 && {
      ...base,
      id: id('body'),
      claim: 'MUST answer with a body that fits its schema',
      judge: each((evidence) => judgeBody(evidence, false)),
    },
    [...firm, ...soft].some((response) => hasSoftBody(spec, response)) && {
      ...base,
      id: id('body-assumed'),
      claim: 'SHOULD answer with a body as the spec assumes where documents are silent',
      judge: each((evidence) => judgeBody(evidence, true)),
    },
  ]
  return checks.filter((check) => check !== false)
}

/** The transcripts of an operation's requests that have no flaw. */
export function goodOnes({ transcripts }: Evidence, { id }: Operation): readonly Transcript[] {
  return transcripts.filter(({ operation, flaw }) => operation === id && flaw === undefined)
}

/** An answer whose status is documented. */
interface Documented {
  readonly transcript: Transcript
  readonly answer: Answer
  readonly response: ResponseSpec
}

type Judge = (documented: Documented) => Observation | undefined

function judgeEachAnswer(evidence: Evidence, operation: Operation, judge: Judge): readonly Observation[] {
  return evidence.transcripts.flatMap((transcript) => {
    const { answer } = transcript
    if (transcript.operation !== operation.id || !answer || !reachedOperation(transcript)) return []
    const response = matchResponse(operation, answer.status)
    return (response && judge({ transcript, answer, response })) ?? []
  })
}

function judgeStatus({ lifecycles }: Spec, operation: Operation, transcript: Transcript): Observation {
  const { answer, expects } = transcript
  const promised = expects.statuses?.map(String) ?? successesOf(operation)
  const expected = `status ${promised.join(' or ')}`
  if (!answer) return { verdict: 'broken', expected, actual: showAnswer(transcript), transcript }
  const response = matchResponse(operation, answer.status)
  if (expects.guess && response && answer.status >= 400 && answer.status < 500) {
    return { verdict: 'unchecked', reason: refusedGuess(transcript) }
  }
  const kept =
    promised.includes(String(answer.status)) ||
    (response !== undefined && promised.includes(response.status)) ||
    // Some states of a job are told by a refusal.
    (answer.status >= 400 && lifecycles.some((lifecycle) => stateToldBy(lifecycle, transcript) !== undefined))
  return expectThat(kept, transcript, expected, () => showAnswer(transcript))
}

// An operation without a success always refuses.
function successesOf({ responses }: Operation): readonly string[] {
  const successes = [...responses.keys()].filter((status) => status.startsWith('2'))
  return successes.length > 0 ? successes : [...responses.keys()]
}

/** Why a guess that was refused shows nothing, and what would. */
export function refusedGuess(transcript: Transcript): string {
  const { method, url } = transcript.request
  return `${method} ${new URL(url).pathname} was refused: ${showAnswer(transcript)}. ${transcript.expects.guess}`
}

const judgeMediaType =
  (spec: Spec, soft: boolean) =>
  ({ transcript, answer, response }: Documented): Observation | undefined => {
    const allSoft = isSoftResponse(spec, response)
    if (response.content.size === 0 || (allSoft && !soft)) return undefined
    const named = answer.headers['content-type'] ?? ''
    const wanted = answer.status < 300 ? transcript.expects.media : undefined
    const matched = matchMediaType(response.content, named)
    const isRight =
      matched !== undefined && (wanted === undefined || matchMediaType(response.content, wanted) === matched)
    const legal = soft ? statedMediaTypes(spec, response) : [...response.content.values()]
    // What documents promise shows nothing of what is only assumed.
    if (soft && !allSoft && legal.length === response.content.size) return undefined
    const expected = `content-type ${wanted ?? legal.map(({ name }) => name).join(' or ')}`
    const kept = isRight ? legal.includes(matched) : soft && !allSoft
    return expectThat(kept, transcript, expected, () => (named === '' ? 'no content-type' : named))
  }

const judgeHeaders =
  ({ spec, validator }: Evidence) =>
  ({ transcript, answer, response }: Documented): Observation | undefined => {
    if (!response.headers.some(({ required }) => required)) return undefined
    for (const { name, required, schema } of response.headers) {
      const value = answer.headers[name.toLowerCase()]
      if (value === undefined && !required) continue
      const expected = `header ${name} (${answer.status})`
      if (value === undefined) return { verdict: 'broken', expected, actual: 'no such header', transcript }
      const problems = validator.check(schema, readText(spec.document, schema, value))
      if (problems.length > 0) return { verdict: 'broken', expected, actual: showProblems(problems), transcript }
    }
    return KEPT
  }

const judgeBody =
  ({ spec, validator }: Evidence, soft: boolean) =>
  ({ transcript, answer, response }: Documented): Observation | undefined => {
    const mediaType = matchMediaType(response.content, answer.headers['content-type'] ?? '')
    if (answer.body.kind !== 'text' || !mediaType?.schema || !isJson(mediaType)) return undefined
    const allSoft = isSoftResponse(spec, response)
    if (allSoft && !soft) return undefined
    const expected = `${answer.status} with a body that fits ${showSchema(spec, mediaType.schema)}`
    if (answer.end.how !== 'closed') {
      const actual = `${answer.body.bytes} bytes, then ${showEnd(answer.end)}`
      return expectThat(soft !== allSoft, transcript, expected, () => actual)
    }
    const value = jsonOf(transcript)
    // A refusal may show what it was sent, deeper than anyone reads.
    if (value === undefined && transcript.flaw?.kind === 'deep-nesting') return undefined
    if (value === undefined)
      return expectThat(soft !== allSoft, transcript, expected, () => `no JSON: ${showAnswer(transcript)}`)
    const problems = validator
      .check(mediaType.schema, value)
      .filter((problem) => (allSoft || isSoft(spec, problem)) === soft)
    return expectThat(problems.length === 0, transcript, expected, () => showProblems(problems))
  }

/** The media types of a success that documents name; all, where only servers show any. A mark on a stream is a remark about its frames. */
function statedMediaTypes(spec: Spec, { status, content }: ResponseSpec): readonly MediaType[] {
  const all = [...content.values()]
  if (!status.startsWith('2')) return all
  const isObserved = ({ stream, pointer }: MediaType): boolean => stream === undefined && isSoftAt(spec, pointer)
  const hasOthers = all.some((mediaType) => mediaType.stream === undefined && !isObserved(mediaType))
  return hasOthers ? all.filter((mediaType) => !isObserved(mediaType)) : all
}

function hasSoftMediaType(spec: Spec, response: ResponseSpec): boolean {
  const { size } = response.content
  return (size > 0 && isSoftResponse(spec, response)) || statedMediaTypes(spec, response).length < size
}

function hasSoftBody(spec: Spec, response: ResponseSpec): boolean {
  const schemas = [...response.content.values()].filter(isJson).flatMap(({ schema }) => schema ?? [])
  return schemas.some((schema) => isSoftResponse(spec, response) || hasSoftPart(spec, schema))
}

function isJson({ name }: MediaType): boolean {
  return /[/+]json\b/.test(name)
}
