import type { Drift } from '../drift.ts'

/** One line for what came, and one for what would make the document know it. */
export function formatDrift({ operation, seen, times, source, patch }: Drift): readonly string[] {
  const where = `${source.file}:${source.line}`
  return [
    `  + ${operation}: ${seen}${times > 1 ? ` (${times} times)` : ''}`,
    `      ${where}  ${patch.op} ${patch.path}  ${JSON.stringify(patch.value)}`,
  ]
}
