import { relative, resolve } from 'node:path'
import { Command } from 'commander'
import { builtInContracts, loadContract } from '../contract/load-contract.ts'
import { packageVersion } from '../mock/package-files.ts'
import { CONFIG_FILE } from './config/read-config.ts'
import { configText } from './init/config-text.ts'
import { workflowText } from './init/workflow-text.ts'
import { writeNewFiles } from './init/write-new-files.ts'

const WORKFLOW_FILE = '.github/workflows/flowproof.yml'

/** `flowproof init`: writes a config, and a workflow that verifies its targets. Where one of them is there already it writes neither, and throws. */
export function initCommand(): Command {
  return new Command('init')
    .summary('write a config, and a workflow that verifies its targets')
    .description(`Writes ${CONFIG_FILE} and ${WORKFLOW_FILE}; neither, where one of them is there already.`)
    .argument('[platform]', `${builtInContracts().join(', ')}, or the path of a folder with your own`)
    .option('--dir <folder>', 'root of the repository', '.')
    .addHelpText('after', HELP)
    .action((platform: string | undefined, { dir }: { readonly dir: string }) => runInit(platform, dir))
}

const HELP = `
Examples:
  flowproof init ${builtInContracts()[0] ?? './my-platform'}
  flowproof init ./my-platform --dir ../service`

async function runInit(platform: string | undefined, folder: string): Promise<void> {
  const platforms = builtInContracts()
  const named = platform ?? platforms[0] ?? './my-platform'
  const { contract } = await loadContract(named)
  const isOwn = !platforms.includes(named)
  writeNewFiles(folder, {
    [CONFIG_FILE]: configText({ platform: isOwn ? pathFrom(folder, named) : named, platforms, contract }),
    [WORKFLOW_FILE]: workflowText({ version: packageVersion(), isOwn }),
  })
  process.stdout.write(NEXT)
}

/** A path as a config in a folder names it: with a slash, which tells it from a name. */
function pathFrom(folder: string, platform: string): string {
  const path = relative(resolve(folder), resolve(platform)).replaceAll('\\', '/')
  return path.startsWith('.') ? path : `./${path}`
}

const NEXT = `Wrote ${CONFIG_FILE} and ${WORKFLOW_FILE}. Next:
  1. Give the flows and samples that you have in ${CONFIG_FILE}; what needs others is unchecked.
  2. FLOWPROOF_URL=https://… FLOWPROOF_KEY=… npx flowproof verify
  3. Add the variable FLOWPROOF_URL and the secret FLOWPROOF_KEY to the repository, and commit both files.
`
