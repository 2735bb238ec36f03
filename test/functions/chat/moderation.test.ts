import { mostSilences, newSettings } from '@/domain/group/schema'
import { AppError } from '@/domain/shared/errors'
import { days, minutes } from '@/domain/shared/time'
import { aMessage } from '../../support/factories/message'
import { places } from '../../support/factories/places'
import { lastAnswer } from '../../support/function-log'
import { useTestCloud } from '../../support/test-cloud'
import { parts, voicesOf, volunteersOf } from './_support/house'
import { courtOf, moderatorsOf } from './_support/order-in-house'

const test = useTestCloud(courtOf())
const { groupOf, heard, say } = voicesOf(test)
const { as, dismiss, mine, open, past, remove, report, signal, silence } = moderatorsOf(test)
const groupPath = places.building4
const inbox = `inbox:${places.community}`
beforeEach(() => test.cloud.database.insert('areas', parts))

describe('reporting', () => {
  it('those who look after the group are asked to see to it; who did so is told to nobody', async () => {
    const { seq } = await say('li', '你们都是笨蛋')
    const before = [await signal(inbox), await signal('user:resident-li')]
    await report('stairwell', seq)
    await as('unconfirmed').call('moderation.report', { groupPath, seq, reason: 'advert' })
    const [one] = await open('leader')
    expect(one).toMatchObject({
      state: 'open',
      groupName: '幸福里小区 4栋',
      author: { name: '李阿姨' },
      original: { kind: 'text', text: '你们都是笨蛋', fileId: null },
      reportCount: 2,
      reasons: ['rude', 'advert'],
      allowedActions: ['remove', 'silence', 'dismiss'],
    })
    expect(one?.trail.map(({ event, by }) => [event, by])).toEqual([
      ['reported', null],
      ['reported', null],
    ])
    expect(JSON.stringify(one)).not.toMatch(/stairwell|二单元的|resident-|新来的|namedIds/)
    expect(await signal(inbox)).toBe((before[0] ?? 0) + 2)
    expect(await signal('user:resident-li')).toBe(before[1])
    expect(await mine('li')).toEqual([])
    expect(await heard('stairwell')).toMatchObject([{ seq, state: 'normal' }])
  })

  it('the same person twice, one request twice, two at once: each person once', async () => {
    const { seq } = await say('li', '你们都是笨蛋')
    await Promise.all([report('stairwell', seq), report('gridMember', seq), report('stairwell', seq)])
    await report('stairwell', seq, 'request-of-report')
    await report('stairwell', seq, 'request-of-report')
    expect(await open('staff')).toMatchObject([{ reportCount: 2 }])
    const [kept] = await test.cloud.database.find('cases', {})
    expect((kept?.namedIds as string[]).sort()).toEqual(['grid-member', 'resident-li', 'stairwell'])
  })

  it('not one’s own words, nor what is not shown, nor the house’s own lines, nor what was taken back', async () => {
    const own = await say('li', '你们都是笨蛋')
    const gone = await say('leader', '说错了')
    await as('leader').call('chat.recall', { groupPath, seq: gone.seq })
    await test.cloud.database.insert('messages', [
      aMessage({ _id: 'message-house', seq: 4, authorId: null, body: { kind: 'joined', nickname: '小林' } }),
      aMessage({
        ...{ _id: 'message-hidden', seq: 5, authorId: 'leader-zhou', mediaCheck: 'pending' },
        body: { kind: 'image', fileId: 'cloud://test/picture.jpg' },
      }),
    ])
    const code = (seq: number) => as('li').code('moderation.report', { groupPath, seq, reason: 'other' })
    expect([await code(own.seq), await code(gone.seq), await code(4), await code(5), await code(99)]).toEqual(
      ['Forbidden', 'NotFound', 'Forbidden', 'Forbidden', 'NotFound'],
    )
    expect(await test.cloud.database.find('cases', {})).toEqual([])
  })

  it('twenty a day; what one has reported already costs none', async () => {
    const many = Array.from({ length: 21 }, (_, n) =>
      aMessage({ _id: `message-many-${n}`, seq: n + 1, authorId: 'leader-zhou' }),
    )
    await test.cloud.database.insert('messages', many)
    const begun = test.cloud.clock.now()
    for (let seq = 1; seq <= 20; seq += 1) await report('li', seq)
    const refused = await report('li', 21).catch((error: unknown) => error as AppError)
    expect(refused).toMatchObject({ code: 'LimitReached', details: { limit: 20 } })
    const { retryAt } = (refused as AppError).details as { retryAt: number }
    expect([retryAt - begun >= days(1), retryAt - begun < days(1) + minutes(1)]).toEqual([true, true])
    await report('li', 3)
    await report('stairwell', 21)
    test.cloud.clock.set(retryAt)
    await report('li', 21)
    expect((await test.cloud.database.find('cases', {})).length).toBe(21)
  })

  it('found to be all right: another may ask for a second look, the same person not', async () => {
    const { seq } = await say('li', '谁家的猫')
    await report('stairwell', seq)
    const [one] = await open('leader')
    const caseId = one?._id ?? ''
    expect(await dismiss('leader', caseId)).toMatchObject({
      state: 'dismissed',
      allowedActions: ['remove', 'silence'],
    })
    expect([(await open('staff')).length, (await past('staff')).length]).toEqual([0, 1])
    await report('stairwell', seq)
    expect(await open('staff')).toEqual([])
    await report('gridMember', seq)
    expect(await open('staff')).toMatchObject([{ _id: caseId, state: 'open', reportCount: 2 }])
    expect(await mine('li')).toEqual([])
  })
})

describe('removing', () => {
  it('nothing of it is shown to anyone through the chat; the author learns who did it and why', async () => {
    const { seq } = await say('li', '我的密码是 1234')
    const quote = await say('gridMember', '快撤回', groupPath, { replyTo: seq })
    await say('stairwell', '不要紧')
    const [chat, author] = [await signal(`chat:${groupPath}`), await signal('user:resident-li')]
    const one = await remove('leader', seq)
    expect(one).toMatchObject({ state: 'acted', isRemoved: true, original: { text: '我的密码是 1234' } })
    expect(await signal(`chat:${groupPath}`)).toBeGreaterThan(chat)
    expect(await signal('user:resident-li')).toBeGreaterThan(author)
    const news = await heard('staff', groupPath, { after: 3 })
    expect(news.map(({ body }) => body)).toEqual([
      { kind: 'change', of: seq },
      { kind: 'change', of: quote.seq },
    ])
    for (const name of ['li', 'gridMember', 'leader', 'staff'] as const) {
      const got = await as(name).call('chat.get', { groupPath, seqs: [seq, quote.seq] })
      expect(got.items).toMatchObject([
        { state: 'removed', body: { kind: 'text', text: '' }, allowedActions: [] },
        { replyTo: { excerpt: '' } },
      ])
      const answers = [await heard(name), got, await groupOf(name)]
      expect(JSON.stringify(answers)).not.toContain('1234')
    }
    const later = await say('staff', '已经移除', groupPath, { replyTo: seq })
    expect(later.replyTo?.excerpt).toBe('')
    const forward = { groupPath, seq, toGroupPath: volunteersOf }
    expect(await as('staff').code('chat.forward', forward)).toBe('Forbidden')
    expect(await mine('li')).toMatchObject([
      {
        original: { text: '我的密码是 1234' },
        reasons: [],
        reportCount: 0,
        isMine: true,
        trail: [{ event: 'removed', by: { name: '周组长' }, note: '骂人' }],
        allowedActions: ['appeal'],
      },
    ])
  })

  it('the last words of a group are not shown in the list of groups either', async () => {
    const { seq } = await say('li', '我的密码是 1234')
    await remove('staff', seq)
    expect((await groupOf('stairwell'))?.lastMessage).toMatchObject({ state: 'removed', body: { text: '' } })
  })

  it('a picture’s file is kept for those who look after the group', async () => {
    const fileId = test.cloud.storage.write('chat/rude.jpg', Buffer.from([255, 216]))
    const body = { kind: 'image', fileId } as const
    const { message } = await as('li').call('chat.send', { groupPath, body })
    test.cloud.clock.travel(minutes(1))
    await test.cloud.timers.runDue()
    const one = await remove('leader', message.seq)
    expect(one.original).toMatchObject({ kind: 'image', text: '', fileId })
    expect(test.cloud.storage.read(fileId)).not.toBeNull()
    expect(JSON.stringify(await heard('stairwell'))).not.toContain('cloud://')
  })

  it('a report before it stays its cause, and its author does not learn of it', async () => {
    const { seq } = await say('li', '你们都是笨蛋')
    await report('stairwell', seq)
    await remove('leader', seq)
    expect(await past('staff')).toMatchObject([
      { reportCount: 1, trail: [{ event: 'reported' }, { event: 'removed' }] },
    ])
    expect(await mine('li')).toMatchObject([{ reportCount: 0, trail: [{ event: 'removed' }] }])
    await report('gridMember', seq).catch(() => undefined)
    expect(await open('staff')).toEqual([])
  })

  it('taken back by its author: there is nothing to remove; what was reported before, neither', async () => {
    const [first, second] = [await say('li', '一'), await say('li', '二')]
    await report('stairwell', second.seq)
    for (const { seq } of [first, second]) await as('li').call('chat.recall', { groupPath, seq })
    const code = (seq: number) => as('leader').code('moderation.remove', { groupPath, seq, reason: '骂人' })
    expect([await code(first.seq), await code(second.seq)]).toEqual(['NotFound', 'Conflict'])
    expect(await open('leader')).toMatchObject([{ seq: second.seq, original: { text: '二' } }])
  })

  it('author: taking it back afterwards unhides nothing and changes nothing', async () => {
    const { seq } = await say('li', '你们都是笨蛋')
    await remove('leader', seq)
    expect(await as('li').code('chat.recall', { groupPath, seq })).toBe('Conflict')
    expect(await heard('li')).toMatchObject([{ seq, state: 'removed' }])
  })

  it('removed and taken back at once: one of the two', async () => {
    const { seq } = await say('li', '你们都是笨蛋')
    const codes = await Promise.all([
      as('leader').code('moderation.remove', { groupPath, seq, reason: '骂人' }),
      as('li').code('chat.recall', { groupPath, seq }),
    ])
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1)
    const [message] = await heard('li')
    expect(message?.state).toBe(codes[0] === 'ok' ? 'removed' : 'recalled')
    expect((await past('staff')).length).toBe(codes[0] === 'ok' ? 1 : 0)
  })

  it('of two who remove it at once, one does', async () => {
    const { seq } = await say('li', '你们都是笨蛋')
    const codes = await Promise.all(
      (['leader', 'staff'] as const).map((name) =>
        as(name).code('moderation.remove', { groupPath, seq, reason: '骂人' }),
      ),
    )
    expect(codes.sort()).toEqual(['Conflict', 'ok'])
    const [one] = await past('staff')
    expect(one?.trail).toHaveLength(1)
  })

  it('a reason has to be given', async () => {
    const { seq } = await say('li', '你们都是笨蛋')
    for (const reason of ['', ' ', '坏'])
      expect(await as('leader').code('moderation.remove', { groupPath, seq, reason })).toBe('BadInput')
  })
})

describe('silencing', () => {
  it('the newest holds; those that are over go', async () => {
    const seqs = [await say('li', '一'), await say('li', '二'), await say('stairwell', '三')].map(
      ({ seq }) => seq,
    )
    await silence('leader', seqs[0] ?? 0, 5)
    await silence('staff', seqs[2] ?? 0, 30)
    const { silencedUntil } = await silence('gridLeader', seqs[1] ?? 0, 120)
    const silences = async () => (await as('leader').call('group.get', { groupPath })).group.silences
    expect(await silences()).toMatchObject([
      { name: '二单元的', by: { name: '陈社工' } },
      { name: '李阿姨', by: { name: '网格长' }, until: silencedUntil },
    ])
    test.cloud.clock.travel(minutes(60))
    const { seq } = await say('gridMember', '四')
    await silence('leader', seq, 5)
    const [kept] = await test.cloud.database.find('groups', {})
    expect((kept?.silences as unknown[]).length).toBe(2)
    expect((kept?.namedIds as string[]).sort()).toEqual([
      'grid-leader',
      'grid-member',
      'leader-zhou',
      'resident-li',
    ])
  })

  it('while it holds it is not given again for the same words; once it is over it may be', async () => {
    const { seq } = await say('li', '你们都是笨蛋')
    const one = await silence('leader', seq, 5)
    expect(one).toMatchObject({ state: 'acted', isRemoved: false, allowedActions: ['remove', 'lift'] })
    await expect(silence('staff', seq)).rejects.toMatchObject({ code: 'Conflict' })
    test.cloud.clock.travel(minutes(5))
    expect((await silence('staff', seq)).trail).toHaveLength(2)
  })

  it('those who look after a group don’t silence each other', async () => {
    const { seq } = await say('gridLeader', '都给我安静')
    for (const name of ['leader', 'staff'] as const)
      await expect(silence(name, seq)).rejects.toMatchObject({ code: 'Conflict' })
    expect(await test.cloud.database.find('cases', {})).toEqual([])
    expect(await remove('leader', seq)).toMatchObject({ isRemoved: true })
  })

  it('as many pause at once as are kept; one whose time is over makes room', async () => {
    const begun = test.cloud.clock.now()
    const silences = Array.from({ length: mostSilences }, (_, n) => ({
      person: { userId: `neighbour-${n}`, name: `邻居${n}` },
      until: begun + minutes(n === 0 ? 30 : 90),
      reason: '骂人',
      by: { userId: 'staff-chen', name: '陈社工' },
      caseId: `case-of-${n}`,
    }))
    await test.cloud.database.insert('groups', [{ ...newSettings(groupPath), silences }])
    const { seq } = await say('li', '你们都是笨蛋')
    await expect(silence('leader', seq)).rejects.toMatchObject({
      code: 'LimitReached',
      details: { limit: mostSilences },
    })
    expect(await test.cloud.database.find('cases', {})).toEqual([])
    test.cloud.clock.set(begun + minutes(31))
    expect(await silence('leader', seq)).toMatchObject({ state: 'acted' })
  })

  it('the group hears nothing of it; the one who pauses does', async () => {
    const { seq } = await say('li', '你们都是笨蛋')
    const before = await signal('user:resident-li')
    await silence('leader', seq)
    expect(await signal('user:resident-li')).toBeGreaterThan(before)
    expect(await heard('stairwell')).toHaveLength(1)
    expect(await mine('li')).toMatchObject([{ trail: [{ event: 'silenced', by: { name: '周组长' } }] }])
  })
})

it('waits: three for a command, two for a list; a report asks first how many there were today', async () => {
  const warm = await say('li', '热身')
  await report('stairwell', warm.seq)
  await remove('leader', warm.seq)
  const [first, second] = [await say('li', '天气好'), await say('li', '下雨了')]
  await say('stairwell', '是啊', groupPath, { replyTo: first.seq })
  await report('stairwell', second.seq)
  expect(lastAnswer(test, 'moderation.report').waits).toBeLessThanOrEqual(4)
  await remove('leader', first.seq)
  expect(lastAnswer(test, 'moderation.remove').waits).toBeLessThanOrEqual(3)
  const [one] = await open('leader')
  await dismiss('leader', one?._id ?? '')
  expect(lastAnswer(test, 'moderation.dismiss').waits).toBeLessThanOrEqual(3)
  await silence('leader', second.seq)
  expect(lastAnswer(test, 'moderation.silence').waits).toBeLessThanOrEqual(3)
  await mine('li')
  expect(lastAnswer(test, 'moderation.list').waits).toBeLessThanOrEqual(2)
  expect(lastAnswer(test, 'moderation.mine').waits).toBeLessThanOrEqual(2)
})
