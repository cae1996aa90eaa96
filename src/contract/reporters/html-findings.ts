import { frameWords } from '../exchange.ts'
import type { Finding, Report, SourceLine, Verdict } from '../report.ts'
import { formatExchange, formatStream } from './html-exchange.ts'
import { html, type Markup } from './html-markup.ts'
import { isStreamed, type StreamedExchange } from './html-timeline.ts'
import type { Offence } from './html-timeline-layout.ts'

/** Signs and words of the verdicts, so that colour is never alone; in the order in which they are shown. */
export const SIGNS: Readonly<Record<Verdict, string>> = { broken: '✗', unchecked: '?', waived: '~', kept: '✓' }

/** The findings by operation; operations with a broken promise come first. */
export function groupFindings(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, readonly Finding[]>()
  for (const finding of findings) groups.set(finding.operation, [...(groups.get(finding.operation) ?? []), finding])
  const isWhole = ([, group]: readonly [string, readonly Finding[]]): number => (group.some(isBroken) ? 0 : 1)
  return new Map([...groups].toSorted((a, b) => isWhole(a) - isWhole(b)))
}

/** Says whether a finding is of a broken promise. */
export function isBroken({ verdict }: Finding): boolean {
  return verdict === 'broken'
}

/** The frames of one exchange that break promises, in the order of the stream. */
export function offencesOf(findings: readonly Finding[], exchange: number): readonly Offence[] {
  const checks = new Map<number, readonly string[]>()
  for (const finding of findings) {
    if (!isBroken(finding) || finding.exchange !== exchange || finding.frame === undefined) continue
    checks.set(finding.frame, [...(checks.get(finding.frame) ?? []), finding.id])
  }
  return [...checks].map(([frame, ids]) => ({ frame, checks: ids })).toSorted((a, b) => a.frame - b.frame)
}

/** The verdicts on one operation: broken ones in full, unchecked and waived ones with their reasons, kept ones folded. */
export function formatGroup(
  report: Report,
  streams: readonly StreamedExchange[],
  operation: string,
  findings: readonly Finding[],
): Markup {
  const of = (verdict: Verdict): readonly Finding[] => findings.filter((finding) => finding.verdict === verdict)
  const counts = Object.entries(SIGNS).flatMap(([verdict, sign]) => {
    const count = findings.filter((finding) => finding.verdict === verdict).length
    return count === 0 ? [] : [`${sign} ${count} ${verdict}`]
  })
  return html`<section>
<h3><code>${operation}</code> <span class="muted">${counts.length > 1 ? counts.join(', ') : ''}</span></h3>
${of('broken').map((finding) => formatBroken(report, streams, finding))}
${formatFolded('unchecked', of('unchecked'), true)}
${formatFolded('waived', of('waived'), true)}
${formatFolded('kept', of('kept'), false)}
</section>
`
}

function formatBroken(report: Report, streams: readonly StreamedExchange[], finding: Finding): Markup {
  const { id, claim, source, expected = '', actual = '', request } = finding
  return html`<article class="finding" id="${anchor(id)}">
<h4><span class="broken">✗ broken</span> <code>${id}</code></h4>
<p>${claim}</p>
<dl>
<dt>promised in</dt><dd><code>${formatSource(source)}</code></dd>
<dt>expected</dt><dd>${expected}</dd>
<dt>actual</dt><dd><strong>${actual}</strong></dd>
<dt>more</dt><dd><code>flowproof explain ${id}</code></dd>
${formatPlace(report, finding)}
</dl>
${request === undefined ? '' : html`<h5>Send it again (the key is the variable KEY)</h5><pre class="curl">${request}</pre>`}
${formatEvidence(report, streams, finding)}
</article>
`
}

function formatPlace({ exchanges }: Report, { exchange, frame }: Finding): Markup | '' {
  if (exchange === undefined || frame === undefined) return ''
  const shown = exchanges.find(({ id }) => id === exchange)?.answer?.frames?.[frame]
  return html`<dt>seen in</dt><dd>${frameWords(shown ?? {}, frame)} of exchange ${exchange}${shown ? html`, <code>${shown.name}</code>, after ${shown.at} ms` : ''}</dd>`
}

function formatEvidence(report: Report, streams: readonly StreamedExchange[], { id, exchange }: Finding): Markup | '' {
  const shown = report.exchanges.find((one) => one.id === exchange)
  if (!shown) return ''
  const owner = ownerOf(report, shown.id)
  const stream = streams.find((one) => one.id === exchange)
  if (!stream) {
    return html`${formatExchange(shown, owner === id)}${isStreamed(shown) ? html`<p class="muted">The timeline of this exchange is one of those left out.</p>` : ''}`
  }
  if (owner !== id)
    return html`<p>Its timeline is at <a href="#${anchor(owner ?? '')}">${owner ?? ''}</a>.</p>${formatExchange(shown, false)}`
  return html`${formatStream(stream, offencesOf(report.findings, stream.id))}${formatExchange(shown, true)}`
}

// A picture is drawn once: where the first broken promise that it shows stands on the page.
function ownerOf({ findings }: Report, exchange: number): string | undefined {
  const shown = [...groupFindings(findings).values()].flat()
  return shown.find((finding) => isBroken(finding) && finding.exchange === exchange)?.id
}

function formatFolded(verdict: Exclude<Verdict, 'broken'>, findings: readonly Finding[], open: boolean): Markup | '' {
  if (findings.length === 0) return ''
  return html`<details${open ? html` open` : ''}><summary><span class="${verdict}">${SIGNS[verdict]} ${findings.length} ${verdict}</span></summary>
<ul class="list">
${findings.map(formatQuiet)}</ul></details>`
}

function formatQuiet({ id, claim, reason, actual, source, verdict }: Finding): Markup {
  const came = verdict === 'waived' && actual !== undefined
  return html`<li><code>${id}</code> ${claim} <span class="muted">(${formatSource(source)})</span>${reason === undefined ? '' : html`<br>${verdict}: ${reason}`}${came ? html`<br>actual: ${actual}` : ''}</li>
`
}

/** `openapi/example.yaml:12`. */
export function formatSource({ file, line }: SourceLine): string {
  return `${file}:${line}`
}

function anchor(id: string): string {
  return `check-${id}`
}
