/** By name, how often an action waited. */
export type Waits = Record<string, number>

const runs = 4

/** What waits longer than it may, in words. */
export const tooLong = (waits: Waits, most: (name: string) => number): string[] =>
  Object.entries(waits).flatMap(([name, count]) => (count > most(name) ? [`${name}: ${count}`] : []))

/**
 * Requests that are sent together can miss each other on a busy machine and then count as two waits: what an action
 * has to wait is the least of some runs. What took longer than it may is measured anew, alone.
 * @param measure measures all, or those that are asked for
 */
export async function leastWaits(
  measure: (isAsked: (name: string) => boolean) => Promise<Waits>,
  most: (name: string) => number,
): Promise<Waits> {
  const least = await measure(() => true)
  for (let run = 1; run < runs && tooLong(least, most).length > 0; run += 1) {
    const next = await measure((name) => (least[name] ?? 0) > most(name))
    for (const [name, waits] of Object.entries(next)) least[name] = Math.min(waits, least[name] ?? waits)
  }
  return least
}

/** An action that waits longer than others may, and why. */
export type Exceptions = Readonly<Record<string, { most: number; why: string }>>

/**
 * Nothing waits longer than it may, no exception is one without need, and `many` neighbours change nothing.
 * @param waitsWith measures with so many neighbours
 */
export async function expectFewWaits(
  waitsWith: (count: number, isAsked: (name: string) => boolean) => Promise<Waits>,
  most: (name: string) => number,
  { exceptions, many }: { exceptions: Exceptions; many: number },
): Promise<void> {
  const bound = (name: string): number => exceptions[name]?.most ?? most(name)
  // The very first time that a topic or a warm instance is used costs more, once in its life.
  await waitsWith(1, () => true)
  const few = await leastWaits((isAsked) => waitsWith(5, isAsked), bound)
  expect(tooLong(few, bound)).toEqual([])
  // One less may be luck: what is sent in two steps can still be on its way together.
  const needless = Object.keys(exceptions).filter((name) => (few[name] ?? 0) < bound(name) - 1)
  expect(needless.map((name) => `${name}: ${few[name]}`)).toEqual([])
  const asBefore = (name: string): number => Math.max(few[name] ?? 0, bound(name) - 1)
  expect(tooLong(await leastWaits((isAsked) => waitsWith(many, isAsked), asBefore), asBefore)).toEqual([])
}
