import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it, vi } from 'vitest'
import { parse } from 'yaml'
import { parseConfig } from '../../src/cli/config/parse-config.ts'
import { configText } from '../../src/cli/init/config-text.ts'
import { workflowText } from '../../src/cli/init/workflow-text.ts'
import { initCommand } from '../../src/cli/init.ts'
import { platformNames } from '../house/source-files.ts'

const CONFIG = 'flowproof.config.yaml'
const WORKFLOW = '.github/workflows/flowproof.yml'
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'flowproof-'))
})

async function init(...words: readonly string[]): Promise<string> {
  let out = ''
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text)
    return true
  })
  await initCommand()
    .exitOverride()
    .parseAsync([...words, '--dir', folder], { from: 'user' })
    .finally(() => spy.mockRestore())
  return out
}

const read = (name: string) => readFileSync(join(folder, name), 'utf8')

it('says what it has written, and what is next', async () => {
  expect(await init('dify')).toMatchInlineSnapshot(`
    "Wrote flowproof.config.yaml and .github/workflows/flowproof.yml. Next:
      1. Give the flows and samples that you have in flowproof.config.yaml; what needs others is unchecked.
      2. FLOWPROOF_URL=https://… FLOWPROOF_KEY=… npx flowproof verify
      3. Add the variable FLOWPROOF_URL and the secret FLOWPROOF_KEY to the repository, and commit both files.
    "
  `)
})

it('writes a config that a person can fill in', () => {
  const contract = { roles: { robot: 'the robot that writes' }, samples: { ok: 'a job that succeeds' } }
  expect(configText({ platform: 'jobs', platforms: ['jobs', 'talks'], contract })).toMatchInlineSnapshot(`
    "# yaml-language-server: $schema=./node_modules/flowproof/contracts/config.schema.json
    # Live servers that \`flowproof verify\` holds to their contracts. Paths start at the folder of this file.
    # In every text, \${NAME} stands for an environment variable, and \${NAME:-text} for one with a default.
    targets:
      staging:
        # jobs, talks, or the path of a folder with your own
        platform: jobs
        url: \${FLOWPROOF_URL}
        key: \${FLOWPROOF_KEY}

        # Runs cost money: what would start more than these is left out.
        max-runs: 30

        # Ids of flows. What needs one that is not given is unchecked.
        # flows:
        #   robot: …  # the robot that writes

        # Request bodies of runs of each kind: the path of a JSON file, or the body itself.
        # samples:
        #   ok: samples/ok.json  # a job that succeeds

        # Promises that may be broken for now. One that is kept, or whose day has passed, fails.
        # waivers:
        #   - check: id of a check, as reports have it
        #     reason: why it may be broken
        #     until: 2026-12-31
    "
  `)
})

it('writes a workflow that a person can read', () => {
  expect(workflowText({ version: '1.2.3', isOwn: true })).toMatchInlineSnapshot(`
    "# Holds the servers in flowproof.config.yaml to their contracts.
    name: Flowproof
    on:
      workflow_dispatch:
      push:
        branches: [main]
      # schedule:
      #   - cron: '0 5 * * 1'
    permissions:
      contents: read
    jobs:
      verify:
        runs-on: ubuntu-latest
        steps:
          - uses: actions/checkout@v4
          - uses: actions/setup-node@v4
            with:
              node-version: 22
          - name: Install what the contract imports
            run: npm ci
          - name: Verify
            env:
              FLOWPROOF_URL: \${{ vars.FLOWPROOF_URL }}
              FLOWPROOF_KEY: \${{ secrets.FLOWPROOF_KEY }}
            run: |
              npx --yes flowproof@1.2.3 verify --reporter github \\
                --report 'junit=flowproof-reports/{target}.xml' \\
                --report 'html=flowproof-reports/{target}.html' \\
                --report 'markdown=flowproof-reports/{target}.md'
          - name: Show the reports
            if: \${{ !cancelled() }}
            run: |
              for page in flowproof-reports/*.md; do
                if [ -f "$page" ]; then cat "$page" >> "$GITHUB_STEP_SUMMARY"; fi
              done
          - name: Keep the reports
            if: \${{ !cancelled() }}
            uses: actions/upload-artifact@v4
            with:
              name: flowproof-reports
              path: flowproof-reports
    "
  `)
})

it.each(platformNames())('writes a config for %s that can be read, with its comments and without', async (platform) => {
  await init(platform)
  const [target] = parseConfig(read(CONFIG), CONFIG)
  expect(target?.said).toMatchObject({ platform, url: '${FLOWPROOF_URL}', key: '${FLOWPROOF_KEY}' })
  const [full] = parseConfig(read(CONFIG).replaceAll(/^ {4}# (?=( *- | *[\w-]+:))/gm, '    '), CONFIG)
  expect(Object.keys(full?.said ?? {})).toEqual(expect.arrayContaining(['flows', 'samples', 'waivers']))
})

it('takes any platform when none is named', async () => {
  await init()
  expect(platformNames()).toContain(parseConfig(read(CONFIG), CONFIG)[0]?.said.platform)
})

it('names a platform of your own as it lies from the config, and installs what its contract imports', async () => {
  await init('./test/contract/fixtures/jobs')
  expect(parseConfig(read(CONFIG), CONFIG)[0]?.said.platform).toMatch(/^\.\.\/.*\/test\/contract\/fixtures\/jobs$/)
  const steps: { run?: string }[] = parse(read(WORKFLOW)).jobs.verify.steps
  expect(steps.flatMap(({ run }) => run ?? [])[0]).toBe('npm ci')
})

it.each([CONFIG, WORKFLOW])('writes nothing where there is a %s', async (name) => {
  mkdirSync(join(folder, '.github/workflows'), { recursive: true })
  writeFileSync(join(folder, name), 'mine')
  await expect(init('dify')).rejects.toThrow(
    `Failed to write ${name}: it is there already. Nothing was changed; move it away, or choose another --dir. (${join(folder, name)})`,
  )
  expect(read(name)).toBe('mine')
  expect([CONFIG, WORKFLOW].filter((file) => existsSync(join(folder, file)))).toEqual([name])
})

it('refuses a platform that there is not, and writes nothing', async () => {
  await expect(init('difi')).rejects.toThrow('there is none of that name. Did you mean dify?')
  expect(readdirSync(folder)).toEqual([])
})

it('refuses a folder that is a file', async () => {
  folder = join(folder, 'file')
  writeFileSync(folder, '')
  await expect(init('dify')).rejects.toThrow(`Failed to write ${CONFIG}: its folder cannot be made`)
})
