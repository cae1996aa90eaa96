import type { Coverage } from '../coverage.ts'
import type { Drift } from '../drift.ts'
import { formatSource } from './html-findings.ts'
import { html, type Markup } from './html-markup.ts'

/** Two tables: the requests to each operation with what they were answered, and how often each event came. */
export function formatCoverage({ operations, events }: Coverage): Markup {
  const visits = Object.entries(operations).map(
    ([id, { requests, statuses }]) =>
      html`<tr><th scope="row"><code>${id}</code></th><td class="number">${requests}</td><td>${requests === 0 ? 'not visited' : formatStatuses(statuses)}</td></tr>
`,
  )
  const sightings = Object.entries(events).map(
    ([name, times]) =>
      html`<tr><th scope="row"><code>${name}</code></th><td class="number">${times}</td><td>${times === 0 ? 'not seen' : ''}</td></tr>
`,
  )
  return html`<table><caption>Operations</caption>
<thead><tr><th scope="col">operation</th><th scope="col" class="number">requests</th><th scope="col">statuses</th></tr></thead>
<tbody>
${visits}</tbody></table>
${
  sightings.length === 0
    ? html`<p class="muted">No operation streams events.</p>`
    : html`<table><caption>Events</caption>
<thead><tr><th scope="col">event</th><th scope="col" class="number">times</th><th scope="col">note</th></tr></thead>
<tbody>
${sightings}</tbody></table>`
}`
}

function formatStatuses(statuses: Readonly<Record<string, number>>): string {
  return Object.entries(statuses)
    .map(([status, times]) => `${status} ×${times}`)
    .join(', ')
}

/** What came and the document does not know, each with the patch that would add it. */
export function formatDrifts(drift: readonly Drift[]): Markup {
  if (drift.length === 0) return html`<p>Nothing came that the document does not know.</p>`
  const rows = drift.map(
    ({ operation, seen, times, exchange, source, patch }) =>
      html`<tr><th scope="row"><code>${operation}</code></th><td>${seen}</td><td class="number" data-label="times">${times}</td><td class="number" data-label="first in exchange">${exchange}</td><td><code>${formatSource(source)}</code><pre>${JSON.stringify(patch, null, 2)}</pre></td></tr>
`,
  )
  return html`<p>Legal, and worth a look at the document.</p>
<table class="stacking"><caption>What came and the document does not know</caption>
<thead><tr><th scope="col">operation</th><th scope="col">seen</th><th scope="col" class="number">times</th><th scope="col" class="number">first in exchange</th><th scope="col">patch that would add it</th></tr></thead>
<tbody>
${rows}</tbody></table>`
}
