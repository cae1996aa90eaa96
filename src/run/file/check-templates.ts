import type { FileProblem } from '../../yaml/file-problem.ts'
import type { ValuePath } from '../../yaml/yaml-source.ts'
import type { PlacedTemplate } from '../node-templates.ts'
import { namesIn } from '../template.ts'
import { type Known, whyUnknown } from './known-names.ts'

/**
 * Finds templates that cannot be read, and names in them that stand for nothing.
 * @param base - path of what the templates' paths start from.
 * @param thing - whose templates they are: node `write`.
 */
export function checkTemplates(
  templates: readonly PlacedTemplate[],
  known: Known,
  { base, thing }: { readonly base: ValuePath; readonly thing: string },
): FileProblem[] {
  return templates.flatMap(({ path, template }) => {
    const sentences = whyUnreadable(template) ?? unknownNames(template, known)
    return sentences.map((why) => ({ path: [...base, ...path], sentence: `${why.name} in ${thing} ${why.is}` }))
  })
}

interface Why {
  readonly name: string
  readonly is: string
}

function whyUnreadable(template: string): Why[] | undefined {
  try {
    namesIn(template)
    return undefined
  } catch (error) {
    return [{ name: 'a text', is: `is no template: ${error instanceof Error ? error.message : String(error)}.` }]
  }
}

function unknownNames(template: string, known: Known): Why[] {
  return namesIn(template).flatMap((name) => {
    const why = whyUnknown(name, known)
    return why === undefined ? [] : [{ name: `\`{{${name}}}\``, is: `names nothing: ${why}` }]
  })
}
