import type { ReporterName } from '../../contract/reporters/reporters.ts'

/** What a config file says, once its shape was checked against the schema. Texts may name variables. */
export interface ConfigFile {
  readonly targets: Readonly<Record<string, TargetFile>>
}

export interface TargetFile {
  readonly platform: string
  readonly url: string
  readonly key: string
  readonly flows?: Readonly<Record<string, string>>
  readonly samples?: Readonly<Record<string, SampleFile>>
  readonly only?: readonly string[]
  readonly skip?: readonly string[]
  readonly known?: string
  readonly waivers?: readonly WaiverFile[]
  readonly 'max-runs'?: number
  readonly timeout?: number
  readonly 'answer-timeout'?: number
  readonly deadline?: number
  readonly concurrency?: number
  readonly strict?: boolean
  readonly reports?: Readonly<Partial<Record<ReporterName, string>>>
}

/** The path of a JSON file, or the body itself. */
export type SampleFile = string | Readonly<Record<string, unknown>>

export interface WaiverFile {
  readonly check: string
  readonly reason: string
  readonly until?: string
}
