import type { ActionName } from '@/domain/contracts'
import { hours, minutes } from '@/domain/shared/time'
import { stableId } from '../../../cloudfunctions/account/stable-id'
import { places } from '../../support/factories/places'
import { useTestCloud } from '../../support/test-cloud'
import { parts, voicesOf } from './_support/house'
import { courtOf, moderatorsOf } from './_support/order-in-house'

const test = useTestCloud(courtOf())
const { say } = voicesOf(test)
const { as, dismiss, mine, open, remove, report } = moderatorsOf(test)
const groupPath = places.building4
beforeEach(() => test.cloud.database.insert('areas', parts))

describe('that somebody reported what one said', () => {
  it('leader: does not hear of it by the number that waits; staff count it', async () => {
    const { seq } = await say('leader', '都给我安静')
    await report('li', seq)
    const counted = async (name: 'leader' | 'staff') => (await as(name).call('inbox.counts', {})).reports
    expect([await counted('leader'), await counted('staff')]).toEqual([0, 1])
    const other = await say('gridLeader', '安静')
    await report('li', other.seq)
    const [list, rest] = await Promise.all(
      (['leader', 'staff'] as const).map((name) => as(name).call('moderation.list', { limit: 1 })),
    )
    expect(list).toMatchObject({ items: [{ seq: other.seq }], nextCursor: null })
    expect(rest?.nextCursor).not.toBeNull()
  })

  it('author and neighbours: asking for a case by its id is answered alike whether there is one or not', async () => {
    const { _id, seq } = await say('li', '你们都是笨蛋')
    const caseId = stableId('case', _id)
    const rows: [ActionName, object][] = [
      ['moderation.appeal', { caseId, words: '我没有骂人' }],
      ['moderation.dismiss', { caseId, note: '' }],
      ['moderation.decide', { caseId, isUpheld: false, note: '没事' }],
    ]
    const codes = async (name: 'li' | 'stairwell' | 'otherStaff') => {
      const answered: string[] = []
      for (const [action, input] of rows) answered.push(await as(name).code(action, input as never))
      return answered
    }
    const names = ['li', 'stairwell', 'otherStaff'] as const
    const before = []
    for (const name of names) before.push(await codes(name))
    await report('gridMember', seq)
    for (const [n, name] of names.entries()) expect(await codes(name)).toEqual(before[n])
  })

  it('author: a report that came to nothing is no part of what they are told later', async () => {
    const { seq } = await say('li', '谁家的猫')
    await report('stairwell', seq)
    await dismiss('leader', (await open('leader'))[0]?._id ?? '')
    await remove('staff', seq)
    expect((await mine('li'))[0]?.trail.map(({ event }) => event)).toEqual(['removed'])
  })

  it('author: nor does the place in their list say when, or whether there is more', async () => {
    const { seq } = await say('li', '一')
    const other = await say('li', '二')
    await report('stairwell', seq)
    await report('stairwell', other.seq)
    const page = () => as('li').call('moderation.mine', { limit: 1 })
    expect(await page()).toEqual({ items: [], nextCursor: null })
    const reportedAt = test.cloud.clock.now()
    test.cloud.clock.travel(hours(3))
    for (const one of [seq, other.seq]) await remove('leader', one)
    const { items, nextCursor } = await page()
    expect(items).toHaveLength(1)
    expect(nextCursor).not.toBeNull()
    expect(nextCursor).not.toContain(String(reportedAt).slice(0, 8))
    const rest = await as('li').call('moderation.mine', { limit: 1, cursor: nextCursor })
    expect([...items, ...rest.items].map((one) => one.seq).sort()).toEqual([seq, other.seq])
  })
})

describe('a notice that was taken back before it went out', () => {
  it('neighbours: never see it; those who keep it do', async () => {
    const publishAt = test.cloud.clock.now() + hours(2)
    const wanted = { areaPaths: [groupPath], title: '写错的通知', text: '这里写错了数字', publishAt }
    const { notice } = await as('leader').call('notice.publish', wanted)
    const noticeId = notice._id
    await as('staff').call('notice.withdraw', { noticeId, reason: '写错了' })
    test.cloud.clock.travel(hours(3))
    await test.cloud.timers.runDue()
    for (const name of ['li', 'stairwell', 'unconfirmed', 'gridLeader'] as const) {
      expect(await as(name).code('notice.get', { noticeId })).toBe('Forbidden')
      expect(await as(name).code('notice.read', { noticeId })).toBe('Forbidden')
      expect((await as(name).call('notice.list', {})).items).toEqual([])
    }
    expect((await as('leader').call('notice.list', {})).items).toMatchObject([{ state: 'withdrawn' }])
  })

  it('one that went out and was taken back: they see why', async () => {
    const publishAt = test.cloud.clock.now() + minutes(10)
    const wanted = { areaPaths: [groupPath], title: '停水通知', text: '明天上午停水', publishAt }
    const { notice } = await as('leader').call('notice.publish', wanted)
    test.cloud.clock.travel(minutes(11))
    await test.cloud.timers.runDue()
    await as('leader').call('notice.withdraw', { noticeId: notice._id, reason: '不停水了' })
    expect((await as('li').call('notice.list', {})).items).toMatchObject([
      { state: 'withdrawn', withdrawn: { reason: '不停水了' } },
    ])
  })
})

it('notice: whoever looks at it without living there is none of those it reached', async () => {
  const wanted = { areaPaths: [groupPath], title: '停水通知', text: '明天上午停水' }
  const { notice } = await as('staff').call('notice.publish', wanted)
  const noticeId = notice._id
  const seen = await as('staff').call('notice.read', { noticeId })
  expect(seen.notice).toMatchObject({ isRead: true, reach: { read: 0, readHouseholds: 0 } })
  await as('li').call('notice.read', { noticeId })
  expect((await as('staff').call('notice.get', { noticeId })).notice.reach?.read).toBe(1)
})
