import { expect, it } from 'vitest'
import { eventsOf } from '../../src/contract/transcript.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { frame } from './fixtures/jobs-server.ts'
import { STREAM, send } from './fixtures/one-answer.ts'

it('reads on while a probe acts on an event, and waits for what it does', async () => {
  const order: string[] = []
  const seen = { end: () => order.push('nobody waits') as unknown }
  const end = new Promise((resolve) => {
    seen.end = () => resolve(undefined)
  })
  await send(
    (_, res) => {
      res.writeHead(200, STREAM).write(frame({ event: 'begin', job: 'a' }))
      setImmediate(() => res.end(frame({ event: 'end', job: 'a' })))
    },
    {
      live: {
        async onEvent(event) {
          order.push(`saw ${readPointer(event, '/event')}`)
          if (order.length > 1) return void seen.end()
          await end
          order.push('acted')
        },
      },
    },
  )
  expect([...order, 'ended']).toEqual(['saw begin', 'saw end', 'acted', 'ended'])
})

it('passes on what an act throws', async () => {
  const failing = send((_, res) => res.writeHead(200, STREAM).end(frame({ event: 'begin', job: 'a' })), {
    live: { onEvent: async () => Promise.reject(new Error('act')) },
  })
  await expect(failing).rejects.toThrow('act')
})

it('leaves a stream after the event that it was told to leave after', async () => {
  const transcript = await send(
    (_, res) => void res.writeHead(200, STREAM).write(frame({ event: 'begin', job: 'a' }) + frame({ event: 'beat' })),
    { live: { leaveAfter: () => true } },
  )
  expect(eventsOf(transcript)).toEqual([{ event: 'begin', job: 'a' }])
  expect(transcript.answer?.end.how).toBe('left')
})
