import type { Account } from '@/domain/account/schema'
import { places } from '../../support/factories/places'
import { lastAnswer } from '../../support/function-log'
import { cast, grids, useNeighbours } from '../../support/neighbours'
import { opened } from '../../support/test-key'

const test = useNeighbours()
const staff = () => test.as(cast.staff)
const put = (
  name: string,
  areaPath: string | null = null,
  parentPath: string = places.estate,
  requestId?: string,
) => staff().call('place.putArea', { parentPath, areaPath, name }, requestId)

describe('the map', () => {
  it('staff: see what they keep, then level by level, with flats and residents', async () => {
    const mine = await staff().call('place.children', {})
    expect(mine.area).toBeNull()
    expect(mine.children).toEqual([
      expect.objectContaining({ _id: places.community, householdCount: 7, residentCount: 6 }),
    ])
    const estates = await staff().call('place.children', { areaPath: places.community })
    expect(estates.children).toEqual([
      expect.objectContaining({ _id: places.estate, householdCount: 7, residentCount: 6 }),
    ])
    const buildings = await staff().call('place.children', { areaPath: places.estate })
    expect(
      buildings.children.map(({ name, householdCount, residentCount }) => [
        name,
        householdCount,
        residentCount,
      ]),
    ).toEqual([
      ['4栋', 6, 5],
      ['5栋', 1, 1],
    ])
    const inside = await staff().call('place.children', { areaPath: places.building4 })
    expect(inside.area).toMatchObject({ householdCount: 6, residentCount: 5 })
    expect(
      inside.children.map(({ name, householdCount, residentCount }) => [name, householdCount, residentCount]),
    ).toEqual([
      ['1号微网格', 4, 4],
      ['2号微网格', 2, 1],
    ])
    expect(lastAnswer(test, 'place.children').waits).toBeLessThanOrEqual(2)
  })

  it('staff: read all stairwells of a building before its micro-grids', async () => {
    await put('2单元', null, places.building4)
    await put('1单元', null, places.building4)
    const { children } = await staff().call('place.children', { areaPath: places.building4 })
    expect(children.map(({ name }) => name)).toEqual(['1单元', '2单元', '1号微网格', '2号微网格'])
  })

  it('leader: sees the building they look after', async () => {
    const { children } = await test.as(cast.buildingLeader).call('place.children', {})
    expect(children.map(({ _id }) => _id)).toEqual([places.building4])
  })
})

describe('adding and naming', () => {
  it('staff: add a building, a stairwell and a name of its own; they stand in their natural order', async () => {
    await put('12栋')
    await put('2栋')
    await put('翠竹轩')
    const { children } = await staff().call('place.children', { areaPath: places.estate })
    expect(children.map(({ name, _id }) => [name, _id])).toEqual([
      ['2栋', `${places.estate}b2/`],
      ['4栋', places.building4],
      ['5栋', places.building5],
      ['12栋', `${places.estate}b12/`],
      ['翠竹轩', `${places.estate}x1/`],
    ])
    const { area } = await put('2单元', null, places.building4)
    expect(area).toMatchObject({ _id: places.unit, level: 'unit', fullName: '幸福里小区 4栋2单元' })
    expect(lastAnswer(test, 'place.putArea').waits).toBeLessThanOrEqual(3)
  })

  it('a retry is answered as the first time; another with the same name is refused', async () => {
    const first = await put('6栋', null, places.estate, 'request-first')
    expect(await put('6栋', null, places.estate, 'request-first')).toEqual(first)
    expect(
      await staff().code('place.putArea', { parentPath: places.estate, areaPath: null, name: '六号楼' }),
    ).toBe('Conflict')
    expect(
      await staff().code('place.putArea', {
        parentPath: places.estate,
        areaPath: places.building5,
        name: '6幢',
      }),
    ).toBe('Conflict')
  })

  it('two staff who add the same building at once: one does', async () => {
    const codes = await Promise.all(
      [cast.staff, cast.secondStaff].map((who) =>
        test.as(who).code('place.putArea', { parentPath: places.estate, areaPath: null, name: '8栋' }),
      ),
    )
    expect(codes.sort()).toEqual(['Conflict', 'ok'])
  })

  it('nothing can be added below a stairwell, a micro-grid, or where there is nothing', async () => {
    const add = (parentPath: string) =>
      staff().code('place.putArea', { parentPath, areaPath: null, name: '新的' })
    expect(await add(grids.one)).toBe('BadInput')
    await put('2单元', null, places.building4)
    expect(await add(places.unit)).toBe('BadInput')
    expect(await add(`${places.estate}b99/`)).toBe('NotFound')
  })

  it('a new name is known to the areas below, the flats, the homes and the roles, and to no others', async () => {
    await put('四号楼', places.building4)
    const { area, children } = await staff().call('place.children', { areaPath: places.building4 })
    expect([area, ...children].map((one) => one?.fullName)).toEqual([
      '幸福里小区 四号楼',
      '幸福里小区 四号楼 1号微网格',
      '幸福里小区 四号楼 2号微网格',
    ])
    const account = async (id: string) =>
      opened('accounts', (await test.cloud.database.get('accounts', id)) as unknown as Account)
    expect((await account('person-lin')).memberships[0]).toMatchObject({
      areaName: '幸福里小区 四号楼',
      roomNumber: '1502',
    })
    expect((await account('leader-grid-one')).roles[0]?.areaName).toBe('幸福里小区 四号楼 1号微网格')
    expect((await account('volunteer-wang')).memberships[0]?.areaName).toBe('幸福里小区 5栋')
    const flats = await test.cloud.database.find('households', { buildingPath: places.building4 })
    expect(new Set(flats.map(({ areaName }) => areaName))).toEqual(new Set(['幸福里小区 四号楼']))
  })
})

describe('taking off the map', () => {
  const retire = (areaPath: string) => staff().code('place.retireArea', { areaPath })

  it('a building where people live, or that somebody leads, stays', async () => {
    expect(await retire(places.building4)).toBe('StillInUse')
    await test.cloud.database.remove('accounts', { _id: { $ne: 'staff-chen' } })
    await test.cloud.database.insert('accounts', [
      {
        _id: 'leader-new',
        openid: 'openid-of-leader-new',
        nickname: '新组长',
        memberships: [],
        roles: [],
        skills: [],
        createdAt: 0,
        homeAt: [],
        pendingAt: [],
        roleKeys: [`microGridLeader@${grids.two}`],
      },
    ])
    expect(await retire(places.building4)).toBe('StillInUse')
    await test.cloud.database.remove('accounts', { _id: 'leader-new' })
    expect(await retire(places.building4)).toBe('ok')
    expect(await retire(places.building4)).toBe('ok')
    expect(await test.cloud.database.count('households', { buildingPath: places.building4 })).toBe(0)
    const { children } = await staff().call('place.children', { areaPath: places.estate })
    expect(children.map(({ name }) => name)).toEqual(['5栋'])
  })

  it('an estate goes once its buildings are gone', async () => {
    expect(await retire(places.estate)).toBe('StillInUse')
  })

  it('a building that comes back is the same as before', async () => {
    await put('6栋')
    await retire(`${places.estate}b6/`)
    const { area } = await put('6幢')
    expect(area).toMatchObject({ _id: `${places.estate}b6/`, name: '6幢', fullName: '幸福里小区 6幢' })
    const { children } = await staff().call('place.children', { areaPath: places.estate })
    expect(children.map(({ name }) => name)).toEqual(['4栋', '5栋', '6幢'])
  })

  it('a micro-grid is dissolved once its leader has handed over; its people stay in their building', async () => {
    expect(await retire(grids.one)).toBe('StillInUse')
    await test.cloud.database.remove('accounts', { _id: 'leader-grid-one' })
    expect(await retire(grids.one)).toBe('ok')
    const lin = (await test.cloud.database.get('accounts', 'person-lin')) as unknown as Account
    expect(lin.memberships[0]).toMatchObject({ gridPath: null, standing: 'confirmed' })
    expect(lin.homeAt).not.toContain(grids.one)
    expect(await test.cloud.database.count('households', { gridPath: grids.one })).toBe(0)
  })
})
