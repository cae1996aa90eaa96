import type { ErrorObject } from 'ajv/dist/2020.js'
import { type ErrorCode, FlowproofError, type Place } from '../errors.ts'
import type { ValuePath } from './yaml-source.ts'

/** A kind of YAML file that people write: its schema, and the words of the errors in such a file. */
export interface FileKind {
  readonly code: ErrorCode
  /** What is read: `scenario` in `Failed to read scenario: …`. */
  readonly name: string
  /** JSON Schema of the whole file. */
  readonly schema: object
  /**
   * What an entry of a list or map is called, such as node `write`; undefined where the key says enough.
   * @param root - the whole file's value.
   */
  readonly nameOf: (path: ValuePath, root: unknown) => string | undefined
  /** What to write in place of a text that does not fit a pattern. */
  readonly patterns: Readonly<Record<string, string>>
  /** Says in its own words what a value has to be; undefined where the general words do. */
  readonly expectation?: (error: ErrorObject) => string | undefined
  /** Keys that are legal where others are, for the hint at a misspelt one. */
  readonly keysBeside?: (keys: readonly string[]) => readonly string[]
}

/** The error for a file that cannot be read. The sentence begins in lower case. */
export function refused({ code, name }: FileKind, sentence: string, where: Place, cause?: unknown): FlowproofError {
  return new FlowproofError(code, `Failed to read ${name}: ${sentence}`, { where, cause })
}
