/** Why the kit refused to go on. Stable: callers switch on it, messages may change. */
export type ErrorCode =
  | 'usage'
  | 'config-invalid'
  | 'spec-invalid'
  | 'scenario-invalid'
  | 'scenario-unknown'
  | 'platform-unknown'
  | 'platform-invalid'
  | 'port-in-use'
  | 'file-unreadable'
  | 'target-unreachable'
  | 'key-rejected'

/** A place in a text file: what an editor jumps to. */
export interface Place {
  readonly file: string
  /** 1-based; absent when the whole file is meant. */
  readonly line?: number
  /** 1-based. */
  readonly column?: number
  /** JSON Pointer of the value, e.g. `/nodes/1/takes`. */
  readonly pointer?: string
}

/** Writes a place the way compilers do: `file:line:column#pointer`, as far as it is known. */
export function formatPlace({ file, line, column, pointer }: Place): string {
  const position = line === undefined ? '' : `:${line}${column === undefined ? '' : `:${column}`}`
  return `${file}${position}${pointer ? `#${pointer}` : ''}`
}

/**
 * The only error this kit throws, and only for what stops it. What a contract finds wrong is data, never an error: see `Finding`.
 * The message is a sentence for the user: what failed, why, what to do; `where` says in which file.
 */
export class FlowproofError extends Error {
  override readonly name = 'FlowproofError'
  readonly code: ErrorCode
  readonly where: Place | undefined

  constructor(code: ErrorCode, message: string, options: { where?: Place; cause?: unknown } = {}) {
    super(options.where ? `${message} (${formatPlace(options.where)})` : message, { cause: options.cause })
    this.code = code
    this.where = options.where
  }
}
