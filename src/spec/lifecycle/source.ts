import type { Place } from '../../errors.ts'
import { createExtensionReader, type ExtensionReader } from '../extension-reader.ts'
import { joinPointer } from '../pointer.ts'
import { type JobOperation, type NamedOperation, type PartContext, readOnJob } from './job-operation.ts'
import { type JobStart, readStarts } from './start.ts'
import { readStates } from './states.ts'
import { type JobStatus, readStatus } from './status.ts'
import { type JobStop, readStop } from './stop.ts'

/** Ties a value to states: elsewhere it is null or absent. */
export interface Bound {
  readonly pointer: string
  readonly in: readonly string[]
  /** In these states it is never null or absent. */
  readonly required: boolean
}

/** A lifecycle as written: its shape, operations and pointers are right, its states are not checked yet. */
export interface LifecycleSource {
  readonly description: string
  readonly start: readonly JobStart[]
  readonly status: JobStatus
  readonly stop: JobStop | undefined
  readonly stream: JobOperation | undefined
  readonly initial: readonly string[]
  /** By state: the states that it can change to directly. */
  readonly moves: ReadonlyMap<string, readonly string[]>
  readonly terminal: readonly string[]
  /** JSON Pointers of what is the same in every answer about one job that has it. */
  readonly constant: readonly string[]
  /** JSON Pointers of numbers that never fall from one answer to the next. */
  readonly rising: readonly string[]
  /** JSON Pointers of what is null or absent until it is set, and then never changes. */
  readonly once: readonly string[]
  readonly bound: readonly Bound[]
  /** The lifecycle is inferred: there is an `x-assumed` that says why. */
  readonly assumed: boolean
}

export interface LifecycleContext {
  /** By operationId. */
  readonly operations: ReadonlyMap<string, NamedOperation>
  /** Place of a JSON Pointer relative to the lifecycle's object. */
  readonly where: (pointer: string) => Place
}

const REQUIRED = ['start', 'status', 'initial', 'moves', 'terminal']
const OPTIONAL = ['description', 'stop', 'stream', 'constant', 'rising', 'once', 'bound', 'x-assumed']

/** The reader of one lifecycle, named in its errors. */
export function createLifecycleReader(kind: string, where: (pointer: string) => Place): ExtensionReader {
  return createExtensionReader(`lifecycle \`${kind}\``, where)
}

/** Reads the shape of a lifecycle. Throws `spec-invalid`. */
export function readLifecycleSource(
  reader: ExtensionReader,
  source: unknown,
  operations: LifecycleContext['operations'],
): LifecycleSource {
  const keys = reader.map(source, '', { required: REQUIRED, optional: OPTIONAL })
  const context = { reader, operations }
  return {
    description: keys.description === undefined ? '' : reader.text(keys.description, '/description'),
    start: readStarts(context, keys.start),
    status: readStatus(context, keys.status),
    stop: keys.stop === undefined ? undefined : readStop(context, keys.stop),
    stream: keys.stream === undefined ? undefined : readStream(context, keys.stream),
    initial: readStates(reader, keys.initial, '/initial'),
    moves: new Map(
      Object.entries(reader.map(keys.moves, '/moves')).map(([state, next]) => [
        state,
        reader.texts(next, joinPointer('/moves', state)),
      ]),
    ),
    terminal: readStates(reader, keys.terminal, '/terminal'),
    constant: reader.pointers(keys.constant, '/constant'),
    rising: reader.pointers(keys.rising, '/rising'),
    once: reader.pointers(keys.once, '/once'),
    bound: readBounds(reader, keys.bound),
    assumed: reader.remark(keys['x-assumed'], '/x-assumed'),
  }
}

function readStream(context: PartContext, value: unknown): JobOperation {
  return readOnJob(context, context.reader.map(value, '/stream', { required: ['operation', 'parameter'] }), '/stream')
}

function readBounds(reader: ExtensionReader, value: unknown): readonly Bound[] {
  if (value === undefined) return []
  return Object.entries(reader.map(value, '/bound')).map(([pointer, bound]) => {
    const at = joinPointer('/bound', pointer)
    const keys = reader.map(bound, at, { required: ['in'], optional: ['required'] })
    return {
      pointer: reader.pointer(pointer, at),
      in: readStates(reader, keys.in, joinPointer(at, 'in')),
      required: reader.flag(keys.required, joinPointer(at, 'required')),
    }
  })
}
