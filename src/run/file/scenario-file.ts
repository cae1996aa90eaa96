/** What a scenario file may say, once its shape was checked against the schema: every word but a few may be left out. */
export interface ScenarioFile {
  readonly when?: string | readonly string[]
  readonly queued?: string
  readonly speaks?: boolean
  readonly inputs?: readonly InputFile[]
  readonly nodes: readonly NodeFile[]
  readonly outputs?: Readonly<Record<string, string>>
}

export interface InputFile {
  readonly name: string
  readonly type?: 'text' | 'paragraph' | 'select' | 'number' | 'boolean' | 'file' | 'files' | 'object'
  readonly label?: string
  readonly required?: boolean
  readonly max?: number
  readonly options?: readonly string[]
  readonly default?: string | number | boolean
}

/** What a node does is told by the one word that only its kind has: `items`, `rounds`, `branches` or `form`, else it is a step. */
export type NodeFile = StepFile | IterationFile | LoopFile | ParallelFile | HumanInputFile

interface CommonFile {
  readonly id: string
  readonly kind?: string
  readonly title?: string
}

export interface StepFile extends CommonFile {
  readonly kind: string
  readonly takes?: string
  readonly model?: string
  readonly text?: string
  readonly reasoning?: string
  readonly pace?: { readonly first?: string; readonly tokensPerSecond?: number; readonly jitter?: number }
  readonly tools?: readonly ToolFile[]
  readonly documents?: readonly DocumentFile[]
  readonly outputs?: Readonly<Record<string, unknown>>
  readonly tokens?: { readonly prompt?: number; readonly completion?: number }
  readonly price?: { readonly prompt?: number; readonly completion?: number }
  readonly retries?:
    | number
    | { readonly attempts: number; readonly wait?: string; readonly error?: string; readonly type?: string }
  readonly fails?:
    | string
    | {
        readonly message: string
        readonly type?: string
        readonly handled?: 'no' | 'fail-branch' | 'default-value'
        readonly rounds?: readonly number[]
      }
}

export interface ToolFile {
  readonly name: string
  readonly input?: Readonly<Record<string, unknown>>
  readonly output?: string
  readonly takes?: string
  readonly error?: string
}

export interface DocumentFile {
  readonly title: string
  readonly content: string
  readonly source?: string
  readonly score?: number
}

export interface IterationFile extends CommonFile {
  readonly items: readonly unknown[]
  readonly parallel?: boolean
  readonly onError?: 'fail' | 'continue' | 'remove'
  readonly collects?: string
  readonly nodes: readonly NodeFile[]
}

export interface LoopFile extends CommonFile {
  readonly rounds: number
  readonly breaksAfter?: number
  readonly variables?: Readonly<Record<string, unknown>>
  readonly nodes: readonly NodeFile[]
}

export interface ParallelFile extends Partial<CommonFile> {
  readonly branches: readonly (readonly NodeFile[])[]
}

export interface HumanInputFile extends CommonFile {
  readonly form: FormFile
}

export interface FormFile {
  readonly content: string
  readonly fields?: readonly FieldFile[]
  readonly actions?: readonly ActionFile[]
  readonly expires?: string
}

export interface FieldFile {
  readonly name: string
  readonly type?: 'paragraph' | 'select' | 'file' | 'files'
  readonly label?: string
  readonly required?: boolean
  readonly options?: readonly string[]
  readonly default?: string
}

export interface ActionFile {
  readonly id: string
  readonly title?: string
  readonly style?: 'primary' | 'default' | 'accent' | 'ghost'
}
