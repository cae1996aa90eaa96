import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'

// This module runs from `src/mock` as written, or from `dist/src/mock` as built; data files stay at the package's root in both cases.
const isBuilt = import.meta.url.endsWith('.js')
const code = new URL('../../', import.meta.url)
const root = isBuilt ? new URL('../', code) : code

/** Folder of the scenarios that come with the package. */
export const BUILT_IN_SCENARIOS = fileURLToPath(new URL('mocks/scenarios/', root))

/** What the build has parsed of them; there is no such file beside the sources. */
export const PARSED_SCENARIOS = fileURLToPath(new URL('mocks/scenarios.json', code))

/** Where the package keeps a platform of this name. */
export function builtInFiles(name: string): { readonly spec: string; readonly module: string } {
  return {
    spec: fileURLToPath(new URL(`openapi/${name}.yaml`, root)),
    module: fileURLToPath(new URL(`mocks/${name}/index.${isBuilt ? 'js' : 'ts'}`, code)),
  }
}

/** Names of the platforms that come with the package: those with a spec. */
export function builtInPlatforms(): readonly string[] {
  const files = readdirSync(new URL('openapi/', root))
  return files
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => basename(file, '.yaml'))
    .sort()
}

/** Version of the package. */
export function packageVersion(): string {
  const content: unknown = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))
  const version = typeof content === 'object' && content !== null && 'version' in content ? content.version : undefined
  return String(version)
}
