import { normalize } from 'node:path'
import type { FileProblem } from '../../yaml/file-problem.ts'
import { fileFor } from '../report-files.ts'
import type { ConfigFile } from './config-file.ts'

/** What the schema cannot see: what must not stand there twice. In no order. */
export function checkConfig({ targets }: ConfigFile): readonly FileProblem[] {
  return [...checkWaivers(targets), ...checkReports(targets)]
}

function checkWaivers(targets: ConfigFile['targets']): readonly FileProblem[] {
  return Object.entries(targets).flatMap(([name, { waivers = [] }]) =>
    repeated(waivers, ({ check }) => check).map(({ check }) => ({
      path: ['targets', name, 'waivers', waivers.findLastIndex((waiver) => waiver.check === check), 'check'],
      sentence: `target \`${name}\` waives \`${check}\` twice. Keep one waiver of it.`,
    })),
  )
}

function checkReports(targets: ConfigFile['targets']): readonly FileProblem[] {
  const files = Object.entries(targets).flatMap(([name, { reports = {} }]) =>
    Object.entries(reports).map(([reporter, file]) => ({ file, path: ['targets', name, 'reports', reporter], name })),
  )
  return repeated(files, ({ file, name }) => normalize(fileFor(file, name))).map(({ file, path }) => ({
    path,
    sentence: `two reports are written to \`${file}\`. Give each its own file; \`{target}\` stands for the target's name.`,
  }))
}

/** Those of some things that have the same name as an earlier one. */
function repeated<T>(things: readonly T[], nameOf: (thing: T) => string): readonly T[] {
  const names = things.map(nameOf)
  return things.filter((_, index) => names.indexOf(names[index] ?? '') < index)
}
