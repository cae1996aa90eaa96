import type { Report } from '../report.ts'
import { chooseStreams, formatStream } from './html-exchange.ts'
import { formatGroup, groupFindings, isBroken, SIGNS } from './html-findings.ts'
import { counted, html, type Markup, textOf } from './html-markup.ts'
import { STYLE } from './html-style.ts'
import { formatCoverage, formatDrifts } from './html-tables.ts'
import { isStreamed, type StreamedExchange } from './html-timeline.ts'
import { formatSummary } from './pretty.ts'

// Should a text ever get past the escaping, nothing runs and nothing is fetched.
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

/** One page for a browser that needs no network and no script: verdicts with their evidence, pictures of the streams, coverage and drift. */
export function formatHtml(report: Report): string {
  const { platform, target, findings, coverage, drift, exchanges } = report
  const groups = groupFindings(findings)
  const broken = [...groups.values()]
    .flat()
    .flatMap((one) => (isBroken(one) && one.exchange !== undefined ? [one.exchange] : []))
  const streams = chooseStreams(exchanges, broken)
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${formatSummary(report)}: ${platform} at ${target}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#verdicts">Skip to the verdicts</a>
${formatHeader(report)}
<main>
<section aria-labelledby="verdicts"><h2 id="verdicts">Verdicts</h2>
${[...groups].map(([operation, group]) => formatGroup(report, streams, operation, group))}</section>
<section aria-labelledby="streams"><h2 id="streams">Streams</h2>
${formatStreams(streams, exchanges.filter(isStreamed).length, new Set(broken))}</section>
<section aria-labelledby="coverage"><h2 id="coverage">Coverage</h2>
${formatCoverage(coverage)}</section>
<section aria-labelledby="drift"><h2 id="drift">Drift</h2>
${formatDrifts(drift)}</section>
</main>
<footer><p>Written by Flowproof. This page fetches nothing.</p></footer>
</body>
</html>
`
  return textOf(page)
}

function formatHeader({
  platform,
  target,
  known,
  summary,
  findings,
  requests,
  runs,
  milliseconds,
  drift,
}: Report): Markup {
  const counts = (['kept', 'broken', 'unchecked', 'waived'] as const).map(
    (verdict) => html`<li class="${verdict}"><strong>${SIGNS[verdict]} ${summary[verdict]}</strong> ${verdict}</li>
`,
  )
  return html`<header>
<h1>${platform} at <code>${target}</code></h1>
${known === undefined ? '' : html`<p>Known as ${known}.</p>`}
<ul class="counts">
${counts}</ul>
<p class="muted">${counted(findings.length, 'check')}, ${counted(requests, 'request')}, ${counted(runs.started, 'run')} of ${runs.planned} planned, ${(milliseconds / 1000).toFixed(1)} s</p>
<nav aria-label="Parts of the report"><ul>
<li><a href="#verdicts">Verdicts</a></li><li><a href="#streams">Streams</a></li><li><a href="#coverage">Coverage</a></li><li><a href="#drift">Drift (${drift.length})</a></li>
</ul></nav>
</header>`
}

function formatStreams(streams: readonly StreamedExchange[], all: number, broken: ReadonlySet<number>): Markup {
  const others = streams.filter(({ id }) => !broken.has(id))
  const left = all - streams.length
  const above = streams.length - others.length
  return html`${all === 0 ? html`<p>No answer came as a stream.</p>` : ''}
${above > 0 ? html`<p>The timelines of ${counted(above, 'stream')} with a broken promise stand above, with the promise.</p>` : ''}
${others.map(
  (
    stream,
  ) => html`<details><summary>Exchange ${stream.id}: <code>${stream.operation}</code> for <code>${stream.probe}</code></summary>
${formatStream(stream, [])}</details>
`,
)}
${left > 0 ? html`<p>${counted(left, 'timeline')} of ${all} ${left === 1 ? 'is' : 'are'} left out; a JSON report holds all.</p>` : ''}`
}
