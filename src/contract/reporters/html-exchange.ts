import type { Exchange, ShownAnswer, ShownRequest } from '../exchange.ts'
import { counted, html, type Markup } from './html-markup.ts'
import { formatTimeline, isStreamed, type StreamedExchange } from './html-timeline.ts'
import type { Offence } from './html-timeline-layout.ts'

/** Frames shown on either side of one that breaks something, after the first and before the last. */
const NEAR = 5

/** What was sent and what came back, unfolded if `open`; the frames of a stream are shown apart. */
export function formatExchange(exchange: Exchange, open: boolean): Markup {
  const { id, flaw, request, answer, failure = 'No answer came.' } = exchange
  return html`<details${open ? html` open` : ''}><summary>Request and response of exchange ${id}${flaw === undefined ? '' : ` (${flaw})`}</summary>
<h5>Request</h5>
<pre>${formatRequest(request)}</pre>
<h5>Response</h5>
${
  answer === undefined
    ? html`<p>${failure}</p>`
    : html`<pre>${formatAnswer(answer)}</pre>
<p class="muted">Head after ${answer.headAt} ms, end (${answer.end}) after ${answer.endedAt} ms, ${counted(answer.bytes, 'byte')}.</p>`
}
</details>`
}

function formatRequest({ method, url, headers, body }: ShownRequest): string {
  return message(`${method} ${url}`, headers, body)
}

function formatAnswer({ status, headers, body }: ShownAnswer): string {
  return message(String(status), headers, body)
}

function message(head: string, headers: Readonly<Record<string, string>>, body: string | undefined): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return [head, ...lines, ...(body === undefined || body === '' ? [] : ['', body])].join('\n')
}

/** The picture of a stream, and the texts of those of its frames that matter. */
export function formatStream(exchange: StreamedExchange, offences: readonly Offence[]): Markup {
  const { id, operation, probe, answer } = exchange
  const late = offences.filter(({ frame }) => frame >= answer.frames.length)
  return html`<figure>
<figcaption>Exchange ${id}: ${counted(answer.frames.length, 'frame')} of <code>${operation}</code> for <code>${probe}</code>, in milliseconds since the request</figcaption>
<div class="scroll" role="region" tabindex="0" aria-label="Timeline of exchange ${id}">${formatTimeline(exchange, offences)}</div>
</figure>
${late.map(({ frame, checks }) => html`<p class="broken">✗ Frame ${frame + 1}, which breaks ${checks.join(', ')}, is beyond what is shown.</p>`)}
${formatFrames(exchange, offences)}`
}

function formatFrames({ id, answer: { frames } }: StreamedExchange, offences: readonly Offence[]): Markup {
  if (frames.length === 0) return html`<p class="muted">No frame came.</p>`
  const marked = new Map(offences.map(({ frame, checks }) => [frame, checks]))
  const centres = [0, ...marked.keys(), frames.length - 1]
  const shown = [...frames.entries()].filter(([index]) => centres.some((centre) => Math.abs(centre - index) <= NEAR))
  const rows = shown.map(([index, { at, event, name, text }]) => {
    const checks = marked.get(index)
    return html`<tr${checks ? html` class="marked"` : ''}><th scope="row" data-label="frame">${checks ? '✗ ' : ''}${index + 1}</th><td data-label="event">${event ?? '-'}</td><td class="number" data-label="ms">${at}</td><td><code>${name}</code>${checks ? html`<br>breaks ${checks.join(', ')}` : ''}</td><td><code>${text.trimEnd()}</code></td></tr>
`
  })
  return html`<details${offences.length > 0 ? html` open` : ''}><summary>Frames of exchange ${id}${shown.length < frames.length ? `: ${shown.length} of ${frames.length} shown` : ''}</summary>
<table class="frames stacking"><thead><tr><th scope="col">frame</th><th scope="col">event</th><th scope="col" class="number">ms</th><th scope="col" class="name">name</th><th scope="col">text</th></tr></thead>
<tbody>
${rows}</tbody></table></details>`
}

/** The streams to draw, at most 40: first those that show a break, in the order of the findings, then the others as they were sent. */
export function chooseStreams(exchanges: readonly Exchange[], broken: readonly number[]): readonly StreamedExchange[] {
  const rank = new Map(broken.toReversed().map((id, index) => [id, broken.length - index]))
  const rankOf = ({ id }: Exchange): number => rank.get(id) ?? broken.length + 1
  return exchanges
    .filter(isStreamed)
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .slice(0, MOST_TIMELINES)
}

const MOST_TIMELINES = 40
