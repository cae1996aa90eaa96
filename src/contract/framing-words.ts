const WORDS: Readonly<Record<string, string>> = {
  sse: 'server-sent events',
  'json-blank-line': 'bare JSON objects parted by blank lines',
}

/** What a framing is, for people; its name where no words are known. */
export function framingWords(framing: string): string {
  return WORDS[framing] ?? framing
}
