import type { CallInput, Output } from '@/domain/contracts'
import type { Handbook } from '@/domain/handbook/schema'
import { days } from '@/domain/shared/time'
import { aCalendar, aGuideEntry, aService } from '../../support/factories/handbook'
import { places } from '../../support/factories/places'
import { lastAnswer } from '../../support/function-log'
import { nextRequestId } from '../../support/request-id'
import { roadOf } from '../../support/order-road'
import { people, useTestCloud } from '../../support/test-cloud'

const test = useTestCloud()
const road = roadOf(test)
const communityPath = places.community

type View = Output<'handbook.get'>['handbook']
const handbook = async (who: string = people.staff): Promise<View> =>
  (await test.as(who).call('handbook.get', { communityPath })).handbook

const lamp = aService({ id: 'lamp', name: '换灯泡', skills: [], hints: ['先关电'] })
const putLamp = (version: number): CallInput<'handbook.putService'> => ({
  communityPath,
  version,
  service: lamp,
  note: '居民常问',
})

describe('reading', () => {
  it.each(['li', 'volunteer', 'leader', 'neighbour', 'staff'] as const)(
    '%s: reads the standard one until staff have changed it',
    async (who) => {
      const { version, services, trail, canEdit } = await handbook(people[who])
      expect(version).toBe(0)
      expect(services.map(({ id }) => id)).toContain('gasAlarm')
      expect({ canEdit, isTrailSeen: trail !== null }).toEqual({
        canEdit: who === 'staff',
        isTrailSeen: who === 'staff',
      })
      expect(lastAnswer(test, 'handbook.get').waits).toBeLessThanOrEqual(2)
    },
  )

  it.each(['otherStaff', 'otherVolunteer'] as const)('%s: not that of another community', async (who) => {
    expect(await test.as(people[who]).code('handbook.get', { communityPath })).toBe('Forbidden')
  })
})

describe('a service', () => {
  it('staff: add one, and a resident can order it at once', async () => {
    const answer = await test.as(people.staff).call('handbook.putService', putLamp(0))
    expect(answer.handbook.version).toBe(1)
    expect(lastAnswer(test, 'handbook.putService').waits).toBeLessThanOrEqual(3)
    const order = await road.place('楼道灯泡坏了', { serviceId: 'lamp' })
    expect(order.service).toMatchObject({ name: '换灯泡', hints: ['先关电'] })
  })

  it('staff: what they change later leaves the orders of before as they were', async () => {
    const order = await road.place()
    const repair = aService({ name: '修东西', hints: ['新的提示'] })
    await test.as(people.staff).call('handbook.putService', { communityPath, version: 0, service: repair })
    const { services } = await handbook()
    expect(services.filter(({ id }) => id === 'repair')).toMatchObject([{ name: '修东西' }])
    expect((await road.stored(order._id)).service.name).toBe('小修小补')
  })

  it('staff: one that is put away can be ordered no more', async () => {
    const service = { ...lamp, id: 'repair', isActive: false }
    await test.as(people.staff).call('handbook.putService', { communityPath, version: 0, service })
    const wish = { serviceId: 'repair', text: '水龙头漏水', homePath: places.building4 }
    expect(await test.as(people.li).code('order.create', wish)).toBe('NotFound')
  })

  it("staff: one that is someone else's job is answered with whose", async () => {
    const service = { ...lamp, guideId: 'corridorLight' }
    await test.as(people.staff).call('handbook.putService', { communityPath, version: 0, service })
    const wish = { serviceId: 'lamp', text: '楼道灯不亮', homePath: places.building4 }
    expect(await test.as(people.li).code('order.create', wish)).toBe('SomeoneElsesJob')
  })

  it('staff: cannot point one to a guide entry that is not there', async () => {
    const service = { ...lamp, guideId: 'nobody' }
    const input = { communityPath, version: 0, service }
    expect(await test.as(people.staff).code('handbook.putService', input)).toBe('NotFound')
  })

  it('staff: cannot have more than sixty', async () => {
    let { version, services } = await handbook()
    for (let n = services.length; n < 60; n += 1) {
      const service = { ...lamp, id: `lamp-${n}` }
      version = (await test.as(people.staff).call('handbook.putService', { communityPath, version, service }))
        .handbook.version
    }
    expect(await test.as(people.staff).code('handbook.putService', putLamp(version))).toBe('LimitReached')
    services = (await handbook()).services
    expect(services).toHaveLength(60)
  })

  it('staff: nor can it hide at the end of a long handbook', async () => {
    let version = 0
    const description = '帮'.repeat(60)
    for (let n = 0; n < 45; n += 1) {
      const service = { ...lamp, id: `lamp-${n}`, description }
      const input = { communityPath, version, service }
      version = (await test.as(people.staff).call('handbook.putService', input)).handbook.version
    }
    const input = { communityPath, version, service: { ...lamp, id: 'last', name: '赌博' } }
    expect(await test.as(people.staff).code('handbook.putService', input)).toBe('ContentRejected')
  })

  it('staff: text that WeChat finds risky is refused', async () => {
    const input = { communityPath, version: 0, service: { ...lamp, name: '赌博' } }
    expect(await test.as(people.staff).code('handbook.putService', input)).toBe('ContentRejected')
    expect((await handbook()).version).toBe(0)
  })

  it.each(['li', 'volunteer', 'leader', 'otherStaff'] as const)('%s: cannot change it', async (who) => {
    expect(await test.as(people[who]).code('handbook.putService', putLamp(0))).toBe('Forbidden')
    expect(await test.cloud.database.count('handbooks')).toBe(0)
  })
})

describe('two who change it at once', () => {
  it('the one who decided on an older one hears "conflict", and nothing of the other is lost', async () => {
    await test.as(people.staff).call('handbook.putService', putLamp(0))
    const other = { communityPath, version: 0, service: { ...lamp, id: 'lamp-2' } }
    expect(await test.as(people.staff).code('handbook.putService', other)).toBe('Conflict')
    expect((await handbook()).services.map(({ id }) => id)).toContain('lamp')
    expect((await handbook()).services.map(({ id }) => id)).not.toContain('lamp-2')
  })

  it('ten in the same instant: one is written, nine conflict', async () => {
    const put = (n: number) =>
      test
        .as(people.staff)
        .code('handbook.putService', { communityPath, version: 0, service: { ...lamp, id: `lamp-${n}` } })
    const codes = await Promise.all(Array.from({ length: 10 }, (_, n) => put(n)))
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1)
    expect(codes.filter((code) => code === 'Conflict')).toHaveLength(9)
    expect(await handbook()).toMatchObject({ version: 1 })
  })

  it('the same request again after an answer that was lost: written once', async () => {
    const requestId = nextRequestId()
    await test.as(people.staff).call('handbook.putService', putLamp(0), requestId)
    await test.as(people.staff).code('handbook.putService', putLamp(0), requestId)
    const { version, trail } = await handbook()
    expect({ version, lines: trail?.length }).toEqual({ version: 1, lines: 1 })
  })
})

describe('the guide', () => {
  const drain = aGuideEntry({ id: 'fountain', matter: '喷泉不喷水' })

  it('staff: add, change and remove an entry', async () => {
    const staff = test.as(people.staff)
    const entries = async () => (await handbook()).guide.filter(({ id }) => id === 'fountain')
    await staff.call('handbook.putGuideEntry', { communityPath, version: 0, entry: drain })
    const phone = '025-99999999'
    await staff.call('handbook.putGuideEntry', { communityPath, version: 1, entry: { ...drain, phone } })
    expect(await entries()).toMatchObject([{ phone }])
    await staff.call('handbook.removeGuideEntry', { communityPath, version: 2, entryId: 'fountain' })
    expect(await entries()).toEqual([])
  })

  it('staff: an entry that a service points to stays', async () => {
    const input = { communityPath, version: 0, entryId: 'drain' }
    expect(await test.as(people.staff).code('handbook.removeGuideEntry', input)).toBe('Conflict')
    expect((await handbook()).guide.map(({ id }) => id)).toContain('drain')
    const gone = { communityPath, version: 0, entryId: 'nobody' }
    expect(await test.as(people.staff).code('handbook.removeGuideEntry', gone)).toBe('NotFound')
  })

  it('resident: an answer given is counted once, however often the phone sends it', async () => {
    const requestId = nextRequestId()
    const input = { communityPath, entryId: 'drain' }
    await test.as(people.li).call('handbook.answered', input, requestId)
    await test.as(people.li).call('handbook.answered', input, requestId)
    expect(await test.cloud.database.find('guideAnswers', {})).toMatchObject([
      { communityPath, entryId: 'drain' },
    ])
    expect(await test.as(people.li).code('handbook.answered', { communityPath, entryId: 'nobody' })).toBe(
      'NotFound',
    )
    expect(await test.as(people.otherStaff).code('handbook.answered', input)).toBe('Forbidden')
  })

  it('staff: see how often each line was the answer in the last 90 days, and only they', async () => {
    const ask = (entryId: string) => test.as(people.li).call('handbook.answered', { communityPath, entryId })
    const items = async () => (await test.as(people.staff).call('handbook.asked', { communityPath })).items
    expect(await items()).toEqual([])
    await ask('drain')
    test.cloud.clock.travel(days(80))
    await ask('lift')
    await ask('lift')
    expect(await items()).toEqual([
      { entryId: 'lift', count: 2 },
      { entryId: 'drain', count: 1 },
    ])
    test.cloud.clock.travel(days(11))
    expect(await items()).toEqual([{ entryId: 'lift', count: 2 }])
    const codes = (['li', 'volunteer', 'leader', 'otherStaff', 'newcomer'] as const).map((who) =>
      test.as(people[who]).code('handbook.asked', { communityPath }),
    )
    expect(await Promise.all(codes)).toEqual([
      'Forbidden',
      'Forbidden',
      'Forbidden',
      'Forbidden',
      'NotSignedIn',
    ])
  })
})

describe('the office', () => {
  it('staff: other hours and holidays, and orders are due by them', async () => {
    const office: Pick<Handbook, 'calendar' | 'quiet' | 'phone'> = {
      calendar: aCalendar({ hours: [{ from: 660, to: 720 }], holidays: ['2025-03-06'] }),
      quiet: { from: 1200, to: 480 },
      phone: '025-11112222',
    }
    await test.as(people.staff).call('handbook.putOffice', { communityPath, version: 0, ...office })
    const service = aService({ response: { urgentMinutes: 60, usualMinutes: 90 } })
    await test.as(people.staff).call('handbook.putService', { communityPath, version: 1, service })
    const order = await road.place()
    // An hour on Wednesday, none on Thursday's holiday, half an hour on Friday.
    expect(order.dueAt).toBe(Date.parse('2025-03-07T11:30:00+08:00'))
    expect((await road.stored(order._id)).quiet).toEqual(office.quiet)
  })

  it('the trail says who changed what and why, the last fifty times', async () => {
    const change = (version: number) =>
      test.as(people.staff).call('handbook.putService', { ...putLamp(version), note: `第 ${version} 次` })
    for (let version = 0; version < 52; version += 1) await change(version)
    const { trail } = await handbook()
    expect(trail).toHaveLength(50)
    expect(trail?.at(-1)).toMatchObject({
      byName: '陈社工',
      change: 'handbook.putService',
      note: '第 51 次',
    })
  })
})
