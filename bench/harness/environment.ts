import { createRequire } from 'node:module'
import { cpus, loadavg } from 'node:os'

const require = createRequire(import.meta.url)

/** Sentences about the machine and the versions under comparison, taken before anything runs. */
export function describeEnvironment(packages: readonly string[]): string[] {
  const load = loadavg().map((value) => value.toFixed(2))
  return [
    `Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} x ${cpus()[0]?.model.trim() ?? 'unknown CPU'}`,
    `load average at the start: ${load.join(' ')}`,
    `compared with: ${packages.map((name) => `${name} ${versionOf(name)}`).join(', ')}`,
  ]
}

// Not through the package's exports, which need not name package.json.
function versionOf(name: string): string {
  const folder = require.resolve.paths(name)?.map((path) => `${path}/${name}/package.json`) ?? []
  for (const file of folder) {
    try {
      return String(require(file).version)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND')) throw error
    }
  }
  return 'unknown'
}
