import type { CallInput } from '@/domain/contracts'
import { orderContracts } from '@/domain/order/contract'
import { humanEvents, type OrderStatus } from '@/domain/order/status'
import { aGrant, aLeader, anAccount } from '../../support/factories/account'
import { doorCode, secrets, wang } from '../../support/factories/order'
import { anOrder } from '../../support/factories/order'
import { places } from '../../support/factories/places'
import { morePeople, nextDoor, who, type Who } from '../../support/more-people'
import { roadOf } from '../../support/order-road'
import { useTestCloud } from '../../support/test-cloud'

const others = {
  street: aLeader({ _id: 'street-office', roles: [aGrant('streetOffice', places.street)] }),
  mediator: aLeader({ _id: 'mediator-gu', roles: [aGrant('mediator', places.community)] }),
  property: aLeader({ _id: 'property-man', roles: [aGrant('propertyManager', places.estate)] }),
  gridWorker: aLeader({ _id: 'grid-worker', roles: [aGrant('gridWorker', places.community)] }),
  declined: anAccount({ _id: 'declined-one', memberships: [] }),
}
const test = useTestCloud([...morePeople(), ...Object.values(others)])
const road = roadOf(test)
beforeEach(() => test.cloud.database.insert('areas', [nextDoor]))

/** Who has no part in an order of 李阿姨's in building 4, in no community or another one. */
const outsiders: [string, string][] = [
  ['a neighbour of building 5', who.neighbour],
  ['the leader of building 5', who.otherLeader],
  ['staff of another community', who.otherStaff],
  ['a volunteer of another community', who.otherVolunteer],
  ['the street office', others.street.openid],
  ['a mediator', others.mediator.openid],
  ['the property manager', others.property.openid],
  ['a grid worker', others.gridWorker.openid],
  ['someone who lives nowhere', others.declined.openid],
  ['someone without an account', who.newcomer],
]

const note = '试一试'
type EventAction = Extract<keyof typeof orderContracts, `order.${(typeof humanEvents)[number]}`>
/** What each command needs beside the order. */
const rests: { [N in EventAction]: Omit<CallInput<N>, 'orderId'> } = {
  'order.dispatch': { to: { kind: 'hall' } },
  'order.withdraw': { note },
  'order.closeRoster': {},
  'order.defer': { note, until: Date.UTC(2025, 2, 9) },
  'order.resume': {},
  'order.redirect': { note, guideId: 'drain' },
  'order.transfer': { note, communityPath: places.otherCommunity },
  'order.split': { parts: [{ serviceId: 'carry', text: '搬柜子' }] },
  'order.merge': { note, intoId: 'order-target' },
  'order.noShow': { note, userId: wang.userId },
  'order.accept': {},
  'order.decline': { note },
  'order.release': { note },
  'order.proposeStandIn': { volunteerId: 'volunteer-qian' },
  'order.takeOver': {},
  'order.declineStandIn': {},
  'order.checkIn': {},
  'order.checkOut': {},
  'order.complete': {},
  'order.completeFor': { note },
  'order.rateVisit': { safety: 'fine' },
  'order.nod': {},
  'order.review': { stars: 1, tags: [], words: '' },
  'order.reopen': { note },
  'order.cancel': { note },
  'order.follow': {},
  'order.followUp': { finding: '问过了' },
  'order.lookInto': { finding: '问过了' },
  'order.takeOffWall': { note },
  'order.correctHours': { userId: wang.userId, minutes: 90, reason: note },
  'order.callBack': { note, userId: 'resident-li' },
  'order.remark': { note },
}
const commands = Object.entries(rests) as [EventAction, object][]
const statuses: OrderStatus[] = [
  'placed',
  'deferred',
  'dispatched',
  'accepted',
  'inService',
  'completed',
  'reviewed',
]

const refusals = ['Forbidden', 'NotFound', 'NotSignedIn']

/** An order in each status, and one to merge into, written as they are. */
async function everyStatus(): Promise<void> {
  const rows = statuses.map((status) => anOrder({ _id: `order-${status}`, status }))
  await test.cloud.database.insert('orders', [...rows, anOrder({ _id: 'order-target' })])
}

it('every command of an order is tried', () => {
  expect(commands.map(([action]) => action).sort()).toEqual(
    humanEvents.map((event) => `order.${event}`).sort(),
  )
})

describe.each(outsiders)('%s', (_who, openid) => {
  it('every command is refused, whatever the order’s status, and nothing changes', async () => {
    await everyStatus()
    const before = await test.cloud.database.find('orders')
    for (const status of statuses) {
      const codes = await Promise.all(
        commands.map(async ([action, rest]) => {
          const input = { orderId: `order-${status}`, ...rest } as unknown as CallInput<typeof action>
          return { action, code: await test.as(openid).code(action, input) }
        }),
      )
      expect(codes.filter(({ code }) => !refusals.includes(code))).toEqual([])
    }
    expect(await test.cloud.database.find('orders')).toEqual(before)
  })

  it.each(['order.get', 'order.suggest', 'order.listStandIns'] as const)('%s: is refused', async (action) => {
    await everyStatus()
    // The street hears of what is late, and may look: see below what it does not see.
    if (openid === others.street.openid && action === 'order.get') return
    for (const status of statuses)
      expect(['Forbidden', 'NotSignedIn']).toContain(
        await test.as(openid).code(action, { orderId: `order-${status}` }),
      )
  })

  it('lists, counts, plans and previews: show nothing of it', async () => {
    await everyStatus()
    await test.cloud.database.insert('orders', [
      anOrder({ _id: 'order-hall', status: 'dispatched', offer: { kind: 'hall' } }),
    ])
    const caller = test.as(openid)
    const answers = await Promise.all(
      [
        caller.call('order.listMine', {}),
        ...(['offered', 'standIn', 'active', 'done'] as const).map((view) =>
          caller.call('order.listTasks', { view }),
        ),
        caller.call('order.listHall', {}),
        ...(['waiting', 'later', 'moving', 'done'] as const).map((view) =>
          caller.call('order.listDesk', { view }),
        ),
        caller.call('order.plan', {}),
        caller.call('order.loadByBuilding', {}),
        caller.call('order.preview', { homePath: places.building4, serviceId: 'repair', text: '滴水' }),
      ].map((answer: Promise<unknown>) => answer.catch(({ code }: { code: string }) => code)),
    )
    expect(JSON.stringify(answers)).not.toMatch(/order-|滴水|漏水|李阿姨/)
    const counts = await caller.call('order.countDesk', {}).catch(() => null)
    if (counts) expect(Object.values(counts).every((count) => count === 0)).toBe(true)
  })
})

/** With a part in it, but not this one: who may not do what, where it is possible. */
const parts: [EventAction, OrderStatus, Who[]][] = [
  ['order.dispatch', 'placed', ['li', 'volunteer', 'leader', 'downstairs']],
  ['order.defer', 'placed', ['li', 'volunteer', 'leader', 'downstairs']],
  ['order.redirect', 'placed', ['li', 'volunteer', 'leader', 'downstairs']],
  ['order.transfer', 'placed', ['li', 'volunteer', 'leader', 'downstairs']],
  ['order.split', 'placed', ['li', 'volunteer', 'leader', 'downstairs']],
  ['order.merge', 'placed', ['li', 'volunteer', 'leader', 'downstairs']],
  ['order.resume', 'deferred', ['li', 'volunteer', 'leader', 'downstairs']],
  ['order.cancel', 'placed', ['volunteer', 'leader', 'downstairs', 'mother']],
  ['order.accept', 'dispatched', ['li', 'leader', 'staff', 'downstairs', 'second']],
  ['order.decline', 'dispatched', ['li', 'leader', 'staff', 'downstairs', 'second']],
  ['order.withdraw', 'dispatched', ['li', 'volunteer', 'leader', 'downstairs']],
  ['order.checkIn', 'accepted', ['li', 'staff', 'second', 'leader', 'downstairs']],
  ['order.release', 'accepted', ['li', 'staff', 'second', 'leader', 'downstairs']],
  ['order.proposeStandIn', 'accepted', ['li', 'staff', 'second', 'leader', 'downstairs']],
  ['order.takeOver', 'accepted', ['li', 'staff', 'second', 'third', 'leader']],
  ['order.declineStandIn', 'accepted', ['li', 'staff', 'second', 'third', 'leader']],
  ['order.correctHours', 'completed', ['li', 'volunteer', 'leader', 'downstairs', 'second']],
  ['order.takeOffWall', 'reviewed', ['staff', 'leader', 'downstairs', 'mother']],
  ['order.noShow', 'accepted', ['volunteer', 'second', 'leader', 'downstairs']],
  ['order.checkOut', 'inService', ['li', 'staff', 'second', 'leader', 'downstairs']],
  ['order.complete', 'inService', ['li', 'staff', 'second', 'leader', 'downstairs']],
  ['order.completeFor', 'inService', ['li', 'volunteer', 'second', 'leader', 'downstairs']],
  ['order.nod', 'inService', ['volunteer', 'staff', 'leader', 'downstairs']],
  ['order.review', 'completed', ['volunteer', 'staff', 'second', 'leader', 'downstairs', 'mother']],
  ['order.reopen', 'completed', ['volunteer', 'staff', 'second', 'leader', 'downstairs']],
  ['order.rateVisit', 'completed', ['li', 'staff', 'second', 'leader', 'downstairs']],
  ['order.followUp', 'reviewed', ['li', 'volunteer', 'leader', 'downstairs']],
  ['order.follow', 'placed', ['li', 'volunteer', 'leader', 'staff', 'neighbour']],
]

describe.each(parts)('%s of an order that is %s', (action, status, whoMayNot) => {
  it.each(whoMayNot)('%s: cannot', async (person) => {
    await everyStatus()
    const before = await test.cloud.database.find('orders')
    const input = { orderId: `order-${status}`, ...rests[action] } as unknown as CallInput<typeof action>
    expect(['Forbidden', 'Conflict', 'NotEligible']).toContain(await test.as(who[person]).code(action, input))
    expect(await test.cloud.database.find('orders')).toEqual(before)
  })
})

it('staff: cannot dispatch to someone who is no volunteer here, nor to the one who asked', async () => {
  const { _id: orderId } = await road.place()
  for (const volunteerId of ['resident-five', 'resident-li', 'nobody-at-all', 'volunteer-elsewhere']) {
    const to = { kind: 'people' as const, volunteerIds: [volunteerId] }
    expect(await test.as(who.staff).code('order.dispatch', { orderId, to })).toBe('NotFound')
  }
})

it("volunteer: an order's id as request id, or another's request id, opens no order that they may not see", async () => {
  const offered = await road.dispatchToHall(await road.place())
  await road.accept(offered)
  const second = test.as(who.second)
  expect(await second.code('order.checkIn', { orderId: offered._id }, offered._id)).toBe('Conflict')
  for (const { requestId } of (await road.stored(offered._id)).activity)
    expect(await second.code('order.accept', { orderId: offered._id }, requestId)).not.toBe('ok')
})

describe('phone, room, way in, door code and openid', () => {
  /** Room, phone, way in and code of the orders that the factory makes; and anybody's openid. */
  const guarded = new RegExp([...Object.values(secrets), doorCode, 'openid-of-'].join('|'))
  const openids = /openid-of-/
  /** Everything that one person can ask for of all these orders, as one text. */
  const allThatTheySee = async (openid: string): Promise<string> => {
    const caller = test.as(openid)
    const ids = statuses.map((status) => `order-${status}`)
    const asked: Promise<unknown>[] = [
      ...ids.map((orderId) => caller.call('order.get', { orderId })),
      ...ids.map((orderId) => caller.call('order.suggest', { orderId })),
      ...ids.map((orderId) => caller.call('order.listStandIns', { orderId })),
      caller.call('order.listMine', {}),
      ...(['offered', 'standIn', 'active', 'done'] as const).map((view) =>
        caller.call('order.listTasks', { view }),
      ),
      ...(['waiting', 'later', 'moving', 'done'] as const).map((view) =>
        caller.call('order.listDesk', { view }),
      ),
      caller.call('order.listHall', {}),
      caller.call('order.plan', {}),
      caller.call('order.loadByBuilding', {}),
      caller.call('order.deeds', {}),
      caller.call('order.preview', { homePath: places.building4, serviceId: 'repair', text: '滴水' }),
      caller.call('account.me', {}),
      ...commands.map(([action, rest]) =>
        caller.call(action, { orderId: 'order-dispatched', ...rest } as unknown as CallInput<typeof action>),
      ),
    ]
    const answers = await Promise.all(asked.map((answer) => answer.catch((error: unknown) => error)))
    return JSON.stringify(answers.map((answer) => (answer instanceof Error ? { ...answer } : answer)))
  }

  it('the street office: may look at an order, and finds none of them', async () => {
    await everyStatus()
    const { openid } = others.street
    const { order } = await test.as(openid).call('order.get', { orderId: 'order-accepted' })
    expect(order).toMatchObject({ contact: null, doorCode: null, requesterName: null, allowedActions: [] })
    expect(await allThatTheySee(openid)).not.toMatch(guarded)
  })

  it.each(['staff', 'leader', 'downstairs', 'second', 'third', 'neighbour', 'otherStaff', 'mother'] as const)(
    '%s: finds none of them in any answer',
    async (person) => {
      await everyStatus()
      expect(await allThatTheySee(who[person])).not.toMatch(guarded)
    },
  )

  it('resident: finds their own, and nobody’s openid', async () => {
    await everyStatus()
    const seen = await allThatTheySee(who.li)
    expect(seen).toContain(secrets.phone)
    expect(seen).not.toMatch(openids)
  })

  it('volunteer: finds them from acceptance to completion, the code never', async () => {
    await everyStatus()
    const seenOf = async (status: OrderStatus) =>
      JSON.stringify(await test.as(who.volunteer).call('order.get', { orderId: `order-${status}` }))
    for (const status of ['accepted', 'inService'] as const)
      expect(await seenOf(status)).toContain(secrets.phone)
    for (const status of ['dispatched', 'completed', 'reviewed'] as const)
      expect(await seenOf(status)).not.toMatch(guarded)
    expect(await allThatTheySee(who.volunteer)).not.toMatch(new RegExp(`${doorCode}|openid-of-`))
  })
})
