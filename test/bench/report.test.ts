import { expect, it } from 'vitest'
import { formatMegabytes, formatNumber, formatRatio, formatShare } from '../../bench/harness/format-number.ts'
import { formatMarkdown, formatText, type Report } from '../../bench/harness/report.ts'
import { reportThroughput } from '../../bench/harness/report-throughput.ts'

const NUMBERS = [
  { given: 0, want: '0' },
  { given: 0.1234, want: '0.12' },
  { given: -0.5, want: '-0.50' },
  { given: 9.876, want: '9.88' },
  { given: 12.34, want: '12.3' },
  { given: 123.4, want: '123' },
  { given: 12_345.6, want: '12,346' },
  { given: Number.NaN, want: 'n/a' },
  { given: Number.POSITIVE_INFINITY, want: 'n/a' },
]
it.each(NUMBERS)('writes $given as $want', ({ given, want }) => expect(formatNumber(given)).toBe(want))

it('writes ratios, shares and megabytes', () => {
  expect([formatRatio(3, 4), formatRatio(3, 0), formatRatio(3, Number.NaN)]).toEqual(['0.75x', 'n/a', 'n/a'])
  expect([formatShare(0.374), formatShare(Number.NaN), formatMegabytes(3 * 2 ** 20)]).toEqual(['37 %', 'n/a', '3.00'])
})

const REPORT: Report = {
  title: 'Answers',
  notes: ['Ten connections.'],
  columns: ['server', 'answers/s'],
  rows: [
    ['ours', '9,000'],
    ['somebody | else', '10'],
  ],
}

it('formats a report for a terminal', () => {
  expect(formatText(REPORT)).toMatchInlineSnapshot(`
    "Answers

    server           answers/s
    ---------------  ---------
    ours                 9,000
    somebody | else         10

      Ten connections.
    "
  `)
})

it('formats a report as Markdown', () => {
  expect(formatMarkdown(REPORT)).toMatchInlineSnapshot(`
    "### Answers

    | server | answers/s |
    | --- | --: |
    | ours | 9,000 |
    | somebody \\| else | 10 |

    - Ten connections.
    "
  `)
})

it('compares medians with the yardstick', () => {
  const turn = { faults: 0, cpuPerAnswer: 100, clientShare: 0.2 }
  const { columns, rows } = reportThroughput({ title: 'Answers', notes: [], unit: 'answer', base: 'bare' }, [
    { ...turn, name: 'ours', rates: [700, 800, 100] },
    { ...turn, name: 'bare', rates: [1000, 1400, 1200], faults: 2 },
  ])
  expect([columns, ...rows]).toMatchInlineSnapshot(`
    [
      [
        "server",
        "answers/s",
        "lowest-highest",
        "to bare",
        "server CPU us/answer",
        "client CPU",
        "faults",
      ],
      [
        "ours",
        "700",
        "100-800",
        "0.58x",
        "100",
        "20 %",
        "0",
      ],
      [
        "bare",
        "1,200",
        "1,000-1,400",
        "1.00x",
        "100",
        "20 %",
        "2",
      ],
    ]
  `)
})

it('says n/a where nothing was answered', () => {
  const nothing = { name: 'ours', rates: [0], faults: 7, cpuPerAnswer: Number.NaN, clientShare: 0.01 }
  const { rows } = reportThroughput({ title: '', notes: [], unit: 'answer', base: 'bare' }, [nothing])
  expect(rows).toEqual([['ours', '0', '0-0', 'n/a', 'n/a', '1 %', '7']])
})
