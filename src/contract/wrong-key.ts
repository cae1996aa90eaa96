const FILLING = '0a1b2c3d4e5f6g7h8i9j'

/**
 * A key of the same form that no target knows: the prefix up to the first `-` or `_` is kept, since platforms tell scopes by it, and the rest is
 * filled up to the same length. Nothing of the secret part is in it.
 */
export function wrongKeyLike(key: string): string {
  const prefix = /^[A-Za-z]{1,12}[-_]/.exec(key)?.[0] ?? ''
  const length = Math.max(key.length - prefix.length, 8)
  const filling = FILLING.repeat(Math.ceil(length / FILLING.length)).slice(0, length)
  return `${prefix}${filling}`
}
