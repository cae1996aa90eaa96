import { existsSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { FlowproofError } from '../errors.ts'
import { nearest } from '../nearest.ts'
import { loadSpec } from '../spec/load-spec.ts'
import type { Spec } from '../spec/spec.ts'
import { createValidator } from '../spec/validator.ts'
import type { LoadedPlatform } from './mounted.ts'
import { builtInFiles, builtInPlatforms } from './package-files.ts'
import type { Platform } from './platform.ts'

/**
 * Loads a platform: one that comes with the package by its name, any other by the path of its folder, which must have a `/` in it.
 * A folder of your own holds `openapi.yaml` and `mock.js` (or `mock.ts`, where the runtime reads it), whose default export is made with
 * `definePlatform`; the folder's name is the platform's.
 */
export async function loadPlatform(nameOrFolder: string): Promise<LoadedPlatform> {
  if (/[\\/]/.test(nameOrFolder)) return loadFiles(findInFolder(resolve(nameOrFolder)))
  const loading = builtIn.get(nameOrFolder) ?? loadFiles(findBuiltIn(nameOrFolder))
  builtIn.set(nameOrFolder, loading)
  return loading
}

// What comes with the package does not change while it runs, and a test suite starts many servers.
const builtIn = new Map<string, Promise<LoadedPlatform>>()

async function loadFiles({ name, spec: specFile, module: moduleFile }: PlatformFiles): Promise<LoadedPlatform> {
  const spec = loadSpec(specFile)
  const platform = await importPlatform(name, moduleFile)
  checkHandlers(name, platform, spec, moduleFile)
  return { name, spec, platform, validator: createValidator(spec) }
}

interface PlatformFiles {
  readonly name: string
  readonly spec: string
  readonly module: string
}

function findBuiltIn(name: string): PlatformFiles {
  const known = builtInPlatforms()
  if (known.includes(name)) return { name, ...builtInFiles(name) }
  const near = nearest(name, known)
  const guess = near === undefined ? '' : ` Did you mean ${near}?`
  const message = `Failed to load platform "${name}": there is none of that name.${guess} Known: ${known.join(', ')}; or give the path of a folder, such as ./${name}.`
  throw new FlowproofError('platform-unknown', message)
}

function findInFolder(folder: string): PlatformFiles {
  const name = basename(folder)
  const spec = join(folder, 'openapi.yaml')
  const modules = ['mock.js', 'mock.mjs', 'mock.ts'].map((file) => join(folder, file))
  const module = modules.find((file) => existsSync(file))
  if (existsSync(spec) && module !== undefined) return { name, spec, module }
  const missing = existsSync(spec) ? 'mock.js' : 'openapi.yaml'
  const message = `Failed to load platform "${name}": its folder has no ${missing}. Put openapi.yaml and mock.js there.`
  throw new FlowproofError('platform-unknown', message, { where: { file: folder } })
}

async function importPlatform(name: string, file: string): Promise<Platform> {
  const loaded: unknown = await import(pathToFileURL(file).href).catch((cause: unknown) => {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new FlowproofError('platform-invalid', `Failed to load platform "${name}": ${why}. Mend its module.`, {
      where: { file },
      cause,
    })
  })
  const platform: unknown = isObject(loaded) ? loaded.default : undefined
  if (isPlatform(platform)) return platform
  const message = `Failed to load platform "${name}": the default export is no platform. Make it with definePlatform.`
  throw new FlowproofError('platform-invalid', message, { where: { file } })
}

function checkHandlers(name: string, platform: Platform, spec: Spec, file: string): void {
  const handled = Object.keys(platform.handlers)
  const missing = [...spec.operations.keys()].filter((id) => !handled.includes(id))
  const unknown = handled.filter((id) => !spec.operations.has(id))
  if (missing.length === 0 && unknown.length === 0) return
  const faults = [
    ...(missing.length > 0 ? [`${missing.join(', ')} ${missing.length > 1 ? 'have' : 'has'} no handler`] : []),
    ...(unknown.length > 0 ? [`${unknown.join(', ')} ${unknown.length > 1 ? 'are' : 'is'} not in ${spec.file}`] : []),
  ]
  const message = `Failed to load platform "${name}": ${faults.join(', and ')}. Write one handler for each operationId.`
  throw new FlowproofError('platform-invalid', message, { where: { file } })
}

const FUNCTIONS = ['createState', 'headers', 'encodeBody', 'authenticate', 'samples']
const REFUSALS = ['unknownPath', 'wrongMethod', 'tooLarge', 'crashed']

function isPlatform(value: unknown): value is Platform {
  if (!isObject(value) || typeof value.sampleKey !== 'string' || !isObject(value.handlers)) return false
  const refusals = value.refusals
  const has = (object: Readonly<Record<string, unknown>>, name: string) => typeof object[name] === 'function'
  return (
    FUNCTIONS.every((name) => has(value, name)) && isObject(refusals) && REFUSALS.every((name) => has(refusals, name))
  )
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
