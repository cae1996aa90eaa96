import { readdirSync } from 'node:fs'
import { getHttpOperationsFromSpec } from '@stoplight/prism-cli/dist/operations.js'
import { createLogger } from '@stoplight/prism-core'
import { createServer } from '@stoplight/prism-http-server'
import { expect, it, onTestFinished } from 'vitest'
import { downLevel } from '../../src/spec/down-level.ts'
import { formatProblem } from '../../src/spec/format-problem.ts'
import { loadSpec } from '../../src/spec/load-spec.ts'
import { matchMediaType, matchResponse } from '../../src/spec/match-response.ts'
import { joinPointer, readPointer } from '../../src/spec/pointer.ts'
import { targetOf, wantsList } from '../../src/spec/read-text.ts'
import type { Operation, Spec } from '../../src/spec/spec.ts'
import { createValidator, type Validator } from '../../src/spec/validator.ts'
import { walkDocument } from '../../src/spec/walk-document.ts'
import { exampleRequest } from './example-request.ts'

const FILES = readdirSync('openapi').filter((name) => name.endsWith('.yaml'))
// Prism needs exponential time where schemas refer to each other too densely: minutes then, else well under two seconds.
const LONGEST_LOAD = 20_000

it.each(FILES)('loads the 3.1 form of %s in Prism, which answers every operation by the spec', {
  timeout: 60_000,
}, async (name) => {
  const spec = loadSpec(`openapi/${name}`)
  const { url, took } = await startPrism(spec)
  process.stdout.write(`Prism loaded ${name} in ${Math.round(took)} ms\n`)
  expect(took).toBeLessThan(LONGEST_LOAD)
  const validator = createValidator(spec)
  const wrong: string[] = []
  for (const operation of spec.operations.values()) {
    for (const status of statusesOf(operation)) wrong.push(...(await ask(validator, operation, status, url)))
  }
  expect(wrong).toEqual([])
})

async function startPrism(spec: Spec): Promise<{ url: string; took: number }> {
  const start = performance.now()
  const operations = await getHttpOperationsFromSpec(withListsInForms(downLevel(spec.document)))
  const took = performance.now() - start
  const server = createServer(operations, {
    cors: false,
    components: { logger: createLogger('prism', { level: 'silent' }) },
    config: {
      checkSecurity: true,
      errors: false,
      isProxy: false,
      mock: { dynamic: false },
      upstreamProxy: undefined,
      validateRequest: true,
      validateResponse: true,
    },
  })
  onTestFinished(() => server.close())
  return { url: await server.listen(0, '127.0.0.1'), took }
}

// Prism takes the parts of one name for a list only where an encoding says so, and not where the schema does.
function withListsInForms(document: Readonly<Record<string, unknown>>): typeof document {
  const copy = structuredClone(document)
  for (const { pointer, value } of walkDocument(copy)) {
    if (!pointer.endsWith('/multipart~1form-data')) continue
    const schema = targetOf(copy, joinPointer(pointer, 'schema'))
    const properties = Object.keys(readPointer(copy, joinPointer(schema, 'properties')) ?? {})
    const lists = properties.filter((name) => wantsList(copy, joinPointer(schema, 'properties', name)))
    Object.assign(value, { encoding: Object.fromEntries(lists.map((name) => [name, { style: 'form' }])) })
  }
  return copy
}

// Statuses with a JSON body; of a range, one.
function statusesOf({ responses }: Operation): readonly number[] {
  return [...responses.values()]
    .filter(({ content }) => [...content.keys()].some((name) => /[/+]json$/.test(name)))
    .map(({ status }) => (status === 'default' ? 500 : Number(status.replace('XX', '04'))))
}

async function ask(
  validator: Validator,
  operation: Operation,
  status: number,
  url: string,
): Promise<readonly string[]> {
  const what = `${operation.id} ${status}`
  const request = exampleRequest(validator.spec, operation, url)
  request.headers.set('accept', 'application/json')
  request.headers.set('prefer', `code=${status}`)
  const response = await fetch(request)
  const text = await response.text()
  if (response.status !== status) return [`${what}: answered ${response.status} ${text.slice(0, 300)}`]
  const declared = matchResponse(operation, status)
  const mediaType = declared && matchMediaType(declared.content, response.headers.get('content-type') ?? '')
  if (mediaType?.schema === undefined) return [`${what}: answered ${response.headers.get('content-type')}`]
  return validator.check(mediaType.schema, JSON.parse(text)).map((problem) => `${what}: ${formatProblem(problem)}`)
}
