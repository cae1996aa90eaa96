import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Every file below `folders` whose name ends in `ending`, as sorted paths from the package root. A missing folder is empty. */
export function sourceFiles(folders: readonly string[], ending: string): string[] {
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
    .filter((file) => file.endsWith(ending))
    .sort()
}

/** The names of all platforms: those of the files in `openapi/`. */
export function platformNames(): string[] {
  return sourceFiles(['openapi'], '.yaml').map((file) => file.slice('openapi/'.length, -'.yaml'.length))
}
