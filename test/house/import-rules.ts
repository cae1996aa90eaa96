import { posix } from 'node:path'
import ts from 'typescript'

/** One module named by a source: statically, dynamically, or by a type only. */
export interface ImportedModule {
  readonly specifier: string
  /** 1-based. */
  readonly line: number
}

const EVERY_AREA = [
  'errors',
  'nearest',
  'redact',
  'yaml',
  'wire',
  'spec',
  'run',
  'generated',
  'mock',
  'contract',
  'cli',
  'index',
]

/** Which areas an area may import, beside itself. An area that is not here may not exist. */
export const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  errors: [],
  nearest: [],
  redact: [],
  yaml: ['errors', 'nearest'],
  wire: ['errors', 'nearest'],
  spec: ['errors', 'nearest', 'wire'],
  run: ['errors', 'nearest', 'yaml'],
  generated: ['wire'],
  mock: ['run', 'spec', 'wire', 'errors', 'nearest', 'redact'],
  contract: ['spec', 'wire', 'errors', 'nearest', 'redact'],
  cli: EVERY_AREA,
  index: EVERY_AREA,
  vitest: ['contract', 'errors'],
  'mocks/*': ['generated', 'mock', 'run', 'wire', 'errors', 'nearest'],
  'contracts/*': ['generated', 'contract', 'spec', 'wire', 'errors', 'nearest'],
}

/** Every module that `source` names in an import, an export, a dynamic import, an import type or a require, in order. */
export function readImports(source: string): ImportedModule[] {
  const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest)
  const found: ImportedModule[] = []
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node)
    if (specifier !== undefined && ts.isStringLiteralLike(specifier)) {
      const line = file.getLineAndCharacterOfPosition(specifier.getStart(file)).line + 1
      found.push({ specifier: specifier.text, line })
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier
  if (ts.isExternalModuleReference(node)) return node.expression
  if (ts.isImportTypeNode(node)) return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined
  if (!ts.isCallExpression(node)) return undefined
  const isImport = node.expression.kind === ts.SyntaxKind.ImportKeyword
  const isRequire = ts.isIdentifier(node.expression) && node.expression.text === 'require'
  return isImport || isRequire ? node.arguments[0] : undefined
}

/**
 * The forbidden imports of one source, each as `file:line -> imported file`.
 * @param file - path from the package root, with `/`; the imported files are named the same way.
 */
export function forbiddenImports(file: string, source: string): string[] {
  const from = areaOf(file)
  const allowed = ALLOWED[kindOf(from)]
  if (allowed === undefined) return [`${file} is in no known area: add "${from}" to the import rules`]
  return readImports(source).flatMap(({ specifier, line }) => {
    const to = targetOf(file, specifier)
    if (to === undefined || areaOf(to) === from || allowed.includes(areaOf(to))) return []
    return [`${file}:${line} -> ${to}`]
  })
}

// Another package is nobody's business here, but this package's own name would be a way around the rules.
function targetOf(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(file), specifier)
  return /^flowproof(\/|$)/.test(specifier) ? specifier : undefined
}

/** `src/mock/server.ts` is in `mock`, `src/errors.ts` in `errors`, `mocks/x/stream.ts` in `mocks/x`. */
function areaOf(file: string): string {
  const [top = '', next = ''] = file.split('/')
  return top === 'src' ? next.replace(/\.ts$/, '') : `${top}/${next}`
}

function kindOf(area: string): string {
  return area.replace(/\/.*/, '/*')
}
