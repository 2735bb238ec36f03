import { hours } from '@/domain/shared/time'
import { aGrant } from '../../support/factories/account'
import { aHandbook } from '../../support/factories/handbook'
import { places } from '../../support/factories/places'
import { lastAnswer } from '../../support/function-log'
import { aPerson, cast, homeIn, neighbours, useNeighbours } from '../../support/neighbours'
import { workingMorning } from '../../support/test-cloud'

const phone = '13812345678'
const shared = aPerson({
  _id: 'sharing-qian',
  nickname: '小钱',
  realName: '钱多多',
  phone,
  shares: { realName: true, unit: false, phone: true },
  memberships: [homeIn('302')],
})
const keeper = (
  id: string,
  nickname: string,
  role: 'gridWorker' | 'propertyManager' | 'mediator',
  isShared = false,
) =>
  aPerson({
    _id: id,
    nickname,
    phone,
    shares: { realName: false, unit: false, phone: isShared },
    roles: [aGrant(role, places.estate, { areaName: '幸福里小区' })],
  })
const test = useNeighbours([
  ...neighbours(),
  shared,
  keeper('worker-fang', '网格员老方', 'gridWorker', true),
  keeper('property-ma', '物业马经理', 'propertyManager'),
  aPerson({
    _id: 'mediator-past',
    nickname: '退休的老调解员',
    roles: [aGrant('mediator', places.community, { until: workingMorning - hours(1) })],
  }),
])
const open = (who: string, input: object = {}) =>
  test.as(who).call('place.directory', { buildingPath: places.building4, ...input })

beforeEach(() => test.cloud.database.insert('handbooks', [aHandbook()]))

it('neighbour: sees who looks after the building, nearest first, since when, and no phone that isn’t shared', async () => {
  const { areaName, helpers } = await open(cast.neighbour)
  expect(areaName).toBe('幸福里小区 4栋')
  expect(helpers.map(({ name, role, phone: shown }) => [name, role, shown])).toEqual(
    expect.arrayContaining([
      ['一号网格长', 'microGridLeader', null],
      ['二号网格长', 'microGridLeader', null],
      ['周组长', 'microGridLeader', null],
      ['网格员老方', 'gridWorker', phone],
      ['物业马经理', 'propertyManager', null],
      ['陈社工', 'communityStaff', null],
    ]),
  )
  const names = helpers.map(({ name }) => name)
  for (const other of ['五栋组长', '王师傅', '外社区的人', '退休的老调解员', '街道办小宋'])
    expect(names).not.toContain(other)
  expect(names.indexOf('周组长')).toBeLessThan(names.indexOf('陈社工'))
  expect(helpers[0]?.since).toBeGreaterThan(0)
})

it('numbers: the office, then those of the handbook, each once', async () => {
  const { numbers } = await open(cast.neighbour)
  expect(numbers).toEqual([
    { name: '社区', phone: '025-87654321' },
    { name: '幸福里物业', phone: '025-12345678' },
  ])
})

it('neighbour: sees confirmed neighbours under their nickname, and more as far as each allows', async () => {
  const { neighbours: page } = await open(cast.neighbour)
  const rows = page.items.map(({ nickname, realName, unitName, phone: shown, isMe }) => [
    nickname,
    realName,
    unitName,
    shown,
    isMe,
  ])
  expect(rows.sort()).toEqual([
    ['小何', null, null, null, false],
    ['小林', null, null, null, false],
    ['小钱', '钱多多', null, phone, false],
    ['楼下小孙', null, null, null, true],
  ])
  expect(lastAnswer(test, 'place.directory').waits).toBeLessThanOrEqual(2)
})

it('the stairwell is named for those who allow it', async () => {
  const unit = { _id: places.unit, level: 'unit', name: '2单元', fullName: '幸福里小区 4栋2单元' }
  await test.cloud.database.insert('areas', [unit])
  await test.cloud.database.insert('accounts', [
    aPerson({
      _id: 'unit-zhu',
      nickname: '小朱',
      shares: { realName: false, unit: true, phone: false },
      memberships: [{ ...homeIn('302'), areaPath: places.unit }],
    }),
  ])
  const { neighbours: page } = await open(cast.neighbour)
  expect(page.items.find(({ nickname }) => nickname === '小朱')?.unitName).toBe('2单元')
})

it('unconfirmed: sees whom to turn to and whom to call, and no neighbour', async () => {
  const { helpers, numbers, neighbours: page } = await open(cast.unconfirmed)
  expect(helpers.length).toBeGreaterThan(0)
  expect(numbers).toHaveLength(2)
  expect(page).toEqual({ items: [], nextCursor: null })
})

it('pages of one neighbour after another show each once', async () => {
  const seen: string[] = []
  for (let cursor: string | null = null, turn = 0; turn < 20; turn += 1) {
    const { neighbours: page }: Awaited<ReturnType<typeof open>> = await open(cast.neighbour, {
      limit: 1,
      cursor,
    })
    seen.push(...page.items.map(({ nickname }) => nickname))
    cursor = page.nextCursor
    if (cursor === null) break
  }
  expect(seen.sort()).toEqual(['小何', '小林', '小钱', '楼下小孙'])
})

it('nobody asks about a stairwell or an estate', async () => {
  expect(await test.as(cast.staff).code('place.directory', { buildingPath: places.estate })).toBe('BadInput')
})

it('newcomer nobody has vouched for: sees who looks after the building, and no phone of theirs', async () => {
  const { helpers, neighbours: page } = await open(cast.unconfirmed)
  expect(helpers.map(({ name }) => name)).toContain('网格员老方')
  expect(helpers.filter(({ phone: shown }) => shown !== null)).toEqual([])
  expect(page.items).toEqual([])
})

it('neighbour: doesn’t see whose tenancy is over, before the clock has written so', async () => {
  const { memberships } = aPerson({ ...shared, memberships: [homeIn('302', { until: workingMorning - 1 })] })
  await test.cloud.database.update('accounts', { _id: 'sharing-qian' }, { $set: { memberships } })
  expect(JSON.stringify(await open(cast.neighbour))).not.toContain('小钱')
})
