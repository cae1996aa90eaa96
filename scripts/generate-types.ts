// Writes src/generated/<platform>.ts for every openapi/<platform>.yaml; with --check only says which are stale.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { loadSpec } from '../src/spec/load-spec.ts'
import { typesOfSpec } from './types-of-spec.ts'

const check = process.argv.includes('--check')
mkdirSync('src/generated', { recursive: true })
for (const name of readdirSync('openapi')
  .filter((name) => name.endsWith('.yaml'))
  .sort()) {
  const spec = loadSpec(`openapi/${name}`)
  const file = `src/generated/${spec.platform}.ts`
  const want = await typesOfSpec(spec)
  const got = existsSync(file) ? readFileSync(file, 'utf8') : undefined
  if (got === want) continue
  if (check) {
    console.error(`${file} is not what openapi/${name} says now. Run "npm run types", and commit the file.`)
    process.exitCode = 1
  } else {
    writeFileSync(file, want)
    console.log(`${file} written`)
  }
}
