import { DURATION } from './duration.ts'
import { nodeDefinitions } from './node-schema.ts'

const text = (description: string) => ({ description, type: 'string' })
const flag = (description: string) => ({ description, type: 'boolean' })
const closed = { type: 'object', additionalProperties: false }
const options = {
  description: 'Legal values of a select.',
  type: 'array',
  minItems: 1,
  uniqueItems: true,
  items: { type: 'string' },
}

const input = {
  ...closed,
  required: ['name'],
  properties: {
    name: { description: 'Name in the request; {{inputs.name}} in templates.', $ref: '#/$defs/id' },
    type: {
      description: 'Default: text.',
      enum: ['text', 'paragraph', 'select', 'number', 'boolean', 'file', 'files', 'object'],
    },
    label: text('What people see. Default: made from the name.'),
    required: flag('Whether a request without it is refused. Default: false.'),
    max: { description: 'Longest text in characters, or most files.', type: 'integer', minimum: 1 },
    options,
    default: { description: 'Value when the request has none.', type: ['string', 'number', 'boolean'] },
  },
}

const field = {
  ...closed,
  required: ['name'],
  properties: {
    name: { description: 'Name of the answer; {{answers.<node>.<name>}} in templates.', $ref: '#/$defs/id' },
    type: { description: 'Default: paragraph.', enum: ['paragraph', 'select', 'file', 'files'] },
    label: text('What people see. Default: made from the name.'),
    required: flag('Whether it must be filled. Default: false.'),
    options,
    default: text('What stands in it at first; may hold names as any text.'),
  },
}

const action = {
  ...closed,
  required: ['id'],
  properties: {
    id: { description: '{{answers.<node>.action}} in templates.', $ref: '#/$defs/id' },
    title: text('What the button says. Default: made from the id.'),
    style: {
      description: 'Default: primary for the first one, default for the others.',
      enum: ['primary', 'default', 'accent', 'ghost'],
    },
  },
}

const form = {
  ...closed,
  description: 'What a person is asked.',
  required: ['content'],
  properties: {
    content: text('What the person reads; {{answers.<this node>.<field>}} is filled once answered.'),
    fields: { description: 'What can be filled in.', type: 'array', items: field },
    actions: { description: 'Ways to send it off. Default: one, submit.', type: 'array', minItems: 1, items: action },
    expires: {
      description: 'Time after which the run goes on without an answer. Default: never.',
      $ref: '#/$defs/duration',
    },
  },
}

/** JSON Schema of a scenario file. Editors read the same from `mocks/scenarios/scenario.schema.json`. */
export const scenarioSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Flowproof scenario',
  ...closed,
  description: 'One run of a flow, free of any platform. Line 1 of the file is a comment that says what it shows.',
  required: ['nodes'],
  properties: {
    when: {
      description:
        'A request whose message holds one of these words is answered by this scenario (whole words, any case).',
      type: ['string', 'array'],
      pattern: '\\S',
      items: { type: 'string', pattern: '\\S' },
    },
    queued: {
      description: 'Time between the request and the start of the run. Default: 0ms.',
      $ref: '#/$defs/duration',
    },
    speaks: flag('Whether a platform that can speak reads the answer aloud as well. Default: false.'),
    inputs: { description: 'What the flow asks of its caller.', type: 'array', items: input },
    nodes: { description: 'What runs, in order.', type: 'array', minItems: 1, items: { $ref: '#/$defs/node' } },
    outputs: {
      description: 'Result of the run: name to template. Default: the last text, as text.',
      type: 'object',
      additionalProperties: { type: 'string' },
    },
  },
  $defs: {
    id: { type: 'string', pattern: '^[A-Za-z_][A-Za-z0-9_-]*$' },
    duration: { type: 'string', pattern: DURATION.source, examples: ['4ms', '1.5s', '2m'] },
    work: {
      type: 'string',
      pattern: `^until-stopped$|${DURATION.source}`,
      examples: ['600ms', '1.5s', 'until-stopped'],
    },
    ...nodeDefinitions,
    form,
  },
}
