import type { FailureSpec, HumanInputSpec, NodeSpec, RetrySpec, StepSpec } from '../scenario.ts'
import { parseDuration } from './duration.ts'
import { humanize } from './humanize.ts'
import type { FormFile, NodeFile, StepFile } from './scenario-file.ts'

const MODEL_KINDS: readonly string[] = ['llm', 'agent']
const DEFAULT_MODEL = 'gpt-4o-mini'
const DEFAULT_PRICE = { prompt: 0.15, completion: 0.6 }
const DEFAULT_FAILURE = 'NodeExecutionError'

/** Fills in what nodes leave out, and says what each does. */
export function buildNodes(nodes: readonly NodeFile[]): NodeSpec[] {
  let parallels = 0
  return nodes.map(build)

  // A parallel node shows nowhere, so it needs no name of its own.
  function build(node: NodeFile): NodeSpec {
    if ('branches' in node) {
      parallels += 1
      const common = nameOf({ ...node, id: node.id ?? `parallel-${parallels}` }, 'parallel')
      return { ...common, does: 'parallel', branches: node.branches.map((branch) => branch.map(build)) }
    }
    if ('form' in node) return { ...nameOf(node, 'human-input'), ...buildForm(node.form) }
    if ('items' in node) {
      const { items, parallel = false, onError = 'fail', collects = lastId(node.nodes) } = node
      const common = nameOf(node, 'iteration')
      return { ...common, does: 'iteration', items, parallel, onError, collects, nodes: node.nodes.map(build) }
    }
    if ('rounds' in node) {
      const { rounds, breaksAfter, variables = {} } = node
      return { ...nameOf(node, 'loop'), does: 'loop', rounds, breaksAfter, variables, nodes: node.nodes.map(build) }
    }
    return { ...nameOf(node, node.kind), ...buildStep(node) }
  }
}

function lastId(nodes: readonly NodeFile[]): string {
  const last = nodes.at(-1)
  if (last === undefined) return ''
  return 'branches' in last ? lastId(last.branches.at(-1) ?? []) : last.id
}

function nameOf({ id, kind, title }: Pick<NodeFile, 'kind' | 'title'> & { readonly id: string }, defaultKind: string) {
  return { id, kind: kind ?? defaultKind, title: title ?? humanize(id) }
}

function buildStep(node: StepFile): Omit<StepSpec, 'id' | 'kind' | 'title'> {
  const { text, reasoning, outputs = {}, pace, tokens, price } = node
  const fails = node.fails === undefined ? undefined : buildFailure(node.fails)
  return {
    does: 'step',
    takes:
      node.takes === 'until-stopped' ? node.takes : milliseconds(node.takes ?? (text === undefined ? '5ms' : '0ms')),
    model: node.model ?? (MODEL_KINDS.includes(node.kind) ? DEFAULT_MODEL : undefined),
    text,
    reasoning,
    pace: {
      first: milliseconds(pace?.first ?? '320ms'),
      tokensPerSecond: pace?.tokensPerSecond ?? 40,
      jitter: pace?.jitter ?? 0.25,
    },
    tools: (node.tools ?? []).map(({ name, input = {}, output = '', takes = '200ms', error }) => ({
      name,
      input,
      output,
      takes: milliseconds(takes),
      error,
    })),
    documents: (node.documents ?? []).map(({ source = '', score = 0.8, ...document }) => ({
      ...document,
      source,
      score,
    })),
    outputs,
    tokens: { prompt: tokens?.prompt, completion: tokens?.completion },
    price: { ...DEFAULT_PRICE, ...price },
    retries: node.retries === undefined ? undefined : buildRetries(node.retries, fails),
    fails,
  }
}

function buildFailure(fails: NonNullable<StepFile['fails']>): FailureSpec {
  const given = typeof fails === 'string' ? { message: fails } : fails
  const { message, type = DEFAULT_FAILURE, handled = 'no', rounds } = given
  return { message, type, handled, rounds }
}

function buildRetries(retries: NonNullable<StepFile['retries']>, fails: FailureSpec | undefined): RetrySpec {
  const given = typeof retries === 'number' ? { attempts: retries } : retries
  const error = given.error ?? fails?.message ?? 'The service did not answer in time'
  const type = given.type ?? fails?.type ?? DEFAULT_FAILURE
  return { attempts: given.attempts, wait: milliseconds(given.wait ?? '500ms'), error, type }
}

function buildForm({ content, fields = [], actions = [{ id: 'submit' }], expires }: FormFile) {
  return {
    does: 'human-input',
    content,
    fields: fields.map(({ name, type = 'paragraph', label, required = false, options = [], default: value }) => ({
      name,
      type,
      label: label ?? humanize(name),
      required,
      options,
      default: value,
    })),
    actions: actions.map(({ id, title, style }, index) => ({
      id,
      title: title ?? humanize(id),
      style: style ?? (index === 0 ? ('primary' as const) : ('default' as const)),
    })),
    expires: expires === undefined ? undefined : milliseconds(expires),
  } satisfies Omit<HumanInputSpec, 'id' | 'kind' | 'title'>
}

/** The schema lets only durations through. */
function milliseconds(duration: string): number {
  return parseDuration(duration) ?? 0
}
