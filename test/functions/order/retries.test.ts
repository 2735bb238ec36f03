import type { Account } from '@/domain/account/schema'
import type { ActionName, CallInput } from '@/domain/contracts'
import { threadOf } from '@/domain/chat/thread'
import { humanEvents } from '@/domain/order/status'
import { threadLineOf } from '@/domain/order/thread-line'
import { minutes } from '@/domain/shared/time'
import { breakages, breakNetwork } from '../../support/broken-network'
import { places } from '../../support/factories/places'
import { roadOf } from '../../support/order-road'
import { morePeople, nextDoor, who as people, type Who } from '../../support/more-people'
import { nextRequestId } from '../../support/request-id'
import { useTestCloud } from '../../support/test-cloud'

const test = useTestCloud(morePeople())
const road = roadOf(test)
beforeEach(() => test.cloud.database.insert('areas', [nextDoor]))

/** A command, who gives it, and how to come to where it is possible; `rest` is what it needs beside the order. */
type Row = [
  action: ActionName,
  who: Who,
  reach: () => Promise<{ _id: string }>,
  rest?: object | ((order: { _id: string }) => Promise<object>),
]
const note = '说一句'

const called = async (who: Who, action: ActionName, order: { _id: string }, rest: object) => {
  await test.as(people[who]).call(action, { orderId: order._id, ...rest } as never)
  return order
}
const feltUnsafe = async () =>
  called('volunteer', 'order.rateVisit', await road.completedOrder(), { safety: 'unsafe', note })
const lowRated = async () => road.review(await road.completedOrder(), 1)
const askedToStandIn = async () =>
  called('volunteer', 'order.proposeStandIn', await road.acceptedOrder(), { volunteerId: 'volunteer-qian' })
const halfFull = async () => {
  const placed = await road.placeForMany(5)
  return road.accept(await road.dispatchToHall(placed))
}
const bothThere = async () => {
  const order = await road.dispatchToHall(await road.placeForMany(2))
  for (const who of ['volunteer', 'third'] as const) await road.accept(order, people[who])
  for (const who of ['volunteer', 'third'] as const) await road.checkIn(order, people[who])
  return order
}
const served = async () => {
  const order = await road.startedOrder()
  test.cloud.clock.travel(36e5)
  return road.complete(order)
}
const onTheWall = async () =>
  called('li', 'order.review', await road.completedOrder(), {
    stars: 5,
    tags: [],
    words: '',
    thanks: '谢谢',
    onWall: true,
  })
const notReached = async () => {
  const order = await road.acceptedOrder()
  await road.tick()
  // The mention in the order's thread has stood its time.
  test.cloud.clock.travel(minutes(31))
  await road.tick()
  return order
}

const rows: Row[] = [
  ['order.dispatch', 'staff', () => road.place(), { to: { kind: 'hall' } }],
  ['order.withdraw', 'staff', () => road.offeredOrder(), { note }],
  ['order.closeRoster', 'staff', halfFull],
  ['order.defer', 'staff', () => road.place(), async () => ({ note, until: test.cloud.clock.now() + 864e5 })],
  [
    'order.resume',
    'staff',
    async () =>
      called('staff', 'order.defer', await road.place(), { note, until: test.cloud.clock.now() + 864e5 }),
  ],
  ['order.redirect', 'staff', () => road.place(), { note, guideId: 'drain' }],
  ['order.transfer', 'staff', () => road.place(), { note, communityPath: places.otherCommunity }],
  ['order.split', 'staff', () => road.place(), { parts: [{ serviceId: 'carry', text: '再搬个柜子' }] }],
  ['order.merge', 'staff', () => road.place(), async () => ({ note, intoId: (await road.place())._id })],
  [
    'order.noShow',
    'li',
    async () => {
      const order = await road.acceptedOrder()
      test.cloud.clock.set(order.dueAt + 1000)
      return order
    },
    { note, userId: 'volunteer-wang' },
  ],
  ['order.accept', 'volunteer', () => road.offeredOrder()],
  ['order.decline', 'volunteer', () => road.offeredOrder(), { note }],
  ['order.release', 'volunteer', () => road.acceptedOrder(), { note }],
  ['order.proposeStandIn', 'volunteer', () => road.acceptedOrder(), { volunteerId: 'volunteer-qian' }],
  ['order.takeOver', 'third', askedToStandIn],
  ['order.declineStandIn', 'third', askedToStandIn],
  ['order.checkIn', 'volunteer', () => road.acceptedOrder()],
  ['order.checkOut', 'third', bothThere],
  ['order.complete', 'volunteer', () => road.startedOrder(), { note }],
  ['order.completeFor', 'staff', () => road.startedOrder(), { note }],
  ['order.rateVisit', 'volunteer', () => road.completedOrder(), { safety: 'uneasy', note }],
  ['order.nod', 'li', () => road.startedOrder()],
  ['order.review', 'li', () => road.completedOrder(), { stars: 4, tags: [], words: '' }],
  ['order.reopen', 'li', () => road.completedOrder(), { note }],
  ['order.cancel', 'li', () => road.acceptedOrder(), { note }],
  ['order.follow', 'downstairs', () => road.place()],
  ['order.takeOffWall', 'li', onTheWall],
  ['order.correctHours', 'staff', served, { userId: 'volunteer-wang', minutes: 30, reason: note }],
  ['order.followUp', 'staff', lowRated, { finding: '说修得不牢' }],
  ['order.lookInto', 'staff', feltUnsafe, { finding: '狗以后拴好' }],
  ['order.callBack', 'staff', notReached, { note, userId: 'resident-li' }],
  ['order.remark', 'li', () => road.place(), { note }],
]

it('the table holds every command that is an event of an order', () => {
  const commands = rows.map(([action]) => action).sort()
  expect(commands).toEqual(humanEvents.map((event) => `order.${event}`).sort())
})

it.each(rows)(
  '%s by %s: the same request again is answered as the first time and done once',
  async (...row) => {
    const [action, who, reach, rest = {}] = row
    const order = await reach()
    const more = typeof rest === 'function' ? await rest(order) : rest
    const input = { orderId: order._id, ...more } as unknown as CallInput<typeof action>
    const requestId = nextRequestId()
    const [first, second] = await Promise.all([
      test.as(people[who]).call(action, input, requestId),
      test.as(people[who]).call(action, input, requestId),
    ])
    const third = await test.as(people[who]).call(action, input, requestId)
    expect([second, third]).toEqual([first, first])
    const { activity } = await road.stored(order._id)
    expect(activity.filter((line) => line.requestId === requestId)).toHaveLength(1)
  },
)

it('staff: a plan sent twice sends each line once, and says so both times', async () => {
  const lines = [{ orderId: (await road.place())._id, volunteerIds: ['volunteer-wang'] }]
  const requestId = nextRequestId()
  const first = await test.as(people.staff).call('order.confirmPlan', { lines }, requestId)
  await road.accept({ _id: lines[0]!.orderId })
  await test.cloud.database.update('accounts', { _id: 'volunteer-wang' }, { $set: { 'volunteer.cap': 1 } })
  expect(await test.as(people.staff).call('order.confirmPlan', { lines }, requestId)).toEqual(first)
  expect(first).toEqual({ lines: [{ orderId: lines[0]!.orderId, isSent: true }] })
})

it('staff: the parts of an order that was split twice by one request are there once', async () => {
  const { _id: orderId } = await road.place()
  const parts = [
    { serviceId: 'carry', text: '搬柜子' },
    { serviceId: 'shopping', text: '带袋米' },
  ]
  const requestId = nextRequestId()
  for (let n = 0; n < 3; n += 1)
    await test.as(people.staff).call('order.split', { orderId, parts }, requestId)
  expect(await test.cloud.database.count('orders', { parentId: orderId })).toBe(2)
})

/** More requests than any command makes. */
const most = 30

it('staff: a split that dies half way has made all of its parts, or none', async () => {
  const parts = [
    { serviceId: 'carry', text: '搬柜子' },
    { serviceId: 'shopping', text: '带袋米' },
  ]
  let isBroken = true
  for (let nth = 1; isBroken && nth <= most; nth += 1) {
    const { _id: orderId } = await road.place(undefined, {}, nth % 2 ? people.li : people.downstairs)
    isBroken = false
    const mend = breakNetwork(test, 'failRate', (asked) => asked === nth && (isBroken = true))
    await test.as(people.staff).code('order.split', { orderId, parts })
    mend()
    const { activity } = await road.stored(orderId)
    const isSplit = activity.some(({ event }) => event === 'split')
    expect(await test.cloud.database.count('orders', { parentId: orderId })).toBe(isSplit ? 2 : 0)
    test.cloud.clock.travel(minutes(60))
  }
  expect(isBroken).toBe(false)
})

/** What every retry has to leave behind: the event once, said once in the thread, and the books of all volunteers as the order says. */
async function checkOnce(orderId: string, requestId: string): Promise<void> {
  const stored = await road.stored(orderId)
  expect(stored.activity.filter((line) => line.requestId === requestId)).toHaveLength(1)
  const said = { groupPath: threadOf(orderId), 'body.kind': 'event' }
  expect(await test.cloud.database.count('messages', said)).toBe(
    stored.activity.filter((line) => threadLineOf(stored, line) !== null).length,
  )
  for (const { _id, openIds } of (await test.cloud.database.find('accounts')) as unknown as Account[])
    expect([_id, openIds.includes(orderId)]).toEqual([
      _id,
      stored.phase === 'moving' && stored.takerIds.includes(_id),
    ])
}

it.each(rows)(
  '%s by %s: whichever of its requests breaks, trying again makes it whole, once',
  async (...row) => {
    const [action, who, reach, rest = {}] = row
    for (const breakage of breakages) {
      let isBroken = true
      for (let nth = 1; isBroken && nth <= most; nth += 1) {
        await test.reset()
        await test.cloud.database.insert('areas', [nextDoor])
        const order = await reach()
        const more = typeof rest === 'function' ? await rest(order) : rest
        const input = { orderId: order._id, ...more } as unknown as CallInput<typeof action>
        const requestId = nextRequestId()
        isBroken = false
        const mend = breakNetwork(test, breakage, (asked) => asked === nth && (isBroken = true))
        await test.as(people[who]).code(action, input, requestId)
        mend()
        expect(await test.as(people[who]).code(action, input, requestId)).toBe('ok')
        await checkOnce(order._id, requestId)
      }
      expect(isBroken).toBe(false)
    }
  },
)
