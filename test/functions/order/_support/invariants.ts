import type { Account } from '@/domain/account/schema'
import type { OrderView } from '@/domain/order/present'
import { derivedFields, orderSchema, type Order } from '@/domain/order/schema'
import { phaseOf, type OrderStatus } from '@/domain/order/status'
import { isTerminal } from '@/domain/order/transitions'
import { room } from './moves'

/** What has been seen so far in one history. */
export class Watch {
  count = 0
  readonly before = new Map<string, Order>()
  private readonly ids: ReadonlyMap<string, string>

  constructor(accounts: readonly Account[]) {
    this.ids = new Map(accounts.map(({ openid, _id }) => [openid, _id]))
  }

  /** Minutes that count for someone, by the orders. */
  minutesOf(userId: string): number {
    return [...this.before.values()]
      .flatMap(({ served }) => served)
      .filter((one) => one.userId === userId)
      .reduce((sum, { minutes }) => sum + minutes, 0)
  }

  /** An answer: no openid, and door and phone only for whom they are meant. */
  saw(openid: string, answer: unknown): void {
    this.count += 1
    const text = JSON.stringify(answer)
    expect(text).not.toContain('openid-of-')
    const { order } = answer as { order?: OrderView }
    if (!order) return
    const me = this.ids.get(openid) ?? ''
    const isHelped = order.isMine
    const isComing =
      order.takers.some(({ userId }) => userId === me) && ['accepted', 'inService'].includes(order.status)
    if (!isHelped && !isComing) expect(text).not.toMatch(new RegExp(`${room}|13812345678|秘密门铃`))
    if (!isHelped) expect(order.doorCode).toBeNull()
  }
}

/** What holds of every order at every moment, and of what came of it since the last look. */
export function checkAlways(orders: readonly Order[], watch: Watch): void {
  for (const document of orders) {
    const order = orderSchema.parse(document)
    checkOne(order)
    const before = watch.before.get(order._id)
    if (before) checkChange(before, order)
    watch.before.set(order._id, order)
  }
  expect(orders.length).toBeGreaterThanOrEqual(watch.before.size)
}

function checkOne(order: Order): void {
  const { status, phase, people, takers, takerIds, offer, activity, served } = order
  expect(phase).toBe(phaseOf[status])
  // Takers: never more than places, none twice.
  expect(takers.length).toBeLessThanOrEqual(people)
  expect(new Set(takerIds).size).toBe(takerIds.length)
  expect(order).toMatchObject(derivedFields(order))
  // An owner: the desk while it waits, somebody asked or coming while it moves.
  if (phase === 'waiting') expect([offer, takers]).toEqual([null, []])
  if (phase === 'moving') expect(offer !== null || takers.length > 0).toBe(true)
  if (status === 'dispatched') expect(offer).not.toBeNull()
  if (phase === 'later') expect(order.clocks.wake).toBeDefined()
  // Nothing open stands still for ever: a clock runs, or it is as late as can be.
  if (phase !== 'done' && order.wakeAt === null) expect(order.lateness).toBe(3)
  // History: each line begins where the last one ended, and no request did the same thing twice.
  activity.forEach((line, index) => expect(line.from).toBe(activity[index - 1]?.to ?? null))
  expect(activity.at(-1)?.to).toBe(status)
  const done = activity.map(({ requestId, event, by }) => `${requestId} ${event} ${by}`)
  expect(new Set(done).size).toBe(done.length)
  // A correction may take minutes away, and never more than there are.
  const minutesOf = (userId: string): number =>
    served.reduce((sum, line) => (line.userId === userId ? sum + line.minutes : sum), 0)
  for (const { userId } of served) expect(minutesOf(userId)).toBeGreaterThanOrEqual(0)
}

function checkChange(before: Order, after: Order): void {
  expect(after.activity.slice(0, before.activity.length)).toEqual(before.activity)
  expect(after.served.slice(0, before.served.length)).toEqual(before.served)
  expect(after.version).toBeGreaterThanOrEqual(before.version)
  expect(after.reopenedCount).toBeGreaterThanOrEqual(before.reopenedCount)
  expect(after.lateness).toBeGreaterThanOrEqual(before.lateness)
  // A rating stays as it was given; whether it hangs on the wall, its writer may change.
  if (before.review) expect(after.review).toEqual({ ...before.review, onWall: after.review?.onWall })
  if (isTerminal(before.status)) expect(after.status).toBe(before.status satisfies OrderStatus)
}

/** What holds once all is still: the books agree with the orders. */
export function checkEnd(orders: readonly Order[], accounts: readonly Account[]): void {
  const moving = orders.filter(({ phase }) => phase === 'moving')
  for (const { _id, openIds } of accounts) {
    const mine = moving.filter(({ takerIds }) => takerIds.includes(_id)).map((order) => order._id)
    expect([_id, [...openIds].sort()]).toEqual([_id, mine.sort()])
  }
  // No wish became two orders.
  const wishes = orders
    .filter(({ parentId, status }) => parentId === null || status === 'merged')
    .map(({ text, requesterId }) => `${requesterId} ${text}`)
  expect(new Set(wishes).size).toBe(wishes.length)
}
