import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { platformNames, sourceFiles } from './source-files.ts'

/** What `npm pack` would put into the tarball; dist comes from `npm run build`. */
function packedFiles(): string[] {
  expect(existsSync('dist'), 'run "npm run build" first').toBe(true)
  const answer = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { encoding: 'utf8' })
  const [tarball]: [{ files: { path: string }[] }] = JSON.parse(answer)
  return tarball.files.map(({ path }) => path)
}

it('ships code, specs in both forms and scenarios, and nothing else', () => {
  const files = packedFiles()
  const wanted = [
    'LICENSE',
    'README.md',
    'package.json',
    'dist/src/index.js',
    'dist/src/index.d.ts',
    'dist/src/cli/main.js',
    'contracts/config.schema.json',
    ...sourceFiles(['mocks/scenarios'], '.yaml'),
    ...platformNames().flatMap((name) => [
      `openapi/${name}.yaml`,
      `dist/openapi/${name}-3.1.yaml`,
      `dist/src/generated/${name}.d.ts`,
      `dist/mocks/${name}/index.js`,
      `dist/contracts/${name}/index.js`,
    ]),
  ]
  expect(wanted.filter((file) => !files.includes(file))).toEqual([])
  expect(
    files
      .filter(
        (file) =>
          !/^(dist\/(src|mocks|contracts|openapi)\/|openapi\/|contracts\/(known\/|config)|mocks\/scenarios\/)/.test(
            file,
          ),
      )
      .sort(),
  ).toEqual(['LICENSE', 'README.md', 'package.json'])
  expect(files.filter((file) => /\.(test|test-d)\.|(?<!\.d)\.ts$/.test(file))).toEqual([])
})

it('records no download address in the lockfile', () => {
  expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/"resolved"|\.tgz/)
})
