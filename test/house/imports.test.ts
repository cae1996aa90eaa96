import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { forbiddenImports, readImports } from './import-rules.ts'
import { sourceFiles } from './source-files.ts'

it('keeps every import inside the rules', () => {
  const files = sourceFiles(['src', 'mocks', 'contracts'], '.ts')
  expect(files).toContain('src/errors.ts')
  expect(files.flatMap((file) => forbiddenImports(file, readFileSync(file, 'utf8')))).toEqual([])
})

it('reads every way to name a module', () => {
  const source = `
    import a, { type B } from 'a'
    import type { C } from "b"
    import 'c'
    export * from 'd'
    export type { E } from 'e'
    import f = require('f')
    const g = await import('g')
    const h = await import(\`h\`)
    const i = require('i')
    type J = import('j').J
    const notOne = "import 'k'" // import 'l'
  `
  expect(
    readImports(source)
      .map(({ specifier }) => specifier)
      .join(''),
  ).toBe('abcdefghij')
})

const CASES = [
  {
    it: 'lets a mock import what it stands on',
    file: 'src/mock/server.ts',
    source: `import { a } from '../run/plan.ts'\nimport { b } from './clock.ts'\nimport express from 'express'`,
    want: [],
  },
  {
    it: 'keeps the mock from importing the contract',
    file: 'src/mock/server.ts',
    source: `import { a } from '../errors.ts'\nimport { b } from '../contract/probe.ts'`,
    want: ['src/mock/server.ts:2 -> src/contract/probe.ts'],
  },
  {
    it: 'keeps the contract from importing the mock, types included',
    file: 'src/contract/probe.ts',
    source: `import type { Reply } from '../mock/reply.ts'`,
    want: ['src/contract/probe.ts:1 -> src/mock/reply.ts'],
  },
  {
    it: 'sees a dynamic import and an import type',
    file: 'src/wire/sse.ts',
    source: `const a = await import('../spec/spec.ts')\ntype B = import('../run/plan.ts').B`,
    want: ['src/wire/sse.ts:1 -> src/spec/spec.ts', 'src/wire/sse.ts:2 -> src/run/plan.ts'],
  },
  {
    it: 'keeps one platform from importing another',
    file: 'mocks/one/index.ts',
    source: `import { a } from '../two/stream.ts'\nimport { b } from '../../contracts/one/index.ts'`,
    want: ['mocks/one/index.ts:1 -> mocks/two/stream.ts', 'mocks/one/index.ts:2 -> contracts/one/index.ts'],
  },
  {
    it: 'keeps a platform from importing the general spec code into its mock',
    file: 'mocks/one/index.ts',
    source: `import { a } from '../../src/spec/spec.ts'`,
    want: ['mocks/one/index.ts:1 -> src/spec/spec.ts'],
  },
  {
    it: 'keeps shipped code from importing tests',
    file: 'src/cli/main.ts',
    source: `import { a } from '../../test/mock/listen.ts'`,
    want: ['src/cli/main.ts:1 -> test/mock/listen.ts'],
  },
  {
    it: 'closes the way round through the name of the package',
    file: 'contracts/one/index.ts',
    source: `import { startMock } from 'flowproof'`,
    want: ['contracts/one/index.ts:1 -> flowproof'],
  },
  {
    it: 'refuses an area that has no rules',
    file: 'src/utils/misc.ts',
    source: '',
    want: ['src/utils/misc.ts is in no known area: add "utils" to the import rules'],
  },
]

it.each(CASES)('$it', ({ file, source, want }) => expect(forbiddenImports(file, source)).toEqual(want))
