const MEGABYTE = 1024 * 1024

const KINDS = [
  { kind: 'image', megabytes: 10, extensions: 'jpg jpeg png webp gif svg' },
  { kind: 'audio', megabytes: 50, extensions: 'mp3 m4a wav amr mpga' },
  { kind: 'video', megabytes: 100, extensions: 'mp4 mov mpeg webm' },
  {
    kind: 'document',
    megabytes: 15,
    extensions: 'txt markdown md mdx pdf html htm xlsx xls vtt properties doc docx csv eml msg pptx ppt xml epub',
  },
] as const

/** What the server takes a file for, by the extension of its name. */
export type FileKind = (typeof KINDS)[number]['kind'] | 'custom'

/** Kind of a file, and most bytes of an upload of that kind. */
export function kindOfFile(extension: string): { readonly kind: FileKind; readonly limit: number } {
  const found = KINDS.find(({ extensions }) => extensions.split(' ').includes(extension))
  return { kind: found?.kind ?? 'custom', limit: (found?.megabytes ?? 15) * MEGABYTE }
}

/** The extension of a name in lower case, without its dot; empty when there is none. */
export function extensionOf(filename: string): string {
  return /[^.].*\.([^.]*)$/s.exec(filename)?.[1]?.toLowerCase() ?? ''
}
