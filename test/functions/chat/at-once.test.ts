import { days, minutes } from '@/domain/shared/time'
import { breakages, breakNetwork } from '../../support/broken-network'
import { places } from '../../support/factories/places'
import { nextRequestId } from '../../support/request-id'
import { useTestCloud } from '../../support/test-cloud'
import { parts, voicesOf } from './_support/house'
import { courtOf, moderatorsOf } from './_support/order-in-house'

const test = useTestCloud(courtOf())
const { heard, say } = voicesOf(test)
const { as, remove, signal, silence } = moderatorsOf(test)
const groupPath = places.building4
beforeEach(() => test.cloud.database.insert('areas', parts))

const announcementHours = { from: 1320, to: 420 }
const dueAt = () => test.cloud.clock.now() + days(1)
const promise = (seq: number, requestId = nextRequestId()) =>
  as('staff').code('promise.make', { groupPath, seq, words: '我去问', dueAt: dueAt() }, requestId)

describe('hours of a group', () => {
  it('leader: sets them while staff silence somebody and settle a topic, of which their phone knows nothing', async () => {
    const { version } = (await as('leader').call('group.get', { groupPath })).group
    const { seq } = await say('li', '你们都是笨蛋')
    await silence('staff', seq)
    const opened = await as('staff').call('topic.open', { groupPath, title: '吵架', seqs: [seq] })
    const topicId = opened.topic._id
    await as('staff').call('topic.settle', { topicId, decision: '各退一步' })
    expect(await as('leader').code('group.setHours', { groupPath, version, announcementHours })).toBe('ok')
    const { group } = await as('leader').call('group.get', { groupPath })
    expect(group).toMatchObject({ announcementHours, silences: [{}], pins: [{ topicId }] })
  })

  it('at the very same moment as a silence: both stand', async () => {
    for (let n = 0; n < 4; n += 1) {
      const { version } = (await as('leader').call('group.get', { groupPath })).group
      const { seq } = await say('staff', `第 ${n} 回`)
      const own = await say('stairwell', '又来了').catch(() => null)
      const codes = await Promise.all([
        as('leader').code('group.setHours', {
          groupPath,
          version,
          announcementHours: n % 2 === 0 ? announcementHours : null,
        }),
        own
          ? as('staff').code('moderation.silence', { groupPath, seq: own.seq, minutes: 5, reason: '骂人' })
          : 'ok',
      ])
      expect([seq > 0, ...codes]).toEqual([true, 'ok', 'ok'])
      test.cloud.clock.travel(minutes(6))
    }
  })

  it('of two who set them, the second hears that the first was there', async () => {
    const codes = await Promise.all(
      (['leader', 'staff'] as const).map((name) =>
        as(name).code('group.setHours', { groupPath, version: 0, announcementHours }),
      ),
    )
    expect(codes.sort()).toEqual(['Conflict', 'ok'])
  })
})

describe('what was taken back or removed while something was made of it', () => {
  const takers = [
    ['removed', (seq: number) => remove('leader', seq).catch(() => null)],
    ['recalled', (seq: number) => as('li').code('chat.recall', { groupPath, seq })],
  ] as const

  it.each(takers)('%s while it was promised on: no list keeps its words', async (_how, take) => {
    for (let n = 0; n < 12; n += 1) {
      const { seq } = await say('li', `密码 1234 第 ${n} 次对吗？`)
      await Promise.all([promise(seq), take(seq)])
      const [message] = (await as('leader').call('chat.get', { groupPath, seqs: [seq] })).items
      const { items } = await as('staff').call('promise.list', {})
      const kept = items.filter((one) => one.seq === seq).map(({ question }) => question)
      if (message?.state !== 'normal') expect(kept.join('')).toBe('')
    }
  })

  it.each(takers)('%s while somebody answers it: no answer quotes its words', async (_how, take) => {
    for (let n = 0; n < 12; n += 1) {
      const { seq } = await say('li', `密码 1234 第 ${n} 次`)
      await Promise.all([say('gridMember', '快撤回', groupPath, { replyTo: seq }), take(seq)])
      const [message] = (await as('leader').call('chat.get', { groupPath, seqs: [seq] })).items
      const answers = (await heard('li')).filter(({ replyTo }) => replyTo?.seq === seq)
      expect(answers).toHaveLength(1)
      if (message?.state !== 'normal') expect(answers[0]?.replyTo?.excerpt).toBe('')
    }
  })
})

it('order of a message: the id of the promise made on it opens no way to a second thing', async () => {
  const { seq } = await say('li', '水管漏了怎么办？')
  const promiseId = nextRequestId()
  expect(await promise(seq, promiseId)).toBe('ok')
  const wish = { serviceId: 'repair', text: '水管漏了', homePath: groupPath, phone: null }
  const order = { ...wish, from: { groupPath, seq } }
  expect(await as('li').code('order.create', order, promiseId)).toBe('Conflict')
  const [message] = (await as('li').call('chat.get', { groupPath, seqs: [seq] })).items
  expect(message?.became).toEqual({ kind: 'promise', id: promiseId })
})

it.each(breakages)('notice: wherever the network breaks (%s), a retry tells the phones', async (breakage) => {
  const wanted = { areaPaths: [groupPath], title: '停水通知', text: '明天上午停水' }
  for (let nth = 1; nth <= 24; nth += 1) {
    await test.cloud.database.remove('notices', {})
    await test.cloud.database.remove('signals', {})
    const requestId = nextRequestId()
    const mend = breakNetwork(test, breakage, (asked) => asked === nth)
    await as('staff').code('notice.publish', wanted, requestId)
    mend()
    expect(await as('staff').code('notice.publish', wanted, requestId)).toBe('ok')
    expect([nth, (await signal(`notice:${groupPath}`)) >= 0]).toEqual([nth, true])
    const told = await test.cloud.database.get('signals', `notice:${groupPath}`)
    expect([nth, told !== null]).toEqual([nth, true])
  }
})
