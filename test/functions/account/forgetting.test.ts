import { formerNeighbour } from '@/copy/people'
import { seriesSchema } from '@/domain/series/schema'
import { personalData } from '../../../cloudfunctions/account/personal-data'
import { filesLeft, lifeCast, live, secret, whereNamed, whereTheirId } from '../../support/a-life'
import { breakages, breakNetwork } from '../../support/broken-network'
import { places } from '../../support/factories/places'
import { roadOf } from '../../support/order-road'
import { storedPeople } from '../../support/stored-people'
import { people, useTestCloud } from '../../support/test-cloud'
import { opened } from '../../support/test-key'

const test = useTestCloud(lifeCast)
const road = roadOf(test)
const stored = storedPeople(test)
const me = () => test.as(secret.openid)
const cancel = () => me().call('account.cancel', { isSure: true })
const seriesOf = async (id: string) =>
  seriesSchema.parse(opened('series', await test.cloud.database.get('series', id)))
/** What the clock comes back for: once what was under way in that instant has arrived. */
const later = async (): Promise<void> => {
  test.cloud.clock.travel(61_000)
  await road.tick()
}
/** The office's list of flats stays, and with it the flat's number; so does, for those who were looked at, who looked. */
const mayStay = ['households: flat']

it('cancelling: name, real name, phone, flat, way in and openid stand nowhere any more, in no collection', async () => {
  const life = await live(test)
  const before = await whereNamed(test)
  // So that a search that finds nothing is not one that looks at nothing.
  expect(before).toEqual(
    expect.arrayContaining([
      'accounts: nickname',
      'accounts: realName',
      'accounts: phone',
      'accounts: flat',
      'accounts: openid',
      'orders: nickname',
      'orders: phone',
      'orders: flat',
      'orders: access',
      'series: nickname',
      'series: flat',
      'messages: nickname',
      'trail: nickname',
      'appointments: nickname',
      'invitations: nickname',
      'groups: nickname',
      'cases: nickname',
      'topics: nickname',
      'promises: nickname',
      'inbox: nickname',
      'handbooks: nickname',
      'notices: nickname',
      'visits: nickname',
    ]),
  )
  await cancel()
  expect(await whereNamed(test)).toEqual(mayStay)
  expect(await filesLeft(test, life.files)).toEqual([])
  await later()
  expect(await whereNamed(test)).toEqual(mayStay)
  expect(await stored.person(life.userId)).toMatchObject({ state: 'cancelled', forgetAt: null })
  // Their id stays where counts and histories need it, and nowhere that only told of them.
  const holding = await whereTheirId(test, life.userId)
  const removed = Object.entries<object>(personalData)
    .filter(([, held]) => 'cancelled' in held && held.cancelled === 'removed')
    .map(([name]) => name)
  expect(removed.filter((name) => holding.includes(name))).toEqual([])
})

it('cancelling: what was done with others stays as it was, under "former neighbour"', async () => {
  const life = await live(test)
  const deeds = await test.as(people.volunteer).call('order.deeds', {})
  const was = await road.stored(life.doneOrder)
  const servedWas = await road.stored(life.served)
  expect(servedWas.served).toMatchObject([{ userId: life.userId, name: secret.nickname }])
  await cancel()
  expect(await test.as(people.volunteer).call('order.deeds', {})).toEqual(deeds)
  const done = await road.stored(life.doneOrder)
  expect(done).toMatchObject({
    status: 'reviewed',
    requesterName: formerNeighbour,
    requesterId: life.userId,
    helpedIds: [life.userId],
    text: was.text,
    takers: was.takers,
    served: was.served,
    contact: { roomNumber: '', phone: null, access: '' },
  })
  expect(done.activity.map(({ event, at }) => [event, at])).toEqual(
    was.activity.map(({ event, at }) => [event, at]),
  )
  const served = await road.stored(life.served)
  expect(served.served).toEqual(servedWas.served.map((line) => ({ ...line, name: formerNeighbour })))
  expect(served.contact).toEqual(servedWas.contact)
  const { order } = await test.as(people.li).call('order.get', { orderId: life.served })
  expect(JSON.stringify(order)).toContain(formerNeighbour)
  const { items } = await test.as(people.li).call('chat.history', { groupPath: places.building4 })
  expect(items.filter(({ authorName }) => authorName === formerNeighbour).length).toBeGreaterThanOrEqual(2)
})

it('cancelling: open orders are cancelled, taken and offered ones go back, series stop or lose their volunteer', async () => {
  const life = await live(test)
  await cancel()
  expect(await road.stored(life.openOrder)).toMatchObject({ status: 'cancelled' })
  for (const id of [life.taken, life.offered, life.declined])
    expect(await road.stored(id)).toMatchObject({ status: 'placed', takers: [], offer: null })
  expect(await seriesOf(life.ownSeries)).toMatchObject({ isActive: false, wakeAt: null })
  expect(await seriesOf(life.helpedSeries)).toMatchObject({ isActive: true, volunteer: null })
  const account = await stored.person(life.userId)
  expect(account).toMatchObject({
    roles: [],
    homeAt: [],
    roleKeys: [],
    householdIds: [],
    nameKeys: [],
    openIds: [],
  })
  expect(account.memberships.map(({ standing }) => standing)).toEqual(['left'])
  const mother = await stored.person('mother-qian')
  expect(mother.proxies.map(({ userId }) => userId)).toEqual(['resident-li'])
  expect(mother.proxyIds).toEqual(['resident-li'])
})

it('cancelling: the phone is free, and whoever joins with it is somebody new', async () => {
  const { userId } = await live(test)
  await cancel()
  expect(await me().call('account.me', {})).toMatchObject({ account: null, capabilities: [] })
  expect(await me().code('order.listMine', {})).toBe('NotSignedIn')
  const { invitation } = await test
    .as(people.leader)
    .call('invitation.create', { areaPath: places.building4 })
  const join = { code: invitation._id, nickname: '新来的', roomNumber: '302', relation: 'tenant' } as const
  const { account } = await me().call('invitation.join', join)
  expect(account._id).not.toBe(userId)
  expect((await me().call('order.listMine', {})).items).toEqual([])
})

it('cancelling twice, or asking again after the answer was lost, is cancelling once', async () => {
  await live(test)
  await cancel()
  const before = await Promise.all(
    ['orders', 'messages', 'series', 'trail'].map((name) => test.cloud.database.find(name)),
  )
  expect(await cancel()).toEqual({})
  expect(
    await Promise.all(
      ['orders', 'messages', 'series', 'trail'].map((name) => test.cloud.database.find(name)),
    ),
  ).toEqual(before)
})

it('cancelling with a volunteer at the door: the visit ends first, then the flat is forgotten too', async () => {
  const { userId, openOrder } = await live(test)
  for (const step of [road.dispatchTo, road.accept, road.checkIn]) await step({ _id: openOrder })
  await me().call('order.nod', { orderId: openOrder })
  await cancel()
  await later()
  // Whoever is there finds the door, and no name.
  expect(await road.stored(openOrder)).toMatchObject({
    status: 'inService',
    requesterName: formerNeighbour,
    contact: { roomNumber: secret.flat },
  })
  expect((await stored.person(userId)).forgetAt).not.toBeNull()
  test.cloud.clock.travel(40 * 60_000)
  await road.complete({ _id: openOrder })
  test.cloud.clock.travel(61 * 60_000)
  await road.tick()
  expect(await whereNamed(test)).toEqual(mayStay)
  expect((await road.stored(openOrder)).served).toMatchObject([{ userId: 'volunteer-wang', kind: 'visit' }])
  expect((await stored.person(userId)).forgetAt).toBeNull()
})

it('cancelling: refused while only they act for somebody, while at a door, and while nobody else leads', async () => {
  const { taken, userId } = await live(test)
  await road.checkIn({ _id: taken }, secret.openid)
  const before = await stored.person(userId)
  await expect(cancel()).rejects.toMatchObject({ code: 'StillInUse', details: { what: 'visit' } })
  await road.complete({ _id: taken }, secret.openid).catch(() => undefined)
  await test.as(people.staff).call('resident.endProxy', { userId: 'mother-qian', proxyId: 'resident-li' })
  const { farewell } = await me().call('account.farewell', {})
  expect(farewell.dependents).toEqual([{ userId: 'mother-qian', name: '钱奶奶' }])
  const refused = await me().code('account.cancel', { isSure: true })
  expect(refused).toBe('StillInUse')
  expect(await stored.person(userId)).toMatchObject({
    nickname: before.nickname,
    state: 'active',
    roles: before.roles,
  })
  // The only one who works for the community.
  await expect(test.as(people.staff).call('account.cancel', { isSure: true })).rejects.toMatchObject({
    code: 'StillInUse',
    details: { role: 'communityStaff' },
  })
  expect((await stored.person('staff-chen')).roles).toHaveLength(1)
})

/** The first requests of each kind, then one here and one there: each costs a life to be lived anew. */
const dying = { failRate: [2, 5, 12, 24], failAfterRate: [2, 8, 17, 35] } as const

describe.each(breakages)('cancelling, while a request %s', (breakage) => {
  it.each(dying[breakage])(
    'dies at its request %i: asked again, or by the clock alone, all of it is done',
    async (nth) => {
      const life = await live(test)
      const mend = breakNetwork(test, breakage, (count) => count >= nth)
      await me()
        .code('account.cancel', { isSure: true })
        .catch(() => undefined)
      mend()
      // What the broken transaction holds is let go in time.
      test.cloud.clock.travel(61_000)
      const { state } = await stored.person(life.userId)
      if (state === 'active') await cancel()
      for (const _ of [1, 2, 3]) await later()
      expect(await whereNamed(test)).toEqual(mayStay)
      expect(await road.stored(life.taken)).toMatchObject({ status: 'placed' })
      expect(await road.stored(life.openOrder)).toMatchObject({ status: 'cancelled' })
      expect((await stored.person(life.userId)).forgetAt).toBeNull()
      expect(await filesLeft(test, life.files)).toEqual([])
    },
  )
})
