import { createRequire } from 'node:module'

/**
 * Packages that are read when they are first used. Whoever starts a mock of what the build has parsed needs none of them before the first
 * answer, and they take a good part of the start. What calls them must answer at once, so `import()` will not do.
 */
const require = createRequire(import.meta.url)

/** The parser of specs that the build has not seen. */
export const yaml = (): typeof import('yaml') => require('yaml')

/** The engine that runs schemas. */
export const ajv = (): typeof import('ajv/dist/2020.js') => require('ajv/dist/2020.js')

/** What the engine knows of `format`. */
export const ajvFormats = (): typeof import('ajv-formats') => require('ajv-formats')
