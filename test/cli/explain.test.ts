import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it, vi } from 'vitest'
import { explainCommand } from '../../src/cli/explain.ts'
import { errorCodes } from '../../src/cli/explain-error.ts'

const JOBS = './test/contract/fixtures/jobs'

/** What the command prints; it throws what it refuses. */
async function explain(...words: readonly string[]): Promise<string> {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  try {
    await explainCommand().parseAsync([...words], { from: 'user' })
    return write.mock.calls.map(([text]) => String(text)).join('')
  } finally {
    write.mockRestore()
  }
}

it('tells all of a check', async () =>
  expect(await explain('job.incremental', '--platform', JOBS)).toMatchInlineSnapshot(`
    "job.incremental of ./test/contract/fixtures/jobs
    MUST send events while the run goes on, not at its end
    MUST: documents and real servers agree on it, as far as is known.

    Operation
      startJob, POST /jobs

    Promised in
      jobs/openapi.yaml:6
         5 | x-lifecycle:
      >  6 |   job:
         7 |     description: A job that writes a text.
         8 |     start: [{ operation: startJob, id: /job }]
         9 |     status: { operation: getJob, parameter: job, state: /state }
        10 |     stop: { operation: stopJob, parameter: job, leads-to: [stopped] }
        11 |     initial: [running]
        12 |     moves: { running: [done, stopped] }

    Shown by
      blocking  POST /jobs, GET /jobs/{job}; 1 run
      streamed  POST /jobs; 1 run
      stopped   POST /jobs, GET /jobs/{job}, DELETE /jobs/{job}; 1 run; --sample slow=FILE

    Takes
      --sample slow=FILE  a job that goes on until it is stopped

    Verify it alone (starts 3 runs)
      flowproof verify ./test/contract/fixtures/jobs --url "$URL" --key "$KEY" --only job.incremental --sample slow=FILE

    Leave it out
      flowproof verify ./test/contract/fixtures/jobs --url "$URL" --key "$KEY" --skip job.incremental

    Let it be broken for now, in flowproof.config.yaml
      targets:
        my-server:
          waivers:
            - check: job.incremental
              reason: why it may be broken
              until: 2030-12-31
    "
  `))

it('shows what stands by reference where a check says that the promise stands', async () => {
  const text = await explain('get-job.unknown-id', '--platform', JOBS)
  expect(text).toMatch(/Promised in\n {2}jobs\/openapi\.yaml:\d+\n.*\n {2}> .*'404': \{ \$ref: /)
  expect(text).toMatch(/\n {2}jobs\/openapi\.yaml:\d+\n.*\n {2}> .* Refused:/)
  expect(text).toMatch(/Shown by\n {2}get-job\.unknown-id\.job {2}GET \/jobs\/\{job\} with an unknown job\n/)
})

it('finds the platform of a check, and tells who is known to break it and what the document remarks', async () => {
  const text = await explain('create-prediction.key-wrong')
  expect(text).toMatch(/^create-prediction\.key-wrong of flowise\nSHOULD refuse a request with a wrong key/)
  expect(text).toMatch(/\nRemarked there\n {2}Answered with 500 and `Unauthorized`/)
  expect(text).toContain('\n  --flow locked_flow_id=ID  id of a flow that is bound to the key\n')
  expect(text).toContain('--only create-prediction.key-wrong --flow locked_flow_id=ID\n')
  expect(text).toMatch(
    /\nKnown to be broken by\n {2}Flowise 3\.1\.4: .* is a 500, not a 401 \(--known flowise-3\.1\.4\)\n$/,
  )
})

it('lists the platforms that have a check, and takes the one that is named', async () => {
  expect(await explain('get-version.body')).toBe(
    [
      '2 checks fit "get-version.body":',
      '  flowise   get-version.body  MUST answer with a body that fits its schema',
      '  langflow  get-version.body  MUST answer with a body that fits its schema',
      'For all of one of them: flowproof explain get-version.body --platform flowise',
      '',
    ].join('\n'),
  )
  expect(await explain('get-version.body', '--platform', 'langflow')).toMatch(/^get-version\.body of langflow\n/)
})

it.each([
  { it: 'the beginning of their ids', word: 'ping.' },
  { it: 'a glob', word: 'pi?g.*' },
])('lists the checks that fit $it', async ({ word }) => {
  const text = await explain(word, '--platform', JOBS)
  expect(text.split('\n').slice(1, 3)).toEqual([
    `  ${JOBS}  ping.status        MUST answer good requests with a status that the spec promises`,
    `  ${JOBS}  ping.media-type    MUST name the documented media type of every answer`,
  ])
})

it('tells what an error means and what to do', async () => {
  expect(await explain('target-unreachable')).toMatch(
    /^target-unreachable\nNo connection .*\nCheck that the server runs/,
  )
  expect(errorCodes).toContain('key-rejected')
})

it('prints JSON', async () => {
  expect(JSON.parse(await explain('ping.status', '--platform', JOBS, '--json'))).toMatchObject({
    platform: JOBS,
    id: 'ping.status',
    level: 'MUST',
    needs: [],
    runs: { least: 0, most: 0 },
    known: [],
  })
  expect(JSON.parse(await explain('ping.*', '--platform', JOBS, '--json'))).toHaveLength(3)
  expect(JSON.parse(await explain('usage', '--json'))).toMatchObject({ code: 'usage' })
})

it.each([
  { words: ['create-predicton.key-wrong'], says: 'Did you mean create-prediction.key-wrong?' },
  { words: ['key-rejectd'], says: 'no such check and no such error. Did you mean key-rejected?' },
  { words: ['teapot'], says: 'of a platform of your own, give the folder with --platform.' },
  { words: ['ping.status', '--platform', './test'], says: 'its folder has no openapi.yaml.' },
])('refuses $words in one sentence', async ({ words, says }) => {
  await expect(explain(...words)).rejects.toThrow(says)
})

it('is a command of flowproof that shows what it takes, and ends with 2 for what there is not', async () => {
  const flowproof = (...words: readonly string[]) =>
    promisify(execFile)(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'explain', ...words])
  expect((await flowproof()).stdout).toMatch(/^Usage: flowproof explain .*\nErrors: usage, .*\nExamples:\n/s)
  await expect(flowproof('teapot')).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^Failed to explain "teapot": .*\n$/),
  })
})
