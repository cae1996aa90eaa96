import type { Report } from '../report.ts'
import { formatGithub } from './github.ts'
import { formatHtml } from './html.ts'
import { formatJson } from './json.ts'
import { formatJunit } from './junit.ts'
import { formatMarkdown } from './markdown.ts'
import { formatPretty, type Look } from './pretty.ts'
import { formatTap } from './tap.ts'

/** Writes a report. A look is for those that people read at a terminal, and is theirs to use. */
export type Reporter = (report: Report, look?: Look) => string

/** Ways to write a report, by the name that `--reporter` takes. Pure: whoever calls them decides where the text goes. */
export const reporters = {
  pretty: formatPretty,
  json: formatJson,
  junit: formatJunit,
  tap: formatTap,
  github: formatGithub,
  markdown: formatMarkdown,
  html: formatHtml,
} as const satisfies Readonly<Record<string, Reporter>>

export type ReporterName = keyof typeof reporters

/** Whether a reporter has that name. */
export function isReporter(name: string): name is ReporterName {
  return Object.hasOwn(reporters, name)
}
