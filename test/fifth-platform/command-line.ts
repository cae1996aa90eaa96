import { execFile, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
// Absolute, so that the command runs in any folder.
const FLAGS = ['--import', import.meta.resolve('tsx'), MAIN]

/** What the mock says of itself with `--json` when it has started. */
export interface Started {
  readonly url: string
  readonly platforms: readonly { readonly name: string; readonly key: string }[]
}

/** Runs `flowproof mock` in a folder until the test ends. */
export async function runMock(cwd: string, words: readonly string[]): Promise<Started> {
  const child = spawn(process.execPath, [...FLAGS, 'mock', ...words, '--port', '0', '--json'], { cwd })
  onTestFinished(() => void child.kill('SIGKILL'))
  let errors = ''
  child.stderr.on('data', (chunk) => {
    errors += chunk
  })
  for await (const line of createInterface({ input: child.stdout })) return JSON.parse(line)
  throw new Error(`The mock did not start: ${errors}`)
}

/** Runs `flowproof verify` in a folder, and gives its exit code and what it printed. */
export function runVerify(cwd: string, words: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [...FLAGS, 'verify', ...words], { cwd }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
    })
  })
}
