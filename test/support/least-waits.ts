/** By name, how often an action waited. */
export type Waits = Record<string, number>

const runs = 4

/**
 * Requests that are sent together can miss each other on a busy machine and then count as two waits: what an action
 * has to wait is the least of some runs. Runs again only as long as `isGood` does not hold.
 */
export async function leastWaits(
  measure: () => Promise<Waits>,
  isGood: (waits: Waits) => boolean,
): Promise<Waits> {
  let least = await measure()
  for (let run = 1; run < runs && !isGood(least); run += 1) {
    const next = await measure()
    least = Object.fromEntries(
      Object.entries(next).map(([name, waits]) => [name, Math.min(waits, least[name] ?? waits)]),
    )
  }
  return least
}

/** What waits longer than it may, in words. */
export const tooLong = (waits: Waits, most: (name: string) => number): string[] =>
  Object.entries(waits).flatMap(([name, count]) => (count > most(name) ? [`${name}: ${count}`] : []))
