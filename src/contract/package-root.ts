// This module runs from `src/contract` as written, or from `dist/src/contract` as built; data files stay at the package's root in both cases.
/** Whether the code runs as built. */
export const isBuilt = import.meta.url.endsWith('.js')

/** Where `src` and `contracts` stand, as written or as built. */
export const codeRoot = new URL('../../', import.meta.url)

/** Where `openapi` and other data stand. */
export const packageRoot = isBuilt ? new URL('../', codeRoot) : codeRoot
