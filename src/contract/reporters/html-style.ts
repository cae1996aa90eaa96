import { html, type Markup } from './html-markup.ts'

/** Colours that events take in turn. */
export const EVENT_COLOURS = 8

/** The style sheet of the page: it needs no font, picture or file, and follows the reader's choice of light or dark. */
export const STYLE: Markup = html`
:root {
  color-scheme: light dark;
  --page: #ffffff; --panel: #f6f8fa; --line: #d0d7de; --text: #1b1f24; --muted: #57606a; --link: #0550ae;
  --kept: #1a7f37; --broken: #b3261e; --unchecked: #7d4e00; --waived: #6639ba;
  --event-0: #0b5cad; --event-1: #1a7f37; --event-2: #a04a00; --event-3: #8250df;
  --event-4: #a3266e; --event-5: #0f6f7c; --event-6: #6b5b00; --event-7: #4d5560;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --page: #0f1419; --panel: #181f27; --line: #3a444f; --text: #e6edf3; --muted: #9da7b3; --link: #79b8ff;
    --kept: #56d364; --broken: #ff8b82; --unchecked: #e3b341; --waived: #c8a7ff;
    --event-0: #6cb6ff; --event-1: #56d364; --event-2: #ffa657; --event-3: #d2a8ff;
    --event-4: #ff9bce; --event-5: #5ad1e0; --event-6: #e3d26f; --event-7: #c0c8d0;
  }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 1rem 1.5rem 3rem; background: var(--page); color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; margin: 0.5rem 0; line-height: 1.25; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 0.75rem; padding-bottom: 0.25rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.05rem; margin: 1.5rem 0 0.5rem; }
h4 { font-size: 1rem; margin: 0 0 0.5rem; }
h5 { font-size: 0.9rem; margin: 0.75rem 0 0.25rem; color: var(--muted); }
p { margin: 0.25rem 0; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: 0.5rem; padding: 0.5rem; background: var(--page); }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin: 1rem 0 0; padding: 0; list-style: none; }
code, pre { font: 0.85rem/1.45 ui-monospace, Menlo, Consolas, monospace; }
pre { margin: 0.25rem 0; padding: 0.5rem 0.75rem; background: var(--page); border: 1px solid var(--line);
  border-radius: 4px; white-space: pre-wrap; }
.curl { user-select: all; }
.muted { color: var(--muted); }
.counts { display: flex; flex-wrap: wrap; gap: 0.75rem; margin: 1rem 0 0.5rem; padding: 0; list-style: none; }
.counts li { min-width: 8rem; padding: 0.5rem 0.9rem; background: var(--panel); border: 1px solid var(--line);
  border-top: 4px solid currentcolor; border-radius: 4px; }
.counts strong { font-size: 1.5rem; }
.kept { color: var(--kept); } .broken { color: var(--broken); }
.unchecked { color: var(--unchecked); } .waived { color: var(--waived); }
.finding { margin: 0.75rem 0; padding: 0.9rem 1rem; background: var(--panel); border: 1px solid var(--line);
  border-left: 5px solid var(--broken); border-radius: 4px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.35rem 1rem; margin: 0.75rem 0; }
dt { color: var(--muted); } dd { margin: 0; min-width: 0; }
details { margin: 0.4rem 0; }
summary { cursor: pointer; }
.list { margin: 0.4rem 0; padding-left: 1.5rem; }
.list li { margin: 0.3rem 0; }
table { width: 100%; border-collapse: collapse; margin: 0.5rem 0 1.5rem; font-size: 0.92rem; }
caption { text-align: left; font-weight: 600; padding: 0.25rem 0; }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.75rem 0.35rem 0; border-bottom: 1px solid var(--line); }
th { overflow-wrap: normal; }
tbody th { font-weight: 400; }
.frames th { white-space: nowrap; }
.frames .name { min-width: 11rem; }
.number { text-align: right; white-space: nowrap; }
h3 code, h4 code { font-size: 0.95rem; }
tr.marked, tr.marked th { color: var(--broken); font-weight: 600; }
figure { margin: 0.75rem 0; }
figcaption { margin-bottom: 0.25rem; }
.scroll { overflow-x: auto; background: var(--page); border: 1px solid var(--line); border-radius: 4px; }
svg { display: block; width: 100%; min-width: 44rem; height: auto; font: 12px ui-monospace, Menlo, Consolas, monospace; }
svg text { fill: var(--text); stroke: var(--page); stroke-width: 3px; paint-order: stroke; } svg .muted { fill: var(--muted); }
svg .grid { stroke: var(--line); } svg .edge { stroke: var(--muted); stroke-width: 1.5; }
svg .offence { stroke: var(--broken); stroke-width: 2; fill: var(--page); }
svg .offence-line { stroke: var(--broken); stroke-width: 1.5; stroke-dasharray: 4 3; }
svg .offence-name { fill: var(--broken); font-weight: 700; }
${Array.from({ length: EVENT_COLOURS }, (_, index) => `svg .event-${index} { fill: var(--event-${index}); }`).join('\n')}
footer { margin-top: 3rem; padding-top: 0.75rem; border-top: 1px solid var(--line); color: var(--muted); }
@media (max-width: 40rem) {
  body { padding: 0.5rem 0.75rem 2rem; }
  .finding { padding: 0.75rem; }
  dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: 0.5rem; }
  .stacking thead { position: absolute; left: -100rem; }
  th, td { padding-right: 0.4rem; }
  .stacking, .stacking caption, .stacking tbody, .stacking tr { display: block; }
  .stacking tr { padding: 0.35rem 0; border-bottom: 1px solid var(--line); }
  .stacking th, .stacking td { display: inline-block; padding: 0 0.6rem 0 0; border: 0; }
  .stacking td:last-child { display: block; }
  [data-label]::before { content: attr(data-label) ' '; color: var(--muted); }
}
@media print {
  body { max-width: none; padding: 0; font-size: 0.8rem; } nav, .skip { display: none; }
  .scroll { overflow: visible; } svg { min-width: 0; } .frames .name { min-width: 0; }
  figure, tr, pre { break-inside: avoid; } h2, h3, h4, h5, figcaption, summary { break-after: avoid; }
}
`
