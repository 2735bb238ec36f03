import type { Account } from '@/domain/account/schema'
import type { EstateCount } from '@/domain/place/schema'
import { hours, minutes } from '@/domain/shared/time'
import { clockOf } from '../../support/clock-of'
import { places } from '../../support/factories/places'
import { lastAnswer } from '../../support/function-log'
import { leastWaits, tooLong } from '../../support/least-waits'
import { aHousehold, aPerson, cast, useNeighbours } from '../../support/neighbours'
import { aMembership } from '../../support/factories/account'

const test = useNeighbours()
const clock = clockOf(test)
const staff = () => test.as(cast.staff)
const { community, estate, otherEstate } = places
const elsewhere = `${otherEstate}b1/`

/** Three to a flat; every tenth should be looked in on. */
const crowd = (count: number, areaPath: string, from = 0): Account[] =>
  Array.from({ length: count }, (_, i) => {
    const n = from + i
    const householdId = `flat-${areaPath.replace(/\//g, '-')}${Math.floor(n / 3)}`
    return aPerson({
      _id: `crowd-${areaPath.replace(/\//g, '-')}${n}`,
      nickname: `邻居${n}`,
      memberships: [aMembership({ areaPath, householdId })],
      careNeeds: n % 10 === 0 ? ['elder'] : [],
    })
  })

const arrive = (people: readonly Account[]): Promise<unknown> =>
  test.cloud.database.insert('accounts', [...people])
const preview = (...areaPaths: string[]) => staff().call('notice.preview', { areaPaths })
const kept = async (): Promise<EstateCount[]> =>
  (await test.cloud.database.find('estateCounts', {})) as unknown as EstateCount[]
const hourLater = async (): Promise<void> => {
  test.cloud.clock.travel(hours(1))
  await clock.minute()
}

beforeEach(async () => {
  const onMap = {
    level: 'estate',
    name: '二小区',
    fullName: '二小区',
    order: 2,
    retiredAt: null,
    requestId: null,
  }
  await test.cloud.database.insert('areas', [
    { ...onMap, _id: otherEstate },
    { ...onMap, _id: elsewhere, level: 'building', name: '1栋' },
  ])
})

describe('a small community', () => {
  it('is counted as it is at this moment, and nothing is kept of it', async () => {
    await arrive(crowd(90, elsewhere))
    expect(await preview(community)).toMatchObject({ residents: 96, households: 34, needCare: 9 })
    await arrive(crowd(1, elsewhere, 90))
    expect(await preview(community)).toMatchObject({ residents: 97, households: 35, needCare: 10 })
    expect(await kept()).toEqual([])
  })

  it('whoever has a home in each of two estates counts once', async () => {
    const memberships = [
      aMembership({ areaPath: elsewhere, householdId: 'flat-one' }),
      aMembership({ areaPath: places.building4, householdId: 'flat-two' }),
    ]
    await arrive([aPerson({ _id: 'two-homes', nickname: '两处的人', memberships })])
    expect(await preview(estate, otherEstate)).toMatchObject({ residents: 7, households: 6 })
  })
})

describe('a large community', () => {
  const twelveHundred = [...crowd(600, elsewhere), ...crowd(600, places.building4)]
  beforeEach(() => arrive(twelveHundred))

  it('is told right the first time; then what its estates held within the hour', async () => {
    const told = { residents: 1206, households: 404, needCare: 120 }
    expect(await preview(community)).toMatchObject(told)
    expect((await kept()).map(({ _id, residents }) => [_id, residents]).sort()).toEqual([
      [estate, 606],
      [otherEstate, 600],
    ])
    await arrive(crowd(30, elsewhere, 600))
    expect(await preview(community)).toMatchObject(told)
    expect(await preview(estate, otherEstate)).toMatchObject(told)
    test.cloud.clock.travel(minutes(59))
    await clock.minute()
    expect(await preview(community)).toMatchObject(told)
    await hourLater()
    expect(await preview(community)).toMatchObject({ residents: 1236, households: 414, needCare: 123 })
  })

  it('its buildings, and an estate that is not large, are counted as they are', async () => {
    await preview(community)
    await arrive(crowd(30, elsewhere, 600))
    expect(await preview(elsewhere)).toMatchObject({ residents: 630 })
    expect(await preview(otherEstate)).toMatchObject({ residents: 630 })
    expect(await preview(otherEstate, places.building5)).toMatchObject({ residents: 631 })
  })

  it('one with a building of another estate: what is kept of the one, and what the other holds now', async () => {
    await arrive(crowd(500, elsewhere, 600))
    await preview(otherEstate)
    await arrive(crowd(30, elsewhere, 1100))
    await arrive(crowd(30, places.building5))
    expect(await preview(otherEstate, places.building5)).toMatchObject({ residents: 1100 + 31 })
  })

  it('those who publish to it say as many', async () => {
    const input = { areaPaths: [community], title: '明天停水', text: '上午九点到十一点，请提前存水。' }
    const { notice } = await staff().call('notice.publish', input)
    expect(notice.reach).toMatchObject({ residents: 1206, households: 404 })
  })

  it('the clock heals whatever is wrong, and counts what holds nobody any more', async () => {
    await preview(community)
    await test.cloud.database.update(
      'estateCounts',
      {},
      { $set: { residents: 9999, households: 1, needCare: 0, flats: 5 } },
    )
    await test.cloud.database.remove('accounts', { homeAt: otherEstate })
    await hourLater()
    expect((await kept()).map(({ countedAt: _at, ...counts }) => counts)).toEqual(
      expect.arrayContaining([
        { _id: estate, flats: 7, residents: 606, households: 204, needCare: 60 },
        { _id: otherEstate, flats: 0, residents: 0, households: 0, needCare: 0 },
      ]),
    )
  })

  it('staff: see the same numbers beside it and its estates; flats, where they are few, as they are', async () => {
    const counted = async () => {
      const { area, children } = await staff().call('place.children', { areaPath: community })
      const rows = [area, ...children].map((one) => [one?._id, one?.residentCount, one?.householdCount])
      return rows.sort()
    }
    await preview(community)
    await arrive(crowd(30, elsewhere, 600))
    await test.cloud.database.insert('households', [
      aHousehold({
        roomNumber: '101',
        areaPath: elsewhere,
        buildingPath: elsewhere,
        estatePath: otherEstate,
      }),
    ])
    const old = [
      [community, 1206, 8],
      [estate, 606, 7],
      [otherEstate, 600, 1],
    ]
    expect(await counted()).toEqual(old)
    const mine = await staff().call('place.children', {})
    expect(mine.children).toMatchObject([{ _id: community, residentCount: 1206, householdCount: 8 }])
    await hourLater()
    expect((await counted())[0]).toEqual([community, 1236, 8])
  })

  it('flats by the thousand are not counted while somebody waits either', async () => {
    const flats = Array.from({ length: 1100 }, (_, n) => ({
      ...aHousehold({
        roomNumber: '101',
        areaPath: elsewhere,
        buildingPath: elsewhere,
        estatePath: otherEstate,
      }),
      _id: `flat-of-thousand-${n}`,
      roomNumber: '',
    }))
    await test.cloud.database.insert('households', flats)
    const counts = async () =>
      (await staff().call('place.children', { areaPath: community })).children.map(
        (one) => one.householdCount,
      )
    expect(await counts()).toEqual([1100, 7])
    await test.cloud.database.remove('households', { estatePath: otherEstate })
    // Few again: counted as they are.
    expect(await counts()).toEqual([0, 7])
  })

  it('waits as long as a small one', async () => {
    const ways = {
      'notice.preview': () => preview(community),
      'place.children': () => staff().call('place.children', { areaPath: community }),
      'place.children, mine': () => staff().call('place.children', {}),
    }
    const most = (name: string): number => (name === 'notice.preview' ? 1 : 2)
    const measure = async () => {
      const waits: Record<string, number> = {}
      for (const [name, run] of Object.entries(ways)) {
        await run()
        waits[name] = lastAnswer(test, name.split(',')[0] as 'notice.preview').waits
      }
      return waits
    }
    await preview(community)
    expect(tooLong(await leastWaits(measure, most), most)).toEqual([])
  })
})
