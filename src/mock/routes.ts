import type { HttpMethod, Operation } from '../spec/spec.ts'

/** What a method and a path lead to. */
export type Match =
  | { readonly kind: 'operation'; readonly operation: Operation; readonly params: Readonly<Record<string, string>> }
  /** The path is known, the method is not. */
  | { readonly kind: 'wrong-method'; readonly allowed: readonly string[] }
  | { readonly kind: 'unknown-path' }

/** Finds the operation for a method (upper case) and a path below the platform's base. A HEAD is answered by its GET. */
export type Routes = (method: string, path: string) => Match

/**
 * Compiles the paths of a spec. Concrete paths go before templates, as OpenAPI wants it; where several templates match, one that knows
 * the method wins.
 * @see https://spec.openapis.org/oas/v3.2.0#path-templating-matching
 */
export function createRoutes(operations: Iterable<Operation>): Routes {
  const routes = [...operations].map(compile).sort((a, b) => a.parameters.length - b.parameters.length)
  return (method, path) => {
    const matching = routes.filter((route) => route.pattern.test(path))
    const wanted = method.toLowerCase()
    const found =
      matching.find((route) => route.operation.method === wanted) ??
      matching.find((route) => wanted === 'head' && route.operation.method === 'get')
    const params = found && paramsOf(found, path)
    if (found && params) return { kind: 'operation', operation: found.operation, params }
    if (matching.length === 0 || found) return { kind: 'unknown-path' }
    return { kind: 'wrong-method', allowed: allowedMethods(matching.map((route) => route.operation.method)) }
  }
}

interface Route {
  readonly operation: Operation
  readonly pattern: RegExp
  readonly parameters: readonly string[]
}

function compile(operation: Operation): Route {
  const parameters: string[] = []
  const pattern = operation.path.replace(/\{([^}]+)\}|[\\^$.*+?()[\]|]/g, (part, name: string | undefined) => {
    if (name === undefined) return `\\${part}`
    parameters.push(name)
    return '([^/]+)'
  })
  return { operation, pattern: new RegExp(`^${pattern}$`), parameters }
}

/** Absent when a segment is not legal percent-encoding. */
function paramsOf({ pattern, parameters }: Route, path: string): Readonly<Record<string, string>> | undefined {
  const values = pattern.exec(path)?.slice(1) ?? []
  try {
    return Object.fromEntries(parameters.map((name, index) => [name, decodeURIComponent(values[index] ?? '')]))
  } catch {
    return undefined
  }
}

function allowedMethods(methods: readonly HttpMethod[]): string[] {
  const names = methods.flatMap((method) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]))
  return [...new Set([...names, 'OPTIONS'])].sort()
}
