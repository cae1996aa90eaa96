#!/usr/bin/env node
import { Command, CommanderError } from 'commander'
import { FlowproofError } from '../errors.ts'
import { packageVersion } from '../mock/package-files.ts'

/** It could not run: wrong flags, a file or a port that cannot be had. What a verify finds broken is 1, and its own business. */
const COULD_NOT_RUN = 2

/** Each is read only when it is asked for, so that one does not wait for what another needs. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  mock: async () => (await import('./mock.ts')).mockCommand(),
  check: async () => (await import('./check.ts')).checkCommand(),
  verify: async () => (await import('./verify.ts')).verifyCommand(),
  explain: async () => (await import('./explain.ts')).explainCommand(),
  init: async () => (await import('./init.ts')).initCommand(),
}

async function main(argv: readonly string[]): Promise<void> {
  const program = new Command('flowproof')
    .description('Mock AI-flow platforms from their specs, and verify that real servers keep the same contract.')
    .version(packageVersion())
    .showHelpAfterError('Run flowproof --help for what it can do.')
    .exitOverride()
  const [first = ''] = argv.filter((word) => !word.startsWith('-'))
  const asked = Object.hasOwn(COMMANDS, first) ? first : undefined
  for (const [name, read] of Object.entries(COMMANDS)) {
    if (asked !== undefined && asked !== name) continue
    const command = await read()
    program.addCommand(command.copyInheritedSettings(program))
  }
  await program.parseAsync(argv, { from: 'user' })
}

function report(error: unknown): void {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : COULD_NOT_RUN
    return
  }
  process.exitCode = COULD_NOT_RUN
  const isOurs = error instanceof FlowproofError
  const text = isOurs ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`${text}\n`)
}

// Whoever reads our output may have had enough of it, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

await main(process.argv.slice(2)).catch(report)
