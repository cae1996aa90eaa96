const TEMPLATE =
  'May hold names: {{message}}, {{inputs.x}}, {{nodes.<id>.text}}, {{nodes.<id>.outputs.x}}, {{item}}, {{index}} …'

const duration = (description: string) => ({ description, $ref: '#/$defs/duration' })
const text = (description: string) => ({ description, type: 'string' })
const share = (description: string) => ({ description, type: 'number', minimum: 0, maximum: 1 })
const count = (description: string, minimum: number) => ({ description, type: 'integer', minimum })
const price = (description: string) => ({ description, type: 'number', minimum: 0 })
const nodes = (description: string) => ({ description, type: 'array', minItems: 1, items: { $ref: '#/$defs/node' } })
const closed = { type: 'object', additionalProperties: false }

const common = {
  id: { description: 'Unique in the file; other nodes name it by this.', $ref: '#/$defs/id' },
  title: text('What people see. Default: made from the id.'),
}

const kind = {
  description: 'What the node is, in the field’s words.',
  type: 'string',
  pattern: '^[a-z][a-z0-9-]*$',
  examples: [
    'start',
    'llm',
    'agent',
    'knowledge-retrieval',
    'http-request',
    'tool',
    'code',
    'template-transform',
    'end',
  ],
}

const tool = {
  ...closed,
  required: ['name'],
  properties: {
    name: text('Name of the tool.'),
    input: { description: `What it is called with. ${TEMPLATE}`, type: 'object' },
    output: text(`What it answers. ${TEMPLATE}`),
    takes: duration('How long it works. Default: 200ms.'),
    error: text('Why it fails; the node goes on.'),
  },
}

const document = {
  ...closed,
  required: ['title', 'content'],
  properties: {
    title: text('Name of the document.'),
    content: text('The passage that was found.'),
    source: text('Where it was found: a URL or a file name.'),
    score: share('How well it fits. Default: 0.8.'),
  },
}

const pace = {
  ...closed,
  description: 'How fast the text appears.',
  properties: {
    first: duration('Time to the first token. Default: 320ms.'),
    tokensPerSecond: { description: 'Default: 40.', type: 'number', exclusiveMinimum: 0 },
    jitter: share('0 is even; 0.25 lets each gap vary by a quarter either way. Default: 0.25.'),
  },
}

const retries = {
  description: 'Attempts that fail before the one that counts: how many, or a map.',
  type: ['integer', 'object'],
  minimum: 1,
  additionalProperties: false,
  required: ['attempts'],
  properties: {
    attempts: count('How many fail.', 1),
    wait: duration('Time between attempts. Default: 500ms.'),
    error: text(`Why they fail. Default: the message of fails. ${TEMPLATE}`),
    type: text('Class of the error. Default: that of fails.'),
  },
}

const fails = {
  description: 'Why the node fails in the end: a message, or a map.',
  type: ['string', 'object'],
  additionalProperties: false,
  required: ['message'],
  properties: {
    message: text(`What went wrong. ${TEMPLATE}`),
    type: text('Class of the error. Default: NodeExecutionError.'),
    handled: {
      description:
        'no: the run fails. Otherwise the flow goes on, by another way or with outputs as default values. Default: no.',
      enum: ['no', 'fail-branch', 'default-value'],
    },
    rounds: {
      description: 'In an iteration or a loop: only in these rounds, as {{index}} counts them. Default: in each.',
      type: 'array',
      minItems: 1,
      items: { type: 'integer', minimum: 0 },
    },
  },
}

const step = {
  ...closed,
  description: 'A node that works for a while and then ends well or not.',
  required: ['id', 'kind'],
  properties: {
    ...common,
    kind,
    takes: {
      description: 'How long it works; with a text, how long after the last token. Default: 5ms, with a text 0ms.',
      $ref: '#/$defs/work',
    },
    model: text(
      'Name of the model; a node with a model writes its text token by token. Default for llm and agent: gpt-4o-mini.',
    ),
    text: text(`What it writes. ${TEMPLATE}`),
    reasoning: text(`What it thinks before it writes. ${TEMPLATE}`),
    pace,
    tools: { description: 'Tools that it calls, one after the other, before it writes.', type: 'array', items: tool },
    documents: { description: 'What it finds.', type: 'array', items: document },
    outputs: { description: `What it gives beside its text. ${TEMPLATE}`, type: 'object' },
    tokens: {
      ...closed,
      description: 'What the model counts. Default: an estimate from the texts.',
      properties: { prompt: count('Tokens read.', 0), completion: count('Tokens written.', 0) },
    },
    price: {
      ...closed,
      description: 'US dollars for a million tokens. Default: 0.15 and 0.6.',
      properties: { prompt: price('For those read.'), completion: price('For those written.') },
    },
    retries,
    fails,
  },
}

const iteration = {
  ...closed,
  description: 'Runs its nodes once for each item.',
  required: ['id', 'items', 'nodes'],
  properties: {
    ...common,
    kind,
    items: { description: `What it goes through. ${TEMPLATE}`, type: 'array' },
    parallel: { description: 'All items at once. Default: false.', type: 'boolean' },
    onError: {
      description: 'When an item fails: fail, continue with null in its place, or remove it. Default: fail.',
      enum: ['fail', 'continue', 'remove'],
    },
    collects: text('Id of the node in it whose text or output is collected. Default: the last one.'),
    nodes: nodes('What it does with each item: {{item}}, {{index}}.'),
  },
}

const loop = {
  ...closed,
  description: 'Runs its nodes again and again.',
  required: ['id', 'rounds', 'nodes'],
  properties: {
    ...common,
    kind,
    rounds: count('The most rounds.', 1),
    breaksAfter: count('Rounds after which the break condition holds. Default: never.', 0),
    variables: { description: `Its variables at the end. ${TEMPLATE}`, type: 'object' },
    nodes: nodes('What it does in each round: {{index}}.'),
  },
}

const parallel = {
  ...closed,
  description: 'Runs its branches at the same time.',
  required: ['branches'],
  properties: {
    ...common,
    kind,
    branches: { description: 'Lists of nodes.', type: 'array', minItems: 1, items: nodes('One branch.') },
  },
}

const humanInput = {
  ...closed,
  description: 'Pauses the run until a person answers a form.',
  required: ['id', 'form'],
  properties: { ...common, kind, form: { $ref: '#/$defs/form' } },
}

const whether = (key: string, then: string, otherwise: object) => ({
  if: { type: 'object', required: [key] },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: { $ref: `#/$defs/${then}` },
  else: otherwise,
})

const node = {
  type: 'object',
  ...whether(
    'items',
    'iteration',
    whether('rounds', 'loop', whether('branches', 'parallel', whether('form', 'humanInput', { $ref: '#/$defs/step' }))),
  ),
}

/** The definitions of all that can stand in `nodes`. */
export const nodeDefinitions = { node, step, iteration, loop, parallel, humanInput }
