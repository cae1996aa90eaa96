import { checkForm } from './check-form.ts'
import { checkParameters, type RequestParameters } from './check-parameters.ts'
import { matchMediaType } from './match-response.ts'
import { joinPointer } from './pointer.ts'
import { showValue } from './show-value.ts'
import type { MediaType, Operation, Problem } from './spec.ts'
import type { Validator } from './validator.ts'

/** A request as an operation judges it. */
export interface RequestToCheck extends RequestParameters {
  /** The `Content-Type` header as sent. */
  readonly mediaType?: string | undefined
  /** The body: parsed JSON, or the fields of a form by name with a `FilePart` for each file. Absent: none was sent. */
  readonly body?: unknown
}

/**
 * What an operation objects to in a request. Problems stand at `/path/…`, `/query/…`, `/header/…`, `/cookie/…` or `/body/…`;
 * those with a `note` break no promise. Credentials are not judged.
 */
export function checkRequest(validator: Validator, operation: Operation, request: RequestToCheck): readonly Problem[] {
  return [...checkParameters(validator, operation, request), ...checkBody(validator, operation, request)]
}

function checkBody(
  validator: Validator,
  operation: Operation,
  { mediaType, body }: RequestToCheck,
): readonly Problem[] {
  const { requestBody } = operation
  const schema = joinPointer(operation.pointer, 'requestBody')
  if (!requestBody) {
    return body === undefined
      ? []
      : [{ at: '/body', message: 'is not expected', schema: operation.pointer, note: true }]
  }
  if (body === undefined) {
    return requestBody.required ? [{ at: '/body', message: 'is required, and missing', schema }] : []
  }
  const declared = matchMediaType(requestBody.content, mediaType ?? '')
  if (!declared) {
    const names = [...requestBody.content.keys()].join(' or ')
    const message = `must be ${names}, got ${mediaType === undefined ? 'none' : showValue(mediaType)}`
    return [{ at: '/header/content-type', message, schema }]
  }
  return checkContent(validator, declared, body).map((problem) => ({ ...problem, at: `/body${problem.at}` }))
}

function checkContent(validator: Validator, mediaType: MediaType, body: unknown): readonly Problem[] {
  if (mediaType.schema === undefined) return []
  const isForm = /^(multipart\/|application\/x-www-form-urlencoded)/i.test(mediaType.name)
  return isForm ? checkForm(validator, mediaType.schema, body) : validator.check(mediaType.schema, body)
}
