import type { Account } from '@/domain/account/schema'
import type { Output } from '@/domain/contracts'
import { aMembership } from '../../support/factories/account'
import { places } from '../../support/factories/places'
import { clockOf } from '../../support/clock-of'
import { lastAnswer } from '../../support/function-log'
import { leastWaits, tooLong } from '../../support/least-waits'
import { aPerson, useNeighbours } from '../../support/neighbours'
import { noticesIn } from './_support/notices'

const test = useNeighbours()
const clock = clockOf(test)
const street = noticesIn(test)
const staff = () => street.as('staff')

const buildings = [2, 10, 41].map((n) => ({
  areaPath: `${places.estate}b${n}/`,
  areaName: `幸福里小区 ${n}栋`,
}))

/** In flats of three, building by building, but their ids are in another order. */
const crowd: Account[] = Array.from({ length: 690 }, (_, n) => {
  const building = buildings[n % buildings.length]!
  const householdId = `flat-of-crowd-${Math.floor(n / 9)}-${n % 3}`
  return aPerson({
    _id: `crowd-${String(n).padStart(4, '0')}`,
    nickname: `邻居${n}`,
    memberships: [aMembership({ ...building, householdId })],
  })
})

type Unread = Output<'notice.unread'>

/** All pages, as somebody taps on. */
async function everyPage(noticeId: string, areaPath: string | null = null): Promise<Unread['items'][]> {
  const pages: Unread['items'][] = []
  for (let cursor: string | null = null; ;) {
    const page: Unread = await staff().call('notice.unread', { noticeId, areaPath, cursor })
    pages.push(page.items)
    cursor = page.nextCursor
    if (cursor === null) return pages
  }
}

describe('of more people than one page looks at', () => {
  let noticeId = ''
  beforeEach(async () => {
    await test.cloud.database.insert('accounts', crowd)
    noticeId = (await street.publish('staff', { areaPaths: [places.estate] }))._id
  })
  const live = async (): Promise<string[]> =>
    (await test.cloud.database.find('accounts', { homeAt: places.estate })).map(({ _id }) => String(_id))

  it('staff: goes through all of them, nobody twice, from building to building', async () => {
    const pages = await everyPage(noticeId)
    expect(pages.length).toBeGreaterThan(2)
    const lines = pages.flat()
    expect(lines.map(({ userId }) => userId).sort()).toEqual((await live()).sort())
    const names = lines.map(({ areaName }) => areaName)
    const inTurn = names.filter((name, n) => name !== names[n - 1])
    expect(inTurn).toEqual([2, 4, 5, 10, 41].map((n) => `幸福里小区 ${n}栋`))
  })

  it('who reads it, moves in, or leaves meanwhile takes nobody else from the list', async () => {
    const first = await staff().call('notice.unread', { noticeId })
    const seen = first.items.map(({ userId }) => userId)
    const reader = crowd.find(({ _id }) => !seen.includes(_id))!
    await test.as(reader.openid).call('notice.read', { noticeId })
    await test.cloud.database.remove('accounts', { _id: seen[3] })
    const [home] = crowd[0]!.memberships
    await test.cloud.database.insert('accounts', [
      aPerson({ _id: 'new-at-the-front', nickname: '刚搬来', memberships: [home!] }),
    ])
    const rest: string[] = []
    for (let cursor = first.nextCursor; cursor !== null;) {
      const page: Unread = await staff().call('notice.unread', { noticeId, cursor })
      rest.push(...page.items.map(({ userId }) => userId))
      cursor = page.nextCursor
    }
    const flat = reader.memberships[0]!.householdId
    const told = crowd.filter(({ memberships }) => memberships[0]!.householdId === flat).map(({ _id }) => _id)
    expect(rest).not.toContain(reader._id)
    const missing = (await live()).filter((id) => !seen.includes(id) && !rest.includes(id))
    expect(missing.sort()).toEqual(['new-at-the-front', ...told.filter((id) => !seen.includes(id))].sort())
  })

  it('a page whose people have all read it is empty and not the last', async () => {
    const first = await staff().call('notice.unread', { noticeId })
    const reads = first.items.map(({ userId }) => ({
      _id: `${noticeId}:${userId}`,
      kind: 'person',
      noticeId,
      userId,
      readAt: test.cloud.clock.now(),
    }))
    await test.cloud.database.insert('noticeReads', reads)
    const again = await staff().call('notice.unread', { noticeId })
    expect(again.items).toEqual([])
    expect(again.nextCursor).toBe(first.nextCursor)
  })

  it('narrowed to one building: that one whole', async () => {
    const [lines = []] = await everyPage(noticeId, buildings[1]!.areaPath)
    expect(lines).toHaveLength(230)
    expect(new Set(lines.map(({ areaName }) => areaName))).toEqual(new Set(['幸福里小区 10栋']))
  })

  it('waits three times at most', async () => {
    const most = (): number => 3
    const measure = async () => {
      await staff().call('notice.unread', { noticeId })
      return { 'notice.unread': lastAnswer(test, 'notice.unread').waits }
    }
    await measure()
    expect(tooLong(await leastWaits(measure, most), most)).toEqual([])
  })
})

describe('who has read it, by the thousand', () => {
  const readBy = (noticeId: string, count: number, kind: 'person' | 'household') =>
    Array.from({ length: count }, (_, n) => ({
      _id: `${noticeId}:${kind}-${n}`,
      kind,
      noticeId,
      userId: `reader-${n}`,
      readAt: test.cloud.clock.now(),
    }))
  const reachOf = async (noticeId: string) => (await staff().call('notice.get', { noticeId })).notice.reach

  it('each reader is counted once, by the clock too; below a thousand they are counted for who asks', async () => {
    const { _id: noticeId } = await street.publish('staff')
    // As it would be of a larger place.
    await test.cloud.database.update(
      'notices',
      { _id: noticeId },
      { $set: { recipients: { residents: 5000, households: 2000 } } },
    )
    await Promise.all([1, 2, 3].map(() => street.read('themself', noticeId)))
    await street.read('housemate', noticeId)
    expect(await reachOf(noticeId)).toMatchObject({ read: 2, readHouseholds: 1 })
    await clock.minute()
    expect((await street.stored(noticeId)).readCounts).toEqual({ person: 2, household: 1 })

    await test.cloud.database.insert('noticeReads', readBy(noticeId, 1200, 'person'))
    await street.read('neighbour', noticeId)
    await clock.minute()
    expect(await reachOf(noticeId)).toMatchObject({ read: 1203, readHouseholds: 2 })
    // One whose call broke off after the first of what it writes; the others had been counted.
    await test.cloud.database.insert(
      'noticeReads',
      readBy(`${noticeId}:late`, 1, 'person').map((late) => ({ ...late, noticeId })),
    )
    test.cloud.clock.travel(90_000)
    await clock.minute()
    expect(await reachOf(noticeId)).toMatchObject({ read: 1204 })
    expect((await street.stored(noticeId)).lastReadAt).toBeNull()
  })

  it('whoever only looks after the place, or looks at what never went out, is none of them', async () => {
    const { _id: noticeId } = await street.publish('staff')
    await street.read('buildingLeader', noticeId)
    expect((await street.stored(noticeId)).readCounts).toEqual({ person: 0, household: 0 })
  })
})
