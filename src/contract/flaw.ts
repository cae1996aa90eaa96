import { showJson } from './show-json.ts'

/** The one thing that is wrong on purpose with a request. */
export type Flaw = RefusedFlaw | OddFlaw

/** What a target has to refuse. */
export type RefusedFlaw =
  | { readonly kind: 'no-key' }
  | { readonly kind: 'wrong-key' }
  | { readonly kind: 'malformed-json' }
  | { readonly kind: 'missing-field'; readonly name: string }
  | { readonly kind: 'missing-parameter'; readonly name: string }
  | { readonly kind: 'unknown-id'; readonly name: string }

/** What a target may take as well as refuse, as long as it answers as documented. */
export type OddFlaw =
  | OddValueFlaw
  | { readonly kind: 'overlong'; readonly in: 'body' | 'path'; readonly name: string }
  | { readonly kind: 'wrong-content-type' }
  | { readonly kind: 'wrong-method'; readonly method: string }
  | { readonly kind: 'deep-nesting' }

export interface OddValueFlaw {
  readonly kind: 'wrong-type' | 'out-of-bounds'
  readonly in: 'body' | 'query'
  /** JSON Pointer into the body, or name of a parameter. */
  readonly name: string
  /** Keyword of the schema that the value breaks. */
  readonly keyword: string
  readonly value: unknown
}

/** A flaw in a few words: `without field "user"`. */
export function formatFlaw(flaw: Flaw): string {
  switch (flaw.kind) {
    case 'no-key':
      return 'without a key'
    case 'wrong-key':
      return 'with a wrong key'
    case 'malformed-json':
      return 'with malformed JSON'
    case 'missing-field':
      return `without field "${flaw.name}"`
    case 'missing-parameter':
      return `without parameter "${flaw.name}"`
    case 'unknown-id':
      return `with an unknown ${flaw.name}`
    case 'wrong-type':
    case 'out-of-bounds':
      return `with ${showJson(flaw.value)} in ${flaw.in === 'body' ? 'field' : 'parameter'} "${flaw.name}"`
    case 'overlong':
      return `with a very long text in ${flaw.in === 'body' ? 'field' : 'parameter'} "${flaw.name}"`
    case 'wrong-content-type':
      return 'with its body named as plain text'
    case 'wrong-method':
      return `with method ${flaw.method}`
    case 'deep-nesting':
      return 'with a very deep body'
  }
}
