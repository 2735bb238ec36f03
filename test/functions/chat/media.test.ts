import { hours, minutes } from '@/domain/shared/time'
import { places } from '../../support/factories/places'
import { useTestCloud } from '../../support/test-cloud'
import { house, voicesOf, type Who } from './_support/house'

const test = useTestCloud(house())
const { as, groupOf, heard, say } = voicesOf(test)
const groupPath = places.building4

let stored = 0
/** A file of its own for each test: verdicts are told by a part of the address. */
const store = (name: string) =>
  test.cloud.storage.write(`chat/${name}-${(stored += 1)}.jpg`, Buffer.from([255, 216]))

const show = async (fileId: string) =>
  (await as('li').call('chat.send', { groupPath, body: { kind: 'image', fileId } })).message
const verdicts = async () => {
  test.cloud.clock.travel(minutes(1))
  await test.cloud.timers.runDue()
}
const seen = async () => (await heard('leader')).map(({ body, isHidden }) => [body.kind, isHidden])

it('a picture is its author’s alone until it has passed; then the others are told to ask', async () => {
  const fileId = store('plain')
  const message = await show(fileId)
  expect(message).toMatchObject({ isHidden: false, mediaCheck: 'pending', body: { kind: 'image', fileId } })
  expect(await seen()).toEqual([['text', true]])
  expect(JSON.stringify(await heard('leader'))).not.toMatch(/cloud:\/\/|traceId/)
  expect((await groupOf('leader'))?.lastMessage).toMatchObject({ isHidden: true, body: { text: '' } })
  for (const action of ['chat.thumb', 'chat.forward'] as const) {
    const input = { groupPath, toGroupPath: groupPath, seq: message.seq, isOn: true }
    expect(await as('leader').code(action, input as never)).toBe('Forbidden')
  }
  await verdicts()
  expect(await seen()).toEqual([['image', false]])
  const news = await heard('leader', groupPath, { after: message.seq })
  expect(news.map(({ body }) => body)).toEqual([{ kind: 'change', of: message.seq }])
})

it('a voice likewise', async () => {
  const fileId = store('voice')
  const body = { kind: 'voice' as const, fileId, seconds: 3.5, peaks: [3, 60, 12] }
  await as('li').call('chat.send', { groupPath, body })
  expect(await seen()).toEqual([['text', true]])
  await verdicts()
  expect((await heard('leader'))[0]?.body).toEqual(body)
})

it('a risky one is never seen by others, also not quoted or carried on', async () => {
  const fileId = store('risky')
  test.cloud.mediaChecks.decide(fileId.split('/').at(-1) ?? '', 'risky')
  const { seq } = await show(fileId)
  await verdicts()
  expect(await heard('leader')).toMatchObject([{ isHidden: true, mediaCheck: 'risky', body: { text: '' } }])
  expect(await heard('li')).toMatchObject([{ isHidden: false, body: { fileId } }])
  expect(await as('staff').code('chat.forward', { groupPath, toGroupPath: groupPath, seq })).toBe('Forbidden')
})

it('a lost verdict is asked for again, and a file that could not be loaded', async () => {
  const lost = store('unreachable')
  const part = lost.split('/').at(-1) ?? ''
  test.cloud.mediaChecks.decide(part, 'unreachable')
  await show(lost)
  await verdicts()
  expect(await seen()).toEqual([['text', true]])
  test.cloud.mediaChecks.decide(part, 'pass')
  await test.cloud.timers.fire('timers', 'everyMinute')
  expect(test.cloud.mediaChecks.pending()).toEqual([])
  test.cloud.clock.travel(minutes(6))
  await test.cloud.timers.fire('timers', 'everyMinute')
  expect(test.cloud.mediaChecks.pending()).toHaveLength(1)
  await verdicts()
  expect(await seen()).toEqual([['image', false]])
})

it('after a day nothing is asked about it any more, nor about what was taken back', async () => {
  const gone = store('gone')
  test.cloud.mediaChecks.decide(gone.split('/').at(-1) ?? '', 'unreachable')
  await show(gone)
  await verdicts()
  test.cloud.clock.travel(hours(25))
  await test.cloud.timers.fire('timers', 'everyMinute')
  await test.cloud.timers.fire('timers', 'everyMinute')
  expect(await test.cloud.database.find('messages', { recheckAt: { $ne: null } })).toEqual([])
})

it('a verdict that nobody asked for changes nothing, also not from somebody’s phone', async () => {
  const fileId = store('mine')
  await show(fileId)
  const event = { Event: 'wxa_media_check', trace_id: 'made-up-trace', result: { suggest: 'pass' } }
  await test.cloud.functions.invoke('timers', event, { openid: 'openid-of-resident-li' })
  expect(await seen()).toEqual([['text', true]])
  await verdicts()
})

describe('in the inbox of those who look after the group', () => {
  const waiting = async () =>
    (await as('staff').call('inbox.list', {})).items.map(({ kind, said, text }) => [kind, said, text])
  const speak = (name: Who, fileId: string) =>
    as(name).call('chat.send', { groupPath, body: { kind: 'voice', fileId, seconds: 3, peaks: [] } })

  it('what a neighbour says aloud is listened to, until one of them replies', async () => {
    const { message } = await speak('li', store('question'))
    await speak('leader', store('own'))
    expect(await waiting()).toEqual([['question', 'voice', '']])
    await say('leader', '听到了', groupPath, { replyTo: message.seq })
    expect(await waiting()).toEqual([])
  })

  it('a voice that WeChat refuses waits for nobody', async () => {
    const fileId = store('risky-voice')
    test.cloud.mediaChecks.decide(fileId.split('/').at(-1) ?? '', 'risky')
    await speak('li', fileId)
    expect(await waiting()).toHaveLength(1)
    await verdicts()
    expect(await waiting()).toEqual([])
  })

  it('a picture that calls one of them, or answers them; one for the neighbours asks nothing', async () => {
    const send = (more: object) =>
      as('li').call('chat.send', { groupPath, body: { kind: 'image', fileId: store('leak') }, ...more })
    const { seq } = await say('leader', '拍一张看看')
    await send({ replyTo: seq })
    await send({ mentionIds: ['leader-zhou'] })
    const { seq: neighbours } = await say('stairwell', '我家也是')
    await send({ replyTo: neighbours })
    await send({})
    expect(await waiting()).toEqual([
      ['mention', 'image', ''],
      ['mention', 'image', ''],
    ])
  })
})
