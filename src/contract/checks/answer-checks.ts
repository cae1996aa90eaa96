import { matchMediaType, matchResponse } from '../../spec/match-response.ts'
import { readText } from '../../spec/read-text.ts'
import type { MediaType, Operation, ResponseSpec, Spec } from '../../spec/spec.ts'
import type { Check, Evidence, Observation } from '../check.ts'
import { expectThat, KEPT } from '../check.ts'
import { kebab } from '../kebab.ts'
import { flawsOf, refusalProbeName } from '../probes/refusal-probes.ts'
import { showProblems, showSchema } from '../show-problems.ts'
import { hasSoftPart, isSoft } from '../soft-promises.ts'
import { type Answer, jsonOf, showAnswer, type Transcript } from '../transcript.ts'

/** What every answer of an operation has to keep, refusals included: status, media type, headers and body, as documented. */
export function answerChecks(spec: Spec, operation: Operation, probes: readonly string[]): readonly Check[] {
  const answers = [...operation.responses.values()]
  const hasContent = answers.some(({ content }) => content.size > 0)
  const needsHeaders = answers.some(({ headers }) => headers.some(({ required }) => required))
  const bodies = answers.flatMap(({ content }) =>
    [...content.values()].filter(isJson).flatMap(({ schema }) => schema ?? []),
  )
  const refusals = flawsOf(spec, operation).map((flaw) => refusalProbeName(operation.id, flaw))
  const base = { operation: operation.id, needs: [...probes, ...refusals] }
  const id = (name: string): string => `${kebab(operation.id)}.${name}`
  const each = (judge: (evidence: Evidence) => Judge) => (evidence: Evidence) =>
    judgeEachAnswer(evidence, operation, judge(evidence))
  const checks: readonly (Check | false)[] = [
    {
      ...base,
      needs: probes,
      id: id('status'),
      claim: 'MUST answer good requests with a status that the spec promises',
      judge: (evidence) => goodOnes(evidence, operation).map((transcript) => judgeStatus(operation, transcript)),
    },
    hasContent && {
      ...base,
      id: id('media-type'),
      claim: 'MUST name the documented media type of every answer',
      judge: each(() => judgeMediaType),
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
    bodies.some((schema) => hasSoftPart(spec, schema)) && {
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
    if (transcript.operation !== operation.id || !answer) return []
    const response = matchResponse(operation, answer.status)
    return (response && judge({ transcript, answer, response })) ?? []
  })
}

function judgeStatus(operation: Operation, transcript: Transcript): Observation {
  const { answer, expects } = transcript
  const promised =
    expects.statuses?.map(String) ?? [...operation.responses.keys()].filter((status) => status.startsWith('2'))
  const expected = `status ${promised.join(' or ')}`
  if (!answer) return { verdict: 'broken', expected, actual: showAnswer(transcript), transcript }
  const response = matchResponse(operation, answer.status)
  if (expects.guess && response && answer.status >= 400 && answer.status < 500) {
    return { verdict: 'unchecked', reason: refusedGuess(transcript) }
  }
  const kept =
    promised.includes(String(answer.status)) || (response !== undefined && promised.includes(response.status))
  return expectThat(kept, transcript, expected, () => showAnswer(transcript))
}

/** Why a guess that was refused shows nothing, and what would. */
export function refusedGuess(transcript: Transcript): string {
  const { method, url } = transcript.request
  return `${method} ${new URL(url).pathname} was refused: ${showAnswer(transcript)}. ${transcript.expects.guess}`
}

function judgeMediaType({ transcript, answer, response }: Documented): Observation | undefined {
  if (response.content.size === 0) return undefined
  const named = answer.headers['content-type'] ?? ''
  const wanted = answer.status < 300 ? transcript.expects.media : undefined
  const matched = matchMediaType(response.content, named)
  const expected = wanted ?? [...response.content.keys()].join(' or ')
  const kept = matched !== undefined && (wanted === undefined || matchMediaType(response.content, wanted) === matched)
  return expectThat(kept, transcript, `content-type ${expected}`, () => (named === '' ? 'no content-type' : named))
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
    const expected = `${answer.status} with a body that fits ${showSchema(spec, mediaType.schema)}`
    if (answer.end.how !== 'closed') {
      const actual = `${answer.body.bytes} bytes, then ${answer.end.how}`
      return expectThat(soft, transcript, expected, () => actual)
    }
    const value = jsonOf(transcript)
    if (value === undefined) return expectThat(soft, transcript, expected, () => `no JSON: ${showAnswer(transcript)}`)
    const problems = validator.check(mediaType.schema, value).filter((problem) => isSoft(spec, problem) === soft)
    return expectThat(problems.length === 0, transcript, expected, () => showProblems(problems))
  }

function isJson({ name }: MediaType): boolean {
  return /[/+]json\b/.test(name)
}
