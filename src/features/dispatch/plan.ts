import type { Output } from '@/domain/contracts'
import type { Suggestion } from '@/domain/order/contract'
import { mostOffered } from '@/domain/order/schema'

export type PlanItem = Output<'order.plan'>['items'][number]

/** Who goes, by the order's id; none: nobody for now. */
export type Chosen = Readonly<Record<string, readonly string[]>>

export interface PlanLine {
  item: PlanItem
  /** None: nobody for now. */
  helpers: readonly Suggestion[]
  /** How many more the order wants. */
  missing: number
  /** Who of them has another line at an overlapping time. */
  clashing: readonly Suggestion[]
  /** How many lines each of them has, by their id. */
  counts: ReadonlyMap<string, number>
}

const overlap = (a: PlanItem, b: PlanItem): boolean => {
  const [one, other] = [a.order.window, b.order.window]
  return one !== null && other !== null && one.from < other.to && other.from < one.to
}

/** How many an order still wants, of whom so many can be asked by name. */
export const wantedBy = ({ order: { people, takers } }: PlanItem): number =>
  Math.min(mostOffered, Math.max(0, people - takers.length))

/** The plan as it has been edited, with what each change does to the others. */
export function linesOf(items: readonly PlanItem[], chosen: Chosen): PlanLine[] {
  const goesTo = ({ order }: PlanItem, userId: string): boolean =>
    chosen[order._id]?.includes(userId) ?? false
  return items.map((item) => {
    const helpers = item.choices.filter(({ userId }) => goesTo(item, userId))
    const others = (userId: string): PlanItem[] =>
      items.filter((other) => other !== item && goesTo(other, userId))
    return {
      item,
      helpers,
      missing: Math.max(0, wantedBy(item) - helpers.length),
      clashing: helpers.filter(({ userId }) => others(userId).some((other) => overlap(other, item))),
      counts: new Map(helpers.map(({ userId }) => [userId, 1 + others(userId).length])),
    }
  })
}

/** With one more or one less; who is one too many takes the place of the first. */
export function toggled(item: PlanItem, chosen: readonly string[], userId: string): string[] {
  if (chosen.includes(userId)) return chosen.filter((one) => one !== userId)
  return [...chosen, userId].slice(-wantedBy(item))
}

/** 几单、总共请几位. */
export function totalsOf(lines: readonly PlanLine[]): { orders: number; people: number; left: number } {
  const served = lines.filter(({ helpers }) => helpers.length > 0)
  const people = new Set(served.flatMap(({ helpers }) => helpers.map(({ userId }) => userId)))
  return { orders: served.length, people: people.size, left: lines.length - served.length }
}
