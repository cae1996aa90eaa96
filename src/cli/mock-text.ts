import { relative } from 'node:path'
import { formatPlace, type Place } from '../errors.ts'
import type { RequestRecord, Violation } from '../mock/journal.ts'
import type { Mock, ServedPlatform } from '../mock/start-mock.ts'
import type { MockSummary, PlatformSummary } from './mock-summary.ts'
import type { Paint } from './paint.ts'

/** What a person reads when the mock has started: where it is, what to paste, what it can play. */
export function formatStart({ platforms, scenarios }: Mock, paint: Paint): string {
  const width = Math.max(...scenarios.map(({ name }) => name.length))
  const offered = scenarios.map(({ name, shows }) => `  ${paint('cyan', name.padEnd(width))}  ${shows}`)
  return [...platforms.map((platform) => formatPlatform(platform, paint)), 'Scenarios', ...offered, ''].join('\n')
}

function formatPlatform({ name, spec, url, key, samples }: ServedPlatform, paint: Paint): string {
  const head = `${paint('bold', name)} (${spec.title} ${spec.version})`
  const pasteable = samples.flatMap(({ title, curl }) => [paint('dim', `# ${title}`), curl, ''])
  return [head, `  URL  ${paint('cyan', url)}`, `  Key  ${key}`, '', ...pasteable].join('\n')
}

/** One line for a request, and one more for each thing that the spec objects to. */
export function formatRequest(request: RequestRecord, paint: Paint): string {
  const { at, method, path, status, scenario, took, end, violations, crash } = request
  const events = Object.values(request.events).reduce((sum, count) => sum + count, 0)
  const parts = [
    paint('dim', new Date(at).toTimeString().slice(0, 8)),
    `${method} ${path}`,
    status === undefined ? '---' : paint(colourOf(status), String(status)),
    ...(scenario === undefined ? [] : [paint('cyan', scenario)]),
    `${Math.round(took ?? 0)} ms`,
    ...(events === 0 ? [] : [`${events} events`]),
    ...(end === 'left' ? [paint('yellow', 'client left')] : []),
    ...(end === 'cut' ? [paint('yellow', 'cut')] : []),
    ...(crash === undefined ? [] : [paint('red', 'crashed')]),
  ]
  return [parts.join('  '), ...violations.map((violation) => formatViolation(violation, paint))].join('\n')
}

function colourOf(status: number): 'green' | 'yellow' | 'red' {
  return status < 400 ? 'green' : status < 500 ? 'yellow' : 'red'
}

function formatViolation({ at, message, where, note }: Violation, paint: Paint): string {
  const text = `${at} ${message}`
  return `    ${note ? paint('dim', `note: ${text}`) : paint('yellow', text)} ${paint('dim', `(${formatWhere(where)})`)}`
}

// As short as it gets from where the user stands, and still something to click on.
function formatWhere({ file, line }: Place): string {
  const near = relative('.', file)
  return formatPlace({ file: near.startsWith('..') ? file : near, ...(line !== undefined && { line }) })
}

/** What the mock has seen in its life. */
export function formatSummary({ requests, violating, crashes, platforms }: MockSummary, paint: Paint): string {
  const parts = [
    `${requests} ${requests === 1 ? 'request' : 'requests'}`,
    ...(violating > 0 ? [paint('yellow', `${violating} against the spec`)] : []),
    ...(crashes > 0 ? [paint('red', `${crashes} crashed`)] : []),
  ]
  return [paint('bold', parts.join(', ')), ...platforms.map((platform) => formatCounts(platform, paint))].join('\n')
}

function formatCounts({ platform, operations, events }: PlatformSummary, paint: Paint): string {
  return [
    paint('bold', platform),
    `  operations  ${formatCount(operations, 'never called', paint)}`,
    `  events      ${formatCount(events, 'never seen', paint)}`,
  ].join('\n')
}

function formatCount(counts: Readonly<Record<string, number>>, never: string, paint: Paint): string {
  const entries = Object.entries(counts)
  const seen = entries.flatMap(([name, count]) => (count > 0 ? [`${name} ${count}`] : []))
  const missed = entries.flatMap(([name, count]) => (count === 0 ? [name] : []))
  const rest = missed.length > 0 ? [paint('dim', `${never}: ${missed.join(', ')}`)] : []
  return [...(seen.length > 0 ? [seen.join(', ')] : []), ...rest].join('; ') || 'none'
}
