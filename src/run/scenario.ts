/** One run of a flow, free of any platform: what its nodes do, say and cost, and how it ends. Read from `mocks/scenarios/<name>.yaml`. */
export interface Scenario {
  /** The file's name without its ending. */
  readonly name: string
  /** Line 1 of the file, without the `# `: what the scenario shows. */
  readonly shows: string
  readonly file: string
  /** A request whose message holds one of these words is answered by this scenario (whole words, any case). */
  readonly when: readonly string[]
  /** Milliseconds between the request and the start of the run. */
  readonly queued: number
  /** Whether a platform that can speak reads the answer aloud as well. */
  readonly speaks: boolean
  /** What the flow asks of its caller. */
  readonly inputs: readonly InputSpec[]
  readonly nodes: readonly NodeSpec[]
  /** Result of the run: name to template. A node whose text is named here streams it. */
  readonly outputs: Readonly<Record<string, string>>
}

export type InputType = 'text' | 'paragraph' | 'select' | 'number' | 'boolean' | 'file' | 'files' | 'object'

/** One input of a flow. */
export interface InputSpec {
  readonly name: string
  readonly type: InputType
  readonly label: string
  readonly required: boolean
  /** Longest text in characters, or most files. */
  readonly max: number | undefined
  /** Legal values of a `select`. */
  readonly options: readonly string[]
  readonly default: string | number | boolean | undefined
}

/** What every node has; the rest depends on what it does. */
interface NodeCommon {
  /** Unique in the scenario. */
  readonly id: string
  /** The field's word for what the node is: `start`, `llm`, `http-request`, `tool`, `agent`, `code`, `end` …; platforms translate it. */
  readonly kind: string
  readonly title: string
}

/** A node that works for a while and then ends well or not. */
export interface StepSpec extends NodeCommon {
  readonly does: 'step'
  /** Milliseconds of work; for a node with text, what remains after the last token. `until-stopped` never ends by itself. */
  readonly takes: number | 'until-stopped'
  readonly model: string | undefined
  /** Template of the text it writes. */
  readonly text: string | undefined
  /** Template of what it thinks before the text. */
  readonly reasoning: string | undefined
  readonly pace: Pace
  readonly tools: readonly ToolSpec[]
  readonly documents: readonly DocumentSpec[]
  /** Outputs beside the text; strings are templates. */
  readonly outputs: Readonly<Record<string, unknown>>
  /** Absent: estimated from the texts. */
  readonly tokens: { readonly prompt: number | undefined; readonly completion: number | undefined }
  /** US dollars for a million tokens. */
  readonly price: { readonly prompt: number; readonly completion: number }
  readonly retries: RetrySpec | undefined
  readonly fails: FailureSpec | undefined
}

/** How fast text appears. */
export interface Pace {
  /** Milliseconds to the first token. */
  readonly first: number
  readonly tokensPerSecond: number
  /** 0 is even; 0.25 lets each gap vary by a quarter either way. */
  readonly jitter: number
}

export interface ToolSpec {
  readonly name: string
  readonly input: Readonly<Record<string, unknown>>
  readonly output: string
  readonly takes: number
  /** Set when the tool fails; the node goes on. */
  readonly error: string | undefined
}

export interface DocumentSpec {
  readonly title: string
  readonly content: string
  readonly source: string
  readonly score: number
}

/** Attempts that fail before the one that counts. */
export interface RetrySpec {
  readonly attempts: number
  /** Milliseconds between attempts. */
  readonly wait: number
  readonly error: string
  /** Name of the error's class. */
  readonly type: string
}

export interface FailureSpec {
  readonly message: string
  /** Name of the error's class, e.g. `HTTPResponseCodeError`. */
  readonly type: string
  /** `no`: the run fails. Otherwise the flow goes on by this way out. */
  readonly handled: 'no' | 'fail-branch' | 'default-value'
  /** 0-based rounds of the innermost container in which it fails; absent: in each. */
  readonly rounds: readonly number[] | undefined
}

/** Runs its nodes once for each item. */
export interface IterationSpec extends NodeCommon {
  readonly does: 'iteration'
  readonly items: readonly unknown[]
  /** All items at once, each result when it is ready. */
  readonly parallel: boolean
  readonly onError: 'fail' | 'continue' | 'remove'
  /** Node whose text or output is collected. */
  readonly collects: string
  readonly nodes: readonly NodeSpec[]
}

/** Runs its nodes again and again. */
export interface LoopSpec extends NodeCommon {
  readonly does: 'loop'
  /** Most rounds. */
  readonly rounds: number
  /** Rounds after which the break condition holds; absent: never. */
  readonly breaksAfter: number | undefined
  /** Loop variables at the end; strings are templates. */
  readonly variables: Readonly<Record<string, unknown>>
  readonly nodes: readonly NodeSpec[]
}

/** Runs its branches at the same time. */
export interface ParallelSpec extends NodeCommon {
  readonly does: 'parallel'
  readonly branches: readonly (readonly NodeSpec[])[]
}

/** Pauses the run until a person answers a form. */
export interface HumanInputSpec extends NodeCommon {
  readonly does: 'human-input'
  /** Template of what the person reads. */
  readonly content: string
  readonly fields: readonly FormField[]
  readonly actions: readonly FormAction[]
  /** Milliseconds after which an unanswered form expires and the run goes on; absent: never while the mock runs. */
  readonly expires: number | undefined
}

export interface FormField {
  readonly name: string
  readonly type: 'paragraph' | 'select' | 'file' | 'files'
  readonly label: string
  readonly required: boolean
  readonly options: readonly string[]
  /** Template. */
  readonly default: string | undefined
}

export interface FormAction {
  readonly id: string
  readonly title: string
  readonly style: 'primary' | 'default' | 'accent' | 'ghost'
}

export type NodeSpec = StepSpec | IterationSpec | LoopSpec | ParallelSpec | HumanInputSpec
