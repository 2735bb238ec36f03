import type { ActionName, CallInput } from '@/domain/contracts'
import { AppError } from '@/domain/shared/errors'
import { days, hours, minutes } from '@/domain/shared/time'
import { breakages, breakNetwork } from '../../support/broken-network'
import { clockOf } from '../../support/clock-of'
import { aMessage } from '../../support/factories/message'
import { places } from '../../support/factories/places'
import { lastAnswer } from '../../support/function-log'
import { nextRequestId } from '../../support/request-id'
import { useTestCloud, workingMorning } from '../../support/test-cloud'
import { grid, house, parts, staffOf, voicesOf, volunteersOf, who, type Who } from './_support/house'
import { signalId } from '../../support/signal-id'

const test = useTestCloud(house())
const { as, heard, say } = voicesOf(test)
const clock = clockOf(test)
const groupPath = places.building4
beforeEach(() => test.cloud.database.insert('areas', parts))

const everybody = (Object.keys(who) as Who[]).filter((name) => name !== 'newcomer')
const group = async (name: Who, path: string = groupPath) =>
  (await as(name).call('group.get', { groupPath: path })).group
const hoursOf = (from: number, to: number) => ({ from: from * 60, to: to * 60 })
const setHours = (name: Who, announcementHours: { from: number; to: number } | null, version: number) =>
  as(name).call('group.setHours', { groupPath, version, announcementHours })
let stored = 0
const upload = (folder: string) =>
  test.cloud.storage.write(`${folder}/code-${(stored += 1)}.png`, Buffer.from([137, 80]))
const putCode = (name: Who, fileId: string, version = 0, left = days(7)) =>
  as(name).call('group.putWechatCode', {
    groupPath,
    version,
    wechatCode: { fileId, expiresAt: test.cloud.clock.now() + left },
  })
const signal = async (topic: string): Promise<number> =>
  Number((await test.cloud.database.find('signals', { _id: signalId(topic) }))[0]?.n ?? 0)
const whyNot = (promise: Promise<unknown>) =>
  promise.then(
    () => 'ok',
    (error: unknown) =>
      error instanceof AppError ? [error.code, error.details] : Promise.reject(error as Error),
  )

describe('who may', () => {
  const readers: Who[] = ['li', 'unconfirmed', 'stairwell', 'gridMember', 'leader', 'gridLeader', 'staff']
  const rulers: Who[] = ['leader', 'gridLeader', 'staff']
  const rows: [ActionName, object, Who[]][] = [
    ['group.get', {}, readers],
    ['group.setHours', { version: 0, announcementHours: hoursOf(22, 7) }, rulers],
    ['group.putWechatCode', { version: 0, wechatCode: null }, rulers],
  ]

  it.each(rows)('%s', async (action, input, allowed) => {
    const codes: [Who, string][] = []
    for (const name of everybody) {
      await test.cloud.database.remove('groups', {})
      codes.push([name, await as(name).code(action, { groupPath, ...input } as never)])
    }
    expect(codes).toEqual(everybody.map((name) => [name, allowed.includes(name) ? 'ok' : 'Forbidden']))
    expect(await as('newcomer').code(action, { groupPath, ...input } as never)).toBe('NotSignedIn')
  })

  it.each([
    ['stairwell', places.unit, 'ok'],
    ['li', places.unit, 'Forbidden'],
    ['gridMember', grid, 'ok'],
    ['volunteer', volunteersOf, 'ok'],
    ['gridWorker', staffOf, 'ok'],
    ['gridWorker', volunteersOf, 'Forbidden'],
    ['staff', 'heping/c1/e1/b99/', 'NotFound'],
    ['staff', places.estate, 'NotFound'],
    ['li', 'order:order-talk-1', 'NotFound'],
  ] as const)('%s: looking at %s is answered %s', async (name, path, expected) => {
    expect(await as(name).code('group.get', { groupPath: path })).toBe(expected)
  })

  it('staff: a circle has hours, but no WeChat group; those who only work in it set neither', async () => {
    const circle = { groupPath: volunteersOf, version: 0 }
    expect(await as('staff').code('group.putWechatCode', { ...circle, wechatCode: null })).toBe('Forbidden')
    const hoursInput = { ...circle, announcementHours: hoursOf(22, 7) }
    expect(await as('volunteer').code('group.setHours', hoursInput)).toBe('Forbidden')
    expect(await as('staff').code('group.setHours', hoursInput)).toBe('ok')
    expect(await group('volunteer', volunteersOf)).toMatchObject({
      name: '幸福社区志愿者群',
      announcementHours: hoursOf(22, 7),
      allowedActions: [],
    })
  })
})

describe('what a group shows', () => {
  it('neighbour: its name, and that nothing is set; nobody’s id', async () => {
    const fileId = upload('wechat')
    await putCode('leader', fileId)
    const shown = await group('li')
    expect(shown).toMatchObject({
      name: '幸福里小区 4栋',
      announcementHours: null,
      pins: [],
      mute: null,
      silences: [],
      version: 1,
      allowedActions: [],
      wechatCode: { fileId, by: { name: '周组长' } },
    })
    expect(JSON.stringify(shown)).not.toContain('leader-zhou')
  })

  it('one nobody has vouched for: not the code, which lets anybody in', async () => {
    await putCode('leader', upload('wechat'))
    expect((await group('unconfirmed')).wechatCode).toBeNull()
    for (const name of ['li', 'stairwell', 'leader', 'gridLeader', 'staff'] as const)
      expect((await group(name)).wechatCode).not.toBeNull()
  })

  it('a code that has expired stands as it is, with its date', async () => {
    const put = await putCode('leader', upload('wechat'), 0, hours(2))
    test.cloud.clock.travel(hours(3))
    expect(put.group.wechatCode?.expiresAt).toBeLessThan(test.cloud.clock.now())
    expect((await group('li')).wechatCode).toEqual(put.group.wechatCode)
  })

  it('those who look after it: the silences that hold; whom one is about: why and until when', async () => {
    const { seq } = await say('li', '你们都是笨蛋')
    const silence = { groupPath, seq, minutes: 60, reason: '骂人' }
    const until = (await as('leader').call('moderation.silence', silence)).case.silencedUntil as number
    expect((await group('gridLeader')).silences).toEqual([
      { name: '李阿姨', until, reason: '骂人', by: { name: '周组长' } },
    ])
    expect(await group('stairwell')).toMatchObject({ silences: [], mute: null })
    expect(await group('li')).toMatchObject({
      silences: [],
      mute: { why: 'silenced', until, reason: '骂人' },
    })
    test.cloud.clock.set(until)
    expect((await group('gridLeader')).silences).toEqual([])
    expect((await group('li')).mute).toBeNull()
  })
})

describe('changing how it works', () => {
  it('hours are told in the group, and its phones ask', async () => {
    const before = await signal(`chat:${groupPath}`)
    const { group: first } = await setHours('leader', hoursOf(22, 7), 0)
    expect(first).toMatchObject({ announcementHours: hoursOf(22, 7), version: 1 })
    await setHours('staff', null, 1)
    const lines = await heard('li')
    expect(lines.map(({ authorName, body }) => [authorName, body])).toEqual([
      ['周组长', { kind: 'house', what: 'hours', hours: hoursOf(22, 7) }],
      ['陈社工', { kind: 'house', what: 'noHours', hours: null }],
    ])
    expect(await signal(`chat:${groupPath}`)).toBeGreaterThan(before)
    expect(await group('li')).toMatchObject({ announcementHours: null, version: 2 })
  })

  it('of two who change it at once, one is told that it is no longer what they saw', async () => {
    const codes = await Promise.all(
      (['leader', 'staff'] as const).map((name) =>
        as(name).code('group.setHours', { groupPath, version: 0, announcementHours: hoursOf(22, 7) }),
      ),
    )
    expect(codes.sort()).toEqual(['Conflict', 'ok'])
    expect(await heard('li')).toHaveLength(1)
    expect(await whyNot(setHours('leader', null, 0))).toEqual(['Conflict', {}])
  })

  it('a code comes with its date, and goes; each is told in the group', async () => {
    await putCode('leader', upload('wechat'))
    const gone = await as('gridLeader').call('group.putWechatCode', {
      groupPath,
      version: 1,
      wechatCode: null,
    })
    expect(gone.group.wechatCode).toBeNull()
    expect((await heard('li')).map(({ body }) => body)).toEqual([
      { kind: 'house', what: 'wechatCode', hours: null },
      { kind: 'house', what: 'noWechatCode', hours: null },
    ])
    const [kept] = await test.cloud.database.find('groups', { _id: groupPath })
    expect(kept).toMatchObject({ wakeAt: null, namedIds: [], version: 2 })
  })

  it.each([
    ['has expired', 0],
    ['is said to live longer than WeChat’s codes do', days(7) + minutes(1)],
  ])('a code that %s is refused', async (_why, left) => {
    expect(await whyNot(putCode('leader', upload('wechat'), 0, left))).toEqual([
      'BadInput',
      { where: ['wechatCode.expiresAt'] },
    ])
    expect(await heard('li')).toEqual([])
  })

  it('the picture that a code replaces is deleted, where it was one’s own', async () => {
    const { folders } = await as('leader').call('account.uploadFolders', {})
    const own = upload(`photos/${folders[0]}`)
    const next = upload(`photos/${folders[1]}`)
    await putCode('leader', own)
    await putCode('leader', own, 1, days(6))
    expect(test.cloud.storage.read(own)).not.toBeNull()
    await putCode('leader', next, 2)
    expect(test.cloud.storage.read(own)).toBeNull()
    await putCode('staff', upload('wechat'), 3)
    expect(test.cloud.storage.read(next)).not.toBeNull()
  })

  it('waits three times at most, looking once', async () => {
    await setHours('leader', hoursOf(22, 7), 0)
    await setHours('leader', null, 1)
    expect(lastAnswer(test, 'group.setHours').waits).toBeLessThanOrEqual(3)
    await putCode('leader', upload('wechat'), 2)
    expect(lastAnswer(test, 'group.putWechatCode').waits).toBeLessThanOrEqual(3)
    await group('li')
    expect(lastAnswer(test, 'group.get').waits).toBe(1)
  })
})

describe.each([
  ['group.setHours', { announcementHours: hoursOf(22, 7) }],
  [
    'group.putWechatCode',
    { wechatCode: { fileId: 'cloud://test/code.png', expiresAt: workingMorning + days(3) } },
  ],
] as const)('%s', (action, rest) => {
  const input = { groupPath, version: 0, ...rest } as unknown as CallInput<typeof action>
  const kept = async () => ({
    groups: await test.cloud.database.find('groups', {}),
    lines: (await test.cloud.database.find('messages', {})).map((line) => ({ ...line, sentAt: 0 })),
  })

  it.each(breakages)('wherever the network breaks (%s), a retry ends as if it had not', async (breakage) => {
    const requestId = nextRequestId()
    const call = () => as('leader').code(action, input, requestId)
    expect(await Promise.all([call(), call()])).toEqual(['ok', 'ok'])
    const whole = await kept()
    expect([whole.groups.length, whole.lines.length]).toEqual([1, 1])
    for (let nth = 1; nth <= 12; nth += 1) {
      await test.cloud.database.remove('messages', {})
      await test.cloud.database.remove('groups', {})
      const mend = breakNetwork(test, breakage, (asked) => asked === nth)
      await call()
      mend()
      expect(await call()).toBe('ok')
      expect(await kept()).toEqual(whole)
    }
  })
})

describe('rules when writing', () => {
  const text = (words: string) => ({ groupPath, body: { kind: 'text', text: words } }) as const

  it('announcement hours: neighbours wait for their end, those who look after the place don’t', async () => {
    await setHours('leader', hoursOf(22, 7), 0)
    expect(await as('li').code('chat.send', text('早'))).toBe('ok')
    clock.set('2025-03-05T23:00:00')
    const retryAt = Date.parse('2025-03-06T07:00:00+08:00')
    const refusal = ['LimitReached', { reason: 'announcements', retryAt }]
    expect(await whyNot(as('li').call('chat.send', text('睡不着')))).toEqual(refusal)
    expect(await group('li')).toMatchObject({ mute: { why: 'announcements', until: retryAt, reason: '' } })
    for (const name of ['leader', 'gridLeader', 'staff'] as const)
      expect(await as(name).code('chat.send', text('停水通知'))).toBe('ok')
    test.cloud.clock.set(retryAt)
    expect(await as('li').code('chat.send', text('早'))).toBe('ok')
  })

  it('silenced: in this group alone; taking back and thumbs stay free', async () => {
    const { seq } = await say('stairwell', '你们都是笨蛋')
    const silence = { groupPath, seq, minutes: 60, reason: '骂人' }
    const until = (await as('leader').call('moderation.silence', silence)).case.silencedUntil as number
    const refusal = ['LimitReached', { reason: 'silenced', retryAt: until }]
    expect(await whyNot(as('stairwell').call('chat.send', text('就说')))).toEqual(refusal)
    await test.cloud.database.insert('messages', [
      aMessage({ _id: 'first-of-stairwell', groupPath: places.unit }),
    ])
    const elsewhere = { ...text('二单元的'), groupPath: places.unit }
    const { message } = await as('stairwell').call('chat.send', elsewhere)
    const carried = { groupPath: places.unit, seq: message.seq, toGroupPath: groupPath }
    expect(await whyNot(as('stairwell').call('chat.forward', carried))).toEqual(refusal)
    expect(await as('li').code('chat.send', text('谢谢'))).toBe('ok')
    expect(await as('stairwell').code('chat.thumb', { groupPath, seq: 2, isOn: true })).toBe('ok')
    expect(await as('stairwell').code('chat.recall', { groupPath, seq })).toBe('ok')
    test.cloud.clock.set(until)
    expect(await as('stairwell').code('chat.send', text('对不起'))).toBe('ok')
  })

  it('what was said before is answered as it was, to the one who said it and nobody else', async () => {
    const requestId = nextRequestId()
    const { message } = await as('li').call('chat.send', text('你们都是笨蛋'), requestId)
    const silence = { groupPath, seq: message.seq, minutes: 60, reason: '骂人' }
    await as('leader').call('moderation.silence', silence)
    const again = await as('li').call('chat.send', text('你们都是笨蛋'), requestId)
    expect(again.message.seq).toBe(message.seq)
    await as('leader').call('group.setHours', { groupPath, version: 0, announcementHours: hoursOf(9, 12) })
    expect(await as('stairwell').code('chat.send', text('我来看看'), requestId)).toBe('Forbidden')
    expect((await heard('leader')).filter(({ body }) => body.kind === 'text')).toHaveLength(1)
  })

  it('costs no wait more', async () => {
    await setHours('leader', hoursOf(22, 7), 0)
    await say('li', '早')
    await say('li', '今天天气好')
    expect(lastAnswer(test, 'chat.send').waits).toBeLessThanOrEqual(3)
    clock.set('2025-03-05T23:00:00')
    await as('li').code('chat.send', text('睡不着'))
    test.cloud.clock.travel(minutes(1))
    expect(lastAnswer(test, 'chat.send').waits).toBeLessThanOrEqual(2)
  })
})
