/** The answer of a run as one text: its results one below the other. */
export function replyText(outputs: Readonly<Record<string, unknown>>): string {
  return Object.values(outputs).map(toText).join('\n\n')
}

/** A value as the platform puts it into a text. */
export function toText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
}
