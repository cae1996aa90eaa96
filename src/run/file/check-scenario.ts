import type { FileProblem } from '../../yaml/file-problem.ts'
import type { ValuePath } from '../../yaml/yaml-source.ts'
import { templatesOf, textsIn } from '../node-templates.ts'
import type { NodeSpec, Scenario } from '../scenario.ts'
import { checkInputs } from './check-inputs.ts'
import { checkNode } from './check-node.ts'
import { checkTemplates } from './check-templates.ts'
import { childLists, type Known, knownAtStart, withForm, withResultsOf } from './known-names.ts'

/** What the schema cannot see: names that must differ or exist, values that must fit each other. In no order. */
export function checkScenario(scenario: Scenario): FileProblem[] {
  const problems = checkInputs(scenario.inputs)
  const ids = new Set<string>()
  const known = checkNodes(scenario.nodes, ['nodes'], knownAtStart(scenario))
  const outputs = textsIn(scenario.outputs, ['outputs'])
  return [...problems, ...checkTemplates(outputs, known, { base: [], thing: 'the outputs' })]

  /** Returns what can be named after the nodes. */
  function checkNodes(nodes: readonly NodeSpec[], path: ValuePath, before: Known): Known {
    return nodes.reduce((known, node, index) => {
      const base = [...path, index]
      checkId(node, base)
      problems.push(
        ...checkNode(node, known.index).map((problem) => ({ ...problem, path: [...base, ...problem.path] })),
      )
      const inside = checkInside(node, base, known)
      const about = { base, thing: `node \`${node.id}\`` }
      problems.push(...checkTemplates(templatesOf(node), ownNames(node, known, inside), about))
      return withResultsOf(node, node.does === 'parallel' ? inside : known, scenario)
    }, before)
  }

  /** Returns what can be named at the end of the nodes in a node. */
  function checkInside(node: NodeSpec, base: ValuePath, known: Known): Known {
    const start = {
      ...known,
      item: known.item || node.does === 'iteration',
      index: known.index || node.does === 'iteration' || node.does === 'loop',
    }
    const ends = childLists(node).map(({ list, path }) => checkNodes(list, [...base, ...path], start))
    const nodes = new Map(ends.flatMap((end) => [...end.nodes]))
    const forms = new Map(ends.flatMap((end) => [...end.forms]))
    return { ...start, nodes, forms }
  }

  function checkId({ id }: NodeSpec, base: ValuePath): void {
    if (ids.has(id)) problems.push({ path: [...base, 'id'], sentence: `two nodes have the id \`${id}\`.` })
    ids.add(id)
  }
}

function ownNames(node: NodeSpec, known: Known, inside: Known): Known {
  if (node.does === 'loop') return inside
  return node.does === 'human-input' ? withForm(node, known) : known
}
