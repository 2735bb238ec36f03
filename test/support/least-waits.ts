/** By name, how often an action waited. */
export type Waits = Record<string, number>

/** The first run that is as it should be ends the measuring: only a fault, or a very busy machine, comes to the last. */
const runs = 8

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

/**
 * What is sent in two steps can still be on its way together and then counts as one wait: what an action has to wait
 * is the most of some runs. What took less than expected is measured anew, alone.
 */
async function mostWaits(
  first: Waits,
  measure: (isAsked: (name: string) => boolean) => Promise<Waits>,
  expected: (name: string) => number,
): Promise<Waits> {
  const most = { ...first }
  const isLess = (name: string): boolean => (most[name] ?? 0) < expected(name)
  for (let run = 1; run < runs && Object.keys(first).some(isLess); run += 1) {
    const next = await measure(isLess)
    for (const [name, waits] of Object.entries(next)) most[name] = Math.max(waits, most[name] ?? 0)
  }
  return most
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
  const withFew = (isAsked: (name: string) => boolean): Promise<Waits> => waitsWith(5, isAsked)
  // The very first time that a topic or a warm instance is used costs more, once in its life.
  await waitsWith(1, () => true)
  const least = await leastWaits(withFew, bound)
  expect(tooLong(least, bound)).toEqual([])
  const few = await mostWaits(least, withFew, (name) => exceptions[name]?.most ?? 0)
  const needless = Object.keys(exceptions).filter((name) => (few[name] ?? 0) < bound(name))
  expect(needless.map((name) => `${name}: ${few[name]}`)).toEqual([])
  const withMany = await leastWaits((isAsked) => waitsWith(many, isAsked), bound)
  const before = await mostWaits(few, withFew, (name) => withMany[name] ?? 0)
  expect(tooLong(withMany, (name) => before[name] ?? 0)).toEqual([])
}
