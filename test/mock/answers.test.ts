import request from 'supertest'
import { expect, it } from 'vitest'
import { createHeldClock } from '../../src/mock/held-clock.ts'
import { ask, PARROT, startParrot } from './parrot.ts'

const TALK = { text: 'hi' }

it('serves the only platform at the path of its own server', async () => {
  const mock = await startParrot({ clock: createHeldClock(), seed: 7 })
  expect(mock.url).toBe(`http://127.0.0.1:${mock.port}/api`)
  const response = await fetch(`${mock.url}/health`)
  expect(response.headers.get('content-type')).toBe('application/json')
  expect(response.headers.get('x-parrot')).toBe('green')
  expect(await response.json()).toEqual({
    base: mock.url,
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    now: Date.UTC(2026, 0, 1),
  })
})

it('gives the base as the client sees it', async () => {
  const mock = await startParrot()
  const response = await request(mock.url).get('/health').set('Host', 'mock.example:8080')
  expect(response.body).toMatchObject({ base: 'http://mock.example:8080/api' })
})

const REFUSALS = [
  {
    it: 'refuses an unknown path',
    method: 'GET',
    path: '/nowhere/%C3%BC?a=b',
    status: 404,
    squawk: 'No perch at /nowhere/ü',
  },
  {
    it: 'refuses a path that is not legal',
    method: 'GET',
    path: '/talks/%ZZ',
    status: 404,
    squawk: 'No perch at /talks/%ZZ',
  },
  {
    it: 'refuses a method before it looks at the key',
    method: 'PUT',
    path: '/talks',
    key: '',
    status: 405,
    squawk: 'Cannot PUT',
  },
  {
    it: 'refuses a missing key before it looks at the body',
    path: '/talks',
    key: '',
    body: 1,
    status: 401,
    squawk: 'Who are you?',
  },
  {
    it: 'refuses a body that the platform does not take',
    path: '/talks',
    body: [],
    status: 400,
    squawk: 'No words: json',
  },
  { it: 'answers a crash', method: 'GET', path: '/fall', status: 500, squawk: 'Fell off' },
]
it.each(REFUSALS)("$it in the platform's words", async ({ path, status, squawk, ...call }) => {
  const mock = await startParrot()
  const response = await ask(mock, path, call)
  expect(response.status).toBe(status)
  expect(response.headers.get('x-parrot')).toBe('green')
  expect(await response.json()).toEqual({ squawk })
})

it('takes any key but an empty one, or only the one it was started with', async () => {
  const open = await startParrot()
  const closed = await startParrot({ key: 'sesame' })
  expect((await ask(open, '/talks', { key: 'whatever' })).status).toBe(200)
  expect((await ask(open, '/talks', { key: '' })).status).toBe(401)
  expect((await ask(closed, '/talks', { key: 'whatever' })).status).toBe(401)
  expect((await ask(closed, '/talks', { key: 'sesame' })).status).toBe(200)
  expect(closed.platforms[0]?.samples[0]?.curl).toContain('sesame')
})

it('answers a HEAD as its GET, without the body', async () => {
  const mock = await startParrot()
  const [head, get] = [await ask(mock, '/picture', { method: 'HEAD' }), await ask(mock, '/picture')]
  expect(await head.text()).toBe('')
  expect(head.headers.get('content-type')).toBe('image/png')
  expect(head.headers.get('content-length')).toBe(get.headers.get('content-length'))
  expect(new Uint8Array(await get.arrayBuffer())).toEqual(new Uint8Array([137, 80, 78, 71]))
})

it('answers a preflight without a key', async () => {
  const mock = await startParrot()
  const headers = { origin: 'https://page.example', 'access-control-request-method': 'POST' }
  const response = await fetch(`${mock.url}/talks`, { method: 'OPTIONS', headers })
  expect(response.status).toBe(200)
  expect(response.headers.get('access-control-allow-origin')).toBe('https://page.example')
  expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS, POST')
  expect((await fetch(`${mock.url}/nowhere`, { method: 'OPTIONS' })).status).toBe(404)
})

it('says where to go when a path is no platform’s', async () => {
  const mock = await startParrot()
  const response = await fetch(`http://127.0.0.1:${mock.port}/v9/talks`)
  expect([response.status, await response.text()]).toEqual([
    404,
    `Nothing is served here. This mock serves parrot at ${mock.url}.\n`,
  ])
})

it('answers a blocking call when the run has ended, and its record agrees', async () => {
  const clock = createHeldClock()
  const mock = await startParrot({ clock })
  const answer = ask(mock, '/talks', { body: TALK })
  await expect.poll(clock.pending).toBe(1)
  expect(await (await ask(mock, '/talks')).json()).toMatchObject([{ status: 'talking', text: '' }])
  await clock.advance(450)
  expect(await (await ask(mock, '/talks')).json()).toMatchObject([{ status: 'talking', text: 'one two' }])
  await clock.advance(10_000)
  const talk: unknown = await (await answer).json()
  expect(talk).toMatchObject({ status: 'silent', text: 'one two three' })
  expect(await (await ask(mock, '/talks')).json()).toEqual([talk])
})

it('answers the same bytes for the same seed', async () => {
  const talks = [3, 3, 4].map(async (seed) => {
    const mock = await startParrot({ seed, speed: 'instant' })
    return (await ask(mock, '/talks', { body: TALK })).text()
  })
  const [first, second, third] = await Promise.all(talks)
  expect(second).toBe(first)
  expect(third).not.toBe(first)
})

it('reads the files of a form', async () => {
  const mock = await startParrot()
  const form = new FormData()
  form.set('colour', 'green')
  form.set('feather', new File(['soft'], 'a feather.txt', { type: 'text/plain' }))
  const headers = { authorization: 'Bearer polly' }
  const response = await fetch(`${mock.url}/feathers`, { method: 'POST', headers, body: form })
  expect([response.status, await response.json()]).toEqual([
    201,
    {
      files: [{ field: 'feather', filename: 'a feather.txt', type: 'text/plain', size: 4 }],
      fields: { colour: 'green' },
    },
  ])
})

it('serves several platforms, each below its name', async () => {
  const mock = await startParrot({ platforms: [PARROT, PARROT.replace('parrot', 'cuckoo')] })
  const root = `http://127.0.0.1:${mock.port}`
  expect([mock.url, mock.urls]).toEqual([root, { parrot: `${root}/parrot/api`, cuckoo: `${root}/cuckoo` }])
  expect(await (await fetch(`${root}/cuckoo/`)).json()).toBe('cuckoo')
  expect(await (await fetch(`${root}/parrot/api/health`)).json()).toMatchObject({ base: `${root}/parrot/api` })
  expect((await fetch(`${root}/api/health`)).status).toBe(404)
  expect((await fetch(`${root}/Cuckoo/`)).status).toBe(404)
})
