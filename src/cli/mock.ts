import { Command, InvalidArgumentError } from 'commander'
import { builtInPlatforms } from '../mock/package-files.ts'

/** The flags of `flowproof mock`. */
export interface MockFlags {
  readonly port: number
  readonly host: string
  readonly scenario?: string
  readonly scenarios?: string
  readonly speed: number | 'instant'
  readonly seed?: string
  readonly key?: string
  readonly as?: string[]
  readonly trustProxy?: true
  readonly json?: true
  readonly quiet?: true
}

/** `flowproof mock`: serves platforms until it is stopped. */
export function mockCommand(): Command {
  return new Command('mock')
    .summary('serve platforms from their specs')
    .description('Serve platforms from their specs: blocking, streaming and polled, failures included.')
    .argument('[platform...]', 'names of platforms, or paths of folders with your own; all when none is named')
    .option('--port <number>', '0 takes any that is free', parsePort, 4010)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--scenario <name>', 'what is played when nothing else selects a scenario')
    .option('--scenarios <folder>', 'scenarios of your own, beside those given')
    .option('--speed <factor>', 'a number, or "instant"', parseSpeed, 1)
    .option('--seed <text>', 'all ids and all jitter come from it')
    .option('--key <key>', 'the only key that is taken (default: any that is not empty)')
    .option('--as <platform@version...>', 'play a named implementation where it differs from the documents')
    .option('--trust-proxy', 'believe X-Forwarded-Host and X-Forwarded-Proto')
    .option('--json', 'one JSON object a line: start, request, stop')
    .option('--quiet', 'print nothing but errors')
    .addHelpText('after', examples)
    .action(async (platforms: string[], flags: MockFlags) => {
      const { runMock } = await import('./run-mock.ts')
      await runMock(platforms, flags)
    })
}

function examples(): string {
  const [name = './my-platform'] = builtInPlatforms()
  return `
Examples:
  flowproof mock                            all platforms, each under its own name
  flowproof mock ${name}                       one platform, at the path where its clients expect it
  flowproof mock ${name} --speed instant       no waiting, for tests
  flowproof mock ./my-platform --json       a platform of your own; one JSON object a line

Ctrl-C stops it and sums up what it has seen; a second Ctrl-C does not wait for open answers.`
}

function parsePort(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new InvalidArgumentError('Give a number from 0 to 65535.')
}

function parseSpeed(text: string): number | 'instant' {
  if (text === 'instant') return text
  const speed = Number(text)
  if (speed > 0 && speed < Number.POSITIVE_INFINITY) return speed
  throw new InvalidArgumentError('Give a number above 0, or "instant".')
}
