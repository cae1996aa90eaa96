/** The one thing that is wrong on purpose with a request that a target has to refuse. */
export type Flaw =
  | { readonly kind: 'no-key' }
  | { readonly kind: 'wrong-key' }
  | { readonly kind: 'malformed-json' }
  | { readonly kind: 'missing-field'; readonly name: string }
  | { readonly kind: 'missing-parameter'; readonly name: string }
  | { readonly kind: 'unknown-id'; readonly name: string }

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
  }
}
