import { lowStars } from '../order/parts'
import type { Order } from '../order/schema'
import { isDone } from '../order/status'
import type { Drill, Figures, Grouping } from './contract'
import { weekAt } from './period'
import { spreadOf, type Spread } from './spread'

/** What of an order is counted. */
export const measuredFields = [
  'service',
  'buildingPath',
  'areaPath',
  'areaName',
  'status',
  'phase',
  'lateness',
  'reopenedCount',
  'review',
  'activity',
  'createdAt',
  'completedAt',
  'createdKey',
] as const satisfies readonly (keyof Order)[]
export type Measured = Pick<Order, (typeof measuredFields)[number]>

/** Does an order stand behind a number? A reopened one is open until it is done again: its status says so. */
export const behind: Readonly<Record<Drill, (order: Measured) => boolean>> = {
  arrived: () => true,
  /** Somebody took it, whatever became of that. */
  accepted: (order) => minutesToAccept(order) !== null,
  waiting: ({ phase }) => phase === 'waiting' || phase === 'later',
  moving: ({ phase }) => phase === 'moving',
  done: ({ status }) => isDone(status),
  cancelled: ({ phase, status }) => phase === 'done' && !isDone(status),
  late: ({ lateness }) => lateness > 0,
  reopened: ({ reopenedCount }) => reopenedCount > 0,
  rated: ({ review }) => review !== null,
  unhappy: ({ review }) => review !== null && review.stars <= lowStars,
}

type Timed = Pick<Order, 'activity' | 'createdAt' | 'completedAt'>

const minutesBetween = (from: number, to: number): number => Math.round((to - from) / 60_000)

/** Minutes until someone took it for the first time; null: nobody has. */
export function minutesToAccept({
  activity,
  createdAt,
}: Pick<Timed, 'activity' | 'createdAt'>): number | null {
  const first = activity.find(({ event }) => event === 'accept')
  return first ? minutesBetween(createdAt, first.at) : null
}

/** Minutes until it was done, the last time if it was reopened; null: it isn't. */
export const minutesToFinish = ({ createdAt, completedAt }: Pick<Timed, 'createdAt' | 'completedAt'>) =>
  completedAt === null ? null : minutesBetween(createdAt, completedAt)

const spread = (orders: readonly Measured[], minutesOf: (order: Measured) => number | null): Spread =>
  spreadOf(orders.map(minutesOf).filter((minutes) => minutes !== null))

export function figuresOf(orders: readonly Measured[]): Figures {
  const count = (drill: Drill): number => orders.filter(behind[drill]).length
  const stars = orders.flatMap(({ review }) => (review ? [review.stars] : []))
  return {
    arrived: orders.length,
    waiting: count('waiting'),
    moving: count('moving'),
    done: count('done'),
    cancelled: count('cancelled'),
    late: count('late'),
    reopened: count('reopened'),
    rated: stars.length,
    stars: stars.length === 0 ? null : stars.reduce((sum, one) => sum + one, 0) / stars.length,
    toAccept: spread(orders, minutesToAccept),
    toFinish: spread(orders, minutesToFinish),
  }
}

const keys: Readonly<Record<Grouping, (order: Measured) => string>> = {
  service: ({ service }) => service.id,
  building: ({ buildingPath }) => buildingPath,
  week: ({ createdAt }) => weekAt(createdAt),
}

/** The orders by service, building or week, in the order in which they come. */
export function groupsOf(orders: readonly Measured[], by: Grouping): Map<string, Measured[]> {
  const groups = new Map<string, Measured[]>()
  for (const order of orders) {
    const key = keys[by](order)
    const group = groups.get(key)
    if (group) group.push(order)
    else groups.set(key, [order])
  }
  return groups
}
