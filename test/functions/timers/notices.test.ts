import { hours, minutes } from '@/domain/shared/time'
import { topics } from '@/domain/signal/topics'
import { beijing, postOf } from '../../support/clock-of'
import { aNotice, areasAt } from '../../support/factories/notice'
import { places } from '../../support/factories/places'
import { aPerson, cast, homeIn, useNeighbours } from '../../support/neighbours'
import { workingMorning as now } from '../../support/test-cloud'
import { noticesIn } from '../chat/_support/notices'

const test = useNeighbours()
const street = noticesIn(test)
const ticks = (count: number) => Promise.all(Array.from({ length: count }, () => street.tick()))

describe('what was written for later', () => {
  it('goes out by itself, once, though the clock runs twice at the same moment', async () => {
    const publishAt = now + hours(2)
    const { _id: noticeId, state } = await street.publish('buildingLeader', { publishAt })
    expect(state).toBe('scheduled')
    await street.tick()
    expect(await street.titles('themself')).toEqual([])
    expect(await street.titles('staff')).toEqual(['明天停水'])
    expect(await street.as('themself').code('notice.get', { noticeId })).toBe('Forbidden')
    const before = await street.signal(topics.notice(places.building4))
    test.cloud.clock.travel(hours(2))
    await ticks(3)
    await street.tick()
    expect(await street.titles('themself', { view: 'current' })).toEqual(['明天停水'])
    expect(await street.cards(places.building4)).toMatchObject([{ authorName: '周组长', body: { noticeId } }])
    expect(await street.signal(topics.notice(places.building4))).toBeGreaterThan(before)
    expect(await street.stored(noticeId)).toMatchObject({
      state: 'published',
      publishedAt: publishAt,
      work: [],
      wakeAt: null,
    })
  })

  it('after an outage it goes out late; one that is over by then stays silent', async () => {
    const late = await street.publish('staff', { publishAt: now + hours(1), title: '晚到的' })
    const over = { publishAt: now + hours(3), expiresAt: now + hours(4), title: '过期的' }
    const gone = await street.publish('staff', over)
    test.cloud.clock.travel(hours(30))
    await street.tick()
    expect((await street.cards(places.building4)).map(({ body }) => body)).toMatchObject([
      { noticeId: late._id },
    ])
    expect(await street.titles('themself', { view: 'current' })).toEqual(['晚到的'])
    expect((await street.stored(gone._id)).wakeAt).toBeNull()
  })

  it('one that can’t be read stops nobody', async () => {
    const broken = { ...aNotice({ _id: 'notice-broken', wakeAt: now - hours(1) }), title: 7 }
    await test.cloud.database.insert('notices', [broken as never])
    const { _id } = await street.publish('staff', { publishAt: now + minutes(1) })
    test.cloud.clock.travel(minutes(1))
    await street.tick()
    expect((await street.stored(_id)).state).toBe('published')
  })
})

describe('cards', () => {
  const town = Array.from({ length: 45 }, (_, n) => `${places.otherEstate}b${n + 1}/`)
  beforeEach(async () => {
    const level = 'building'
    await test.cloud.database.insert('areas', [
      { _id: places.otherEstate, level: 'estate', name: '二期', fullName: '幸福里二期' },
      ...town.map((_id, n) => ({ _id, level, name: `${n + 1}栋`, fullName: `幸福里二期 ${n + 1}栋` })),
    ])
  })
  const countsOf = async (): Promise<number[]> =>
    Promise.all(town.map(async (path) => (await street.cards(path)).length))

  it('45 buildings get one each, by the clock, however often it strikes', async () => {
    const areaPaths = [places.otherEstate]
    expect(await street.as('staff').call('notice.preview', { areaPaths })).toMatchObject({ groups: 45 })
    const { _id } = await street.publish('staff', { areaPaths })
    expect(await countsOf()).toEqual(town.map(() => 0))
    await ticks(2)
    await street.tick()
    expect(await countsOf()).toEqual(town.map(() => 1))
    expect(await street.stored(_id)).toMatchObject({ work: [], wakeAt: null })
    for (const path of town) expect(await street.signal(topics.chat(path))).toBeGreaterThan(0)
  })

  it('a run that broke off is gone on with where it was, across several areas', async () => {
    const paths = [places.building4, ...town]
    const [, , half = ''] = [...paths].sort()
    await test.cloud.database.insert('notices', [
      aNotice({
        areas: areasAt(places.building4, places.otherEstate),
        work: [{ kind: 'post', after: half }],
        wakeAt: now,
      }) as never,
    ])
    await street.tick()
    const posted = (
      await Promise.all(paths.map(async (path) => [path, (await street.cards(path)).length] as const))
    )
      .filter(([, count]) => count === 1)
      .map(([path]) => path)
    expect(posted.sort()).toEqual(paths.filter((path) => path > half).sort())
  })

  it('one that is taken back is posted no further', async () => {
    const { _id: noticeId } = await street.publish('staff', { areaPaths: [places.otherEstate] })
    await street.as('staff').call('notice.withdraw', { noticeId, reason: '写错了' })
    await street.tick()
    expect(await countsOf()).toEqual(town.map(() => 0))
    expect(await street.stored(noticeId)).toMatchObject({ work: [], wakeAt: null })
  })
})

describe('a reminder', () => {
  const agree = async (...ids: string[]): Promise<void> => {
    for (const _id of ids) {
      await test.cloud.database.update('accounts', { _id }, { $set: { consents: { notice: 2 } } })
      test.cloud.consents.grant(`openid-of-${_id}`, 'TEMPLATE-NOTICE')
      test.cloud.consents.grant(`openid-of-${_id}`, 'TEMPLATE-NOTICE')
    }
  }

  it('goes once to those who have not read it and agreed to be told, and into the group again', async () => {
    await agree('person-lin', 'housemate-he', 'neighbour-sun', 'volunteer-wang')
    const { _id: noticeId } = await street.publish('buildingLeader', {
      title: '明天上午九点到十一点全楼停水请大家存水',
    })
    await street.read('housemate', noticeId)
    const post = postOf(test)
    await street.as('buildingLeader').call('notice.remind', { noticeId })
    await ticks(3)
    await street.tick()
    expect(post()).toEqual([[cast.neighbour, 'TEMPLATE-NOTICE']])
    expect(test.cloud.outbox.list().at(-1)).toMatchObject({
      page: `packages/talk/pages/board/notice?id=${noticeId}`,
      data: { thing1: { value: '明天上午九点到十一点全楼停水请大家存水' }, phrase2: { value: '请看公告' } },
    })
    const [sun] = await test.cloud.database.find('accounts', { _id: 'neighbour-sun' })
    expect(sun).toMatchObject({ consents: { notice: 1 } })
    const cards = await street.cards(places.building4)
    expect(cards.map(({ body }) => (body as { isReminder: boolean }).isReminder)).toEqual([false, true])
  })

  it('the next one, an hour later, is told again', async () => {
    await agree('neighbour-sun')
    const { _id: noticeId } = await street.publish('buildingLeader')
    const post = postOf(test)
    for (let n = 0; n < 2; n += 1) {
      await street.as('staff').call('notice.remind', { noticeId })
      await street.tick()
      test.cloud.clock.travel(hours(1))
    }
    expect(post()).toHaveLength(2)
    expect(await street.cards(places.building4)).toHaveLength(3)
  })

  it('at night it is in the group at once, and rings in the morning', async () => {
    await agree('neighbour-sun')
    const { _id: noticeId } = await street.publish('buildingLeader')
    test.cloud.clock.set(beijing('2025-03-05T23:00:00'))
    const post = postOf(test)
    await street.as('staff').call('notice.remind', { noticeId })
    await street.tick()
    expect(await street.cards(places.building4)).toHaveLength(2)
    test.cloud.clock.set(beijing('2025-03-06T06:59:00'))
    await street.tick()
    expect(post()).toEqual([])
    test.cloud.clock.set(beijing('2025-03-06T07:00:00'))
    await street.tick()
    expect(post()).toHaveLength(1)
  })

  it('an urgent one rings at night', async () => {
    await agree('neighbour-sun')
    test.cloud.clock.set(beijing('2025-03-05T23:00:00'))
    const expiresAt = beijing('2025-03-06T05:00:00')
    const { _id: noticeId } = await street.publish('buildingLeader', { isUrgent: true, expiresAt })
    const post = postOf(test)
    await street.as('staff').call('notice.remind', { noticeId })
    await street.tick()
    expect(post()).toHaveLength(1)
  })

  it('120 people are told in batches, each once', async () => {
    const ids = Array.from({ length: 120 }, (_, n) => `crowd-${String(n).padStart(3, '0')}`)
    const crowd = ids.map((_id, n) => aPerson({ _id, nickname: `邻居${n}`, memberships: [homeIn('302')] }))
    await test.cloud.database.insert('accounts', crowd)
    await agree(...ids)
    const { _id: noticeId } = await street.publish('buildingLeader')
    const post = postOf(test)
    await street.as('staff').call('notice.remind', { noticeId })
    await ticks(2)
    await street.tick()
    expect(
      post()
        .map(([openid]) => openid)
        .sort(),
    ).toEqual(ids.map((id) => `openid-of-${id}`))
    expect((await street.stored(noticeId)).work).toEqual([])
  })
})
