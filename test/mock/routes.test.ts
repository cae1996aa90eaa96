import { expect, it } from 'vitest'
import { createRoutes } from '../../src/mock/routes.ts'
import type { HttpMethod, Operation } from '../../src/spec/spec.ts'

const operation = (method: HttpMethod, path: string): Operation => ({
  id: `${method} ${path}`,
  method,
  path,
  summary: '',
  tags: [],
  pointer: '',
  parameters: [],
  requestBody: undefined,
  responses: new Map(),
  security: [],
})

const routes = createRoutes([
  operation('get', '/'),
  operation('get', '/runs/{id}'),
  operation('post', '/runs/{id}'),
  operation('get', '/runs/latest'),
  operation('delete', '/runs/{id}/parts/{part}'),
  operation('get', '/files/{name}.json'),
  operation('get', '/a+b'),
])

const CASES = [
  { it: 'finds a path with no parameter', given: ['GET', '/'], want: ['get /', {}] },
  { it: 'decodes parameters', given: ['GET', '/runs/a%2Fb%20c'], want: ['get /runs/{id}', { id: 'a/b c' }] },
  {
    it: 'finds several parameters',
    given: ['DELETE', '/runs/1/parts/2'],
    want: ['delete /runs/{id}/parts/{part}', { id: '1', part: '2' }],
  },
  { it: 'prefers a concrete path to a template', given: ['GET', '/runs/latest'], want: ['get /runs/latest', {}] },
  {
    it: 'takes a template where it alone knows the method',
    given: ['POST', '/runs/latest'],
    want: ['post /runs/{id}', { id: 'latest' }],
  },
  { it: 'answers a HEAD by its GET', given: ['HEAD', '/runs/1'], want: ['get /runs/{id}', { id: '1' }] },
  {
    it: 'finds a parameter within a segment',
    given: ['GET', '/files/x.json'],
    want: ['get /files/{name}.json', { name: 'x' }],
  },
  { it: 'takes the signs of a regular expression for themselves', given: ['GET', '/a+b'], want: ['get /a+b', {}] },
] as const
it.each(CASES)('$it', ({ given: [method, path], want: [id, params] }) => {
  expect(routes(method, path)).toMatchObject({ kind: 'operation', operation: { id }, params })
})

it.each([
  '',
  '/runs',
  '/runs/',
  '/runs/1/',
  '/runs/1/parts',
  '//',
  '/aab',
  '/files/xyjson',
  '/runs/%ZZ',
])('knows no path %j', (path) => {
  expect(routes('GET', path)).toEqual({ kind: 'unknown-path' })
})

it('names the methods that a path has', () => {
  expect(routes('PUT', '/runs/latest')).toEqual({ kind: 'wrong-method', allowed: ['GET', 'HEAD', 'OPTIONS', 'POST'] })
  expect(routes('GET', '/runs/1/parts/2')).toEqual({ kind: 'wrong-method', allowed: ['DELETE', 'OPTIONS'] })
})
