import { anOrder } from '../../support/factories/order'
import { places } from '../../support/factories/places'
import { cast, childOfLin, daughterFarAway, grids, neighbours, useNeighbours } from '../../support/neighbours'
import { storedPeople } from '../../support/stored-people'

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
  await test.as(cast.gridLeader).call('resident.endProxy', { userId: 'mother-lin', proxyId: 'daughter-far' })
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
