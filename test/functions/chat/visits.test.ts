import type { CallInput } from '@/domain/contracts'
import { hours } from '@/domain/shared/time'
import { topics } from '@/domain/signal/topics'
import { places } from '../../support/factories/places'
import {
  aPerson,
  cast,
  everyoneCast,
  homeIn,
  neighbours,
  useNeighbours,
  type CastName,
} from '../../support/neighbours'
import { nextRequestId } from '../../support/request-id'
import { noticesIn } from './_support/notices'

const people = neighbours().map((account) => {
  if (account._id === 'mother-lin')
    return aPerson({ ...account, careNeeds: ['elder', 'livesAlone'], phone: '13800000001' })
  if (account._id === 'neighbour-sun') return aPerson({ ...account, careNeeds: ['ill'] })
  if (account._id === 'volunteer-wang') return aPerson({ ...account, careNeeds: ['disabled'] })
  return account
})
const test = useNeighbours(people)
const street = noticesIn(test)

const visitsOf = async (who: CastName, input: CallInput<'visit.list'> = {}) =>
  (await street.as(who).call('visit.list', input)).items
const namesOf = async (who: CastName, input: CallInput<'visit.list'> = {}) =>
  (await visitsOf(who, input)).map(({ person }) => person.name).sort()

/** A notice that nobody has read when its time is over. */
async function unheard(areaPaths: string[] = [places.building4]): Promise<string> {
  const { _id } = await street.publish('staff', { areaPaths, visitAfterHours: 4 })
  await street.tick()
  return _id
}
const fourHoursLater = async (): Promise<void> => {
  test.cloud.clock.travel(hours(4))
  await Promise.all([street.tick(), street.tick()])
  await street.tick()
}

describe('who becomes a visit', () => {
  it('not before the time; then each once, for those who look after them', async () => {
    await unheard([places.community])
    test.cloud.clock.travel(hours(3))
    await street.tick()
    expect(await namesOf('staff')).toEqual([])
    const before = await street.signal(topics.inbox(places.community))
    test.cloud.clock.travel(hours(1))
    await Promise.all([street.tick(), street.tick()])
    await street.tick()
    expect(await namesOf('staff')).toEqual(['林妈妈', '楼下小孙', '王师傅'].sort())
    expect(await namesOf('buildingLeader')).toEqual(['林妈妈', '楼下小孙'].sort())
    expect(await namesOf('gridLeader')).toEqual(['林妈妈'])
    expect(await namesOf('otherGridLeader')).toEqual(['楼下小孙'])
    expect(await namesOf('otherBuildingLeader')).toEqual(['王师傅'])
    expect(await street.signal(topics.inbox(places.community))).toBeGreaterThan(before)
  })

  it('nobody in whose flat it was read', async () => {
    const noticeId = await unheard()
    await street.read('themself', noticeId)
    await fourHoursLater()
    expect(await namesOf('staff')).toEqual(['楼下小孙'])
  })

  it('nobody where the notice was taken back, or has no such time', async () => {
    const noticeId = await unheard()
    await street.as('staff').call('notice.withdraw', { noticeId, reason: '不停了' })
    await street.publish('staff')
    await fourHoursLater()
    expect(await namesOf('staff')).toEqual([])
  })

  it('130 of them are found in batches', async () => {
    const crowd = Array.from({ length: 130 }, (_, n) =>
      aPerson({
        _id: `elder-${String(n).padStart(3, '0')}`,
        nickname: `老人${n}`,
        careNeeds: ['elder'],
        memberships: [homeIn('302')],
      }),
    )
    await test.cloud.database.insert('accounts', crowd)
    await unheard()
    await fourHoursLater()
    expect(await test.cloud.database.find('visits', { isOpen: true })).toHaveLength(132)
  })
})

describe('a visit ends', () => {
  it('once somebody of the flat has read it: nobody did it', async () => {
    const noticeId = await unheard()
    await fourHoursLater()
    await street.read('housemate', noticeId)
    expect(await namesOf('staff')).toEqual(['楼下小孙'])
    const [done] = await visitsOf('staff', { view: 'done' })
    expect(done).toMatchObject({
      person: { name: '林妈妈' },
      done: { by: null },
      phone: null,
      roomNumber: '',
    })
    await street.read('neighbour', noticeId)
    expect(await namesOf('staff')).toEqual([])
  })

  it('with the notice: taken back, or over', async () => {
    const noticeId = await unheard()
    await fourHoursLater()
    await street.as('staff').call('notice.withdraw', { noticeId, reason: '不停了' })
    expect(await namesOf('staff')).toEqual([])
    const publishedAt = test.cloud.clock.now()
    await street.publish('staff', { visitAfterHours: 4, expiresAt: publishedAt + hours(6) })
    await fourHoursLater()
    expect(await namesOf('staff')).toHaveLength(2)
    test.cloud.clock.travel(hours(3))
    await street.tick()
    expect(await namesOf('staff')).toEqual([])
  })

  it('when somebody was there: the first stays the one, a retry answers the same', async () => {
    await unheard()
    await fourHoursLater()
    const visit = (await visitsOf('gridLeader'))[0]!
    const before = await street.signal(topics.inbox(places.community))
    const requestId = nextRequestId()
    const input = { visitId: visit._id, note: '在家，告诉她了' }
    const { visit: done } = await street.as('gridLeader').call('visit.finish', input, requestId)
    expect(done).toMatchObject({
      isOpen: false,
      done: { by: { name: '一号网格长' }, note: '在家，告诉她了' },
    })
    expect(await street.signal(topics.inbox(places.community))).toBe(before + 1)
    expect((await street.as('gridLeader').call('visit.finish', input, requestId)).visit).toEqual(done)
    const late = await street.as('staff').call('visit.finish', { visitId: visit._id, note: '我也去了' })
    expect(late.visit).toEqual(done)
    const stored = await test.cloud.database.find('visits', { namedIds: 'leader-grid-one' })
    expect(stored.map(({ _id }) => _id)).toEqual([visit._id])
  })

  it('words that WeChat rejects are no note', async () => {
    await unheard()
    await fourHoursLater()
    const visit = (await visitsOf('gridLeader'))[0]!
    const input = { visitId: visit._id, note: '在赌博' }
    expect(await street.as('gridLeader').code('visit.finish', input)).toBe('ContentRejected')
    expect(await namesOf('gridLeader')).toEqual(['林妈妈'])
  })
})

describe('who sees it', () => {
  const mayVisit: CastName[] = ['gridLeader', 'buildingLeader', 'staff', 'secondStaff']

  it('the flat and the phone, while it is open; the look is on record', async () => {
    await unheard()
    await fourHoursLater()
    const [visit] = await visitsOf('gridLeader')
    expect(visit).toMatchObject({ roomNumber: '1502', phone: '13800000001', title: '明天停水', isOpen: true })
    expect(JSON.stringify(visit)).not.toMatch(/mother-lin|openid/)
    const looks = await test.cloud.database.find('accesses', { userId: 'mother-lin' })
    expect(looks.map(({ kind, by }) => [kind, by]).sort()).toEqual([
      ['flat', 'leader-grid-one'],
      ['phone', 'leader-grid-one'],
    ])
  })

  it('one who has moved out is no longer found there', async () => {
    await unheard()
    await fourHoursLater()
    const moved = aPerson({ ...people.find(({ _id }) => _id === 'mother-lin')!, memberships: [] })
    await test.cloud.database.remove('accounts', { _id: 'mother-lin' })
    await test.cloud.database.insert('accounts', [moved])
    expect((await visitsOf('gridLeader'))[0]).toMatchObject({ roomNumber: '', phone: null })
  })

  it.each(everyoneCast)('%s', async (who) => {
    await unheard()
    await fourHoursLater()
    const [visit] = await visitsOf('gridLeader')
    const input = { visitId: visit!._id, note: '' }
    if (who === 'newcomer') {
      expect(await street.as(who).code('visit.list', {})).toBe('NotSignedIn')
      expect(await test.as(cast.newcomer).code('visit.finish', input)).toBe('NotSignedIn')
      return
    }
    expect((await namesOf(who)).includes('林妈妈')).toBe(mayVisit.includes(who))
    expect(await street.as(who).code('visit.finish', input)).toBe(mayVisit.includes(who) ? 'ok' : 'Forbidden')
  })
})
