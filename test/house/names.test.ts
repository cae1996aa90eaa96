import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { platformNames, sourceFiles } from './source-files.ts'

const platforms = platformNames()

/** Lines of `text` that name a platform, also inside a camelCase word; `modify` is not taken for `dify`. */
function namesIn(text: string, names: readonly string[]): string[] {
  const forms = names.flatMap((name) => [
    `(?<![A-Za-z])${name}`,
    `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    `(?<![A-Z])${name.toUpperCase()}`,
  ])
  return forms.length === 0 ? [] : text.split('\n').filter((line) => new RegExp(forms.join('|')).test(line))
}

it('finds the platforms', () => expect(platforms).toContain('dify'))

it('names no platform in general code and scenarios', () => {
  const files = [...sourceFiles(['src'], '.ts'), ...sourceFiles(['mocks/scenarios'], '')].filter(
    (file) => !file.startsWith('src/generated/') && /\.\w+$/.test(file),
  )
  expect(
    files.flatMap((file) => namesIn(readFileSync(file, 'utf8'), platforms).map((line) => `${file}: ${line}`)),
  ).toEqual([])
  expect(files.filter((file) => namesIn(file, platforms).length > 0)).toEqual([])
})

it('tells a platform from a word that contains its name', () => {
  const lines = ['modify', 'MODIFY', 'codifyAll', 'dify', 'a Dify run', 'readDifyStream', 'dify_key', 'DIFY_KEY']
  expect(namesIn(lines.join('\n'), ['dify'])).toEqual(lines.slice(3))
})

it.each(platforms)('gives %s an export, types, a mock and a contract', (platform) => {
  expect(JSON.parse(readFileSync('package.json', 'utf8'))).toMatchObject({
    exports: {
      [`./${platform}`]: {
        types: `./dist/src/generated/${platform}.d.ts`,
        default: `./dist/src/generated/${platform}.js`,
      },
    },
  })
  const files = [`src/generated/${platform}.ts`, `mocks/${platform}/index.ts`, `contracts/${platform}/index.ts`]
  expect(files.filter((file) => !existsSync(file))).toEqual([])
})

it('has no mock and no contract without a spec', () => {
  const known = new Set([...platforms, 'scenarios', 'known'])
  const entries = ['mocks', 'contracts'].flatMap((top) => readdirSync(top, { withFileTypes: true }))
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  expect(folders.filter((folder) => !known.has(folder))).toEqual([])
})
