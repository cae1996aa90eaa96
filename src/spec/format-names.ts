/** Names for a message, each in backticks. */
export function formatNames(names: readonly string[], separator = ', '): string {
  return names.map((name) => `\`${name}\``).join(separator)
}
