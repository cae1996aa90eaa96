import type { PlatformContract } from '../../contract/platform-contract.ts'

/** What a first config is about. */
export interface ConfigSubject {
  /** Name or path of the platform, as the config has it. */
  readonly platform: string
  /** Names of all that come with the package. */
  readonly platforms: readonly string[]
  readonly contract: Pick<PlatformContract, 'roles' | 'samples'>
}

/** The text of a first config. What the contract can use besides is in comments, to be filled in. */
export function configText({ platform, platforms, contract }: ConfigSubject): string {
  const flows = Object.entries(contract.roles).map(([role, what]) => `${role}: …  # ${what}`)
  const samples = Object.entries(contract.samples).map(([name, what]) => `${name}: samples/${name}.json  # ${what}`)
  return [
    '# yaml-language-server: $schema=./node_modules/flowproof/contracts/config.schema.json',
    '# Live servers that `flowproof verify` holds to their contracts. Paths start at the folder of this file.',
    '# In every text, ${NAME} stands for an environment variable, and ${NAME:-text} for one with a default.',
    'targets:',
    '  staging:',
    `    # ${platforms.join(', ')}, or the path of a folder with your own`,
    `    platform: ${platform}`,
    '    url: ${FLOWPROOF_URL}',
    '    key: ${FLOWPROOF_KEY}',
    '',
    '    # Runs cost money: what would start more than these is left out.',
    '    max-runs: 30',
    ...optional('Ids of flows. What needs one that is not given is unchecked.', 'flows', flows),
    ...optional(
      'Request bodies of runs of each kind: the path of a JSON file, or the body itself.',
      'samples',
      samples,
    ),
    ...optional('Promises that may be broken for now. One that is kept, or whose day has passed, fails.', 'waivers', [
      '- check: id of a check, as reports have it',
      '  reason: why it may be broken',
      '  until: 2026-12-31',
    ]),
    '',
  ].join('\n')
}

function optional(what: string, key: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return []
  return ['', ...[what, `${key}:`, ...lines.map((line) => `  ${line}`)].map((line) => `    # ${line}`)]
}
