import { readFileSync } from 'node:fs'
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml'
import { FlowproofError, type Place } from '../errors.ts'
import { nearest } from '../nearest.ts'
import type { Finding } from './report.ts'

/** Where a named implementation is known to differ from its documents: a file in `contracts/known/`. */
export interface KnownDeviations {
  /** Name and version of the implementation. */
  readonly implementation: string
  readonly file: string
  readonly deviations: readonly KnownDeviation[]
}

export interface KnownDeviation {
  /** Id of the check that such an implementation breaks. */
  readonly check: string
  /** What it does instead, in a sentence. */
  readonly because: string
  readonly line: number
}

/** Reads a file of known deviations. Throws `file-unreadable` and `usage`, with the line that is wrong. */
export function readKnownDeviations(file: string): KnownDeviations {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (cause) {
    throw new FlowproofError(
      'file-unreadable',
      'Failed to read known deviations: the file cannot be read. Check its path.',
      {
        where: { file },
        cause,
      },
    )
  }
  return parseKnownDeviations(text, file)
}

/** Reads known deviations from a text; `file` is for the errors. */
export function parseKnownDeviations(text: string, file: string): KnownDeviations {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const [error] = document.errors
  if (error)
    throw refused(error.message.split('\n')[0] ?? 'it is no YAML', { file, line: error.linePos?.[0].line ?? 1 })
  const placeOf = (node: unknown): Place => ({
    file,
    line:
      typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
        ? lines.linePos(Number(node.range[0])).line
        : 1,
  })
  const root = document.contents
  if (!isMap(root)) throw refused('it is no mapping of `implementation` and `deviations`', { file, line: 1 })
  checkKeys(root, ['implementation', 'deviations'], placeOf)
  const deviations = root.get('deviations', true)
  if (!isSeq(deviations)) throw refused('`deviations` is no list', placeOf(deviations ?? root))
  return {
    implementation: textOf(root, 'implementation', placeOf),
    file,
    deviations: deviations.items.map((item) => {
      if (!isMap(item)) throw refused('a deviation is no mapping of `check` and `because`', placeOf(item))
      checkKeys(item, ['check', 'because'], placeOf)
      return {
        check: textOf(item, 'check', placeOf),
        because: textOf(item, 'because', placeOf),
        line: placeOf(item).line ?? 1,
      }
    }),
  }
}

function checkKeys(map: YAMLMap, legal: readonly string[], placeOf: (node: unknown) => Place): void {
  for (const { key } of map.items) {
    const name = isScalar(key) ? String(key.value) : ''
    if (legal.includes(name)) continue
    const near = nearest(name, legal)
    throw refused(
      `unknown key \`${name}\``,
      placeOf(key),
      near ? `Did you mean \`${near}\`?` : `Use ${legal.join(', ')}.`,
    )
  }
}

function textOf(map: YAMLMap, key: string, placeOf: (node: unknown) => Place): string {
  const value: unknown = map.get(key)
  if (typeof value === 'string' && value !== '') return value
  throw refused(`\`${key}\` is missing`, placeOf(map), `Give ${key} a text.`)
}

function refused(why: string, where: Place, advice = 'Mend the file.'): FlowproofError {
  return new FlowproofError('usage', `Failed to read known deviations: ${why}. ${advice}`, { where })
}

/**
 * Refuses, with `usage`, a line about a check that there is not.
 * @param ids - ids of all checks of the contract, chosen or not
 */
export function checkKnownDeviations(known: KnownDeviations, ids: readonly string[]): void {
  for (const { check, line } of known.deviations) {
    if (ids.includes(check)) continue
    const near = nearest(check, ids)
    throw refused(
      `there is no check \`${check}\``,
      { file: known.file, line },
      near ? `Did you mean \`${near}\`?` : undefined,
    )
  }
}

/**
 * Waives what an implementation is known to break. A line whose promise is kept has gone stale and is broken itself; one whose check was not
 * tried says nothing.
 */
export function applyKnownDeviations(findings: readonly Finding[], known: KnownDeviations): readonly Finding[] {
  const byCheck = new Map(known.deviations.map((deviation) => [deviation.check, deviation]))
  return findings.map((finding) => {
    const deviation = byCheck.get(finding.id)
    if (!deviation) return finding
    if (finding.verdict === 'broken')
      return { ...finding, verdict: 'waived', reason: `${known.implementation}: ${deviation.because}` }
    if (finding.verdict !== 'kept') return finding
    return {
      ...finding,
      verdict: 'broken',
      expected: `known deviation of ${known.implementation}: ${deviation.because}`,
      actual: `the promise is kept; remove ${known.file}:${deviation.line}`,
    }
  })
}
