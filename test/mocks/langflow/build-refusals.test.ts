import { expect } from 'vitest'
import { flowId } from './client.ts'
import { bearer, type Case, itRefuses, NOBODY } from './refusal-cases.ts'

const BUILD = `/api/v1/build/${flowId('answer')}/flow`
const OLD_TOKEN = `e30.${Buffer.from('{"exp":1700000000}').toString('base64url')}.x`

const CASES: readonly Case[] = [
  {
    it: 'a build without credentials',
    operation: 'buildFlow',
    url: '/api/v1/build/nobody/flow',
    ask: { key: '', body: {} },
    status: 403,
    want: 'No authentication credentials provided',
  },
  {
    it: 'a build with a wrong key',
    operation: 'buildFlow',
    url: BUILD,
    ask: { key: 'sk-wrong', body: {} },
    status: 403,
    want: 'Invalid API key',
  },
  {
    it: 'a build with a wrong token',
    operation: 'buildFlow',
    url: BUILD,
    ask: { ...bearer('sk-wrong'), body: {} },
    status: 401,
    want: 'Invalid token',
  },
  {
    it: 'a build with an old token',
    operation: 'buildFlow',
    url: BUILD,
    ask: { ...bearer(OLD_TOKEN), body: {} },
    status: 401,
    want: 'Token has expired',
  },
  {
    it: 'a build by name',
    operation: 'buildFlow',
    url: '/api/v1/build/answer/flow',
    ask: { body: {} },
    status: 422,
    want: [
      expect.objectContaining({
        type: 'uuid_parsing',
        loc: ['path', 'flow_id'],
        msg: 'Input should be a valid UUID, invalid character: expected an optional prefix of `urn:uuid:` followed by [0-9a-fA-F-], found `n` at 2',
      }),
    ],
  },
  {
    it: 'a build of an unknown flow',
    operation: 'buildFlow',
    url: `/api/v1/build/${NOBODY}/flow`,
    ask: { body: {} },
    status: 404,
    want: `Flow with id ${NOBODY} not found`,
  },
  {
    it: 'a build with an unknown input',
    operation: 'buildFlow',
    url: BUILD,
    ask: { body: { inputs: { message: 'Hi' } } },
    status: 422,
    want: [
      {
        type: 'extra_forbidden',
        loc: ['body', 'inputs', 'message'],
        msg: 'Extra inputs are not permitted',
        input: 'Hi',
      },
    ],
  },
  {
    it: 'an unknown delivery',
    operation: 'buildFlow',
    url: `${BUILD}?event_delivery=push`,
    ask: { body: {} },
    status: 422,
    want: [
      expect.objectContaining({
        type: 'enum',
        loc: ['query', 'event_delivery'],
        msg: "Input should be 'streaming', 'direct' or 'polling'",
      }),
    ],
  },
  {
    it: 'events without credentials',
    operation: 'streamBuildEvents',
    url: `/api/v1/build/${NOBODY}/events`,
    ask: { key: '' },
    status: 403,
    want: 'No authentication credentials provided',
  },
  {
    it: 'events of an unknown build',
    operation: 'streamBuildEvents',
    url: `/api/v1/build/${NOBODY}/events`,
    status: 404,
    want: `Job not found: Job queue not found for job_id: ${NOBODY}`,
  },
  {
    it: 'cancelling an unknown build',
    operation: 'cancelBuild',
    url: `/api/v1/build/${NOBODY}/cancel`,
    ask: { method: 'POST' },
    status: 404,
    want: `Job not found: Job queue not found for job_id: ${NOBODY}`,
  },
]

itRefuses(CASES)
