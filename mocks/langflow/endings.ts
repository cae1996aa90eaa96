import type { MomentOf } from '../../src/run/moment.ts'
import { type Built, type Cast, messageIdOf, sourceOf, type Telling } from './cast.ts'
import type { Component } from './graph.ts'
import { faultMessage, MACHINE, type Message } from './messages.ts'

/** A node is done: its message comes whole, and the chat outputs that it feeds send it once more. */
export function* finishNode(cast: Cast, moment: MomentOf<'node-finished'>): Generator<Telling> {
  if (moment.status === 'failed') {
    cast.failed = moment
    return
  }
  const { at, node, startedAt } = moment
  const component = cast.story.graph.nodes.get(node.id)
  if (!component) return
  const followed = followedMessage(cast, moment)
  if (followed) yield { tell: 'message', at, message: followed }
  const message = followed ?? unheardMessage(cast, moment, component)
  yield builtAt(at, { component, message, value: givenBy(moment), took: at - startedAt, usage: usageOf(moment) })
  for (const output of cast.story.graph.chatOutputs.get(node.id) ?? []) {
    const shown = followed
      ? { ...followed, source: sourceOf(component, node.model), stored: false }
      : plainMessage(cast, moment, { component, output })
    yield { tell: 'message', at, message: shown }
    yield builtAt(at, { component: output, message: shown, took: 1 })
  }
}

/** An iteration or a loop is done. One that failed ends the run, which says so. */
export function* finishGroup(cast: Cast, moment: MomentOf<'group-finished'>): Generator<Telling> {
  const { at, node, group, results, variables, startedAt, status } = moment
  const component = cast.story.graph.nodes.get(node.id)
  if (!component || status === 'failed') return
  yield builtAt(at, { component, value: group === 'iteration' ? results : variables, took: at - startedAt })
}

/** The run is over: the last outputs show their values, or the component that failed says so. */
export function* finishRun(cast: Cast, end: MomentOf<'run-finished'>): Generator<Telling> {
  const { story, startedAt } = cast
  const { at } = end
  const failed = end.status === 'failed' ? cast.failed : undefined
  const culprit = failed && story.graph.nodes.get(failed.node.id)
  if (failed?.failure && culprit) {
    const { id, displayName } = culprit
    const { type, message: text } = failed.failure
    yield { tell: 'fault', at, message: faultMessage(story, { at, id, displayName, type, text }) }
    for (const id of cast.unfinished) yield { tell: 'removed', at, id }
    yield builtAt(at, { component: culprit, took: failed.at - failed.startedAt, failure: failed.failure })
  }
  if (end.status === 'succeeded' || end.status === 'partial') {
    for (const output of story.graph.lastOutputs) yield builtAt(at, lastOutput(cast, output, end))
  }
  yield { tell: 'ended', at, startedAt, end, culprit }
}

function builtAt(at: number, built: Pick<Built, 'component' | 'took'> & Partial<Built>): Telling {
  return {
    tell: 'built',
    at,
    built: { message: undefined, value: undefined, usage: null, failure: undefined, ...built },
  }
}

/** The message that listeners have followed, now whole. */
function followedMessage(cast: Cast, moment: MomentOf<'node-finished'>): Message | undefined {
  const { node, at, text = '' } = moment
  cast.unfinished.delete(messageIdOf(cast.story, node.key))
  const agent = cast.agents.get(node.key)
  if (agent) {
    agent.answer(text, at)
    return agent.message()
  }
  const begun = cast.speakers.get(node.key)
  return begun && { ...begun, text, state: 'complete', usage: usageOf(moment), stored: false }
}

/** What a component says that nobody listens to. */
function unheardMessage(cast: Cast, moment: MomentOf<'node-finished'>, component: Component): Message | undefined {
  const { node, at, text = '' } = moment
  if (component.type.gives !== 'Message') return undefined
  const id = messageIdOf(cast.story, node.key)
  const source = sourceOf(component, node.model)
  return { ...MACHINE, id, at, text, source, icon: component.type.icon, usage: usageOf(moment), stored: false }
}

interface Wiring {
  readonly component: Component
  readonly output: Component
}

/** What a chat output says by itself, of a text that was not streamed. */
function plainMessage({ story }: Cast, moment: MomentOf<'node-finished'>, { component, output }: Wiring): Message {
  const id = story.run.id(`message:${output.id}`)
  const source = sourceOf(component, moment.node.model)
  return { ...MACHINE, id, at: moment.at, text: moment.text ?? '', source, icon: component.type.icon }
}

function lastOutput({ story }: Cast, component: Component, { at, outputs }: MomentOf<'run-finished'>) {
  const value = component.output === undefined ? undefined : outputs[component.output]
  if (component.type.gives !== 'Message') return { component, value, took: 1 }
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? '')
  const id = story.run.id(`message:${component.id}`)
  return { component, message: { ...MACHINE, id, at, text, sender: null, senderName: null, stored: false }, took: 1 }
}

function givenBy({ documents, outputs, text }: MomentOf<'node-finished'>): unknown {
  if (documents.length > 0) return documents.map(({ content, ...about }) => ({ text: content, ...about }))
  return Object.keys(outputs).length > 0 || text === undefined ? outputs : { text }
}

function usageOf({ usage }: MomentOf<'node-finished'>): Message['usage'] {
  if (usage === undefined) return null
  const { promptTokens, completionTokens } = usage
  return {
    input_tokens: promptTokens,
    output_tokens: completionTokens,
    total_tokens: promptTokens + completionTokens,
  }
}
