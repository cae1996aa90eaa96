import type { Form, MomentOf, NodeFailure } from '../../src/run/moment.ts'
import type { Agent } from './agent.ts'
import type { Component } from './graph.ts'
import type { Message } from './messages.ts'
import type { Story } from './story.ts'

/** A component that has run. */
export interface Built {
  readonly component: Component
  /** What it says, when it gives a message. */
  readonly message: Message | undefined
  /** What it gives otherwise. */
  readonly value: unknown
  /** Milliseconds that it worked. */
  readonly took: number
  readonly usage: Message['usage']
  readonly failure: NodeFailure | undefined
}

/** What a run lets its listeners know. Each kind of stream has its own events for these, and leaves some out. */
export type Telling =
  | { readonly tell: 'begun'; readonly at: number }
  /** A message, or one that was told before and has changed. */
  | { readonly tell: 'message'; readonly at: number; readonly message: Message }
  | { readonly tell: 'token'; readonly at: number; readonly id: string; readonly chunk: string }
  | { readonly tell: 'tool-started' | 'tool-ended'; readonly at: number; readonly component: string }
  | { readonly tell: 'built'; readonly at: number; readonly built: Built }
  /** A component reports that it has failed. */
  | { readonly tell: 'fault'; readonly at: number; readonly message: Message }
  /** A message that was begun will not be finished. */
  | { readonly tell: 'removed'; readonly at: number; readonly id: string }
  | { readonly tell: 'waits'; readonly at: number; readonly form: Form }
  | {
      readonly tell: 'ended'
      readonly at: number
      readonly startedAt: number
      readonly end: MomentOf<'run-finished'>
      /** The component whose failure has ended the run. */
      readonly culprit: Component | undefined
    }

/** What is known of a run while it is told. */
export interface Cast {
  readonly story: Story
  /** Messages that models have begun, by the node's key. */
  readonly speakers: Map<string, Message>
  /** Agents that speak, by the node's key. */
  readonly agents: Map<string, Agent>
  /** Ids of messages that are not finished. */
  readonly unfinished: Set<string>
  failed: MomentOf<'node-finished'> | undefined
  startedAt: number
}

/** Id of what a node says. */
export const messageIdOf = ({ run }: Story, nodeKey: string): string => run.id(`message:${nodeKey}`)

/** Where a message of a component comes from: the component, and the model it used. */
export function sourceOf(component: Component, model: string | undefined): Message['source'] {
  const { id, displayName, type } = component
  const used = type.name.endsWith('Model') || type.name === 'Agent' ? (model ?? 'gpt-4o-mini') : displayName
  return { id, display_name: displayName, source: used }
}
