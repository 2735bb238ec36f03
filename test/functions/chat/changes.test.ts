import { mostThumbs } from '@/domain/chat/schema'
import { minutes } from '@/domain/shared/time'
import { aMembership, anAccount } from '../../support/factories/account'
import { aMessage } from '../../support/factories/message'
import { places } from '../../support/factories/places'
import { nextRequestId } from '../../support/request-id'
import { useTestCloud } from '../../support/test-cloud'
import { house, voicesOf } from './_support/house'

const crowd = Array.from({ length: 50 }, (_, n) =>
  anAccount({ _id: `neighbour-${n + 10}`, nickname: `邻居${n}`, memberships: [aMembership()] }),
)
const test = useTestCloud([...house(), ...crowd])
const { as, heard, say } = voicesOf(test)
const groupPath = places.building4

const since = async (after: number) => heard('leader', groupPath, { after, limit: 100 })
const changesOf = async () =>
  (await since(0)).flatMap(({ body }) => (body.kind === 'change' ? [body.of] : []))
const seqs = async () => (await since(0)).map(({ seq }) => seq)

describe('taking back', () => {
  it('author: within two minutes; nothing of it is shown to anyone any more', async () => {
    const { seq } = await say('li', '我的密码是 1234')
    const { message } = await as('li').call('chat.recall', { groupPath, seq })
    expect(message).toMatchObject({ state: 'recalled', body: { text: '' }, allowedActions: [] })
    for (const name of ['li', 'leader', 'staff'] as const) {
      expect(await heard(name)).toMatchObject([{ seq, state: 'recalled' }])
      expect(JSON.stringify(await heard(name))).not.toContain('1234')
    }
  })

  it('phones that catch up are told which message to ask for anew', async () => {
    const { seq } = await say('li', '说错了')
    const held = await say('leader', '好')
    await as('li').call('chat.recall', { groupPath, seq })
    const news = await since(held.seq)
    expect(news.map(({ body }) => body)).toEqual([{ kind: 'change', of: seq }])
    const { items } = await as('leader').call('chat.get', { groupPath, seqs: [seq, held.seq, 999] })
    expect(items).toMatchObject([{ seq, state: 'recalled' }, { seq: held.seq }])
  })

  it('after two minutes it stands', async () => {
    const { seq } = await say('li', '晚了')
    test.cloud.clock.travel(minutes(2))
    expect(await as('li').code('chat.recall', { groupPath, seq })).toBe('Conflict')
    expect(await heard('leader')).toMatchObject([{ body: { text: '晚了' } }])
  })

  it('twice at once, and again long after: one change, the same answer', async () => {
    const { seq } = await say('li', '说错了')
    const recall = () => as('li').call('chat.recall', { groupPath, seq })
    const [first, second] = await Promise.all([recall(), recall()])
    test.cloud.clock.travel(minutes(5))
    expect([second.message.state, (await recall()).message.state]).toEqual(['recalled', 'recalled'])
    expect(first.message.state).toBe('recalled')
    expect([await changesOf(), await seqs()]).toEqual([[seq], [1, 2]])
  })

  it('answers that quote it quote nothing any more, and those later neither', async () => {
    const { seq } = await say('li', '我的密码是 1234')
    const answer = await say('leader', '快撤回', groupPath, { replyTo: seq })
    expect(answer.replyTo).toEqual({ seq, name: '李阿姨', excerpt: '我的密码是 1234' })
    await as('li').call('chat.recall', { groupPath, seq })
    expect((await changesOf()).sort()).toEqual([seq, answer.seq])
    const later = await say('leader', '好了', groupPath, { replyTo: seq })
    expect(later.replyTo?.excerpt).toBe('')
    expect(JSON.stringify(await heard('staff'))).not.toContain('1234')
  })

  it('a retried sending after it was taken back says nothing anew', async () => {
    const requestId = nextRequestId()
    const input = { groupPath, body: { kind: 'text', text: '说错了' } } as const
    const { message } = await as('li').call('chat.send', input, requestId)
    await as('li').call('chat.recall', { groupPath, seq: message.seq })
    const again = await as('li').call('chat.send', input, requestId)
    expect(again.message).toMatchObject({ seq: message.seq, state: 'recalled' })
    expect(await heard('leader')).toHaveLength(1)
  })

  it('what was taken back is not carried on, nor given a thumb', async () => {
    const { seq } = await say('stairwell', '说错了')
    await as('stairwell').call('chat.recall', { groupPath, seq })
    const carried = { groupPath, toGroupPath: places.building4, seq }
    expect(await as('stairwell').code('chat.forward', carried)).toBe('Forbidden')
    expect(await as('leader').code('chat.thumb', { groupPath, seq, isOn: true })).toBe('Forbidden')
  })
})

describe('thumbs', () => {
  it('fifty people at once: fifty thumbs, and one order without a gap', async () => {
    const { seq } = await say('li', '谢谢大家')
    await Promise.all(
      crowd.map(({ openid }) => test.as(openid).call('chat.thumb', { groupPath, seq, isOn: true })),
    )
    expect(await heard('li')).toMatchObject([{ thumbCount: 50, isThumbed: false }])
    expect(await test.as(crowd[0]!.openid).call('chat.history', { groupPath })).toMatchObject({
      items: [{ isThumbed: true }],
    })
    expect(await seqs()).toEqual(Array.from({ length: 51 }, (_, n) => n + 1))
  }, 60_000)

  it('is given once, taken away once; a late repetition of the first changes nothing', async () => {
    const { seq } = await say('li', '谢谢大家')
    const requestId = nextRequestId()
    const thumb = (isOn: boolean, id = nextRequestId()) =>
      as('leader').call('chat.thumb', { groupPath, seq, isOn }, id)
    expect((await thumb(true, requestId)).message).toMatchObject({ thumbCount: 1, isThumbed: true })
    expect((await thumb(true)).message.thumbCount).toBe(1)
    expect((await thumb(false)).message).toMatchObject({ thumbCount: 0, isThumbed: false })
    expect((await thumb(true, requestId)).message).toMatchObject({ thumbCount: 0, isThumbed: false })
    expect(await changesOf()).toEqual([seq, seq])
  })

  it('more than are counted leave the chat as it was', async () => {
    const thumbs = Array.from({ length: mostThumbs }, (_, n) => `somebody-${n}`)
    await test.cloud.database.insert('messages', [aMessage({ groupPath, thumbs })])
    await as('leader').call('chat.thumb', { groupPath, seq: 1, isOn: true })
    expect(await heard('li')).toMatchObject([{ thumbCount: mostThumbs }])
  })
})

it('thirty writers, thumbs and a taking back at once: one order for all, without a gap', async () => {
  const { seq } = await say('li', '开始')
  const done = await Promise.allSettled([
    ...crowd
      .slice(0, 30)
      .map(({ openid }, n) =>
        test.as(openid).call('chat.send', { groupPath, body: { kind: 'text', text: `第 ${n} 句` } }),
      ),
    ...crowd
      .slice(30, 40)
      .map(({ openid }) => test.as(openid).call('chat.thumb', { groupPath, seq, isOn: true })),
    as('li').call('chat.recall', { groupPath, seq }),
  ])
  // A thumb may come too late for what was taken back; everything else has its place.
  const refused = done.flatMap((one) => (one.status === 'rejected' ? [one.reason as { code: string }] : []))
  expect(refused.filter(({ code }) => code !== 'Forbidden')).toEqual([])
  expect(done.slice(0, 30).every(({ status }) => status === 'fulfilled')).toBe(true)
  const all = await seqs()
  expect(all).toEqual(all.map((_, n) => n + 1))
}, 60_000)

it('an opened group begins with lines, however many changes came after them', async () => {
  const { seq } = await say('li', '谢谢大家')
  for (let n = 0; n < 6; n += 1) await as('leader').call('chat.thumb', { groupPath, seq, isOn: n % 2 === 0 })
  const opened = await as('staff').call('chat.history', { groupPath, limit: 3 })
  expect(opened).toMatchObject({ items: [{ seq, thumbCount: 0 }], hasMore: false, lastSeq: seq })
})
