import type { ErrorObject } from 'ajv/dist/2020.js'
import { createSchemaCheck } from '../../yaml/check-schema.ts'
import type { FileKind } from '../../yaml/file-kind.ts'
import { childOf } from '../../yaml/file-problem.ts'
import type { ValuePath } from '../../yaml/yaml-source.ts'
import type { ConfigFile } from './config-file.ts'
import { configSchema } from './config-schema.ts'

/** Config files, and how their errors speak of them. */
export const configKind: FileKind = {
  code: 'config-invalid',
  name: 'config',
  schema: configSchema,
  nameOf,
  patterns: {
    '^[A-Za-z][A-Za-z0-9._-]*$': 'a letter, then letters, digits, `.`, `_` and `-`',
    '\\S': 'a text',
  },
  expectation,
}

/** Holds a file to the schema of configs. */
export const checkConfigFile = createSchemaCheck<ConfigFile>(configKind)

function nameOf(path: ValuePath, root: unknown): string | undefined {
  const [, target, list, index] = path
  if (path.length === 2) return `target \`${target}\``
  if (path.length !== 4 || list !== 'waivers') return undefined
  const check = childOf(path.reduce(childOf, root), 'check')
  return typeof check === 'string' ? `waiver \`${check}\`` : `waiver ${Number(index) + 1}`
}

// The general words would quote a key that is not written as a text.
function expectation({ parentSchema }: ErrorObject): string | undefined {
  return parentSchema?.writeOnly === true ? 'must be a text. Write it in quotes, or as `${NAME}`' : undefined
}
