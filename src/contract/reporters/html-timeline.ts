import type { Exchange, ShownAnswer, ShownFrame } from '../exchange.ts'
import { counted, html, type Markup } from './html-markup.ts'
import { EVENT_COLOURS } from './html-style.ts'
import { layOut, type Offence, type Row, type Tick } from './html-timeline-layout.ts'

/** An exchange whose answer came as a stream. */
export interface StreamedExchange extends Exchange {
  readonly answer: ShownAnswer & { readonly frames: readonly ShownFrame[] }
}

const WIDTH = 960
const LEFT = 230
const RIGHT = 30
const ROW = 24
const LABEL = 18
const MOST_LABELS = 8
const LONGEST_NAME = 22

/** Says whether there is a timeline to draw. */
export function isStreamed(exchange: Exchange): exchange is StreamedExchange {
  return exchange.answer?.frames !== undefined
}

/** Draws the frames of a stream over time, a row for each name of an event, with the frames that break something marked and named. */
export function formatTimeline({ id, answer }: StreamedExchange, offences: readonly Offence[]): Markup {
  const { frames, headAt, endedAt, end } = answer
  const { rows, ticks, marks, span } = layOut(frames, offences, Math.max(headAt, endedAt))
  const labels = marks.slice(0, MOST_LABELS)
  const top = 10 + labels.length * LABEL
  const bottom = top + Math.max(rows.length, 1) * ROW
  const x = (at: number): number => Math.round(LEFT + (at / span) * (WIDTH - LEFT - RIGHT))
  const y = (row: number): number => top + row * ROW + ROW / 2
  const title = `Timeline of exchange ${id}`
  const names = marks.map(
    ({ words, name, offence }) => `${capital(words)}, ${name}, breaks ${offence.checks.join(', ')}.`,
  )
  const description = [
    `${counted(frames.length, 'frame')} in ${counted(rows.length, 'row')}, one for each name.`,
    `The head came after ${headAt} ms; the stream ended (${end}) after ${endedAt} ms.`,
    ...names,
  ].join(' ')
  return html`<svg viewBox="0 0 ${WIDTH} ${bottom + 56}" role="img" aria-labelledby="timeline-${id}-title timeline-${id}-text">
<title id="timeline-${id}-title">${title}</title><desc id="timeline-${id}-text">${description}</desc>
${rows.map((row, index) => formatRow(row, index, y(index)))}
${formatEdge(`head ${headAt} ms`, x(headAt), top, bottom + 32)}
${formatEdge(`end ${endedAt} ms (${end})`, x(endedAt), top, bottom + 48)}
${formatScale(span, x, top, bottom)}
${ticks.map((tick) => formatTick(tick, x(tick.at), y(tick.row)))}
${marks.map(({ at, row }) => formatMark(x(at), y(row), top, bottom))}
${labels.map(({ words, name, at }, index) => formatLabel(`✗ ${words}: ${short(name)}, ${at} ms`, x(at), 14 + index * LABEL))}
</svg>`
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function short(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name
}

function formatRow({ name, frames }: Row, index: number, y: number): Markup {
  const colour = `event-${index % EVENT_COLOURS}`
  return html`<text class="${colour}" x="${LEFT - 14}" y="${y + 4}" text-anchor="end">${short(name)} ×${frames}</text>
<line class="grid" x1="${LEFT}" y1="${y}" x2="${WIDTH - RIGHT}" y2="${y}"/>
`
}

function formatTick({ row, name, at, first, last, frames }: Tick, x: number, y: number): Markup {
  const which = frames === 1 ? first : `${frames} frames, ${first} to ${last}`
  return html`<rect class="event-${row % EVENT_COLOURS}" x="${x - 1}" y="${y - 8}" width="3" height="16" rx="1"><title>${which}: ${short(name)}, ${at} ms</title></rect>
`
}

function formatScale(span: number, x: (at: number) => number, top: number, bottom: number): readonly Markup[] {
  const rough = span / 6
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(1, [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? rough)
  return Array.from({ length: Math.floor(span / step) + 1 }, (_, index) => Math.round(index * step)).map(
    (at) => html`<line class="grid" x1="${x(at)}" y1="${top}" x2="${x(at)}" y2="${bottom}"/>
<text class="muted" x="${x(at)}" y="${bottom + 15}" text-anchor="${at === 0 ? 'end' : 'middle'}">${at}${at === 0 ? ' ms' : ''}</text>
`,
  )
}

function formatEdge(name: string, x: number, top: number, y: number): Markup {
  return html`<line class="edge" x1="${x}" y1="${top}" x2="${x}" y2="${y - 10}"/>
<text x="${x + (isLate(x) ? -5 : 5)}" y="${y}" text-anchor="${isLate(x) ? 'end' : 'start'}">${name}</text>`
}

function formatMark(x: number, y: number, top: number, bottom: number): Markup {
  return html`<line class="offence-line" x1="${x}" y1="${top - 4}" x2="${x}" y2="${bottom}"/>
<circle class="offence" cx="${x}" cy="${y}" r="9"/><text class="offence-name" x="${x}" y="${y + 4}" text-anchor="middle">✗</text>
`
}

function formatLabel(text: string, x: number, y: number): Markup {
  return html`<text class="offence-name" x="${x}" y="${y}" text-anchor="${isLate(x) ? 'end' : 'start'}">${text}</text>
`
}

// What begins on the right half is written to the left, so that it stays in the picture.
function isLate(x: number): boolean {
  return x > WIDTH / 2
}
