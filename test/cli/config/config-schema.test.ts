import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, it } from 'vitest'
import { configSchema } from '../../../src/cli/config/config-schema.ts'

it('gives editors the schema that the reader checks with', async () => {
  await expect(`${JSON.stringify(configSchema, null, 2)}\n`).toMatchFileSnapshot(
    '../../../contracts/config.schema.json',
  )
})

it('has a schema that is itself valid', () => {
  const ajv = new Ajv2020()
  expect(ajv.validateSchema(configSchema), ajv.errorsText()).toBe(true)
})
