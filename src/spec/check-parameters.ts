import { joinPointer } from './pointer.ts'
import { readTexts } from './read-text.ts'
import type { Operation, Parameter, Problem } from './spec.ts'
import type { Validator } from './validator.ts'

/** The parameters of a request, as texts. */
export interface RequestParameters {
  /** By name, decoded. */
  readonly path: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** A `Headers`, or anything that finds a header whatever its case. */
  readonly headers: { get(name: string): string | null | undefined }
}

/** What an operation objects to in the parameters of a request: missing, not by their schema, or (a note) not declared. */
export function checkParameters(
  validator: Validator,
  operation: Operation,
  request: RequestParameters,
): readonly Problem[] {
  const declared = operation.parameters.flatMap((parameter) => checkParameter(validator, parameter, request))
  return [...declared, ...undeclared(operation, request.query)]
}

function checkParameter(validator: Validator, parameter: Parameter, request: RequestParameters): readonly Problem[] {
  const at = joinPointer('', parameter.in, parameter.name)
  const texts = textsOf(parameter, request)
  if (texts.length === 0) {
    return parameter.required ? [{ at, message: 'is required, and missing', schema: parameter.schema }] : []
  }
  const value = readTexts(validator.spec.document, parameter.schema, texts, parameter.explode)
  return validator.check(parameter.schema, value).map((problem) => ({ ...problem, at: at + problem.at }))
}

function textsOf({ in: place, name }: Parameter, { path, query, headers }: RequestParameters): readonly string[] {
  switch (place) {
    case 'path':
      return present(path[name])
    case 'query':
      return query.getAll(name)
    case 'header':
      return present(headers.get(name))
    case 'cookie':
      return present(cookie(headers.get('cookie') ?? '', name))
  }
}

function present(text: string | null | undefined): readonly string[] {
  return text === null || text === undefined ? [] : [text]
}

function cookie(header: string, name: string): string | undefined {
  const pairs = header.split(/;\s*/).map((pair) => pair.split(/=(.*)/s))
  return pairs.find(([key]) => key === name)?.[1]
}

function undeclared(operation: Operation, query: URLSearchParams): readonly Problem[] {
  const known = new Set<string>()
  for (const { in: place, name } of operation.parameters) if (place === 'query') known.add(name)
  for (const scheme of operation.security.flat()) {
    if (scheme.kind === 'api-key' && scheme.in === 'query') known.add(scheme.parameter)
  }
  const unknown = [...new Set(query.keys())].filter((name) => !known.has(name))
  return unknown.map((name) => ({
    at: joinPointer('/query', name),
    message: 'is not a declared parameter',
    schema: operation.pointer,
    note: true,
  }))
}
