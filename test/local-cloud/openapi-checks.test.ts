import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PNG } from 'pngjs'
import type { LocalCloud, StartOptions } from '../../local-cloud/start-cloud'
import { clientOf, rejection, startTestCloud } from './_support/cloud'
import { sdkFor } from './_support/sdk'

interface Check {
  errCode: number
  result: { suggest: string; label: number }
  detail: Record<string, unknown>[]
  traceId: string
}
interface OpenApi {
  wxacode: { getUnlimited(args: object): Promise<{ buffer: Buffer; contentType: string }> }
  security: { msgSecCheck(args: object): Promise<Check>; mediaCheckAsync(args: object): Promise<Check> }
  phonenumber: { getPhoneNumber(args: object): Promise<{ phoneInfo: Record<string, unknown> }> }
}

const open: LocalCloud[] = []
const start = async (options: Partial<StartOptions> = {}): Promise<{ cloud: LocalCloud; api: OpenApi }> => {
  const cloud = await startTestCloud(options)
  open.push(cloud)
  return { cloud, api: sdkFor(cloud).openapi as unknown as OpenApi }
}
afterEach(async () => {
  for (const cloud of open.splice(0)) await cloud.close()
})
const twoHours = 2 * 3_600_000

describe('wxacode.getUnlimited', () => {
  test.each([
    [undefined, 430],
    [280, 280],
    [1280, 1280],
    [100, 280],
    [5000, 1280],
  ])('width %s gives a PNG of %s px', async (width, expected) => {
    const { api } = await start()
    const { buffer, contentType } = await api.wxacode.getUnlimited({
      scene: 'a',
      ...(width ? { width } : {}),
    })
    const png = PNG.sync.read(buffer)
    expect([contentType, png.width, png.height]).toEqual(['image/png', expected, expected])
  })

  test('lineColor and isHyaline colour it', async () => {
    const { api } = await start()
    const look = { lineColor: { r: 200, g: 0, b: 30 }, isHyaline: true }
    const { data } = PNG.sync.read((await api.wxacode.getUnlimited({ scene: 'a', ...look })).buffer)
    const pixels = Array.from({ length: data.length / 4 }, (_x, i) =>
      [...data.subarray(i * 4, i * 4 + 4)].join(),
    )
    expect(new Set(pixels)).toEqual(new Set(['255,255,255,0', '200,0,30,255']))
  })

  test.each([
    ['no scene', {}, 40169],
    ['33 characters', { scene: 'x'.repeat(33) }, 40169],
    ['a character outside the set', { scene: 'a b' }, 40129],
    ['Chinese', { scene: '四栋' }, 40129],
    ['a percent sign', { scene: 'a%20' }, 40129],
    ['a page with a leading slash', { scene: 'a', page: '/pages/x' }, 41030],
    ['a page with a query', { scene: 'a', page: 'pages/x?a=1' }, 41030],
    ['scancode_time', { scene: 'scancode_time=1' }, 85096],
    ['an unknown envVersion', { scene: 'a', envVersion: 'beta' }, 40097],
  ])('%s is refused', async (_what, args, errCode) => {
    const { api } = await start()
    expect(await rejection(api.wxacode.getUnlimited(args))).toMatchObject({ errCode })
  })

  test("32 characters of the whole set are fine: !#$&'()*+,/:;=?@-._~", async () => {
    const { api } = await start()
    const { buffer } = await api.wxacode.getUnlimited({ scene: "aZ09!#$&'()*+,/:;=?@-._~aZ09aZ09" })
    expect(buffer.subarray(1, 4).toString()).toBe('PNG')
  })

  test('a page that does not exist is 41030, unless checkPath is false', async () => {
    const { api } = await start({ pages: ['pages/join/index'] })
    const args = { scene: 'a', page: 'pages/nowhere' }
    expect(await rejection(api.wxacode.getUnlimited(args))).toMatchObject({ errCode: 41030 })
    expect((await api.wxacode.getUnlimited({ ...args, checkPath: false })).buffer.length).toBeGreaterThan(0)
    expect(
      (await api.wxacode.getUnlimited({ scene: 'a', page: 'pages/join/index' })).buffer.length,
    ).toBeGreaterThan(0)
  })
})

describe('security.msgSecCheck', () => {
  const args = { version: 2, scene: 2, openid: 'o', content: '一起浇花吧' }

  test('a fine text passes: result, detail, traceId', async () => {
    const { api } = await start()
    expect(await api.security.msgSecCheck(args)).toMatchObject({
      errCode: 0,
      result: { suggest: 'pass', label: 100 },
      detail: [
        { strategy: 'content_model', errcode: 0, suggest: 'pass', label: 100, prob: 90 },
        { strategy: 'keyword' },
      ],
      traceId: expect.stringMatching(/./) as string,
    })
  })

  test.each(['content', 'title', 'nickname', 'signature'])('a risky word in %s is risky', async (field) => {
    const { api } = await start({ riskyWords: ['赌博'] })
    const { result, detail } = await api.security.msgSecCheck({ ...args, scene: 1, [field]: '一起赌博吧' })
    expect(result).toEqual({ suggest: 'risky', label: 20006 })
    expect(detail[1]).toMatchObject({ strategy: 'keyword', suggest: 'risky', keyword: '赌博' })
  })

  test("WeChat's trial text is risky without any words being told", async () => {
    const { api } = await start()
    const content = '看 特3456书yuuo莞6543李zxcz蒜7782法fgnv级 这里'
    expect((await api.security.msgSecCheck({ ...args, content })).result.suggest).toBe('risky')
  })

  test.each([
    ['no version', { version: undefined }, 40097],
    ['version 1', { version: 1 }, 40097],
    ['no openid', { openid: '' }, 40003],
    ['scene 0', { scene: 0 }, 47001],
    ['scene 5', { scene: 5 }, 47001],
    ['no content', { content: '' }, 47001],
    ['2,501 characters', { content: '花'.repeat(2501) }, 47001],
  ])('%s is refused', async (_what, change, errCode) => {
    const { api } = await start()
    expect(await rejection(api.security.msgSecCheck({ ...args, ...change }))).toMatchObject({ errCode })
  })

  test('a user who was not here for two hours is 61010, until they come again', async () => {
    const { cloud, api } = await start()
    const ann = cloud.personas.create({ name: 'Ann' })
    const check = () => api.security.msgSecCheck({ ...args, openid: ann.openid })
    expect(await rejection(check())).toMatchObject({ errCode: 61010 })
    const visit = () => clientOf(cloud, ann).callFunction({ name: 'clock' })
    await visit()
    cloud.clock.travel(twoHours - 60_000)
    expect((await check()).errCode).toBe(0)
    cloud.clock.travel(120_000)
    expect(await rejection(check())).toMatchObject({
      errCode: 61010,
      errMsg: expect.stringContaining('code is expired') as string,
    })
    await visit()
    expect((await check()).errCode).toBe(0)
  })
})

describe('security.mediaCheckAsync', () => {
  const args = { mediaUrl: 'https://x.test/photo.jpg', mediaType: 2, version: 2, scene: 2, openid: 'o' }
  const messagePush = [{ msgType: 'event', event: 'wxa_media_check', functionName: 'inbox' }]
  const pushed = async (cloud: LocalCloud): Promise<Record<string, unknown>[]> =>
    cloud.database.find('things', { event: { $exists: true } })

  test('the verdict comes later, as an event to the function that is set for it', async () => {
    const { cloud, api } = await start({ messagePush, mediaCheckDelayMs: 30_000, appId: 'wxabc' })
    const { traceId } = await api.security.mediaCheckAsync(args)
    await cloud.timers.runDue()
    expect(await pushed(cloud)).toEqual([])
    cloud.clock.travel(31_000)
    await cloud.timers.runDue()
    await cloud.timers.runDue()
    expect(await pushed(cloud)).toMatchObject([
      {
        openid: null,
        source: 'wx_unknown',
        event: {
          MsgType: 'event',
          Event: 'wxa_media_check',
          appid: 'wxabc',
          trace_id: traceId,
          version: 2,
          errcode: 0,
          result: { suggest: 'pass', label: 100 },
          detail: [{ strategy: 'content_model', suggest: 'pass', label: 100 }],
        },
      },
    ])
  })

  const verdictOn = async (
    { cloud, api }: Awaited<ReturnType<typeof start>>,
    mediaUrl: string,
  ): Promise<Record<string, unknown>> => {
    await api.security.mediaCheckAsync({ ...args, mediaUrl })
    cloud.clock.travel(11_000)
    await cloud.timers.runDue()
    return (await pushed(cloud)).at(-1)?.event as Record<string, unknown>
  }

  test('media that riskyMedia names are risky', async () => {
    const room = await start({ messagePush, riskyMedia: ['bad-'] })
    expect(await verdictOn(room, 'https://x.test/bad-1.jpg')).toMatchObject({
      result: { suggest: 'risky', label: 20006 },
    })
    expect(await verdictOn(room, 'https://x.test/good.jpg')).toMatchObject({ result: { suggest: 'pass' } })
  })

  test.each(['risky', 'review', 'pass'] as const)(
    'a test decides on %s by a part of the address',
    async (suggest) => {
      const room = await start({ messagePush })
      room.cloud.mediaChecks.decide('photo', suggest)
      expect(await verdictOn(room, args.mediaUrl)).toMatchObject({ result: { suggest } })
    },
  )

  test('an address that cannot be loaded is errcode -1008, without a result', async () => {
    const room = await start({ messagePush })
    const event = await verdictOn(room, 'cloud://test.local-test/gone.jpg')
    expect(event).toMatchObject({ errcode: -1008 })
    expect(event.result).toBeUndefined()
  })

  test('what nobody is set to receive goes nowhere', async () => {
    const { cloud, api } = await start()
    await api.security.mediaCheckAsync(args)
    expect(cloud.mediaChecks.pending()).toMatchObject([{ url: args.mediaUrl }])
    cloud.clock.travel(11_000)
    await cloud.timers.runDue()
    expect(cloud.mediaChecks.pending()).toEqual([])
    expect(cloud.functions.logs().filter(({ name }) => name === 'inbox')).toEqual([])
  })

  test('a verdict survives a restart of the cloud', async () => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'checks-'))
    const first = await start({ dataDir, messagePush })
    const { traceId } = await first.api.security.mediaCheckAsync(args)
    await first.cloud.close()
    open.length = 0
    const { cloud } = await start({ dataDir, messagePush })
    cloud.clock.travel(11_000)
    await cloud.timers.runDue()
    expect(await pushed(cloud)).toMatchObject([{ event: { trace_id: traceId } }])
    rmSync(dataDir, { recursive: true })
  })

  test.each([
    ['no version', { version: undefined }, 40097],
    ['no openid', { openid: '' }, 40003],
    ['no address', { mediaUrl: '' }, 40004],
    ['an address that is none', { mediaUrl: 'photo.jpg' }, 40004],
    ['media type 3', { mediaType: 3 }, 40004],
    ['scene 9', { scene: 9 }, 47001],
  ])('%s is refused', async (_what, change, errCode) => {
    const { cloud, api } = await start()
    expect(await rejection(api.security.mediaCheckAsync({ ...args, ...change }))).toMatchObject({ errCode })
    expect(cloud.mediaChecks.pending()).toEqual([])
  })

  test.each([
    ['a function that is not there', [{ msgType: 'event', event: 'x', functionName: 'nowhere' }], 'nowhere'],
    ['a kind that is set twice', [...messagePush, ...messagePush], 'wxa_media_check is set twice'],
  ])('message push to %s: the cloud does not start', async (_what, pushes, reason) => {
    expect(await rejection(startTestCloud({ messagePush: pushes }))).toMatchObject({
      code: 'BadDefinition',
      message: expect.stringContaining(reason) as string,
    })
  })
})

describe('phonenumber.getPhoneNumber', () => {
  test('gives the number with its watermark', async () => {
    const { cloud, api } = await start({ appId: 'wxabc' })
    const ann = cloud.personas.create({ name: 'Ann', phone: '13900000001' })
    const { code } = await clientOf(cloud, ann).phoneCode()
    expect((await api.phonenumber.getPhoneNumber({ code })).phoneInfo).toEqual({
      phoneNumber: '13900000001',
      purePhoneNumber: '13900000001',
      countryCode: '86',
      watermark: { timestamp: expect.any(Number) as number, appid: 'wxabc' },
    })
  })

  test('a code is over after five minutes: 40029', async () => {
    const { cloud, api } = await start()
    const client = clientOf(cloud, cloud.personas.create({ name: 'Ann' }))
    const [early, late] = [await client.phoneCode(), await client.phoneCode()]
    cloud.clock.travel(5 * 60_000 - 5000)
    expect((await api.phonenumber.getPhoneNumber(early)).phoneInfo.countryCode).toBe('86')
    cloud.clock.travel(6000)
    expect(await rejection(api.phonenumber.getPhoneNumber(late))).toMatchObject({ errCode: 40029 })
  })
})
