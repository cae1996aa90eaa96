import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import axe from 'axe-core'
import { expect, it } from 'vitest'
import type { Exchange, ShownFrame } from '../../src/contract/exchange.ts'
import type { Finding, Report } from '../../src/contract/report.ts'
import { formatHtml } from '../../src/contract/reporters/html.ts'

const EVIL = `</title></style><script>document.title='owned'</script><img src="https://evil.test/x" onerror='x()'>&\u0000\u202E\uD800`

it('lets no text of a target be HTML, wherever it stands', () => {
  const page = formatHtml(everywhere(EVIL))
  expect(page).not.toMatch(/<script|<img|<\/title><\/style>|onerror='/)
  expect(page).not.toMatch(/[\0\u202E]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])/u)
  expect(page).toContain('&lt;script&gt;document.title=&#39;owned&#39;&lt;/script&gt;')
  expect(page.match(/<title>/g)).toHaveLength(1 + ticksOf(page))
})

it('fetches nothing and runs nothing', () => {
  const page = formatHtml(everywhere('https://target.test/'))
  expect(page).not.toMatch(/(src|href|action|data|poster|xlink:href)\s*=\s*"(?!#|data:,")/)
  expect(page).not.toMatch(/url\(|@import|<script|<iframe|<object| on\w+="/)
  expect(page).toContain('default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;')
})

it.each(['light', 'dark'] as const)('can be read in %s', (theme) => {
  const [light = '', dark = ''] = formatHtml(report()).split('@media screen and (prefers-color-scheme: dark)')
  const colours = coloursOf(theme === 'light' ? light : (dark.split('* {')[0] ?? ''))
  const { page = '', panel = '', line, ...inks } = colours
  expect(Object.keys(inks)).toHaveLength(15)
  const pale = Object.entries(inks).filter(([, ink]) => contrast(ink, page) < 4.5 || contrast(ink, panel) < 4.5)
  expect(pale).toEqual([])
  expect(line).toBeDefined()
})

it('shows operations with a broken promise first, and folds what is kept', () => {
  const page = formatHtml(report())
  expect(headingsOf(page)).toMatchInlineSnapshot(`
    [
      "# jobs at http://127.0.0.1:4010/v1",
      "## Verdicts",
      "### startJob ✗ 1 broken, ✓ 1 kept",
      "#### ✗ broken start-job.stream-events",
      "### stopJob ? 1 unchecked, ~ 1 waived",
      "## Streams",
      "## Coverage",
      "## Drift",
    ]
  `)
  expect(page).toContain('<details><summary><span class="kept">✓ 1 kept</span></summary>')
  expect(page).toContain('<details open><summary><span class="unchecked">? 1 unchecked</span></summary>')
})

it('shows a broken promise with its line, both sides, the request to send again, and what came', () => {
  const page = formatHtml(report())
  for (const text of ['openapi/jobs.yaml:71', 'a word', 'got 7', 'curl -sN -X POST', 'Bearer $KEY', 'x-trace: abc'])
    expect(page).toContain(text)
  expect(page).toContain('<code>flowproof explain start-job.stream-events</code>')
})

it('names every heading level in order', () => {
  const levels = [...formatHtml(report()).matchAll(/<h(\d)/g)].map(([, level]) => Number(level))
  expect(levels[0]).toBe(1)
  expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([])
})

it('marks and names the frame that breaks a promise, in the picture and in the list', () => {
  const page = formatHtml(report())
  expect(page).toContain('✗ event 2 (frame 3): word, 40 ms</text>')
  expect(page).toContain('Event 2 (frame 3), word, breaks start-job.stream-events.</desc>')
  expect(page).toMatch(/<tr class="marked"><th scope="row"[^>]*>✗ 3<\/th><td[^>]*>2<\/td>/)
  expect(page.match(/class="offence"/g)).toHaveLength(1)
})

it('draws a row for each name of an event, and the head and the end', () => {
  const page = formatHtml(report())
  for (const text of ['begin ×1', 'word ×2', 'end ×1', 'head 5 ms', 'end 90 ms (closed)'])
    expect(page).toContain(`>${text}</text>`)
  expect(ticksOf(page)).toBe(5)
})

it('draws frames that would hide each other as one stroke, and rare names in one row', () => {
  const frames = Array.from({ length: 1000 }, (_, index) => ({ at: 10, name: `name ${index % 100}`, text: '' }))
  const page = formatHtml({ ...report(), exchanges: [streamed(4, frames)] })
  expect(page).toContain('>other names ×770</text>')
  expect(ticksOf(page)).toBe(24)
})

it('says so when the frame is beyond what is shown', () => {
  const finding = { ...BROKEN, frame: 1500 }
  expect(formatHtml({ ...report(), findings: [finding] })).toContain(
    '✗ Frame 1501, which breaks start-job.stream-events',
  )
})

it('draws 40 timelines, those with a break first, and says how many are left out', () => {
  const exchanges = Array.from({ length: 60 }, (_, index) => streamed(index + 1, FRAMES))
  const page = formatHtml({ ...report(), exchanges, findings: [{ ...BROKEN, exchange: 60 }] })
  expect(page.match(/<svg/g)).toHaveLength(40)
  expect(page).toContain('Timeline of exchange 60')
  expect(page).not.toContain('Timeline of exchange 40<')
  expect(page).toContain('20 timelines of 60 are left out')
})

it('draws the picture of an exchange once, and leads to it from other findings', () => {
  const findings = [BROKEN, { ...BROKEN, id: 'start-job.stream-order', frame: 3 }]
  const page = formatHtml({ ...report(), findings })
  expect(page.match(/<svg/g)).toHaveLength(1)
  expect(page).toContain('Its timeline is at <a href="#check-start-job.stream-events">')
  expect(page.match(/class="offence"/g)).toHaveLength(2)
})

it('stands when nothing was sent', () => {
  const page = formatHtml({
    ...report(),
    findings: [],
    exchanges: [],
    coverage: { operations: {}, events: {} },
    drift: [],
  })
  expect(page).toContain('No answer came as a stream.')
  expect(page).toContain('Nothing came that the document does not know.')
})

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
)
if (CHROMIUM === undefined) process.stderr.write('The report is not opened in a browser: no Chromium is installed.\n')

it.skipIf(CHROMIUM === undefined)('is the page that it says it is in a browser', async () => {
  const dom = await dumpDom(formatHtml(everywhere(EVIL)))
  expect(dom).not.toMatch(/<title>owned|<script|<img/)
  const plain = formatHtml(report())
  expect(headingsOf(await dumpDom(plain))).toEqual(headingsOf(plain))
})

it.skipIf(CHROMIUM === undefined).each(['light', 'dark'] as const)(
  'is accessible in %s, as far as axe can tell',
  async (theme) => {
    const audit = await auditPage(formatHtml(report()), theme)
    expect(audit).toEqual({ background: theme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(15, 20, 25)', violations: [] })
  },
)

interface Audit {
  readonly background: string
  readonly violations: readonly string[]
}

/** What axe says of a page all of whose parts are unfolded. The page itself lets no script run: it is a copy that does. */
async function auditPage(page: string, theme: 'light' | 'dark'): Promise<Audit> {
  const open = page
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
    .replace('color-scheme: light dark', `color-scheme: ${theme}`)
    .replace('@media screen and (prefers-color-scheme: dark)', theme === 'dark' ? '@media all' : '@media not all')
    .replaceAll('<details>', '<details open>')
  const run = `axe.run().then(({ violations }) => {
    const told = violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => id + ': ' + html + ' ' + failureSummary))
    document.title = JSON.stringify({ background: getComputedStyle(document.body).backgroundColor, violations: told })
  })`
  const scripts = [axe.source, run]
    .map((script) => `<script>${script.replaceAll('</script', '<\\/script')}</script>`)
    .join('')
  const dom = await dumpDom(
    open.replace('</body>', () => `${scripts}</body>`),
    ['--virtual-time-budget=20000'],
  )
  const [, title = ''] = /<title>(.*?)<\/title>/s.exec(dom) ?? []
  return JSON.parse(title.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'))
}

async function dumpDom(page: string, more: readonly string[] = []): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'flowproof-page-'))
  try {
    const file = join(folder, 'report.html')
    await writeFile(file, page)
    const quiet = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
    const flags = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      ...quiet,
      `--user-data-dir=${join(folder, 'profile')}`,
      ...more,
    ]
    const { stdout } = await promisify(execFile)(CHROMIUM ?? '', [...flags, '--dump-dom', pathToFileURL(file).href], {
      maxBuffer: 2 ** 26,
      timeout: 25_000,
    })
    return stdout
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

const FRAMES: readonly ShownFrame[] = [
  { at: 10, event: 1, name: 'begin', text: 'data: {"event":"begin"}\n\n' },
  { at: 20, name: 'comment', text: ': alive\n\n' },
  { at: 40, event: 2, name: 'word', text: 'data: {"event":"word","word":7}\n\n' },
  { at: 70, event: 3, name: 'word', text: 'data: {"event":"word","word":"a"}\n\n' },
  { at: 90, event: 4, name: 'end', text: 'data: {"event":"end"}\n\n' },
]

function streamed(id: number, frames: readonly ShownFrame[]): Exchange {
  return {
    id,
    probe: 'streamed-job',
    operation: 'startJob',
    sentAt: id,
    request: {
      method: 'POST',
      url: 'http://127.0.0.1:4010/v1/jobs',
      headers: { authorization: 'Bearer $KEY' },
      body: '{"text":"a b"}',
      curl: 'curl',
    },
    answer: { status: 200, headers: { 'x-trace': 'abc' }, headAt: 5, endedAt: 90, end: 'closed', bytes: 120, frames },
  }
}

const SOURCE = { file: 'openapi/jobs.yaml', line: 71 }
const BASE = { level: 'MUST', operation: 'startJob', source: SOURCE } as const
const BROKEN: Finding = {
  ...BASE,
  id: 'start-job.stream-events',
  claim: 'MUST send events that fit the schema of their name',
  verdict: 'broken',
  expected: 'a word',
  actual: 'event 2 (word): got 7',
  exchange: 4,
  frame: 2,
  request: 'curl -sN -X POST http://127.0.0.1:4010/v1/jobs -H "authorization: Bearer $KEY"',
}

function report(): Report {
  return {
    platform: 'jobs',
    target: 'http://127.0.0.1:4010/v1',
    known: 'Jobs 0.9',
    summary: { kept: 1, broken: 1, unchecked: 1, waived: 1 },
    findings: [
      {
        ...BASE,
        operation: 'stopJob',
        id: 'stop-job.status',
        claim: 'MUST answer',
        verdict: 'unchecked',
        reason: 'Give --sample slow=FILE',
      },
      {
        ...BASE,
        operation: 'stopJob',
        id: 'stop-job.id',
        claim: 'MUST refuse',
        verdict: 'waived',
        reason: 'Jobs 0.9: answers 500',
        actual: '500',
      },
      { ...BASE, id: 'start-job.status', claim: 'MUST answer', verdict: 'kept' },
      BROKEN,
    ],
    coverage: {
      operations: { startJob: { requests: 2, statuses: { 200: 2 } }, stopJob: { requests: 0, statuses: {} } },
      events: { begin: 1, end: 0 },
    },
    drift: [
      {
        kind: 'status',
        operation: 'startJob',
        seen: 'status 418',
        times: 2,
        exchange: 4,
        source: SOURCE,
        patch: { op: 'add', path: '/paths/~1jobs/post/responses/418', value: { description: 'Seen.' } },
      },
    ],
    exchanges: [streamed(4, FRAMES)],
    runs: { planned: 2, started: 2 },
    requests: 2,
    milliseconds: 1234,
  }
}

/** The report with one text in all places where a target, or what it said, may stand. */
function everywhere(text: string): Report {
  const base = report()
  const frames = FRAMES.map((frame) => ({ ...frame, name: text, text }))
  const exchange = streamed(4, frames)
  const bodied = { status: 500, headers: { [text]: text }, headAt: 1, endedAt: 2, end: text, bytes: 2, body: text }
  const request = { method: text, url: text, headers: { [text]: text }, body: text, curl: text }
  const shown = { probe: text, operation: text, flaw: text, request }
  const broken = { ...BROKEN, expected: text, actual: text, request: text }
  return {
    ...base,
    platform: text,
    target: text,
    known: text,
    findings: [
      ...base.findings.map((finding) => ({ ...finding, reason: text, actual: text })),
      ...[4, 5, 6].map((id) => ({ ...broken, id: `start-job.${id}`, exchange: id })),
    ],
    coverage: { operations: { [text]: { requests: 1, statuses: { [text]: 1 } } }, events: { [text]: 1 } },
    drift: base.drift.map((one) => ({ ...one, seen: text, patch: { op: 'add', path: text, value: { [text]: text } } })),
    exchanges: [
      { ...exchange, ...shown, answer: { ...bodied, frames } },
      { ...shown, id: 5, sentAt: 5, answer: bodied },
      { ...shown, id: 6, sentAt: 6, failure: text },
    ],
  }
}

function ticksOf(page: string): number {
  return page.match(/<rect/g)?.length ?? 0
}

function headingsOf(page: string): readonly string[] {
  return [...page.matchAll(/<h([1-4])[^>]*>(.*?)<\/h\1>/gs)].map(
    ([, level, inner = '']) => `${'#'.repeat(Number(level))} ${inner.replaceAll(/<[^>]+>/g, '')}`,
  )
}

function coloursOf(css: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...css.matchAll(/--([\w-]+): (#[\da-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
  )
}

/** @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
