import { nearest } from '../../nearest.ts'
import type { FileProblem } from '../../yaml/file-problem.ts'
import type { ValuePath } from '../../yaml/yaml-source.ts'
import type { HumanInputSpec, IterationSpec, LoopSpec, NodeSpec, StepSpec } from '../scenario.ts'
import { choiceProblems, optionProblems } from './check-inputs.ts'

/**
 * Finds what contradicts itself in one node, without its templates and the nodes in it. Paths start from the node.
 * @param inRounds - whether it stands in an iteration or a loop.
 */
export function checkNode(node: NodeSpec, inRounds: boolean): FileProblem[] {
  switch (node.does) {
    case 'step':
      return checkStep(node, inRounds)
    case 'iteration':
      return checkIteration(node)
    case 'loop':
      return checkLoop(node)
    case 'human-input':
      return checkForm(node)
    case 'parallel':
      return []
  }
}

function checkStep({ id, model, takes, reasoning, fails }: StepSpec, inRounds: boolean): FileProblem[] {
  const problems: FileProblem[] = []
  if (reasoning !== undefined && model === undefined) {
    problems.push({
      path: ['reasoning'],
      sentence: `node \`${id}\` has \`reasoning\` and no \`model\`. Only a model thinks.`,
    })
  }
  if (takes === 'until-stopped' && fails !== undefined) {
    problems.push({ path: ['fails'], sentence: `node \`${id}\` works until it is stopped, so it never fails.` })
  }
  if (fails?.rounds !== undefined && !inRounds) {
    const sentence = `node \`${id}\` stands in no iteration or loop, so that it has no \`rounds\` in which to fail.`
    problems.push({ path: ['fails', 'rounds'], sentence })
  }
  return problems
}

function checkIteration({ id, collects, nodes, parallel }: IterationSpec): FileProblem[] {
  const problems: FileProblem[] = []
  const ids = nodes.flatMap(idsOf)
  if (!ids.includes(collects)) {
    const near = nearest(collects, ids)
    const hint =
      near === undefined ? `Legal: ${ids.map((name) => `\`${name}\``).join(', ')}.` : `Did you mean \`${near}\`?`
    problems.push({
      path: ['collects'],
      sentence: `node \`${id}\` collects \`${collects}\`, which is no node in it. ${hint}`,
    })
  }
  const form = parallel ? nodes.flatMap(formsIn)[0] : undefined
  if (form !== undefined) {
    const sentence = `node \`${id}\` runs its items at the same time, so that no form can stand in it, as \`${form}\` does.`
    problems.push({ path: ['parallel'], sentence })
  }
  return problems
}

function idsOf(node: NodeSpec): string[] {
  return node.does === 'parallel' ? node.branches.flat().flatMap(idsOf) : [node.id]
}

function formsIn(node: NodeSpec): string[] {
  switch (node.does) {
    case 'human-input':
      return [node.id]
    case 'iteration':
    case 'loop':
      return node.nodes.flatMap(formsIn)
    case 'parallel':
      return node.branches.flat().flatMap(formsIn)
    case 'step':
      return []
  }
}

function checkLoop({ id, rounds, breaksAfter }: LoopSpec): FileProblem[] {
  if (breaksAfter === undefined || breaksAfter <= rounds) return []
  const sentence = `node \`${id}\` breaks after ${breaksAfter} rounds and has at most ${rounds}. Leave \`breaksAfter\` out if it never breaks.`
  return [{ path: ['breaksAfter'], sentence }]
}

function checkForm({ id, fields, actions }: HumanInputSpec): FileProblem[] {
  const path: ValuePath = ['form', 'fields']
  const perField = fields.flatMap((field, index): FileProblem[] => {
    const about = `field \`${field.name}\` of node \`${id}\``
    const at = (key: string, sentence: string) => ({ path: [...path, index, key], sentence })
    const isConstant = field.default !== undefined && !field.default.includes('{{')
    return [
      ...(field.name === 'action' ? [at('name', `${about} needs another name: \`action\` is the chosen action.`)] : []),
      ...(fields.findIndex(({ name }) => name === field.name) < index
        ? [at('name', `${about} stands there twice.`)]
        : []),
      ...optionProblems(field.type, field.options, about).map((sentence) => at('options', sentence)),
      ...(field.type === 'select' && isConstant
        ? choiceProblems(field.default, field.options, about).map((sentence) => at('default', sentence))
        : []),
    ]
  })
  const twice = actions.flatMap((action, index): FileProblem[] => {
    if (actions.findIndex((other) => other.id === action.id) === index) return []
    return [
      {
        path: ['form', 'actions', index, 'id'],
        sentence: `action \`${action.id}\` of node \`${id}\` stands there twice.`,
      },
    ]
  })
  return [...perField, ...twice]
}
