/** The middle of some values, and the one that nine of ten don't exceed; null of none. */
export interface Spread {
  median: number | null
  ninety: number | null
}

/**
 * Median (of an even number: the mean of the two in the middle) and 90th percentile by the nearest-rank method:
 * the smallest value that at least 90 % do not exceed.
 */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const count = sorted.length
  const low = sorted[Math.floor((count - 1) / 2)]
  const high = sorted[Math.floor(count / 2)]
  const ninety = sorted[Math.ceil(count * 0.9) - 1]
  if (low === undefined || high === undefined || ninety === undefined) return { median: null, ninety: null }
  return { median: (low + high) / 2, ninety }
}
