import { reporters } from '../../contract/reporters/reporters.ts'

const text = (description: string) => ({ description, type: 'string', pattern: '\\S' })
const texts = (description: string) => ({
  description,
  type: 'array',
  minItems: 1,
  items: { type: 'string', pattern: '\\S' },
})
const closed = { type: 'object', additionalProperties: false }

const waiver = {
  ...closed,
  description: 'A promise that may be broken for now. One that is kept, or whose day has passed, fails.',
  required: ['check', 'reason'],
  properties: {
    check: text('Id of the check.'),
    reason: text('Why it may be broken.'),
    until: {
      description: 'Last day on which it may be. Default: until the promise is kept.',
      type: 'string',
      format: 'date',
      examples: ['2026-01-31'],
    },
  },
}

const reports = {
  ...closed,
  description:
    'Files to write beside what goes to the terminal: reporter to path. `{target}` stands for the name of the target; folders are made.',
  properties: Object.fromEntries(Object.keys(reporters).map((name) => [name, text(`Path of the ${name} report.`)])),
}

const target = {
  ...closed,
  description: 'A live server.',
  required: ['platform', 'url', 'key'],
  properties: {
    platform: text('Name of a platform that comes with Flowproof, or the path of a folder, such as ./my-platform.'),
    url: text('Base URL of the server.'),
    key: { ...text('Key to send; it appears in no output.'), examples: ['${FLOWPROOF_KEY}'], writeOnly: true },
    flows: {
      description: 'Ids of the flows that the contract needs, by role.',
      type: 'object',
      additionalProperties: { type: 'string', pattern: '\\S' },
    },
    samples: {
      description: 'Request bodies of runs of each kind: the path of a JSON file, or the body itself.',
      type: 'object',
      additionalProperties: { type: ['string', 'object'], pattern: '\\S' },
    },
    only: texts('Only the checks whose ids fit one of these globs.'),
    skip: texts('All but the checks whose ids fit one of these globs.'),
    known: text('Known deviations that are waived: the name of an implementation, or the path of a file.'),
    waivers: { description: 'Promises that may be broken for now.', type: 'array', items: waiver },
    'max-runs': {
      description: 'Leave out what would start more runs than this. Default: nothing is left out.',
      type: 'integer',
      minimum: 0,
    },
    timeout: {
      description: 'Longest silence of the server in milliseconds. Default: what suits the platform.',
      type: 'integer',
      minimum: 1,
      maximum: 300_000,
    },
    'answer-timeout': {
      description: 'Most time for one answer in milliseconds. Default: 300000, 5 minutes.',
      type: 'integer',
      minimum: 1,
    },
    deadline: {
      description:
        'Most time for all requests in milliseconds; what is not sent by then is unchecked. Default: 1800000, 30 minutes.',
      type: 'integer',
      minimum: 1,
    },
    concurrency: { description: 'Most requests at once. Default: 2.', type: 'integer', minimum: 1 },
    strict: {
      description: 'Whether drift, which breaks no promise, is a failure as well. Default: false.',
      type: 'boolean',
    },
    reports,
  },
}

/** JSON Schema of `flowproof.config.yaml`. Editors read the same from `contracts/config.schema.json`. */
export const configSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Flowproof config',
  ...closed,
  description: [
    'Live servers that `flowproof verify` holds to their contracts. Paths start at the folder of this file.',
    'In every text, ${NAME} stands for an environment variable, ${NAME:-text} for one with a default, and $${ for ${ itself.',
  ].join(' '),
  required: ['targets'],
  properties: {
    targets: {
      description: 'Targets by name; they are verified in this order.',
      type: 'object',
      minProperties: 1,
      propertyNames: { pattern: '^[A-Za-z][A-Za-z0-9._-]*$' },
      additionalProperties: target,
    },
  },
}
