import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadScenarios } from '../../src/run/load-scenarios.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scenarios-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function write(path: string, text: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), text)
}

const scenario = (shows: string) => `# ${shows}\nnodes: [{ id: a, kind: code }]\n`

it('reads YAML files by name, and nothing else', () => {
  write('one/b.yaml', scenario('B'))
  write('one/a.yml', scenario('A'))
  write('one/README.md', 'no scenario')
  write('one/scenario.schema.json', '{}')
  expect(loadScenarios([join(folder, 'one')]).map(({ name }) => name)).toEqual(['a', 'b'])
})

it('lets a later folder replace a scenario', () => {
  write('one/a.yaml', scenario('Theirs'))
  write('one/b.yaml', scenario('Theirs'))
  write('two/a.yaml', scenario('Mine'))
  const found = loadScenarios([join(folder, 'one'), join(folder, 'two')])
  expect(found.map(({ name, shows }) => `${name}: ${shows}`)).toEqual(['b: Theirs', 'a: Mine'])
})

it('names the file that is wrong', () => {
  write('one/a.yaml', '# A\nnodes: []\n')
  const file = join(folder, 'one', 'a.yaml')
  expect(() => loadScenarios([join(folder, 'one')])).toThrow(
    `Failed to read scenario: \`nodes\` in the file must not be empty. (${file}:2:8)`,
  )
})

it('says so when there is no such folder', () => {
  const missing = join(folder, 'missing')
  expect(() => loadScenarios([missing])).toThrow(
    expect.objectContaining({ code: 'file-unreadable', message: expect.stringContaining('no such file or directory') }),
  )
})
