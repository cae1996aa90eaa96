import { readFileSync } from 'node:fs'
import { parseDocument } from 'yaml'
import { FlowproofError, type Place } from '../errors.ts'
import { isRecord } from '../spec/record.ts'
import { whyUnreadable } from './why-unreadable.ts'

/**
 * Reads a JSON file with a request body. Throws `file-unreadable`, with the line that is wrong.
 * @param origin - what names the file, and where: for a file that cannot be read
 */
export function readSample(
  name: string,
  file: string,
  origin: SampleOrigin = { advice: `Check --sample ${name}.`, where: { file } },
): Readonly<Record<string, unknown>> {
  const text = readText(name, file, origin)
  const value = parseJson(name, file, text)
  if (isRecord(value)) return value
  throw failed(name, 'it is no JSON object', 'Write the body of a request, in braces.', { file, line: 1 })
}

export interface SampleOrigin {
  readonly advice: string
  readonly where: Place
}

function readText(name: string, file: string, { advice, where }: SampleOrigin): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw failed(name, whyUnreadable(cause), advice, where, cause)
  }
}

function parseJson(name: string, file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.replace(/ in JSON at position.*$/s, '') : 'it is no JSON'
    throw failed(name, why, 'Mend it there.', { file, ...findFault(text, cause) }, cause)
  }
}

/** Line and column of the first fault, 1-based. The engine names a position for most faults; the rest are found as JSON is a kind of YAML. */
export function findFault(text: string, cause: unknown): Pick<Place, 'line' | 'column'> {
  const position = cause instanceof Error ? /at position (\d+)/.exec(cause.message)?.[1] : undefined
  if (position !== undefined) return placeOf(text, Number(position))
  const [start] = parseDocument(text, { prettyErrors: true }).errors[0]?.linePos ?? []
  return start ? { line: start.line, column: start.col } : placeOf(text, text.trimEnd().length)
}

function placeOf(text: string, position: number): { line: number; column: number } {
  const lines = text.slice(0, position).split('\n')
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}

function failed(name: string, why: string, advice: string, where: Place, cause?: unknown): FlowproofError {
  return new FlowproofError('file-unreadable', `Failed to read sample "${name}": ${why}. ${advice}`, { where, cause })
}
