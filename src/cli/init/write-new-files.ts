import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { FlowproofError } from '../../errors.ts'

/**
 * Writes files that are not there yet: all of them, or none. Throws `usage` for one that is there, or cannot be written.
 * @param texts - by path from the folder
 */
export function writeNewFiles(folder: string, texts: Readonly<Record<string, string>>): void {
  const written: string[] = []
  for (const [name, text] of Object.entries(texts)) {
    const file = join(folder, name)
    try {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text, { flag: 'wx' })
      written.push(file)
    } catch (cause) {
      for (const path of written) rmSync(path)
      const why = existsSync(file) ? 'it is there already' : 'its folder cannot be made, or may not be written to'
      const message = `Failed to write ${name}: ${why}. Nothing was changed; move it away, or choose another --dir.`
      throw new FlowproofError('usage', message, { where: { file }, cause })
    }
  }
}
