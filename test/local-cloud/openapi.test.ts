import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import type { LocalCloud } from '../../local-cloud/start-cloud'
import { clientOf, rejection, startTestCloud } from './_support/cloud'
import { sdkFor } from './_support/sdk'

interface OpenApi {
  wxacode: { getUnlimited(args: object): Promise<{ buffer: Buffer; contentType: string }> }
  subscribeMessage: { send(args: object): Promise<{ errCode: number }> }
  security: {
    msgSecCheck(args: object): Promise<{ result: { suggest: string } }>
    mediaCheckAsync(args: object): Promise<{ traceId: string }>
  }
  phonenumber: { getPhoneNumber(args: object): Promise<{ phoneInfo: { phoneNumber: string } }> }
  customerServiceMessage: { send(args: object): Promise<unknown> }
}

let cloud: LocalCloud
let openapi: OpenApi
beforeAll(async () => {
  cloud = await startTestCloud({
    riskyWords: ['赌博'],
    codeUrl: ({ scene, page }) => `http://phone.test/#/${page}?scene=${scene}`,
  })
  openapi = sdkFor(cloud).openapi as unknown as OpenApi
})
afterAll(() => cloud.close())

const textIn = (png: Buffer): string | undefined => {
  const { data, width, height } = PNG.sync.read(png)
  return jsQR(new Uint8ClampedArray(data), width, height)?.data
}

test('code: is a picture that a phone can scan', async () => {
  const { buffer, contentType } = await openapi.wxacode.getUnlimited({
    scene: 'g=unit-1',
    page: 'pages/join/index',
  })
  expect(contentType).toBe('image/png')
  expect(textIn(buffer)).toBe('http://phone.test/#/pages/join/index?scene=g=unit-1')
})

test.each(['中文', 'a b', 'a%20'])('code: the scene %j is refused with 40129', async (scene) => {
  expect(await rejection(openapi.wxacode.getUnlimited({ scene }))).toMatchObject({ errCode: 40129 })
})

test('code: a page with a leading slash is refused with 41030', async () => {
  expect(await rejection(openapi.wxacode.getUnlimited({ scene: 'a', page: '/pages/x' }))).toMatchObject({
    errCode: 41030,
  })
})

test('message: without consent is refused with 43101; one consent allows one', async () => {
  const ann = cloud.personas.create({ name: 'Ann' })
  const message = {
    touser: ann.openid,
    templateId: 'order',
    page: 'pages/x',
    data: { thing1: { value: '换灯泡' } },
  }
  expect(await rejection(openapi.subscribeMessage.send(message))).toMatchObject({ errCode: 43101 })
  expect(await clientOf(cloud, ann).consent(['order', 'other'])).toEqual({ order: 'accept', other: 'accept' })
  expect(await openapi.subscribeMessage.send(message)).toMatchObject({ errCode: 0 })
  expect(await rejection(openapi.subscribeMessage.send(message))).toMatchObject({ errCode: 43101 })
  expect(cloud.consents.count(ann.openid, 'other')).toBe(1)
  expect(cloud.outbox.list()).toMatchObject([
    { openid: ann.openid, templateId: 'order', page: 'pages/x', data: { thing1: { value: '换灯泡' } } },
  ])
})

test('text check: risky words are risky, others pass, too long a text is refused', async () => {
  const check = (content: string) =>
    openapi.security.msgSecCheck({ version: 2, openid: 'o', scene: 2, content })
  expect((await check('一起赌博吧')).result.suggest).toBe('risky')
  expect((await check('一起浇花吧')).result.suggest).toBe('pass')
  expect((await check('花'.repeat(2500))).result.suggest).toBe('pass')
  expect(await rejection(check('花'.repeat(2501)))).toMatchObject({ errCode: 47001 })
})

test('media check: is accepted with a trace id', async () => {
  const { traceId } = await openapi.security.mediaCheckAsync({
    mediaUrl: 'http://x/y.jpg',
    mediaType: 2,
    version: 2,
    openid: 'o',
    scene: 2,
  })
  expect(traceId).toMatch(/^[\w-]{10,}$/)
})

test('phone number: needs a code the client was given, and once only', async () => {
  const ann = cloud.personas.create({ name: 'Ann', phone: '13900000001' })
  const { code } = await clientOf(cloud, ann).phoneCode()
  expect((await openapi.phonenumber.getPhoneNumber({ code })).phoneInfo.phoneNumber).toBe('13900000001')
  expect(await rejection(openapi.phonenumber.getPhoneNumber({ code }))).toMatchObject({ errCode: 40029 })
  expect(await rejection(openapi.phonenumber.getPhoneNumber({ code: 'guess' }))).toMatchObject({
    errCode: 40029,
  })
})

test('unknown api: fails with -604100 and its name', async () => {
  const error = await rejection(openapi.customerServiceMessage.send({ touser: 'o' }))
  expect(error).toMatchObject({ errCode: -604100 })
  expect(error.errMsg).toContain('customerServiceMessage.send')
})
