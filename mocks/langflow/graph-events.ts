import type { components } from '../../src/generated/langflow.ts'
import type { Telling } from './cast.ts'
import { streamedOf } from './messages.ts'
import type { Story } from './story.ts'

type Schemas = components['schemas']

/** The events that builds and workflows share. */
export type GraphEvent = Extract<Schemas['WorkflowStreamEvent'], Schemas['BuildStreamEvent']>

/** What builds and workflows say alike of a telling; nothing of those that they say each in their own way. */
export function graphEvents(story: Story, telling: Telling): readonly GraphEvent[] {
  switch (telling.tell) {
    case 'begun': {
      const { components, input } = story.graph
      const data = { ids: [input.id], to_run: components.map(({ id }) => id) }
      return [
        { event: 'vertices_sorted', data },
        { event: 'build_start', data: {} },
      ]
    }
    case 'message':
      return [{ event: 'add_message', data: streamedOf(story, telling.message) }]
    case 'token':
      return [{ event: 'token', data: { chunk: telling.chunk, id: telling.id } }]
    case 'tool-started':
      return [{ event: 'build_start', data: { id: telling.component } }]
    case 'tool-ended':
      return [{ event: 'build_end', data: { id: telling.component } }]
    case 'fault':
      return [{ event: 'error', data: { ...streamedOf(story, telling.message), category: 'error' } }]
    case 'removed':
      return [{ event: 'remove_message', data: { id: telling.id } }]
    case 'built':
    case 'waits':
    case 'ended':
      return []
  }
}

/** Seconds that a run took. */
export function buildDuration({ at, startedAt }: Extract<Telling, { tell: 'ended' }>): number {
  return (at - startedAt) / 1_000
}
