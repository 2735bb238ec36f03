/** Something to be timed; `i` counts the samples. */
export type Work = (i: number) => unknown

/** Takes sample `i` of one thing: how long it took, in ms. */
export type Sample = (i: number) => Promise<number>

/** Takes sample `i` of several things at once: how long each took, in ms, by name. */
export type SampleOfMany = (i: number) => Promise<Record<string, number>>

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
export async function ratioOfSamples({ base, other, samples }: Pair<Sample>): Promise<number> {
  const named =
    (sample: Sample): SampleOfMany =>
    async (i) => ({ only: await sample(i) })
  const { only = NaN } = await ratiosOfSamples({ base: named(base), other: named(other), samples })
  return only
}

/** As `ratioOfSamples`, of samples that time several things by name. */
export async function ratiosOfSamples({
  base,
  other,
  samples = 400,
}: Pair<SampleOfMany>): Promise<Record<string, number>> {
  const times = { base: new Map<string, number[]>(), other: new Map<string, number[]>() }
  const warmUp = Math.ceil(samples / 4)
  for (let i = 0; i < warmUp + samples; i++) {
    for (const side of i % 2 === 0 ? (['base', 'other'] as const) : (['other', 'base'] as const)) {
      const taken = await (side === 'base' ? base : other)(i)
      if (i < warmUp) continue
      for (const [name, time] of Object.entries(taken))
        times[side].set(name, [...(times[side].get(name) ?? []), time])
    }
  }
  return Object.fromEntries(
    [...times.base].map(([name, basic]) => [name, median(times.other.get(name) ?? []) / median(basic)]),
  )
}
