import { existsSync, readFileSync } from 'node:fs'
import { FlowproofError } from '../../errors.ts'
import { hintFor } from '../../yaml/schema-sentence.ts'
import { whyUnreadable } from '../why-unreadable.ts'
import { type ConfigTarget, parseConfig } from './parse-config.ts'

/** The config that is read where none is named. */
export const CONFIG_FILE = 'flowproof.config.yaml'

/**
 * Reads the targets of a config file. Throws `config-invalid` for what is wrong in it, `file-unreadable` when it cannot be read, and `usage` when
 * there is none, or no target of a name that is wanted.
 * @param names - the targets that are wanted; all when empty
 */
export function readConfig(named: string | undefined, names: readonly string[]): readonly ConfigTarget[] {
  const file = named ?? CONFIG_FILE
  if (named === undefined && !existsSync(file)) {
    const advice = 'Write one with flowproof init, or name a platform.'
    throw new FlowproofError('usage', `Failed to read config: there is no ${file} here. ${advice}`)
  }
  const targets = parseConfig(readText(file), file)
  const known = targets.map(({ name }) => name)
  const unknown = names.find((name) => !known.includes(name))
  if (unknown !== undefined) {
    const message = `Failed to choose target \`${unknown}\`: there is none of that name.${hintFor(unknown, known)}`
    throw new FlowproofError('usage', message, { where: { file } })
  }
  return targets.filter(({ name }) => names.length === 0 || names.includes(name))
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    const message = `Failed to read config: ${whyUnreadable(cause)}. Name another file.`
    throw new FlowproofError('file-unreadable', message, { where: { file }, cause })
  }
}
