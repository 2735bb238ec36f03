import { topics } from '@/domain/signal/topics'
import { days, hours, minutes } from '@/domain/shared/time'
import { places } from '../../support/factories/places'
import { aPerson, grids, homeIn, useNeighbours } from '../../support/neighbours'
import { nextRequestId } from '../../support/request-id'
import { workingMorning as now } from '../../support/test-cloud'
import { noticesIn } from './_support/notices'

const test = useNeighbours()
const street = noticesIn(test)

describe('who has read it', () => {
  it('of two in one flat one reads: the flat is told', async () => {
    const { _id: noticeId } = await street.publish('buildingLeader')
    expect((await street.unread('buildingLeader', noticeId)).sort()).toEqual(
      ['小林', '小何', '林妈妈', '楼下小孙', '新来的小吴'].sort(),
    )
    await street.read('housemate', noticeId)
    expect((await street.unread('buildingLeader', noticeId)).sort()).toEqual(
      ['楼下小孙', '新来的小吴'].sort(),
    )
    const { notice } = await street.as('staff').call('notice.get', { noticeId })
    expect(notice.reach).toEqual({ read: 1, residents: 5, readHouseholds: 1, households: 3 })
    await street.read('themself', noticeId)
    const again = await street.as('staff').call('notice.get', { noticeId })
    expect(again.notice.reach).toEqual({ read: 2, residents: 5, readHouseholds: 1, households: 3 })
  })

  it('reading twice, also at once, counts once; the author hears it, the neighbours don’t', async () => {
    const { _id: noticeId } = await street.publish('buildingLeader')
    const [author, others] = [topics.user('leader-zhou'), topics.notice(places.building4)]
    const before = await street.signal(others)
    await Promise.all([1, 2, 3].map(() => street.read('neighbour', noticeId)))
    expect(await street.read('neighbour', noticeId)).toMatchObject({
      isRead: true,
      reach: null,
      allowedActions: [],
    })
    const { notice } = await street.as('staff').call('notice.get', { noticeId })
    expect(notice).toMatchObject({ isRead: false, reach: { read: 1, readHouseholds: 1 } })
    expect(await street.signal(author)).toBeGreaterThan(0)
    expect(await street.signal(others)).toBe(before)
  })

  it('a home elsewhere is not told by it', async () => {
    const memberships = [homeIn('302'), homeIn('301', {}, places.building5)]
    await test.cloud.database.insert('accounts', [
      aPerson({ _id: 'two-homes', nickname: '两处的人', memberships }),
    ])
    const { _id: noticeId } = await street.publish('staff', { areaPaths: [places.building5] })
    await test.as('openid-of-two-homes').call('notice.read', { noticeId })
    const reads = await test.cloud.database.find('noticeReads', { noticeId, kind: 'household' })
    expect(reads).toHaveLength(1)
    // The volunteer lives in the very flat.
    expect(await street.unread('staff', noticeId)).toEqual([])
  })

  it('the list goes by building, can be narrowed, and names no flat', async () => {
    const areaPaths = [places.building5, places.building4]
    const { _id: noticeId } = await street.publish('staff', { areaPaths })
    const list = (areaPath: string | null) => street.as('staff').call('notice.unread', { noticeId, areaPath })
    const all = await list(null)
    expect(all.items.map(({ areaName }) => areaName)).toEqual([
      ...Array.from({ length: 5 }, () => '幸福里小区 4栋'),
      '幸福里小区 5栋',
    ])
    expect(all).toMatchObject({ households: 4, nextCursor: null })
    expect((await list(places.building5)).items.map(({ nickname }) => nickname)).toEqual(['王师傅'])
    expect((await list(grids.two)).items.map(({ nickname }) => nickname)).toEqual(['楼下小孙'])
    expect((await list(places.estate)).items).toHaveLength(6)
    expect(
      await street.as('staff').code('notice.unread', { noticeId, areaPath: places.buildingElsewhere }),
    ).toBe('NotFound')
    expect(JSON.stringify(all)).not.toMatch(/openid|1502|roomNumber/)
  })

  it('whoever should be looked in on is marked', async () => {
    await test.cloud.database.update('accounts', { _id: 'mother-lin' }, { $set: { careNeeds: ['elder'] } })
    const { _id: noticeId } = await street.publish('buildingLeader')
    const { items } = await street.as('staff').call('notice.unread', { noticeId })
    expect(items.filter(({ needsCare }) => needsCare).map(({ nickname }) => nickname)).toEqual(['林妈妈'])
  })

  it('who was marked sees who saw it: once a day, however often the list is opened; nobody else does', async () => {
    await test.cloud.database.update('accounts', { _id: 'mother-lin' }, { $set: { careNeeds: ['elder'] } })
    const { _id: noticeId } = await street.publish('buildingLeader')
    for (const who of ['staff', 'staff', 'buildingLeader'] as const)
      await street.as(who).call('notice.unread', { noticeId })
    const looks = () => test.cloud.database.find('accesses', { kind: 'care' })
    expect((await looks()).map(({ userId, role }) => [userId, role]).sort()).toEqual([
      ['mother-lin', 'communityStaff'],
      ['mother-lin', 'microGridLeader'],
    ])
    // Opened again, it writes nothing, and says the same.
    const { items } = await street.as('staff').call('notice.unread', { noticeId })
    expect(items.some(({ needsCare }) => needsCare)).toBe(true)
    expect(await looks()).toHaveLength(2)
    test.cloud.clock.travel(days(1))
    await street.as('staff').call('notice.unread', { noticeId })
    expect(await looks()).toHaveLength(3)
  })
})

describe('taking it back', () => {
  it('says why to those who look; a retry answers the same, another comes too late', async () => {
    const { _id: noticeId } = await street.publish('buildingLeader')
    const input = { noticeId, reason: '时间写错了，改到后天' }
    const requestId = nextRequestId()
    for (let n = 0; n < 2; n += 1) {
      const { notice } = await street.as('buildingLeader').call('notice.withdraw', input, requestId)
      expect(notice).toMatchObject({
        state: 'withdrawn',
        withdrawn: { reason: input.reason, by: { name: '周组长' } },
      })
    }
    expect(await street.as('staff').code('notice.withdraw', { noticeId, reason: '我来撤' })).toBe('Conflict')
    const { notice } = await street.as('themself').call('notice.get', { noticeId })
    expect(notice).toMatchObject({
      state: 'withdrawn',
      withdrawn: { reason: input.reason },
      allowedActions: [],
    })
    expect(JSON.stringify(notice)).not.toContain('leader-zhou')
    expect(await street.titles('themself', { view: 'current' })).toEqual([])
    expect(await street.titles('themself')).toEqual(['明天停水'])
    expect(await street.cards(places.building4)).toHaveLength(1)
  })

  it('words that WeChat rejects are no reason', async () => {
    const { _id: noticeId } = await street.publish('buildingLeader')
    const input = { noticeId, reason: '都去赌博了' }
    expect(await street.as('staff').code('notice.withdraw', input)).toBe('ContentRejected')
    expect((await street.stored(noticeId)).state).toBe('published')
  })

  it('one that is not out yet never goes out', async () => {
    const { _id: noticeId } = await street.publish('staff', { publishAt: now + hours(1) })
    await street.as('staff').call('notice.withdraw', { noticeId, reason: '不用了' })
    test.cloud.clock.travel(hours(2))
    await street.tick()
    expect(await street.cards(places.building4)).toEqual([])
    expect(await street.stored(noticeId)).toMatchObject({ state: 'withdrawn', wakeAt: null })
  })
})

describe('reminding', () => {
  it('once an hour; a retry is no second one', async () => {
    const { _id: noticeId } = await street.publish('buildingLeader')
    const requestId = nextRequestId()
    const { notice } = await street.as('staff').call('notice.remind', { noticeId }, requestId)
    expect(notice).toMatchObject({ allowedActions: ['withdraw'] })
    expect(await street.as('staff').code('notice.remind', { noticeId }, requestId)).toBe('ok')
    expect(await street.as('buildingLeader').code('notice.remind', { noticeId })).toBe('LimitReached')
    test.cloud.clock.travel(minutes(60))
    expect(await street.as('buildingLeader').code('notice.remind', { noticeId })).toBe('ok')
  })

  it('of several at once one reminds', async () => {
    const { _id: noticeId } = await street.publish('buildingLeader')
    const codes = await Promise.all(
      (['staff', 'secondStaff', 'buildingLeader'] as const).map((who) =>
        street.as(who).code('notice.remind', { noticeId }),
      ),
    )
    expect(codes.sort()).toEqual(['LimitReached', 'LimitReached', 'ok'])
  })

  it.each([
    ['not out yet', { publishAt: now + hours(3) }, 0],
    ['over', { expiresAt: now + hours(2) }, hours(2)],
  ])('of one that is %s: there is nothing to remind of', async (_what, overrides, later) => {
    const { _id: noticeId } = await street.publish('staff', overrides)
    test.cloud.clock.travel(later)
    expect(await street.as('staff').code('notice.remind', { noticeId })).toBe('Conflict')
  })
})
