import { existsSync, readdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { FlowproofError } from '../errors.ts'
import { nearest } from '../nearest.ts'
import { loadSpec } from '../spec/load-spec.ts'
import { isRecord } from '../spec/record.ts'
import type { Spec } from '../spec/spec.ts'
import { createValidator, type Validator } from '../spec/validator.ts'
import { codeRoot, isBuilt, packageRoot } from './package-root.ts'
import type { PlatformContract } from './platform-contract.ts'

/** A platform as a verify needs it: what its API promises, and how to ask for it. */
export interface LoadedContract {
  readonly spec: Spec
  /** Of that spec; what it has compiled once serves every verify. */
  readonly validator: Validator
  readonly contract: PlatformContract
}

/**
 * Loads a contract: one that comes with the package by its platform's name, any other by the path of its folder, which must have a `/` in it.
 * A folder of your own holds `openapi.yaml` and `contract.js` (or `contract.ts`, where the runtime reads it), whose default export is made with
 * `defineContract`; the folder's name is the platform's.
 */
export async function loadContract(nameOrFolder: string): Promise<LoadedContract> {
  const { name, spec, module } = /[/\\]/.test(nameOrFolder) ? inFolder(resolve(nameOrFolder)) : inPackage(nameOrFolder)
  const loaded = { ...loadSpec(spec), platform: name }
  return { spec: loaded, validator: createValidator(loaded), contract: await importContract(name, module) }
}

/** Names of the platforms whose contract comes with the package. */
export function builtInContracts(): readonly string[] {
  const files = readdirSync(new URL('openapi/', packageRoot)).filter((file) => file.endsWith('.yaml'))
  return files
    .map((file) => basename(file, '.yaml'))
    .filter((name) => existsSync(builtInModule(name)))
    .sort()
}

interface ContractFiles {
  readonly name: string
  readonly spec: string
  readonly module: string
}

function builtInModule(name: string): string {
  return fileURLToPath(new URL(`contracts/${name}/index.${isBuilt ? 'js' : 'ts'}`, codeRoot))
}

function inPackage(name: string): ContractFiles {
  const known = builtInContracts()
  if (known.includes(name))
    return { name, spec: fileURLToPath(new URL(`openapi/${name}.yaml`, packageRoot)), module: builtInModule(name) }
  const near = nearest(name, known)
  const guess = near === undefined ? '' : ` Did you mean ${near}?`
  const message = `Failed to load the contract of "${name}": there is none of that name.${guess} Known: ${known.join(', ')}; or give the path of a folder, such as ./${name}.`
  throw new FlowproofError('platform-unknown', message)
}

function inFolder(folder: string): ContractFiles {
  const name = basename(folder)
  const spec = join(folder, 'openapi.yaml')
  const modules = ['contract.js', 'contract.mjs', 'contract.ts'].map((file) => join(folder, file))
  const module = modules.find((file) => existsSync(file))
  if (existsSync(spec) && module !== undefined) return { name, spec, module }
  const missing = existsSync(spec) ? 'contract.js' : 'openapi.yaml'
  const message = `Failed to load the contract of "${name}": its folder has no ${missing}. Put openapi.yaml and contract.js there.`
  throw new FlowproofError('platform-unknown', message, { where: { file: folder } })
}

async function importContract(name: string, file: string): Promise<PlatformContract> {
  const loaded: unknown = await import(pathToFileURL(file).href).catch((cause: unknown) => {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new FlowproofError('platform-invalid', `Failed to load the contract of "${name}": ${why}. Mend its module.`, {
      where: { file },
      cause,
    })
  })
  // A module's namespace has no prototype, but is an object like any other.
  const contract: unknown = isRecord(loaded) ? loaded.default : undefined
  if (isContract(contract)) return contract
  const message = `Failed to load the contract of "${name}": the default export is no contract. Make it with defineContract.`
  throw new FlowproofError('platform-invalid', message, { where: { file } })
}

function isContract(value: unknown): value is PlatformContract {
  return (
    isRecord(value) &&
    ['roles', 'samples', 'requests'].every((name) => isRecord(value[name])) &&
    ['journeys', 'checks'].every((name) => Array.isArray(value[name])) &&
    typeof value.timeout === 'number'
  )
}
