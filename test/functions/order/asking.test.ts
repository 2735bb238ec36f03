import { days } from '@/domain/shared/time'
import { places } from '../../support/factories/places'
import { aRepeat } from '../../support/factories/series'
import { morePeople, who, type Who } from '../../support/more-people'
import { roadOf } from '../../support/order-road'
import { nextRequestId } from '../../support/request-id'
import { useTestCloud } from '../../support/test-cloud'

const test = useTestCloud(morePeople())
const road = roadOf(test)

const mother = {
  kind: 'other',
  name: '李妈妈',
  relation: 'family',
  userId: null,
  consent: 'byPhone',
} as const
const place = (openid: string, wish: object = {}) =>
  test.as(openid).code('order.create', {
    serviceId: 'carry',
    text: `搬东西 ${nextRequestId()}`,
    homePath: places.building4,
    ...wish,
  })

describe('before it is sent', () => {
  const preview = (text: string, more: object = {}) =>
    test.as(who.li).call('order.preview', { homePath: places.building4, serviceId: null, text, ...more })

  it('danger in the words or in an answer is named', async () => {
    expect((await preview('家里有煤气味')).dangers).toEqual(['gas'])
    const answers = { smell: '有' }
    expect((await preview('报警器灯不亮', { serviceId: 'gasAlarm', answers })).dangers).toEqual(['gas'])
    expect((await preview('报警器灯不亮', { serviceId: 'gasAlarm' })).dangers).toEqual([])
  })

  it('L4: a blocked drain gets the property’s number at once', async () => {
    const { guide } = await preview('下水道堵了，水往外冒')
    expect(guide[0]).toMatchObject({ id: 'drain', phone: '010-55550110' })
    expect(await place(who.li, { serviceId: 'drain' })).toBe('SomeoneElsesJob')
  })

  it('the same trouble in the building is offered to follow, without anybody’s words', async () => {
    const { _id: orderId } = await road.place('厨房水槽下面滴水', {}, who.downstairs)
    await road.place('五栋的', { homePath: places.building5 }, who.neighbour)
    const answer = await preview('我家也滴水', { serviceId: 'repair' })
    expect(answer.similar).toMatchObject([{ orderId, serviceName: '小修小补', isFollowed: false }])
    expect(JSON.stringify(answer)).not.toMatch(/水槽|13812345678|楼下小孙|resident-sun/)
  })

  it.each(['neighbour', 'otherStaff', 'volunteer'] as const)(
    '%s: may not look into building 4',
    async (openid: Who) => {
      const input = { homePath: places.building4, serviceId: null, text: '滴水' }
      expect(await test.as(who[openid]).code('order.preview', input)).toBe('Forbidden')
    },
  )
})

it('nobody takes the id of a day that a series waits for, nor begins one whose days have the ids of another’s', async () => {
  const input = { serviceId: 'carry', text: '搬东西', homePath: places.building4 }
  const id = 'abcdefghijklmnopqrstuv'
  expect(await test.as(who.li).code('order.create', input, `${id}-20250310`)).toBe('BadInput')
  const series = {
    wish: { ...input, serviceId: 'hospital', answers: { now: '没有' } },
    repeat: aRepeat({ startsOn: '2025-03-06' }),
  }
  expect(await test.as(who.li).code('series.create', series, `${id}w`)).toBe('BadInput')
  expect(await test.as(who.li).code('series.create', series, id)).toBe('ok')
})

describe('danger and what is not offered', () => {
  it('danger comes first, until the emergency numbers were seen', async () => {
    const wish = { serviceId: 'gasAlarm', text: '报警器一直在响', answers: { smell: '有' } }
    expect(await place(who.li, wish)).toBe('DangerFirst')
    expect(await place(who.li, { ...wish, hasSeenDanger: true })).toBe('ok')
  })

  it.each([
    ['a service that there is not', { serviceId: 'flying' }, 'NotFound'],
    ['a required answer that is missing', { serviceId: 'gasAlarm' }, 'BadInput'],
    [
      'an answer that is none of the choices',
      { serviceId: 'gasAlarm', answers: { smell: '可能' } },
      'BadInput',
    ],
    ['nothing said at all', { text: '' }, 'BadInput'],
    ['a time that is over', { window: { from: 1, to: 2 } }, 'BadInput'],
  ])('%s is refused', async (_what, wish, code) => {
    expect(await place(who.li, wish)).toBe(code)
    expect(await test.cloud.database.count('orders', {})).toBe(0)
  })

  it('a voice without words is an order', async () => {
    const voice = { fileId: 'cloud://test.local/voice.mp3', seconds: 6 }
    expect(await place(who.li, { text: '', voice })).toBe('ok')
  })
})

describe('too much', () => {
  it('resident: ten a day, and the eleventh is stopped until tomorrow', async () => {
    for (let n = 1; n <= 10; n += 1) expect(await place(who.li)).toBe('ok')
    expect(await place(who.li)).toBe('LimitReached')
    test.cloud.clock.travel(days(1) + 1000)
    expect(await place(who.li)).toBe('ok')
  })

  it('resident: the same words are taken twice a day, not three times; other words are', async () => {
    const same = { text: '一模一样的话' }
    expect([await place(who.li, same), await place(who.li, same), await place(who.li, same)]).toEqual([
      'ok',
      'ok',
      'LimitReached',
    ])
    expect(await place(who.li, { text: '别的话' })).toBe('ok')
  })

  it('resident: one tap that arrives five times counts as one', async () => {
    const requestId = nextRequestId()
    const input = { serviceId: 'carry', text: '手抖了', homePath: places.building4 } as const
    await Promise.all(Array.from({ length: 5 }, () => test.as(who.li).call('order.create', input, requestId)))
    for (let n = 2; n <= 10; n += 1) expect(await place(who.li)).toBe('ok')
    expect(await place(who.li)).toBe('LimitReached')
  })

  it('leader: places more than ten for those they look after', async () => {
    const codes: string[] = []
    for (let n = 0; n < 12; n += 1)
      codes.push(await place(who.leader, { beneficiary: mother, roomNumber: '1702' }))
    expect(new Set(codes)).toEqual(new Set(['ok']))
  })
})

describe('for somebody else (J3, L3)', () => {
  const forMother = { beneficiary: mother, roomNumber: '1702' }

  it.each([
    ['li', 'ok'],
    ['downstairs', 'ok'],
    ['third', 'ok'],
    ['leader', 'ok'],
    ['staff', 'ok'],
    ['neighbour', 'Forbidden'],
    ['volunteer', 'Forbidden'],
    ['otherLeader', 'Forbidden'],
    ['otherStaff', 'Forbidden'],
    ['newcomer', 'NotSignedIn'],
  ] as const)('%s orders for someone in building 4: %s', async (openid, code) => {
    expect(await place(who[openid], forMother)).toBe(code)
  })

  it.each(['downstairs', 'neighbour', 'leader', 'staff', 'volunteer'] as const)(
    'for oneself: %s only to a home of their own',
    async (openid) => {
      const isHome = openid === 'downstairs'
      expect(await place(who[openid])).toBe(isHome ? 'ok' : 'Forbidden')
    },
  )

  it('the consent is kept, and the room is theirs, not mine', async () => {
    const order = await road.place('手机认证', { serviceId: 'phoneHelp', ...forMother })
    const stored = await road.stored(order._id)
    expect(stored.beneficiary).toEqual(mother)
    expect(stored.contact.roomNumber).toBe('1702')
    expect(stored.requesterId).toBe('resident-li')
  })

  it('a home that is not mine needs its room', async () => {
    expect(await place(who.leader, { beneficiary: mother })).toBe('BadInput')
  })

  it('an account that does not live there is no beneficiary', async () => {
    const beneficiary = { ...mother, userId: 'resident-five' }
    expect(await place(who.li, { ...forMother, beneficiary })).toBe('BadInput')
  })

  it('who was helped may rate it, with an account of their own', async () => {
    const beneficiary = { ...mother, userId: 'resident-mother' }
    const order = await road.place('修水龙头', { ...forMother, beneficiary })
    await road.accept(await road.dispatchTo(order))
    await road.checkIn(order)
    await road.complete(order)
    const rating = { orderId: order._id, stars: 5, tags: [], words: '好' }
    expect(await test.as(who.downstairs).code('order.review', rating)).toBe('Forbidden')
    // Whoever asked for her waits for her word.
    expect(await test.as(who.li).code('order.review', rating)).toBe('Forbidden')
    const { order: rated } = await test.as(who.mother).call('order.review', rating)
    expect(rated).toMatchObject({ status: 'reviewed', isMine: false, review: { by: 'resident-mother' } })
  })

  it.each(['leader', 'staff'] as const)(
    '%s who asked for her: neither reads the code, nor proves the visit, nor rates it, nor stops her from saying how it was',
    async (office) => {
      const beneficiary = { ...mother, relation: 'resident', userId: 'resident-mother' } as const
      const order = await road.place('修水龙头', { ...forMother, beneficiary }, who[office])
      await road.accept(await road.dispatchTo(order))
      const orderId = order._id
      const codeOf = async (openid: string) =>
        (await test.as(openid).call('order.get', { orderId })).order.doorCode
      expect(await codeOf(who[office])).toBeNull()
      expect(await codeOf(who.mother)).toMatch(/^\d{6}$/)
      await road.checkIn(order)
      expect(await test.as(who[office]).code('order.nod', { orderId })).toBe('Forbidden')
      await road.complete(order)
      const rating = { orderId, stars: 5, tags: [], words: '非常满意', thanks: '谢谢', onWall: true }
      expect(await test.as(who[office]).code('order.review', rating)).toBe('Forbidden')
      const own = { orderId, stars: 1, tags: [], words: '没来过' }
      expect(await test.as(who.mother).code('order.review', own)).toBe('ok')
    },
  )

  it('more than two are called up by those who look after the place, and by nobody else', async () => {
    expect(await place(who.li, { people: 2 })).toBe('ok')
    expect(await place(who.li, { people: 3 })).toBe('Forbidden')
    expect(await place(who.leader, { people: 20, ...forMother })).toBe('ok')
    expect(await place(who.staff, { people: 50, ...forMother })).toBe('ok')
    expect(await place(who.staff, { people: 51, ...forMother })).toBe('BadInput')
  })
})
