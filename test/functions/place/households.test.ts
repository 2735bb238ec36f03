import type { Account } from '@/domain/account/schema'
import { places } from '../../support/factories/places'
import { lastAnswer } from '../../support/function-log'
import { cast, grids, householdIdIn, useNeighbours } from '../../support/neighbours'
import { listsOf } from './_support/lists'

const test = useNeighbours()
const lists = listsOf(test)
const staff = () => test.as(cast.staff)
const idOf = (roomNumber: string): string => householdIdIn(places.building4, roomNumber)

describe('the flats of a building', () => {
  it('come by floor and number, page by page, with who lives there counted and no name in full', async () => {
    const first = await staff().call('place.households', { areaPath: places.building4, limit: 4 })
    expect(first.items.map(({ roomNumber, residentCount }) => [roomNumber, residentCount])).toEqual([
      ['301', 1],
      ['302', 0],
      ['1401', 0],
      ['1402', 1],
    ])
    expect(first.items[3]?.register).toEqual([{ name: '吴**', relation: 'owner' }])
    const second = await staff().call('place.households', {
      areaPath: places.building4,
      limit: 4,
      cursor: first.nextCursor,
    })
    expect(second.items.map(({ roomNumber, residentCount }) => [roomNumber, residentCount])).toEqual([
      ['1501', 0],
      ['1502', 3],
    ])
    expect(second.nextCursor).toBeNull()
    expect(lastAnswer(test, 'place.households').waits).toBeLessThanOrEqual(2)
    expect(await test.cloud.database.count('accesses')).toBe(0)
  })

  it('leader of a micro-grid: sees its flats only, also when asking for the building', async () => {
    const rooms = async (areaPath: string) => {
      const { items } = await test.as(cast.otherGridLeader).call('place.households', { areaPath })
      return items.map(({ roomNumber }) => roomNumber)
    }
    expect(await rooms(places.building4)).toEqual(['301', '302'])
    expect(await rooms(grids.two)).toEqual(['301', '302'])
    expect(await test.as(cast.otherGridLeader).code('place.households', { areaPath: grids.one })).toBe(
      'Forbidden',
    )
  })

  it('an estate’s flats are exported, not listed', async () => {
    expect(await staff().code('place.households', { areaPath: places.estate })).toBe('BadInput')
  })

  it('leader: opening one flat shows its register, and those who live there see that it was opened', async () => {
    const { household } = await test
      .as(cast.gridLeader)
      .call('place.household', { householdId: idOf('1502') })
    expect(household).toMatchObject({ register: [{ name: '林国强', relation: 'owner' }], residentCount: 3 })
    const seen = await test.cloud.database.find('accesses', { by: 'leader-grid-one' })
    expect(seen.map(({ userId, kind, byName, role }) => [userId, kind, byName, role]).sort()).toEqual([
      ['housemate-he', 'flat', '一号网格长', 'microGridLeader'],
      ['mother-lin', 'flat', '一号网格长', 'microGridLeader'],
      ['person-lin', 'flat', '一号网格长', 'microGridLeader'],
    ])
    expect(lastAnswer(test, 'place.household').waits).toBeLessThanOrEqual(2)
  })
})

describe('keeping flats by hand', () => {
  const flat = { areaPath: places.building4, roomNumber: '1701', floor: null, register: [] }

  it('staff: add a flat, whose floor its number tells, and change its register; a retry changes nothing', async () => {
    const { household } = await staff().call('place.putHousehold', flat)
    expect(household).toMatchObject({
      _id: idOf('1701'),
      floor: 17,
      areaName: '幸福里小区 4栋',
      gridPath: null,
    })
    const named = { ...flat, register: [{ name: '李秀兰', relation: 'tenant' as const }] }
    for (let time = 0; time < 2; time += 1) await staff().call('place.putHousehold', named)
    expect(await lists.households({ _id: idOf('1701') })).toEqual([
      expect.objectContaining({ floor: 17, register: named.register }),
    ])
    expect(lastAnswer(test, 'place.putHousehold').waits).toBeLessThanOrEqual(3)
  })

  it('its names and its number are sealed in the database', async () => {
    await staff().call('place.putHousehold', { ...flat, register: [{ name: '李秀兰', relation: 'owner' }] })
    const raw = JSON.stringify(await test.cloud.database.get('households', idOf('1701')))
    expect(raw).not.toContain('李秀兰')
    expect(raw).not.toContain('1701')
  })

  it('a flat that is changed keeps its micro-grid', async () => {
    await staff().call('place.putHousehold', { ...flat, roomNumber: '1502' })
    expect(await lists.households({ _id: idOf('1502') })).toEqual([
      expect.objectContaining({ gridPath: grids.one, register: [] }),
    ])
  })

  it('a floor that the number contradicts is refused; so is a place that holds no flats', async () => {
    expect(await staff().code('place.putHousehold', { ...flat, floor: 3 })).toBe('BadInput')
    for (const areaPath of [places.estate, grids.one]) {
      expect(await staff().code('place.putHousehold', { ...flat, areaPath })).toBe('BadInput')
    }
    expect(await staff().code('place.putHousehold', { ...flat, areaPath: `${places.estate}b99/` })).toBe(
      'NotFound',
    )
  })

  it('staff: take an empty flat off the list, not one where somebody lives', async () => {
    expect(await staff().code('place.removeHousehold', { householdId: idOf('1502') })).toBe('StillInUse')
    expect(await staff().code('place.removeHousehold', { householdId: idOf('1501') })).toBe('ok')
    expect(await staff().code('place.removeHousehold', { householdId: idOf('1501') })).toBe('ok')
    expect(await lists.households({ _id: idOf('1501') })).toEqual([])
  })
})

describe('micro-grids', () => {
  const put = (overrides: object, requestId?: string) =>
    staff().call(
      'place.putGrid',
      {
        buildingPath: places.building4,
        gridPath: null,
        name: '3号微网格',
        householdIds: [idOf('1502'), idOf('301')],
        ...overrides,
      },
      requestId,
    )
  const homeAt = async (id: string) =>
    ((await test.cloud.database.get('accounts', id)) as unknown as Account).homeAt

  it('staff: make one of chosen flats; those who live there belong to it at once', async () => {
    const { area } = await put({}, 'request-grid')
    const path = `${places.building4}g-3/`
    expect(area).toMatchObject({ _id: path, level: 'grid', householdCount: 2, residentCount: 4 })
    expect(await homeAt('person-lin')).toEqual(expect.arrayContaining([places.building4, path]))
    expect(await homeAt('person-lin')).not.toContain(grids.one)
    expect(await put({}, 'request-grid')).toEqual({ area })
    expect(await lists.households({ gridPath: path })).toHaveLength(2)
    expect(lastAnswer(test, 'place.putGrid').code).toBe('ok')
  })

  it('staff: change which flats count to one; those left out count to none', async () => {
    await put({ gridPath: grids.two, name: '二号微网格', householdIds: [idOf('302'), idOf('1502')] })
    expect(await homeAt('neighbour-sun')).not.toContain(grids.two)
    expect(await homeAt('mother-lin')).toContain(grids.two)
    const { children } = await staff().call('place.children', { areaPath: places.building4 })
    expect(children.map(({ name, householdCount }) => [name, householdCount])).toEqual([
      ['1号微网格', 3],
      ['二号微网格', 2],
    ])
  })

  it('the leader of the old micro-grid sees the flat no more, and the new one does', async () => {
    await put({ gridPath: grids.two, name: '2号微网格', householdIds: [idOf('1502')] })
    expect(await test.as(cast.gridLeader).code('place.household', { householdId: idOf('1502') })).toBe(
      'Forbidden',
    )
    expect(await test.as(cast.otherGridLeader).code('place.household', { householdId: idOf('1502') })).toBe(
      'ok',
    )
  })

  it('a name that another has, a flat of another building, or a grid that is none are refused', async () => {
    const code = (overrides: object) =>
      put(overrides).then(
        () => 'ok',
        (error: { code: string }) => error.code,
      )
    expect(await code({ name: '1号网格' })).toBe('Conflict')
    expect(await code({ householdIds: [householdIdIn(places.building5, '301')] })).toBe('NotFound')
    expect(await code({ householdIds: ['no-such-flat'] })).toBe('NotFound')
    expect(await code({ gridPath: `${places.building4}g-9/` })).toBe('NotFound')
  })
})
