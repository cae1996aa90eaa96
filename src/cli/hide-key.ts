import type { ServedPlatform } from '../mock/start-mock.ts'
import { createRedactor } from '../redact.ts'

/** A platform as output may show it: the shell's variable `KEY` stands for the key, which is somebody's own. */
export function hideKey(platform: ServedPlatform, key: string): ServedPlatform {
  const redact = createRedactor([key], '$KEY')
  const samples = platform.samples.map(({ title, curl }) => ({ title, curl: redact(openToShell(curl, key)) }))
  return { ...platform, key: '$KEY', samples }
}

// The shell puts a variable in the place of its name within double quotes only.
function openToShell(curl: string, key: string): string {
  return curl.split(`${key}'`).reduce((before, after) => `${before.replace(/'([^']*)$/, '"$1')}$KEY"${after}`)
}
