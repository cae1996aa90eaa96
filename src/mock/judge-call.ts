import { FlowproofError } from '../errors.ts'
import { nearest } from '../nearest.ts'
import type { Redact } from '../redact.ts'
import type { FilePart } from '../spec/check-form.ts'
import { checkRequest } from '../spec/check-request.ts'
import type { Operation, Problem, Spec } from '../spec/spec.ts'
import type { Validator } from '../spec/validator.ts'
import type { CallBody, CallHead } from './call.ts'
import type { Violation } from './journal.ts'

/** A call whose path and method are an operation's, as far as it was read. */
export interface JudgedCall {
  readonly operation: Operation
  readonly head: Pick<CallHead<unknown>, 'params' | 'query' | 'headers'>
  readonly body: CallBody
}

/** What the spec objects to in a call that reached its operation. The mock answers it all the same, as the platform would. */
export function judgeCall(validator: Validator, call: JudgedCall, redact: Redact): readonly Violation[] {
  const { spec } = validator
  const violation = (at: string, message: string, pointer: string): Violation => {
    const where = { file: spec.file, line: spec.lineOf(pointer), pointer }
    return { at: redact(at), message: redact(message), where }
  }
  const { operation, body } = call
  try {
    const problems = problemsOf(validator, call)
    const violations = problems.map(({ at, message, schema, note }) => ({
      ...violation(at, message, schema),
      ...(note && { note }),
    }))
    if (body.kind !== 'malformed') return violations
    return [...violations, violation('/body', `cannot be read: ${body.reason}`, operation.pointer)]
  } catch (error) {
    // A schema that does not compile is the spec's fault: it must not take the answer with it.
    if (!(error instanceof FlowproofError)) throw error
    return [violation('', `cannot be judged: ${error.message}`, operation.pointer)]
  }
}

function problemsOf(validator: Validator, { operation, head, body }: JudgedCall): readonly Problem[] {
  const broken = body.kind === 'malformed'
  const problems = checkRequest(validator, operation, {
    path: head.params,
    query: head.query,
    headers: { get: (name) => head.headers[name.toLowerCase()] },
    mediaType: body.kind === 'none' ? undefined : body.type,
    body: broken ? undefined : bodyToJudge(body),
  })
  return broken ? problems.filter(({ at }) => at !== '/body') : problems
}

function bodyToJudge(body: Exclude<CallBody, { kind: 'malformed' }>): unknown {
  switch (body.kind) {
    case 'none':
      return undefined
    case 'json':
      return body.value
    case 'other':
      return ''
    case 'form':
      return { ...Object.fromEntries(body.fields), ...filesByField(body.files) }
  }
}

function filesByField(files: Extract<CallBody, { kind: 'form' }>['files']): Record<string, FilePart | FilePart[]> {
  const parts: Record<string, FilePart | FilePart[]> = {}
  for (const { field, filename, type, bytes } of files) {
    const part = { filename, mediaType: type, size: bytes.length }
    const known = parts[field]
    parts[field] = known === undefined ? part : [known, part].flat()
  }
  return parts
}

/** Says that no operation has this path, and which path may have been meant. */
export function judgeUnknownPath(spec: Spec, path: string, redact: Redact): readonly Violation[] {
  const near = nearest(path, new Set([...spec.operations.values()].map((operation) => operation.path)))
  const message = `is no path of the spec${near === undefined ? '' : `; the nearest is ${near}`}`
  return [{ at: '/path', message: redact(message), where: { file: spec.file, line: spec.lineOf('/paths') } }]
}

/** Says that the path has no operation with this method. */
export function judgeWrongMethod(spec: Spec, method: string, allowed: readonly string[]): readonly Violation[] {
  const message = `${method} is not an operation of the path, which has ${allowed.join(', ')}`
  return [{ at: '/method', message, where: { file: spec.file, line: spec.lineOf('/paths') } }]
}
