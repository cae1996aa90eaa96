import { execFile } from 'node:child_process'
import { resolve } from 'node:path'

/** What a command has said and how it ended. */
export interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Words that run the command line of this package from any folder. */
export const CLI = ['--import', import.meta.resolve('tsx'), resolve('src/cli/main.ts')] as const

/** Runs the command line as a user does, with these variables beside those of this process. */
export function runCli(
  words: readonly string[],
  { cwd = '.', env = {} }: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Outcome> {
  const options = { cwd, env: { ...process.env, ...env } }
  return new Promise((done) => {
    execFile(process.execPath, [...CLI, ...words], options, (error, out, err) => {
      done({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
    })
  })
}
