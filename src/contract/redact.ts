/**
 * Takes a secret out of text: as it is, URL-encoded, and in JSON. Targets like to echo what they were sent.
 * @param sign - stands in its place
 */
export function createRedactor(secret: string, sign = '$KEY'): (text: string) => string {
  const forms = [...new Set([secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])].filter(
    (form) => form !== '',
  )
  return (text) => forms.reduce((redacted, form) => redacted.replaceAll(form, () => sign), text)
}
