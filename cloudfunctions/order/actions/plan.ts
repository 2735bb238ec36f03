import { assign } from '@/domain/order/assign'
import type { Suggestion } from '@/domain/order/contract'
import { openBeside } from '@/domain/order/fit'
import { can } from '@/domain/order/policy'
import { presentOrder } from '@/domain/order/present'
import { isAloneToUnsafe } from '@/domain/order/unsafe-home'
import { freeSlots, mostOffered, type Order } from '@/domain/order/schema'
import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import { communitiesOf } from '../communities'
import { findRecentWork, findVolunteers, suggestionsFor, type Volunteer } from '../helpers'
import { findUnsafeHomes } from '../unsafe-homes'

/** Orders planned at once, and the choices kept for each: enough that the best are among them. */
const most = { orders: 100, choices: 20, shown: 5 }

export const planOrders = action('order.plan', {
  load: async ({ actor }) => communitiesOf(actor, 'communityStaff'),
  allow: (_actor, communities) => communities.length > 0,
  handle: async ({ actor, now, store }, communities) => {
    const [waiting, unsafe, ...found] = await Promise.all([
      store.orders.find(
        { communityPath: command.in(communities), phase: 'waiting' },
        { orderBy: ['dueKey', 'asc'], limit: most.orders + 1 },
      ),
      findUnsafeHomes(store, communities),
      ...communities.map((path) => findVolunteers(store, path, now)),
    ])
    // Staff of one estate plan for that estate.
    const orders = waiting.slice(0, most.orders).filter((order) => can(actor, 'dispatch', order))
    const volunteers = [...new Map(found.flat().map((person) => [person._id, person])).values()]
    const work = await findRecentWork(
      store,
      volunteers.map(({ _id }) => _id),
      now,
    )
    const choices = new Map(
      orders.map((order) => [
        order._id,
        suggestionsFor(order, volunteers, { work, unsafe }, now)
          .filter(({ isEligible }) => isEligible)
          .slice(0, most.choices),
      ]),
    )
    const plan = assign(
      // Whoever goes alone where somebody felt unsafe is chosen by staff.
      orders.filter((order) => !isAloneToUnsafe(order, unsafe)).map((order) => wanted(order, choices)),
      volunteers.map((volunteer) => ({ id: volunteer._id, cap: roomOf(volunteer, orders) })),
    )
    return {
      totalScore: plan.totalScore,
      hasMore: waiting.length > most.orders,
      items: orders.map((order) => {
        const chosenIds = plan.chosen.get(order._id) ?? []
        const isShown = ({ userId }: Suggestion, rank: number): boolean =>
          rank < most.shown || chosenIds.includes(userId)
        return {
          order: presentOrder(actor, order),
          choices: (choices.get(order._id) ?? []).filter(isShown),
          chosenIds: [...chosenIds],
        }
      }),
    }
  },
})

/** How many more someone wants: the days of a series that they have count against all but its own. */
const roomOf = (person: Volunteer, orders: readonly Order[]): number => {
  const rooms = orders
    .map((order) => person.volunteer.cap - openBeside(order, person.openIds).length)
    .filter((room) => room > 0)
  return rooms.length > 0 ? Math.min(...rooms) : 0
}

const wanted = (order: Order, choices: ReadonlyMap<string, Suggestion[]>) => ({
  id: order._id,
  slots: Math.min(freeSlots(order), mostOffered),
  window: order.window,
  candidates: (choices.get(order._id) ?? []).map(({ userId, score }) => ({ volunteerId: userId, score })),
})
