import type { MediaType } from './spec.ts'

/** The response that an operation declares for a status: the status itself, else its range (`4XX`), else `default`. */
export function matchResponse<Response>(
  { responses }: { readonly responses: ReadonlyMap<string, Response> },
  status: number,
): Response | undefined {
  return responses.get(String(status)) ?? responses.get(`${Math.floor(status / 100)}XX`) ?? responses.get('default')
}

/**
 * The declared media type that a `Content-Type` header falls under, its parameters and case ignored: the type itself, else a
 * range (`audio/*`), else anything at all.
 */
export function matchMediaType(content: ReadonlyMap<string, MediaType>, header: string): MediaType | undefined {
  const name = essenceOf(header)
  const declared = (wanted: string) => [...content.values()].find((mediaType) => essenceOf(mediaType.name) === wanted)
  return declared(name) ?? declared(`${name.split('/')[0]}/*`) ?? declared('*/*')
}

/**
 * A media type without its parameters, in lower case.
 * @see https://mimesniff.spec.whatwg.org/#mime-type-essence
 */
export function essenceOf(header: string): string {
  return (header.split(';')[0] ?? '').trim().toLowerCase()
}
