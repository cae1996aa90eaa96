/** An error that shows its message and nothing else: a stack would lead into this package, where nothing is wrong. */
export function plainError(message: string, name = 'AssertionError'): Error {
  const error = new Error(message)
  error.name = name
  error.stack = `${name}: ${message}`
  return error
}
