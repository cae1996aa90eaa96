import type { Operation, Spec } from '../../src/spec/spec.ts'

/** Finds the operation that a request to a base URL is for: where several fit, the one with the fewest parameters. */
export function operationFinder({ operations }: Spec, base: string): (request: Request) => Operation | undefined {
  const root = new URL(base).pathname.replace(/\/$/, '').length
  const known = [...operations.values()]
    .map((operation) => ({ operation, pattern: pathPattern(operation.path) }))
    .toSorted((a, b) => a.operation.path.split('{').length - b.operation.path.split('{').length)
  return ({ method, url }) => {
    const path = new URL(url).pathname.slice(root)
    return known.find(({ operation, pattern }) => operation.method === method.toLowerCase() && pattern.test(path))
      ?.operation
  }
}

function pathPattern(template: string): RegExp {
  return new RegExp(`^${template.replaceAll('.', '\\.').replaceAll(/\{[^}]*\}/g, '[^/]+')}$`)
}
