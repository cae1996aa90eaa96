/** A number as a reader compares it: three significant digits or all of the whole part, thousands parted by commas. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return 'n/a'
  const size = Math.abs(value)
  const digits = size >= 100 || value === 0 ? 0 : size >= 10 ? 1 : 2
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

/** How many times `base` a value is: `0.82x`. */
export function formatRatio(value: number, base: number): string {
  const ratio = formatNumber(value / base)
  return ratio === 'n/a' ? ratio : `${ratio}x`
}

/** A share of one core, where 1 is all of it: `37 %`. */
export function formatShare(share: number): string {
  return Number.isFinite(share) ? `${Math.round(share * 100)} %` : 'n/a'
}

/** Bytes in binary megabytes, without the unit. */
export function formatMegabytes(bytes: number): string {
  return formatNumber(bytes / 2 ** 20)
}
