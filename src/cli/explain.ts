import { Command } from 'commander'
import type { Check } from '../contract/check.ts'
import { explainCheck } from '../contract/explain-check.ts'
import { matchesGlob } from '../contract/glob.ts'
import { builtInContracts, type LoadedContract, loadContract } from '../contract/load-contract.ts'
import { planVerify } from '../contract/verify.ts'
import { FlowproofError } from '../errors.ts'
import { nearest } from '../nearest.ts'
import { errorCodes, explainError } from './explain-error.ts'
import { formatCheck, formatChecks, formatError, type ListedCheck } from './explain-text.ts'
import { createPaint } from './paint.ts'

interface Flags {
  readonly platform?: string
  readonly json?: true
}

/** `flowproof explain`: tells what a check promises, or what an error means. What cannot be found is thrown. */
export function explainCommand(): Command {
  return new Command('explain')
    .summary('tell what a check promises, or what an error means')
    .description(
      'Tells what a check promises and where, what shows it, and how to leave it out; or what an error means.',
    )
    .argument('[check-or-error]', 'id of a check, the beginning of ids or a glob of them, or the code of an error')
    .option('--platform <platform>', `${builtInContracts().join(', ')} (default: all), or the path of a folder`)
    .option('--json', 'print JSON')
    .addHelpText('after', HELP)
    .action((word: string | undefined, flags: Flags, command: Command) =>
      word === undefined ? command.help() : runExplain(word, flags),
    )
}

const HELP = `
Errors: ${errorCodes.join(', ')}

Examples:
  flowproof explain 'run-*.body'
  flowproof explain run-workflow.stream-order --platform ${builtInContracts()[0] ?? './platform'}
  flowproof explain key-rejected`

async function runExplain(word: string, { platform, json }: Flags): Promise<void> {
  const paint = createPaint(process.stdout, process.env)
  const error = platform === undefined ? explainError(word) : undefined
  if (error) return print(json ? asJson(error) : formatError(error, paint))
  const found = await findChecks(word, platform === undefined ? builtInContracts() : [platform])
  const [only] = found
  if (only && found.length === 1) {
    const explanation = explainCheck(only.platform, only.contract, only.check)
    return print(json ? asJson(explanation) : formatCheck(explanation, paint))
  }
  const list = found.map(({ platform, check: { id, claim } }): ListedCheck => ({ platform, id, claim }))
  print(json ? asJson(list) : formatChecks(word, list))
}

interface FoundCheck {
  /** Name or folder. */
  readonly platform: string
  readonly contract: LoadedContract
  readonly check: Check
}

/** The checks of this id; else those whose ids fit it as a pattern, or begin with it. Throws `usage` when there are none. */
async function findChecks(word: string, platforms: readonly string[]): Promise<readonly FoundCheck[]> {
  const all: FoundCheck[] = []
  for (const platform of platforms) {
    const contract = await loadContract(platform)
    for (const check of planVerify({ platform: contract }).checks) all.push({ platform, contract, check })
  }
  const named = all.filter(({ check }) => check.id === word)
  if (named.length > 0) return named
  const fitting = all.filter(({ check }) => matchesGlob(check.id, word) || check.id.startsWith(word))
  if (fitting.length > 0) return fitting
  const near = nearest(word, [...all.map(({ check }) => check.id), ...errorCodes])
  const advice = near ? `Did you mean ${near}?` : OWN
  throw new FlowproofError('usage', `Failed to explain "${word}": there is no such check and no such error. ${advice}`)
}

const OWN = 'The ids stand in every report; of a platform of your own, give the folder with --platform.'

function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

function print(text: string): void {
  process.stdout.write(text)
}
