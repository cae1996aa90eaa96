import type { ErrorObject } from 'ajv/dist/2020.js'
import { nearest } from '../../nearest.ts'
import { createSchemaCheck } from '../../yaml/check-schema.ts'
import type { FileKind } from '../../yaml/file-kind.ts'
import { childOf } from '../../yaml/file-problem.ts'
import { show } from '../../yaml/schema-sentence.ts'
import type { ValuePath } from '../../yaml/yaml-source.ts'
import { nodeDefinitions } from './node-schema.ts'
import type { ScenarioFile } from './scenario-file.ts'
import { scenarioSchema } from './scenario-schema.ts'

/** Scenario files, and how their errors speak of them. */
export const scenarioKind: FileKind = {
  code: 'scenario-invalid',
  name: 'scenario',
  schema: scenarioSchema,
  nameOf,
  patterns: {
    '^[A-Za-z_][A-Za-z0-9_-]*$': 'a letter, then letters, digits, `-` and `_`',
    '^[a-z][a-z0-9-]*$': 'small letters, digits and `-`',
    '\\S': 'a word',
  },
  expectation,
  // A misspelt `items` makes a node look like a step, so the words of all nodes count.
  keysBeside: (keys) => (keys.includes('id') && keys.includes('kind') ? NODE_WORDS : keys),
}

/** Holds a file to the schema of scenarios. */
export const checkScenarioFile = createSchemaCheck<ScenarioFile>(scenarioKind)

const THINGS: Readonly<Record<string, string>> = {
  nodes: 'node',
  inputs: 'input',
  fields: 'field',
  actions: 'action',
  tools: 'tool',
  documents: 'document',
}

/** What an entry of a list of things is called: node `write`, or node 2 when it has no name. */
function nameOf(path: ValuePath, root: unknown): string | undefined {
  const index = path.at(-1)
  if (typeof index !== 'number') return undefined
  const list = path.findLast((key) => typeof key === 'string')
  const isBranchNode = list === 'branches' && typeof path.at(-2) === 'number'
  const thing = isBranchNode ? 'node' : typeof path.at(-2) === 'string' ? THINGS[list ?? ''] : undefined
  if (thing === undefined) return undefined
  const entry = path.reduce(childOf, root)
  const own = ['id', 'name', 'title'].map((key) => childOf(entry, key)).find((value) => typeof value === 'string')
  return own === undefined ? `${thing} ${index + 1}` : `${thing} \`${own}\``
}

function expectation({ data, schemaPath }: ErrorObject): string | undefined {
  const [, definition] = /#\/\$defs\/(duration|work)\/(?:type|pattern)$/.exec(schemaPath) ?? []
  if (definition === undefined) return undefined
  return `is ${show(data)}, which is no duration. ${durationHint(data, definition === 'work')}`
}

function durationHint(data: unknown, orNever: boolean): string {
  const never = orNever ? ', or `until-stopped`' : ''
  const isNear = orNever && nearest(String(data), ['until-stopped']) !== undefined
  if (isNear) return 'Did you mean `until-stopped`?'
  if (typeof data === 'number' && data >= 0) {
    return `A plain number has no unit: write \`${data}ms\` or \`${data}s\`${never}`
  }
  return `Write a number and its unit, like \`4ms\`, \`1.5s\` or \`2m\`${never}`
}

const NODE_WORDS = Object.values(nodeDefinitions).flatMap((definition) =>
  'properties' in definition ? Object.keys(definition.properties) : [],
)
