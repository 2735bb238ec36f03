import { minutes } from '@/domain/shared/time'
import { Engine } from '../../../local-cloud/database/engine'
import { clockOf, postOf } from '../../support/clock-of'
import { aGrant, aStaffMember } from '../../support/factories/account'
import { anOrder } from '../../support/factories/order'
import { places } from '../../support/factories/places'
import { aSeries } from '../../support/factories/series'
import {
  cast,
  childOfLin,
  daughterFarAway,
  grids,
  homeIn,
  neighbours,
  useNeighbours,
} from '../../support/neighbours'
import { storedPeople } from '../../support/stored-people'
import { workingMorning } from '../../support/test-cloud'

const test = useNeighbours([...neighbours(), daughterFarAway, childOfLin])
const stored = storedPeople(test)

const consent = { how: 'byPhone', note: '电话里同意的' } as const

it('proxy: named with consent on record, five at most, a grown-up who is vouched for; ends at once', async () => {
  const name = (proxyId: string, who: string = cast.gridLeader) =>
    test.as(who).code('resident.nameProxy', { userId: 'mother-lin', proxyId, relation: 'neighbour', consent })
  expect(await name('unconfirmed-wu')).toBe('Conflict')
  expect(await name('child-of-lin')).toBe('Conflict')
  expect(await name('mother-lin')).toBe('Conflict')
  expect(await name('nobody-at-all')).toBe('NotFound')
  expect(await name('neighbour-sun')).toBe('ok')
  expect(await name('neighbour-sun')).toBe('ok')
  const { proxies, proxyIds } = await stored.person('mother-lin')
  expect(proxies[1]).toMatchObject({
    userId: 'neighbour-sun',
    consent: { how: 'byPhone', note: '电话里同意的', notedBy: 'leader-grid-one' },
  })
  expect(proxyIds).toEqual(['person-lin', 'neighbour-sun'])
  expect(await name('volunteer-wang')).toBe('ok')
  expect(await name('daughter-far')).toBe('ok')
  expect(await name('housemate-he')).toBe('ok')
  expect(
    await test
      .as(cast.neighbour)
      .code('resident.endProxy', { userId: 'mother-lin', proxyId: 'neighbour-sun' }),
  ).toBe('ok')
  expect((await test.as(cast.neighbour).call('resident.charges', {})).items).toEqual([])
  expect((await stored.trailOf('mother-lin')).map(({ event }) => event)).toEqual([
    'proxyNamed',
    'proxyNamed',
    'proxyNamed',
    'proxyNamed',
    'proxyEnded',
  ])
})

it('proxy: what was lost of whom they act for is there again once one of them is named again; the trail says nothing', async () => {
  const name = () =>
    test.as(cast.gridLeader).code('resident.nameProxy', {
      userId: 'mother-lin',
      proxyId: 'neighbour-sun',
      relation: 'neighbour',
      consent,
    })
  expect(await name()).toBe('ok')
  const both = ['neighbour-sun', 'person-lin']
  for (const _id of both) await test.cloud.database.update('accounts', { _id }, { $set: { chargeIds: [] } })
  expect(await name()).toBe('ok')
  for (const id of both) expect((await stored.person(id)).chargeIds).toEqual(['mother-lin'])
  expect(await stored.trailOf('mother-lin')).toHaveLength(1)
})

it('daughter far away: orders for her mother at her mother’s home, and rates it; not before she is named, and not after', async () => {
  const far = test.as('openid-of-daughter-far')
  const order = (text: string) =>
    far.call('order.create', {
      serviceId: 'repair',
      text,
      homePath: places.building4,
      beneficiary: {
        kind: 'other',
        name: '林妈妈',
        relation: 'family',
        userId: 'mother-lin',
        consent: 'standing',
      },
    })
  const preview = {
    homePath: places.building4,
    serviceId: 'repair',
    text: '水龙头漏水',
    beneficiaryId: 'mother-lin',
  }
  await expect(order('水龙头漏水')).rejects.toMatchObject({ code: 'Forbidden' })
  expect(await far.code('order.preview', preview)).toBe('Forbidden')
  await test.as(cast.gridLeader).call('resident.nameProxy', {
    userId: 'mother-lin',
    proxyId: 'daughter-far',
    relation: 'family',
    consent,
  })
  expect(await far.code('order.preview', preview)).toBe('ok')
  const { order: placed } = await order('水龙头漏水')
  expect(placed.contact?.roomNumber).toBe('1502')
  expect(await test.cloud.database.get('orders', placed._id)).toMatchObject({
    gridPath: grids.one,
    helpedIds: ['daughter-far', 'mother-lin'],
  })
  const done = {
    _id: 'order-done',
    requesterId: 'daughter-far',
    beneficiary: {
      kind: 'other',
      name: '林妈妈',
      relation: 'family',
      userId: 'mother-lin',
      consent: 'standing',
    },
  } as const
  await test.cloud.database.insert('orders', [anOrder({ ...done, status: 'completed' })])
  const rated = await far.call('order.review', { orderId: 'order-done', stars: 5, tags: [], words: '谢谢' })
  expect(rated.order.status).toBe('reviewed')
  const series = aSeries({ requesterId: 'daughter-far', nextDay: '2025-03-06', wakeAt: 0 })
  const wish = { ...series.wish, roomNumber: '1502', beneficiary: done.beneficiary }
  await test.cloud.database.insert('series', [{ ...series, wish }])
  const under = { ...done, _id: 'order-under-way', status: 'accepted' } as const
  await test.cloud.database.insert('orders', [anOrder(under)])
  const orderId = under._id
  expect((await far.call('order.get', { orderId })).order.doorCode).toMatch(/^\d{6}$/)
  expect((await far.call('order.listMine', {})).items).toHaveLength(3)
  await test.as(cast.gridLeader).call('resident.endProxy', { userId: 'mother-lin', proxyId: 'daughter-far' })
  // At once, in the orders too; and the clock places no more days in her name.
  expect(await far.code('order.get', { orderId })).toBe('Forbidden')
  expect(await far.code('order.noShow', { orderId, userId: 'volunteer-wang', note: '没来' })).toBe(
    'Forbidden',
  )
  expect(await far.code('series.skip', { seriesId: series._id, day: '2025-03-06' })).toBe('Forbidden')
  expect((await far.call('order.listMine', {})).items).toEqual([])
  // The other one who acts for her sees what goes on at her door, and says how it was.
  const { order: hers } = await test.as(cast.themself).call('order.get', { orderId })
  expect(hers).toMatchObject({
    isMine: false,
    contact: {},
    allowedActions: expect.arrayContaining(['noShow']) as unknown,
  })
  await clockOf(test).minute()
  expect(await test.cloud.database.count('orders', { seriesId: series._id })).toBe(0)
  expect(await test.cloud.database.get('series', series._id)).toMatchObject({
    isActive: false,
    stoppedFor: 'noRight',
  })
  expect((await stored.trailOf('mother-lin')).at(-1)?.event).toBe('seriesStopped')
  await expect(order('灯坏了要换一个')).rejects.toMatchObject({ code: 'Forbidden' })
})

it('grid leader: orders for a flat of the grid and is asked to call those nobody reached there; not for the next grid', async () => {
  const order = (roomNumber: string) =>
    test.as(cast.gridLeader).code('order.create', {
      serviceId: 'repair',
      text: `${roomNumber} 的水龙头漏水`,
      homePath: places.building4,
      roomNumber,
      beneficiary: {
        kind: 'other',
        name: '一位老人',
        relation: 'resident',
        userId: null,
        consent: 'present',
      },
    })
  expect(await order('1401')).toBe('ok')
  expect(await order('301')).toBe('Forbidden')
  const { items } = await test.as(cast.gridLeader).call('order.listPlaces', {})
  expect(items.map(({ areaPath }) => areaPath)).toEqual([places.building4])
})

it('leader: a guardian is no sixth helper, which nobody could read any more', async () => {
  const consentOf = { how: 'inPerson', note: '', notedBy: 'leader-zhou', at: workingMorning } as const
  const proxies = [1, 2, 3, 4, 5].map((n) => ({
    userId: `helper-number-${n}`,
    name: `帮手${n}`,
    relation: 'neighbour',
    consent: consentOf,
  }))
  await test.cloud.database.update('accounts', { _id: 'mother-lin' }, { $set: { proxies } })
  const put = {
    userId: 'mother-lin',
    nickname: '林妈妈',
    realName: '王秀英',
    phone: null,
    areaPath: places.building4,
    roomNumber: '1502',
    relation: 'family',
    guardianId: 'person-lin',
  } as const
  expect(await test.as(cast.gridLeader).code('resident.put', put)).toBe('LimitReached')
  expect((await stored.person('mother-lin')).proxies).toHaveLength(5)
})

it('leader: can’t make themself the helper of someone who has a phone; of one without they can', async () => {
  await stored.giveHomes('leader-grid-one', [homeIn('1501')])
  const name = (userId: string) =>
    test
      .as(cast.gridLeader)
      .code('resident.nameProxy', { userId, proxyId: 'leader-grid-one', relation: 'neighbour', consent })
  expect(await name('person-lin')).toBe('Forbidden')
  expect(await name('mother-lin')).toBe('ok')
})

it('removed from the building: order, code and thread are shut at once, the visit is called off, and the series ends', async () => {
  const phone = '13812345678'
  const { order } = await test.as(cast.themself).call('order.create', {
    serviceId: 'repair',
    text: '水龙头坏了',
    homePath: places.building4,
    phone,
  })
  const orderId = order._id
  const wish = { ...aSeries().wish, roomNumber: '1502' }
  const series = aSeries({ requesterId: 'person-lin', wish, nextDay: '2025-03-06', wakeAt: 0 })
  await test.cloud.database.insert('series', [series])
  await test.as(cast.neighbour).call('order.follow', { orderId })
  const to = { kind: 'people' as const, volunteerIds: ['volunteer-wang'] }
  await test.as(cast.staff).call('order.dispatch', { orderId, to })
  await test.as(cast.volunteer).call('order.accept', { orderId })
  for (const [userId, roomNumber] of [
    ['person-lin', '1502'],
    ['neighbour-sun', '301'],
  ] as const)
    await test
      .as(cast.buildingLeader)
      .call('membership.remove', { userId, areaPath: places.building4, roomNumber, reason: '搬走了' })
  const lin = test.as(cast.themself)
  const { order: seen } = await lin.call('order.get', { orderId })
  expect(seen).toMatchObject({ contact: null, doorCode: null, thread: null, allowedActions: [] })
  expect(JSON.stringify(seen)).not.toContain(phone)
  for (const action of ['order.remark', 'order.cancel'] as const)
    expect(await lin.code(action, { orderId, note: '还来吗' })).toBe('Forbidden')
  const said = { groupPath: `order:${orderId}`, body: { kind: 'text', text: '我还在吗' } } as const
  expect(await lin.code('chat.send', said)).toBe('Forbidden')
  expect(await test.as(cast.neighbour).code('order.get', { orderId })).toBe('Forbidden')
  await clockOf(test).minute()
  expect((await lin.call('order.get', { orderId })).order.status).toBe('cancelled')
  expect(await test.cloud.database.count('orders', { seriesId: series._id })).toBe(0)
  const { items } = await lin.call('series.list', { view: 'mine' })
  expect(items).toMatchObject([{ isActive: false, stoppedFor: 'noRight' }])
})

it('daughter who acts for her mother no more: her series stops once all who have to know it have been told, whatever broke off', async () => {
  const template = 'TEMPLATE-CANCELLED'
  const series = aSeries({ requesterId: 'daughter-far', nextDay: '2025-03-06', wakeAt: 0 })
  const beneficiary = {
    kind: 'other',
    name: '林妈妈',
    relation: 'family',
    userId: 'mother-lin',
    consent: 'standing',
  } as const
  const wish = { ...series.wish, roomNumber: '1502', beneficiary }
  await test.cloud.database.insert('series', [{ ...series, wish }])
  const estate = aStaffMember({ _id: 'staff-estate', roles: [aGrant('communityStaff', places.estate)] })
  await test.cloud.database.insert('accounts', [estate])
  const readers = ['openid-of-daughter-far', cast.themself, estate.openid]
  for (const openid of readers) test.cloud.consents.grant(openid, template)
  const { insert } = Engine.prototype
  let broken = 0
  jest.spyOn(Engine.prototype, 'insert').mockImplementation(async function (this: Engine, ...request) {
    if (request[0] === 'trail' && (broken += 1) === 1) throw new Error('network')
    return insert.apply(this, request)
  })
  const read = () => test.cloud.database.get('series', series._id)
  const post = postOf(test)
  await clockOf(test).minute()
  expect(await read()).toMatchObject({ isActive: true, stoppedFor: null })
  test.cloud.clock.set(workingMorning + minutes(2))
  await clockOf(test).minute()
  await clockOf(test).minute()
  expect(await read()).toMatchObject({ isActive: false, stoppedFor: 'noRight' })
  expect((await stored.trailOf('mother-lin')).map(({ event }) => event)).toEqual(['seriesStopped'])
  expect([...new Set(post().map(([openid]) => openid))].sort()).toEqual([...readers].sort())
  const mine = async (openid: string) =>
    (await test.as(openid).call('series.list', { view: 'mine' })).items.map(({ canChange }) => canChange)
  expect(await mine('openid-of-daughter-far')).toEqual([false])
  expect(await mine(cast.themself)).toEqual([true])
  expect(await mine(cast.neighbour)).toEqual([])
})
