import { expect, it } from 'vitest'
import { eventsNamed, textsOf } from './client.ts'
import { tell } from './tell.ts'

it('gives out the outputs in their order, a line break apart, and holds them back before a fork', () => {
  const events = tell('branch').events()
  const chunks = eventsNamed(events, 'text_chunk').map(({ data }) => data.text)
  expect(chunks.join('')).toBe(
    'Good morning\nBefore the fork.\n- red\n- {\'deep\': True}\n- None\n{\n  "size": 2\n}\n3\nAfter the fork.',
  )
  const before = events.slice(
    0,
    events.findIndex(({ event }) => event === 'text_chunk'),
  )
  expect(before.at(-1)).toMatchObject({ event: 'node_finished', data: { node_type: 'if-else' } })
  const end = eventsNamed(events, 'node_started').find(({ data }) => data.node_type === 'end')?.data.node_id
  expect(textsOf(events)[`${end}.answer`]).toBe('\n'.repeat(5))
})

it('closes the text of a model with an empty chunk right before the end of its node', () => {
  const events = tell('answer').events()
  const last = events.findLastIndex(({ event }) => event === 'text_chunk')
  expect(events[last]).toMatchObject({ data: { text: '' } })
  expect(events[last + 1]).toMatchObject({ event: 'node_finished', data: { node_type: 'llm' } })
})

it('lets a later output wait for the one before it when nodes write at the same time', () => {
  const chunks = eventsNamed(tell('parallel-branches').events(), 'text_chunk').map(({ data }) => data.text)
  expect(chunks.join('').split('\n')).toEqual([
    'The bridge will be done by May: the piers stand, the steel is paid for, and the river is low this year.',
    'Nobody has tested the bearings, and the last two bridges of this kind opened a year late.',
    '36',
  ])
})
