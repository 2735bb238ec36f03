/** Something to be timed; `i` counts the samples. */
export type Work = (i: number) => unknown

/** Takes sample `i` of one thing: how long it took, in ms. */
export type Sample = (i: number) => Promise<number>

/** Two things to be timed against each other. */
export interface Pair<T> {
  base: T
  other: T
  /** Samples of each that count, after a quarter as many that don't; 400 unless told otherwise. */
  samples?: number
}

/** The middle of numbers; NaN of none. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const upper = sorted[Math.floor(middle)] ?? NaN
  return Number.isInteger(middle) ? (upper + (sorted[middle - 1] ?? NaN)) / 2 : upper
}

/** How long one run takes, in ms. */
export async function timeOf(work: Work, i = 0): Promise<number> {
  const startedAt = performance.now()
  await work(i)
  return performance.now() - startedAt
}

/** The median time of `other` divided by that of `base`, timed here. */
export async function ratioOf({ base, other, samples }: Pair<Work>): Promise<number> {
  const timed =
    (work: Work): Sample =>
    (i) =>
      timeOf(work, i)
  return await ratioOfSamples({ base: timed(base), other: timed(other), samples })
}

/**
 * The median time of `other` divided by that of `base`. Samples are taken in turns, and who begins changes too, so
 * that a slow moment of the machine strikes both alike.
 */
export async function ratioOfSamples({ base, other, samples = 400 }: Pair<Sample>): Promise<number> {
  const times: Record<'base' | 'other', number[]> = { base: [], other: [] }
  const warmUp = Math.ceil(samples / 4)
  for (let i = 0; i < warmUp + samples; i++) {
    for (const side of i % 2 === 0 ? (['base', 'other'] as const) : (['other', 'base'] as const)) {
      const time = await (side === 'base' ? base : other)(i)
      if (i >= warmUp) times[side].push(time)
    }
  }
  return median(times.other) / median(times.base)
}
