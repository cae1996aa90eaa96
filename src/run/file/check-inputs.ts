import type { FileProblem } from '../../yaml/file-problem.ts'
import type { InputSpec } from '../scenario.ts'

const LIMITED: readonly string[] = ['text', 'paragraph', 'files']

/** Finds declared inputs that contradict themselves. */
export function checkInputs(inputs: readonly InputSpec[]): FileProblem[] {
  return inputs.flatMap((input, index) => {
    const path = ['inputs', index]
    const about = `input \`${input.name}\``
    const twice = inputs.findIndex(({ name }) => name === input.name) < index
    return [
      ...(twice ? [{ path: [...path, 'name'], sentence: `${about} is declared twice.` }] : []),
      ...optionProblems(input.type, input.options, about).map((sentence) => ({ path: [...path, 'options'], sentence })),
      ...(input.max !== undefined && !LIMITED.includes(input.type)
        ? [
            {
              path: [...path, 'max'],
              sentence: `${about} is a ${input.type}, which has no \`max\`. Only text, paragraph and files have.`,
            },
          ]
        : []),
      ...defaultProblems(input, about).map((sentence) => ({ path: [...path, 'default'], sentence })),
    ]
  })
}

/** Why a select's options, or another type's, are wrong. */
export function optionProblems(type: string, options: readonly string[], about: string): string[] {
  if (type === 'select') return options.length > 0 ? [] : [`${about} is a select and has no \`options\`.`]
  return options.length > 0 ? [`${about} has \`options\` and is a ${type}. Only a select has options.`] : []
}

function defaultProblems({ type, options, max, default: value }: InputSpec, about: string): string[] {
  if (value === undefined) return []
  const expected = DEFAULT_TYPES[type]
  if (expected === undefined) return [`${about} is a ${type}, which has no \`default\`.`]
  if (typeof value !== expected) return [`the default of ${about} must be a ${expected}, not \`${value}\`.`]
  if (type === 'select') return choiceProblems(String(value), options, about)
  if (typeof value === 'string' && max !== undefined && value.length > max) {
    return [`the default of ${about} is longer than its \`max\`.`]
  }
  return []
}

const DEFAULT_TYPES: Readonly<Record<InputSpec['type'], 'string' | 'number' | 'boolean' | undefined>> = {
  text: 'string',
  paragraph: 'string',
  select: 'string',
  number: 'number',
  boolean: 'boolean',
  file: undefined,
  files: undefined,
  object: undefined,
}

/** Why a default is none of a select's options. */
export function choiceProblems(value: string, options: readonly string[], about: string): string[] {
  if (options.includes(value)) return []
  return [
    `the default of ${about} is \`${value}\`, which is none of its options: ${options.map((option) => `\`${option}\``).join(', ')}.`,
  ]
}
