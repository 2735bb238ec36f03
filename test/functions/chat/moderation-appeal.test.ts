import type { ActionName } from '@/domain/contracts'
import type { ModerationCase } from '@/domain/moderation/schema'
import { days, minutes } from '@/domain/shared/time'
import { clockOf } from '../../support/clock-of'
import { breakages, breakNetwork } from '../../support/broken-network'
import { aCase } from '../../support/factories/case'
import { aMessage } from '../../support/factories/message'
import { places } from '../../support/factories/places'
import { lastAnswer } from '../../support/function-log'
import { nextRequestId } from '../../support/request-id'
import { useTestCloud } from '../../support/test-cloud'
import { voicesOf } from './_support/house'
import { courtOf, moderatorsOf } from './_support/order-in-house'

const test = useTestCloud(courtOf())
const { heard, say } = voicesOf(test)
const { appeal, as, decide, mine, open, past, remove, report, signal, silence } = moderatorsOf(test)
const groupPath = places.building4
const inbox = `inbox:${places.community}`

const removedBy = async (name: 'leader' | 'staff', text = '谁家的狗乱叫') => {
  const { seq } = await say('li', text)
  return remove(name, seq)
}

describe('objecting', () => {
  it('author: once; it waits for staff, and for those who did not decide before', async () => {
    const { _id } = await removedBy('staff')
    const before = await signal(inbox)
    expect(await appeal('li', _id)).toMatchObject({
      state: 'appealed',
      appeal: { words: '我没有骂人' },
      allowedActions: [],
    })
    expect(await signal(inbox)).toBeGreaterThan(before)
    await expect(appeal('li', _id)).rejects.toMatchObject({ code: 'Conflict' })
    const actions = async (name: 'leader' | 'staff' | 'secondStaff') => (await open(name))[0]?.allowedActions
    expect([await actions('leader'), await actions('staff'), await actions('secondStaff')]).toEqual([
      [],
      [],
      ['decide'],
    ])
    // Those who may not judge it are not told that something waits for them.
    const counted = async (name: 'leader' | 'staff' | 'secondStaff') =>
      (await as(name).call('inbox.counts', {})).reports
    expect([await counted('leader'), await counted('staff'), await counted('secondStaff')]).toEqual([0, 0, 1])
  })

  it('until seven days have passed', async () => {
    const { _id } = await removedBy('leader')
    test.cloud.clock.travel(days(7) - minutes(1))
    expect(await mine('li')).toMatchObject([{ allowedActions: ['appeal'] }])
    test.cloud.clock.travel(minutes(1))
    await expect(appeal('li', _id)).rejects.toMatchObject({ code: 'Conflict' })
  })

  it('what people write passes the platform’s check', async () => {
    const { _id } = await removedBy('leader')
    const input = { caseId: _id, words: '来赌博' }
    expect(await as('li').code('moderation.appeal', input)).toBe('ContentRejected')
    expect(await mine('li')).toMatchObject([{ state: 'acted', appeal: null }])
  })

  it('while it waits nothing more is done, and after it nothing ever', async () => {
    const one = await removedBy('leader')
    await silence('leader', one.seq)
    await appeal('li', one._id)
    test.cloud.clock.travel(minutes(61))
    await expect(silence('staff', one.seq)).rejects.toMatchObject({ code: 'Conflict' })
    await decide('staff', one._id, false)
    for (const judge of [remove, silence])
      await expect(judge('leader', one.seq)).rejects.toMatchObject({ code: 'Conflict' })
    await report('stairwell', one.seq)
    expect(await open('staff')).toEqual([])
  })
})

describe('deciding', () => {
  it('taken back: the message is shown again, and its author writes again', async () => {
    const one = await removedBy('leader')
    await silence('gridLeader', one.seq)
    const code = () => as('li').code('chat.send', { groupPath, body: { kind: 'text', text: '喂' } })
    expect(await code()).toBe('LimitReached')
    await appeal('li', one._id)
    const [told, seen] = [await signal('user:resident-li'), await signal(`chat:${groupPath}`)]
    expect(await decide('staff', one._id, false)).toMatchObject({
      state: 'revoked',
      isRemoved: false,
      silencedUntil: null,
    })
    expect(await signal('user:resident-li')).toBeGreaterThan(told)
    expect(await signal(`chat:${groupPath}`)).toBeGreaterThan(seen)
    expect(await heard('stairwell')).toMatchObject([{ state: 'normal', body: { text: '谁家的狗乱叫' } }])
    const changes = (await heard('stairwell', groupPath, { after: one.seq })).map(({ body }) => body)
    expect(changes).toEqual([
      { kind: 'change', of: one.seq },
      { kind: 'change', of: one.seq },
    ])
    expect((await as('li').call('group.get', { groupPath })).group.mute).toBeNull()
    expect(await code()).toBe('ok')
    expect((await mine('li'))[0]?.trail.map(({ event, by }) => [event, by?.name])).toEqual([
      ['removed', '周组长'],
      ['silenced', '网格长'],
      ['appealed', '李阿姨'],
      ['revoked', '陈社工'],
    ])
  })

  it('upheld: it stays away, and so does its author until the time is over', async () => {
    const one = await removedBy('leader')
    await silence('leader', one.seq)
    await appeal('li', one._id)
    expect(await decide('staff', one._id, true)).toMatchObject({ state: 'upheld', isRemoved: true })
    expect(await heard('li')).toMatchObject([{ state: 'removed', body: { text: '' } }])
    expect((await as('li').call('group.get', { groupPath })).group.mute).not.toBeNull()
    expect(await past('staff')).toMatchObject([{ allowedActions: [] }])
  })

  it('only that silence is lifted which came of these words', async () => {
    const one = await removedBy('leader')
    await appeal('li', one._id)
    const other = await say('li', '就要骂')
    await silence('leader', other.seq)
    await decide('staff', one._id, false)
    expect((await as('li').call('group.get', { groupPath })).group.mute).toMatchObject({ why: 'silenced' })
  })

  it('of two who decide at once, one does', async () => {
    const one = await removedBy('leader')
    await appeal('li', one._id)
    const codes = await Promise.all([
      as('staff').code('moderation.decide', { caseId: one._id, isUpheld: true, note: '不用改' }),
      as('secondStaff').code('moderation.decide', { caseId: one._id, isUpheld: false, note: '改回来' }),
    ])
    expect(codes.sort()).toEqual(['Conflict', 'ok'])
    const [kept] = await past('staff')
    expect((await heard('li'))[0]?.state).toBe(kept?.state === 'upheld' ? 'removed' : 'normal')
  })

  it('waits four times: which message it is about is known only from the case', async () => {
    const warm = await removedBy('leader')
    await appeal('li', warm._id)
    expect(lastAnswer(test, 'moderation.appeal').waits).toBeLessThanOrEqual(3)
    await decide('staff', warm._id, false)
    const one = await removedBy('leader')
    await appeal('li', one._id)
    await decide('staff', one._id, false)
    expect(lastAnswer(test, 'moderation.decide').waits).toBeLessThanOrEqual(4)
  })
})

describe('nobody in the office who may', () => {
  it('the street’s office finds it in its list, is told of it, and decides', async () => {
    const { _id } = await removedBy('staff')
    expect(await open('street')).toEqual([])
    const before = await signal(`inbox:${places.street}`)
    await appeal('li', _id)
    expect(await signal(`inbox:${places.street}`)).toBeGreaterThan(before)
    expect(await open('street')).toMatchObject([{ _id, allowedActions: ['decide'] }])
    expect(await decide('street', _id, false)).toMatchObject({ state: 'revoked' })
    expect([await open('street'), await past('street')]).toMatchObject([[], [{ _id }]])
    expect((await heard('stairwell'))[0]?.state).toBe('normal')
  })

  it('after seven days the clock takes it back, once, and its trail says so', async () => {
    const one = await removedBy('staff')
    await silence('gridLeader', one.seq, 10_080)
    await appeal('li', one._id)
    test.cloud.clock.travel(days(7) - minutes(1))
    await clockOf(test).minute()
    expect(await mine('li')).toMatchObject([{ state: 'appealed' }])
    const told = await signal('user:resident-li')
    test.cloud.clock.travel(minutes(1))
    await Promise.all([clockOf(test).minute(), clockOf(test).minute()])
    await clockOf(test).minute()
    const [settled] = await mine('li')
    expect(settled).toMatchObject({ state: 'revoked', isRemoved: false, silencedUntil: null })
    expect(settled?.trail.filter(({ event }) => event === 'lapsed')).toMatchObject([{ by: null }])
    expect((await heard('stairwell'))[0]).toMatchObject({ state: 'normal', body: { text: '谁家的狗乱叫' } })
    expect((await as('li').call('group.get', { groupPath })).group.mute).toBeNull()
    expect(await signal('user:resident-li')).toBe(told + 1)
    expect(
      await as('secondStaff').code('moderation.decide', { caseId: one._id, isUpheld: true, note: '晚了' }),
    ).toBe('Conflict')
  })

  it('what was judged in time stays as it was judged', async () => {
    const { _id } = await removedBy('leader')
    await appeal('li', _id)
    await decide('staff', _id, true)
    test.cloud.clock.travel(days(8))
    await clockOf(test).minute()
    expect(await mine('li')).toMatchObject([{ state: 'upheld', isRemoved: true }])
  })
})

it('a silence ends at once where one of those who look after the group says so; the author sees who it was', async () => {
  const { seq } = await say('li', '烦死了')
  const { _id: caseId } = await silence('leader', seq, 600)
  const body = { kind: 'text', text: '说开了' } as const
  expect(await as('li').code('chat.send', { groupPath, body })).toBe('LimitReached')
  await as('gridLeader').call('moderation.lift', { caseId, note: '说开了' })
  expect(await as('li').code('chat.send', { groupPath, body })).toBe('ok')
  expect((await as('leader').call('group.get', { groupPath })).group.silences).toEqual([])
  expect((await mine('li'))[0]?.trail.at(-1)).toMatchObject({ event: 'lifted', by: { name: '网格长' } })
  expect(await as('leader').code('moderation.lift', { caseId, note: '' })).toBe('Conflict')
})

/** Each begins with a message of Li's, quoted by the leader, and a case in the state that the action wants. */
const acted: Partial<ModerationCase> = {
  ...{ state: 'acted', isOpen: false, isRemoved: true, actedIds: ['leader-zhou'] },
  silencedUntil: Date.UTC(2030, 0, 1),
}
const rows: [ActionName, 'li' | 'staff' | 'stairwell', object, Partial<ModerationCase> | null][] = [
  ['moderation.report', 'stairwell', { groupPath, seq: 1, reason: 'rude' }, null],
  ['moderation.remove', 'staff', { groupPath, seq: 1, reason: '骂人' }, null],
  ['moderation.silence', 'staff', { groupPath, seq: 1, minutes: 60, reason: '骂人' }, null],
  ['moderation.lift', 'staff', { caseId: 'case-0001', note: '说开了' }, acted],
  ['moderation.dismiss', 'staff', { caseId: 'case-0001', note: '看过了' }, {}],
  ['moderation.appeal', 'li', { caseId: 'case-0001', words: '我没有骂人' }, acted],
  [
    'moderation.decide',
    'staff',
    { caseId: 'case-0001', isUpheld: false, note: '是误会' },
    { ...acted, state: 'appealed', isOpen: true, appeal: { words: '我没有骂人', at: 1 } },
  ],
]

describe.each(rows)('%s', (action, name, input, found) => {
  const begin = async () => {
    for (const collection of ['messages', 'groups', 'cases']) await test.cloud.database.remove(collection, {})
    const quote = { seq: 1, authorId: 'resident-li', name: '李阿姨', excerpt: '大家好' }
    await test.cloud.database.insert('messages', [
      aMessage({ state: found?.isRemoved ? 'removed' : 'normal' }),
      aMessage({ _id: 'message-quoting', seq: 2, authorId: 'leader-zhou', replyTo: quote }),
    ])
    if (found === null) return
    const deed = { id: 'deed-0001', at: test.cloud.clock.now(), event: 'removed' as const, note: '骂人' }
    const trail = [{ ...deed, by: { userId: 'leader-zhou', name: '周组长' } }]
    await test.cloud.database.insert('cases', [aCase({ ...found, trail })])
  }
  /** Without the moments at which it was written. */
  const kept = async () => {
    const all = await Promise.all(
      ['messages', 'groups', 'cases'].map((collection) =>
        test.cloud.database.find(collection, {}, { sort: { _id: 1 } }),
      ),
    )
    const text = JSON.stringify(all).replace(/\b17\d{11}\b|"0{3}\d{13}-[^"]*"/g, '0')
    return JSON.parse(text) as unknown[][]
  }

  it.each(breakages)('wherever the network breaks (%s), a retry ends as if it had not', async (breakage) => {
    const requestId = nextRequestId()
    const call = () => as(name).code(action, input as never, requestId)
    await begin()
    expect(await call()).toBe('ok')
    const whole = await kept()
    expect(await call()).toBe('ok')
    expect(await kept()).toEqual(whole)
    await begin()
    expect(await Promise.all([call(), call()])).toEqual(['ok', 'ok'])
    expect(await kept()).toEqual(whole)
    for (let nth = 1; nth <= 14; nth += 1) {
      await begin()
      const mend = breakNetwork(test, breakage, (asked) => asked === nth)
      await call()
      mend()
      expect(await call()).toBe('ok')
      expect(await kept()).toEqual(whole)
    }
  })
})
