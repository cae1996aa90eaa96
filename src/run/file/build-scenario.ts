import type { InputSpec, NodeSpec, Scenario } from '../scenario.ts'
import { buildNodes } from './build-node.ts'
import { parseDuration } from './duration.ts'
import { humanize } from './humanize.ts'
import type { InputFile, ScenarioFile } from './scenario-file.ts'

/** Fills in what a file leaves out. */
export function buildScenario(content: ScenarioFile, about: Pick<Scenario, 'name' | 'shows' | 'file'>): Scenario {
  const nodes = buildNodes(content.nodes)
  return {
    ...about,
    when: [content.when ?? []].flat(),
    queued: parseDuration(content.queued ?? '0ms') ?? 0,
    speaks: content.speaks ?? false,
    inputs: (content.inputs ?? []).map(buildInput),
    nodes,
    outputs: content.outputs ?? defaultOutputs(nodes),
  }
}

function buildInput({
  name,
  type = 'text',
  label,
  required = false,
  max,
  options = [],
  default: value,
}: InputFile): InputSpec {
  return { name, type, label: label ?? humanize(name), required, max, options, default: value }
}

function defaultOutputs(nodes: readonly NodeSpec[]): Readonly<Record<string, string>> {
  const last = nodes.flatMap(topLevel).findLast((node) => node.does === 'step' && node.text !== undefined)
  return last === undefined ? {} : { text: `{{nodes.${last.id}.text}}` }
}

function topLevel(node: NodeSpec): readonly NodeSpec[] {
  return node.does === 'parallel' ? node.branches.flat().flatMap(topLevel) : [node]
}
