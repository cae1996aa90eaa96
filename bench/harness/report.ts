/** What one benchmark found, ready to print: the first column names the contender, all others hold numbers. */
export interface Report {
  readonly title: string
  /** Sentences that say what was compared and how. */
  readonly notes: readonly string[]
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** The report for a terminal: numbers flush right, notes below. */
export function formatText({ title, notes, columns, rows }: Report): string {
  const widths = columnWidths([columns, ...rows])
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => (index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0)))
      .join('  ')
      .trimEnd()
  const rule = widths.map((width) => '-'.repeat(width)).join('  ')
  return [title, '', line(columns), rule, ...rows.map(line), '', ...notes.map((note) => `  ${note}`), ''].join('\n')
}

/** The report as a Markdown section. */
export function formatMarkdown({ title, notes, columns, rows }: Report): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  const rule = columns.map((_, index) => (index === 0 ? '---' : '--:'))
  return [
    `### ${title}`,
    '',
    line(columns),
    line(rule),
    ...rows.map(line),
    '',
    ...notes.map((note) => `- ${note}`),
    '',
  ].join('\n')
}

function columnWidths(lines: readonly (readonly string[])[]): number[] {
  const width = Math.max(0, ...lines.map((cells) => cells.length))
  return Array.from({ length: width }, (_, index) => Math.max(...lines.map((cells) => cells[index]?.length ?? 0)))
}
