import type { Throughput } from './compare-throughput.ts'
import { formatNumber, formatRatio, formatShare } from './format-number.ts'
import type { Report } from './report.ts'
import { median } from './statistics.ts'

/** The table of a comparison: medians, their range, and ratios to the contender named `base`. */
export function reportThroughput(
  { title, unit, base, notes }: Pick<Report, 'title' | 'notes'> & { readonly unit: string; readonly base: string },
  results: readonly Throughput[],
): Report {
  const yardstick = median(results.find(({ name }) => name === base)?.rates ?? [])
  return {
    title,
    notes,
    columns: ['server', `${unit}s/s`, 'lowest-highest', `to ${base}`, `server CPU us/${unit}`, 'client CPU', 'faults'],
    rows: results.map(({ name, rates, faults, cpuPerAnswer, clientShare }) => [
      name,
      formatNumber(median(rates)),
      `${formatNumber(Math.min(...rates))}-${formatNumber(Math.max(...rates))}`,
      formatRatio(median(rates), yardstick),
      formatNumber(cpuPerAnswer),
      formatShare(clientShare),
      String(faults),
    ]),
  }
}
