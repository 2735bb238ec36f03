import type { Output } from '@/domain/contracts'
import type { Suggestion } from '@/domain/order/contract'

export type PlanItem = Output<'order.plan'>['items'][number]

/** Who goes, by the order's id; null: nobody for now. */
export type Chosen = Readonly<Record<string, string | null>>

export interface PlanLine {
  item: PlanItem
  /** null: nobody for now. */
  helper: Suggestion | null
  /** The same volunteer has another line at an overlapping time. */
  clashes: boolean
  /** How many lines that volunteer has. */
  count: number
}

const overlap = (a: PlanItem, b: PlanItem): boolean => {
  const [one, other] = [a.order.window, b.order.window]
  return one !== null && other !== null && one.from < other.to && other.from < one.to
}

/** The plan as it has been edited, with what each change does to the others. */
export function linesOf(items: readonly PlanItem[], chosen: Chosen): PlanLine[] {
  const idOf = ({ order }: PlanItem): string | null => chosen[order._id] ?? null
  return items.map((item) => {
    const helperId = idOf(item)
    const same = helperId === null ? [] : items.filter((other) => idOf(other) === helperId)
    return {
      item,
      helper: item.choices.find(({ userId }) => userId === helperId) ?? null,
      clashes: same.some((other) => other !== item && overlap(other, item)),
      count: same.length,
    }
  })
}

/** 几单、总共请几位. */
export function totalsOf(lines: readonly PlanLine[]): { orders: number; people: number; left: number } {
  const helpers = lines.flatMap(({ helper }) => (helper ? [helper.userId] : []))
  return { orders: helpers.length, people: new Set(helpers).size, left: lines.length - helpers.length }
}
