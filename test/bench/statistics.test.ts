import { expect, it } from 'vitest'
import { median, percentile } from '../../bench/harness/statistics.ts'

const MEDIANS = [
  { it: 'takes the middle of an odd number of values', given: [9, 1, 5], want: 5 },
  { it: 'takes the mean of the two middle values of an even number', given: [4, 1, 3, 2], want: 2.5 },
  { it: 'orders by size, not by text', given: [10, 9, 100], want: 10 },
  { it: 'has no median of nothing', given: [], want: Number.NaN },
]
it.each(MEDIANS)('$it', ({ given, want }) => expect(median(given)).toBe(want))

it('leaves the values in their order', () => {
  const values = [3, 1, 2]
  median(values)
  expect(values).toEqual([3, 1, 2])
})

const HUNDRED = Array.from({ length: 100 }, (_, index) => index + 1)
const PERCENTILES = [
  { it: 'takes p50 of a hundred', sorted: HUNDRED, share: 0.5, want: 50 },
  { it: 'takes p99 of a hundred', sorted: HUNDRED, share: 0.99, want: 99 },
  { it: 'takes the last value for the whole', sorted: HUNDRED, share: 1, want: 100 },
  { it: 'takes the first value for the smallest share', sorted: HUNDRED, share: 0.001, want: 1 },
  { it: 'rounds up to a rank', sorted: [1, 2, 3], share: 0.5, want: 2 },
  { it: 'reads typed arrays', sorted: new Float64Array([-0.5, 2]), share: 0.99, want: 2 },
  { it: 'has no percentile of nothing', sorted: [], share: 0.5, want: Number.NaN },
]
it.each(PERCENTILES)('$it', ({ sorted, share, want }) => expect(percentile(sorted, share)).toBe(want))
