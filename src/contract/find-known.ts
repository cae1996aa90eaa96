import { existsSync, readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FlowproofError } from '../errors.ts'
import { nearest } from '../nearest.ts'
import { packageRoot } from './package-root.ts'

const FOLDER = new URL('contracts/known/', packageRoot)

/** Names of the implementations whose known deviations come with the package. */
export function builtInKnown(): readonly string[] {
  if (!existsSync(FOLDER)) return []
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml'))
  return files.map((file) => basename(file, '.yaml')).sort()
}

/** The file of known deviations by its name, or a file of your own by its path, which ends in `.yaml` or has a `/` in it. Throws `usage`. */
export function findKnown(nameOrFile: string): string {
  if (/[/\\]|\.ya?ml$/.test(nameOrFile)) return nameOrFile
  const names = builtInKnown()
  if (names.includes(nameOrFile)) return fileURLToPath(new URL(`${nameOrFile}.yaml`, FOLDER))
  const near = nearest(nameOrFile, names)
  const advice = near ? `Did you mean ${near}?` : `Known: ${names.join(', ') || 'none'}; or give the path of a file.`
  const message = `Failed to find known deviations "${nameOrFile}": there are none of that name. ${advice}`
  throw new FlowproofError('usage', message)
}
