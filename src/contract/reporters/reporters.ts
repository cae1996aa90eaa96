import type { Report } from '../report.ts'
import { formatJson } from './json.ts'
import { formatJunit } from './junit.ts'
import { formatPretty } from './pretty.ts'

/** Ways to write a report, by the name that `--reporter` takes. Pure: whoever calls them decides where the text goes. */
export const reporters = {
  pretty: formatPretty,
  json: formatJson,
  junit: formatJunit,
} as const satisfies Readonly<Record<string, (report: Report) => string>>

export type ReporterName = keyof typeof reporters
