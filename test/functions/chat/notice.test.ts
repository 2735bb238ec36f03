import { formerNeighbour } from '@/copy/people'
import { hours, minutes } from '@/domain/shared/time'
import { topics } from '@/domain/signal/topics'
import { places } from '../../support/factories/places'
import { aPerson, grids, homeIn, useNeighbours } from '../../support/neighbours'
import { nextRequestId } from '../../support/request-id'
import { workingMorning as now } from '../../support/test-cloud'
import { noticesIn } from './_support/notices'

const test = useNeighbours()
const street = noticesIn(test)

describe('before it is sent', () => {
  const preview = (who: Parameters<typeof street.as>[0], ...areaPaths: string[]) =>
    street.as(who).call('notice.preview', { areaPaths })

  it('leader: sees whom it would reach, in how many flats and groups', async () => {
    expect(await preview('buildingLeader', places.building4)).toEqual({
      residents: 5,
      households: 3,
      groups: 1,
      needCare: 0,
      nextAt: null,
    })
  })

  it('staff: people and flats of overlapping areas are counted once', async () => {
    const all = { residents: 6, households: 4, groups: 2, needCare: 0, nextAt: null }
    expect(await preview('staff', places.community)).toEqual(all)
    expect(await preview('staff', places.building5, places.building4)).toEqual(all)
    expect(await preview('staff', places.building4, places.community, grids.one)).toEqual(all)
  })

  it('a second home elsewhere is no flat of the area', async () => {
    const memberships = [homeIn('301', {}, places.building5), homeIn('301')]
    const twoHomes = aPerson({ _id: 'two-homes', nickname: '两处的人', memberships })
    await test.cloud.database.insert('accounts', [twoHomes])
    expect(await preview('buildingLeader', places.building4)).toMatchObject({ residents: 6, households: 3 })
    expect(await preview('staff', places.building5)).toMatchObject({ residents: 2, households: 1 })
  })

  it('a micro-grid: its own people, and its group once something was said in it', async () => {
    expect(await preview('gridLeader', grids.two).catch((error: { code: string }) => error.code)).toBe(
      'Forbidden',
    )
    expect(await preview('gridLeader', grids.one)).toMatchObject({ residents: 4, households: 2, groups: 0 })
    await street
      .as('gridLeader')
      .call('chat.send', { groupPath: grids.one, body: { kind: 'text', text: '开张' } })
    expect(await preview('gridLeader', grids.one)).toMatchObject({ groups: 1 })
  })

  it('who should be looked in on is counted', async () => {
    await test.cloud.database.update(
      'accounts',
      { _id: 'person-lin' },
      {
        $set: { careNeeds: ['elder'], careAt: [places.community, places.building4] },
      },
    )
    expect(await preview('buildingLeader', places.building4)).toMatchObject({ needCare: 1 })
  })

  it('says when the next may go', async () => {
    const { publishedAt } = await street.publish('staff', { areaPaths: [places.community] })
    test.cloud.clock.travel(minutes(20))
    expect((await preview('buildingLeader', places.building4)).nextAt).toBe(publishedAt + hours(1))
    test.cloud.clock.travel(minutes(40))
    expect((await preview('buildingLeader', places.building4)).nextAt).toBeNull()
  })
})

describe('once it is sent', () => {
  it('reaches every building, with a card in each group, and the office sees how far', async () => {
    const before = await street.signal(topics.chat(places.building4))
    const { _id: noticeId } = await street.publish('staff', { areaPaths: [places.community] })
    for (const who of ['themself', 'unconfirmed', 'volunteer', 'buildingLeader'] as const)
      expect(await street.titles(who)).toEqual(['明天停水'])
    for (const who of ['removed', 'otherStaff', 'street'] as const)
      expect(await street.titles(who)).toEqual([])
    for (const path of [places.building4, places.building5])
      expect(await street.cards(path)).toMatchObject([
        {
          authorName: '陈社工',
          authorTitle: 'communityStaff',
          body: { noticeId, title: '明天停水', isUrgent: false, isReminder: false },
        },
      ])
    expect(await street.signal(topics.chat(places.building4))).toBe(before + 1)
    await street.read('themself', noticeId)
    const { notice } = await street.as('staff').call('notice.get', { noticeId })
    const reach = { read: 1, residents: 6, readHouseholds: 1, households: 4 }
    expect(notice).toMatchObject({
      reach,
      author: { name: '陈社工' },
      allowedActions: ['remind', 'withdraw'],
    })
    expect(JSON.stringify(notice)).not.toMatch(/staff-chen|namedIds|work/)
  })

  it('one to building 4 stays there', async () => {
    await street.publish('buildingLeader')
    for (const who of ['themself', 'buildingLeader', 'gridLeader', 'staff'] as const)
      expect(await street.titles(who)).toEqual(['明天停水'])
    for (const who of ['volunteer', 'otherBuildingLeader', 'otherStaff'] as const)
      expect(await street.titles(who)).toEqual([])
    expect(await street.cards(places.building5)).toEqual([])
  })

  it('one to a micro-grid does not ring in the whole building', async () => {
    await street.publish('buildingLeader', { areaPaths: [grids.one] })
    await street.tick()
    expect(await street.cards(places.building4)).toEqual([])
    expect(await street.cards(grids.one)).toEqual([])
    expect(await street.titles('themself')).toEqual(['明天停水'])
    expect(await street.titles('neighbour')).toEqual([])
  })

  it('one to a micro-grid whose people talk is in their group', async () => {
    await street
      .as('gridLeader')
      .call('chat.send', { groupPath: grids.one, body: { kind: 'text', text: '开张' } })
    await street.publish('gridLeader', { areaPaths: [grids.one] })
    expect(await street.cards(grids.one)).toHaveLength(1)
    expect(await street.cards(places.building4)).toEqual([])
  })

  it('the same request twice, also at once, is one notice with one card', async () => {
    const requestId = nextRequestId()
    await Promise.all([1, 2, 3].map(() => street.publish('staff', {}, requestId)))
    const again = await street.publish('staff', {}, requestId)
    expect(again).toMatchObject({ _id: requestId, reach: { read: 0, residents: 5 } })
    expect(await street.titles('themself')).toHaveLength(1)
    expect(await street.cards(places.building4)).toHaveLength(1)
    expect(await street.publishCode('secondStaff', {}, requestId)).toBe('Forbidden')
  })

  it('talk that goes on meanwhile leaves no gap and no second card', async () => {
    const say = (n: number) =>
      street
        .as('neighbour')
        .call('chat.send', { groupPath: places.building4, body: { kind: 'text', text: `${n}` } })
    await say(0)
    await Promise.all([...[1, 2, 3, 4, 5].map(say), street.publish('staff')])
    const log = await test.cloud.database.find('messages', { groupPath: places.building4 })
    const seqs = log.map((line) => (line as unknown as { seq: number }).seq).sort((a, b) => a - b)
    expect(seqs).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(await street.cards(places.building4)).toHaveLength(1)
  })

  it('whoever moves in afterwards finds it on the board', async () => {
    await street.publish('buildingLeader')
    const memberships = [homeIn('1401', { standing: 'unconfirmed' })]
    await test.cloud.database.insert('accounts', [
      aPerson({ _id: 'new-here', nickname: '刚搬来的', memberships }),
    ])
    const { items } = await test.as('openid-of-new-here').call('notice.list', { view: 'current' })
    expect(items.map(({ title }) => title)).toEqual(['明天停水'])
  })

  it('forgets the name of an author who has cancelled their account, in the notice and on its card', async () => {
    const { _id: noticeId } = await street.publish('secondStaff')
    await street.as('secondStaff').call('account.cancel', { isSure: true })
    const { notice } = await street.as('themself').call('notice.get', { noticeId })
    expect(notice.author.name).toBe(formerNeighbour)
    expect((await street.stored(noticeId)).namedIds).toEqual([])
    expect(await street.cards(places.building4)).toMatchObject([{ authorName: formerNeighbour }])
    // A reminder later speaks under no other name.
    await street.as('staff').call('notice.remind', { noticeId })
    await street.tick()
    const names = (await street.cards(places.building4)).map(({ authorName }) => authorName)
    expect(names).toEqual([formerNeighbour, formerNeighbour])
  })

  it('is found by those who are named in it', async () => {
    const { _id } = await street.publish('buildingLeader')
    expect((await street.stored(_id)).namedIds).toEqual(['leader-zhou'])
    await street.as('staff').call('notice.withdraw', { noticeId: _id, reason: '写错了' })
    const found = await test.cloud.database.find('notices', { namedIds: 'staff-chen' })
    expect(found.map((one) => one._id)).toEqual([_id])
  })
})

describe('what it says', () => {
  it('words that WeChat rejects are not sent', async () => {
    expect(await street.publishCode('staff', { text: '来赌博吧' })).toBe('ContentRejected')
    expect(await street.titles('staff')).toEqual([])
  })

  it('a button orders what the office offers, and nothing else', async () => {
    const order = (serviceId: string) => ({ button: { kind: 'order' as const, serviceId } })
    expect(await street.publishCode('staff', order('no-such-service'))).toBe('NotFound')
    const notice = await street.publish('staff', order('repair'))
    expect(notice.button).toEqual({ kind: 'order', serviceId: 'repair' })
  })

  it('an urgent one says until when it holds, and is over then', async () => {
    const urgent = { isUrgent: true, title: '水管爆了' }
    expect(await street.publishCode('staff', urgent)).toBe('BadInput')
    expect(await street.publishCode('staff', { ...urgent, expiresAt: now + hours(73) })).toBe('BadInput')
    await street.publish('staff', { ...urgent, expiresAt: now + hours(2) })
    expect(await street.titles('themself', { view: 'current' })).toEqual(['水管爆了'])
    test.cloud.clock.travel(hours(2))
    expect(await street.titles('themself', { view: 'current' })).toEqual([])
    expect(await street.titles('themself', { view: 'all' })).toEqual(['水管爆了'])
  })

  it('the board narrows to a building', async () => {
    await street.publish('staff', { areaPaths: [places.building5], title: '五栋停电' })
    await street.publish('staff', { areaPaths: [places.building4], title: '四栋停水' })
    expect(await street.titles('staff')).toEqual(['四栋停水', '五栋停电'])
    expect(await street.titles('staff', { groupPath: places.building5 })).toEqual(['五栋停电'])
  })
})
