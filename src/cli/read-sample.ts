import { readFileSync } from 'node:fs'
import { parseDocument } from 'yaml'
import { FlowproofError, type Place } from '../errors.ts'
import { isRecord } from '../spec/record.ts'

/** Reads a JSON file with a request body. Throws `file-unreadable`, with the line that is wrong. */
export function readSample(name: string, file: string): Readonly<Record<string, unknown>> {
  const text = readText(name, file)
  const value = parseJson(name, file, text)
  if (isRecord(value)) return value
  throw failed(name, 'it is no JSON object', 'Write the body of a request, in braces.', { file, line: 1 })
}

function readText(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
    const why = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : String(code)
    throw failed(name, why, `Check --sample ${name}.`, { file }, cause)
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
