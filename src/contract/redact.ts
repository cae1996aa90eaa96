/** Takes a key out of text: as it is, URL-encoded, and in JSON. Targets like to echo what they were sent. */
export function createRedactor(key: string): (text: string) => string {
  const forms = [...new Set([key, encodeURIComponent(key), JSON.stringify(key).slice(1, -1)])].filter(
    (form) => form !== '',
  )
  return (text) => forms.reduce((redacted, form) => redacted.replaceAll(form, () => '$KEY'), text)
}
