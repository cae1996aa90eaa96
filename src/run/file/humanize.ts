/** A name as people read it: `look-up` and `look_up` become `Look up`. */
export function humanize(name: string): string {
  const words = name.replaceAll(/[-_]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
