import type { DocumentSpec, FormAction, FormField } from './scenario.ts'

/** What the caller brought, in words all platforms share. */
export interface RunRequest {
  /** The question, prompt or first text input; empty when there is none. */
  readonly message: string
  readonly inputs: Readonly<Record<string, unknown>>
  /** Who asks, as the caller names it; empty when unknown. */
  readonly user: string
}

/** A person's answer to a form. `at` is the run's offset in ms when it arrived. */
export interface FormAnswer {
  readonly at: number
  /** `NodeRun.key` of the waiting node. */
  readonly node: string
  readonly action: string
  readonly inputs: Readonly<Record<string, unknown>>
}

/** One execution of a node within a run. The same object stands in all its moments. */
export interface NodeRun {
  /** Unique in the run, stable over plans: `write`, `each[1].greet`, `again[0].think`. Derive ids from it. */
  readonly key: string
  /** The node's id in the scenario. */
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly model: string | undefined
  /** `key` of the node before it in the flow. */
  readonly after: string | undefined
  /** The innermost container that it runs in. */
  readonly within: { readonly node: NodeRun; readonly group: Group; readonly index: number } | undefined
}

export type Group = 'iteration' | 'loop'

export interface Usage {
  readonly promptTokens: number
  readonly completionTokens: number
  /** US dollars for a million tokens. */
  readonly promptPrice: number
  readonly completionPrice: number
  /** Milliseconds from the node's start to its first token, and from there to the last. */
  readonly first: number
  readonly generating: number
}

export interface NodeFailure {
  readonly message: string
  readonly type: string
}

export interface ToolCall {
  /** Unique in the run. */
  readonly key: string
  readonly name: string
  readonly input: Readonly<Record<string, unknown>>
  readonly output: string
  readonly error: string | undefined
}

/** What a run has cost so far. */
export interface Totals {
  readonly promptTokens: number
  readonly completionTokens: number
  /** US dollars. */
  readonly price: number
  /** Starts of top-level nodes, each retried attempt included. */
  readonly steps: number
  /** Failed attempts of top-level nodes, handled and retried ones included; what an iteration absorbs is not. */
  readonly failures: number
}

export interface Form {
  readonly node: NodeRun
  readonly content: string
  readonly fields: readonly FormField[]
  readonly actions: readonly FormAction[]
  /** Offset in ms from the run's creation at which it expires; absent: never while the mock runs. */
  readonly expiresAt: number | undefined
}

export type RunStatus = 'succeeded' | 'failed' | 'partial' | 'stopped'

/**
 * Something that happens in a run. `at` is in ms since the run was created (queued); moments are in order of time, ties in order of cause.
 * `startedAt` is when a thing started: the `at` of its start, but earlier in a parallel iteration, whose items are told in one burst
 * when they are done. Texts, outputs and inputs are final: templates are filled.
 */
export type Moment =
  /** `nodes`: the flow's top-level nodes, those in branches included; what progress is measured against. */
  | { readonly kind: 'run-started'; readonly at: number; readonly nodes: number }
  | { readonly kind: 'node-started'; readonly at: number; readonly node: NodeRun; readonly startedAt: number }
  /** A piece of text that the run's outputs name; `whole` when the node gives it at once (no model). Pieces join to the node's text. */
  | {
      readonly kind: 'text'
      readonly at: number
      readonly node: NodeRun
      /** Which of the node's results it is: `text`, or the name of an output (then the value is written as JSON unless it is a text). */
      readonly output: string
      readonly text: string
      readonly whole: boolean
    }
  /** After the last piece of a model's text; not when the node fails. */
  | { readonly kind: 'text-ended'; readonly at: number; readonly node: NodeRun }
  | {
      readonly kind: 'reasoning'
      readonly at: number
      readonly node: NodeRun
      readonly text: string
      readonly last: boolean
    }
  | {
      readonly kind: 'tool-started'
      readonly at: number
      readonly node: NodeRun
      readonly call: ToolCall
      readonly startedAt: number
    }
  | {
      readonly kind: 'tool-finished'
      readonly at: number
      readonly node: NodeRun
      readonly call: ToolCall
      readonly startedAt: number
    }
  | {
      readonly kind: 'documents'
      readonly at: number
      readonly node: NodeRun
      readonly documents: readonly DocumentSpec[]
    }
  /** Failed attempt number `attempt` (1-based), told after the wait, just before the next one. */
  | {
      readonly kind: 'node-retried'
      readonly at: number
      readonly node: NodeRun
      readonly attempt: number
      readonly startedAt: number
      /** Milliseconds the attempt itself took. */
      readonly took: number
      readonly failure: NodeFailure
    }
  | {
      readonly kind: 'node-finished'
      readonly at: number
      readonly node: NodeRun
      readonly startedAt: number
      /** `handled`: it failed, and the flow goes on by `handled` in the scenario. */
      readonly status: 'succeeded' | 'failed' | 'handled'
      readonly handledBy: 'fail-branch' | 'default-value' | undefined
      readonly failure: NodeFailure | undefined
      readonly inputs: Readonly<Record<string, unknown>>
      readonly outputs: Readonly<Record<string, unknown>>
      /** Whole text of a node that writes one, streamed or not; what it wrote so far when it failed. */
      readonly text: string | undefined
      readonly reasoning: string | undefined
      readonly usage: Usage | undefined
      readonly tools: readonly ToolCall[]
      readonly documents: readonly DocumentSpec[]
    }
  | {
      readonly kind: 'group-started'
      readonly at: number
      readonly node: NodeRun
      readonly group: Group
      readonly startedAt: number
      /** Items, or most rounds. */
      readonly size: number
      /** Empty for a loop. */
      readonly items: readonly unknown[]
    }
  /** `index` is 0-based. A loop that no break stopped has a last one with `index` = size. */
  | {
      readonly kind: 'round-started'
      readonly at: number
      readonly node: NodeRun
      readonly group: Group
      readonly index: number
    }
  | {
      readonly kind: 'group-finished'
      readonly at: number
      readonly node: NodeRun
      readonly group: Group
      readonly startedAt: number
      readonly status: 'succeeded' | 'failed'
      readonly size: number
      readonly items: readonly unknown[]
      /** Milliseconds of each round that ran. */
      readonly rounds: readonly number[]
      readonly ended: 'all' | 'break' | 'failed'
      /** Collected results of an iteration (null for a failed item that is kept), or the loop's variables. */
      readonly results: readonly unknown[]
      readonly variables: Readonly<Record<string, unknown>>
      readonly usage: { readonly tokens: number; readonly price: number }
    }
  /** Told again at each pause while the form waits. */
  | { readonly kind: 'input-required'; readonly at: number; readonly form: Form }
  | { readonly kind: 'run-paused'; readonly at: number; readonly forms: readonly Form[]; readonly totals: Totals }
  | { readonly kind: 'run-resumed'; readonly at: number }
  | {
      readonly kind: 'input-answered'
      readonly at: number
      readonly form: Form
      readonly answer: FormAnswer /** The form's text with the answer in it. */
      readonly content: string
    }
  | { readonly kind: 'input-expired'; readonly at: number; readonly form: Form }
  | {
      readonly kind: 'run-finished'
      readonly at: number
      readonly status: RunStatus
      readonly outputs: Readonly<Record<string, unknown>>
      /** Set when failed or stopped. */
      readonly error: string | undefined
      readonly totals: Totals
    }

export type MomentKind = Moment['kind']

/** The moment of one kind. */
export type MomentOf<K extends MomentKind> = Extract<Moment, { kind: K }>
