// Lints every openapi/*.yaml by our own rules: prints file:line and what to improve, and fails if there is anything.
import { readdirSync } from 'node:fs'
import { lintSpec } from '../src/spec/lint-spec.ts'
import { loadSpec } from '../src/spec/load-spec.ts'
import { createValidator } from '../src/spec/validator.ts'

for (const name of readdirSync('openapi')
  .filter((name) => name.endsWith('.yaml'))
  .sort()) {
  const spec = loadSpec(`openapi/${name}`)
  for (const { file, line, message } of lintSpec(spec, createValidator(spec))) {
    console.error(`${file}:${line} ${message}`)
    process.exitCode = 1
  }
}
