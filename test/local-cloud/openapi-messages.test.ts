import { faultOfField } from '../../local-cloud/openapi/template-fields'
import type { LocalCloud, StartOptions } from '../../local-cloud/start-cloud'
import { clientOf, rejection, startTestCloud } from './_support/cloud'
import { sdkFor } from './_support/sdk'

interface OpenApi {
  subscribeMessage: { send(args: object): Promise<{ errCode: number; msgid: number }> }
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

describe('template fields', () => {
  test.each([
    ['thing1', '换厨房的灯泡 LED 9W'],
    ['thing20', '二十个字二十个字二十个字二十个字二十个字'],
    ['number2', '12345.67'],
    ['number2', 42],
    ['letter3', 'Abc'],
    ['symbol4', '!?#'],
    ['character_string5', 'No. A-0042/7'],
    ['time6', '15:01'],
    ['time6', '2019年10月1日 15:01'],
    ['time6', '2024-05-06 15:01:30'],
    ['time6', '2019年10月1日 15:01~2019年10月1日 16:01'],
    ['date7', '2019年10月1日'],
    ['date7', '2024-05-06 08:00'],
    ['amount8', '¥12.50'],
    ['amount8', '100元'],
    ['phone_number9', '+86-0766-66888866'],
    ['car_number10', '粤A8Z888挂'],
    ['name11', '李奶奶'],
    ['name11', 'Marianne Faithfull'],
    ['phrase12', '配送中'],
    ['enum13', 'anything'],
  ])('%s takes %j', (field, value) => {
    expect(faultOfField(field, value)).toBeNull()
  })

  test.each([
    ['thing1', '二十个字二十个字二十个字二十个字二十个字一'],
    ['number2', '12a'],
    ['number2', '1'.repeat(33)],
    ['letter3', 'abc1'],
    ['letter3', 'a'.repeat(33)],
    ['symbol4', 'abc'],
    ['symbol4', '!!!!!!'],
    ['character_string5', '编号7'],
    ['character_string5', 'a'.repeat(33)],
    ['time6', '25:00'],
    ['time6', 'tomorrow'],
    ['date7', '15:01'],
    ['date7', '2024年13月1日'],
    ['amount8', '12345678901'],
    ['amount8', 'ten'],
    ['phone_number9', '1'.repeat(18)],
    ['phone_number9', 'call me'],
    ['car_number10', '粤A8Z8888888'],
    ['name11', '十一个汉字的名字太长了啊'],
    ['name11', 'x'.repeat(21)],
    ['phrase12', '六个汉字太长'],
    ['phrase12', 'ok'],
    ['colour1', 'red'],
    ['thing', 'no number'],
  ])('%s refuses %j', (field, value) => {
    expect(faultOfField(field, value)).toBe('invalid')
  })

  test.each([undefined, null, '', '  ', {}, true])('thing1 refuses %j as empty', (value) => {
    expect(faultOfField('thing1', value)).toBe('is empty')
  })
})

describe('subscribeMessage.send', () => {
  const data = { thing1: { value: '换灯泡' } }
  const message = { touser: 'o', templateId: 'tmpl', data }

  test('three taps allow three messages, and no fourth', async () => {
    const { cloud, api } = await start()
    for (let i = 0; i < 3; i++) cloud.consents.grant('o', 'tmpl')
    for (let i = 0; i < 3; i++) expect(await api.subscribeMessage.send(message)).toMatchObject({ errCode: 0 })
    const error = await rejection(api.subscribeMessage.send(message))
    expect(error).toMatchObject({
      errCode: 43101,
      errMsg: expect.stringContaining('user refuse to accept the msg') as string,
    })
    expect(cloud.outbox.list()).toHaveLength(3)
  })

  test('a consent is for one user and one template', async () => {
    const { cloud, api } = await start()
    cloud.consents.grant('o', 'other')
    cloud.consents.grant('somebody', 'tmpl')
    expect(await rejection(api.subscribeMessage.send(message))).toMatchObject({ errCode: 43101 })
    expect(cloud.consents.list()).toEqual([
      { openid: 'o', templateId: 'other', count: 1 },
      { openid: 'somebody', templateId: 'tmpl', count: 1 },
    ])
  })

  test.each([
    ['no receiver', { touser: '' }, 40003, 'invalid openid'],
    ['no template', { templateId: '' }, 40037, 'invalid template_id'],
    [
      'an empty field',
      { data: { thing1: { value: '' } } },
      47003,
      'argument invalid! data.thing1.value is empty',
    ],
    [
      'a field that is too long',
      { data: { phrase1: { value: '六个汉字太长' } } },
      47003,
      'data.phrase1.value invalid',
    ],
    ['a field of no kind', { data: { foo1: { value: 'x' } } }, 47003, 'data.foo1.value invalid'],
  ])('%s is refused, and no consent is spent', async (_what, change, errCode, errMsg) => {
    const { cloud, api } = await start()
    cloud.consents.grant('o', 'tmpl')
    const error = await rejection(api.subscribeMessage.send({ ...message, ...change }))
    expect(error).toMatchObject({ errCode, errMsg: expect.stringContaining(errMsg) as string })
    expect(cloud.consents.count('o', 'tmpl')).toBe(1)
    expect(cloud.outbox.list()).toEqual([])
  })

  test('with the templates known: an unknown one is 40037, a missing field 47003', async () => {
    const { cloud, api } = await start({ templates: { tmpl: ['thing1', 'time2'] } })
    cloud.consents.grant('o', 'tmpl')
    expect(await rejection(api.subscribeMessage.send({ ...message, templateId: 'x' }))).toMatchObject({
      errCode: 40037,
    })
    expect(await rejection(api.subscribeMessage.send(message))).toMatchObject({
      errCode: 47003,
      errMsg: expect.stringContaining('data.time2.value is empty') as string,
    })
    const whole = { ...message, data: { ...data, time2: { value: '15:01' } } }
    expect(await api.subscribeMessage.send(whole)).toMatchObject({ errCode: 0 })
  })

  test('with the pages known: an unknown one is 41030, a known one may have a query', async () => {
    const { cloud, api } = await start({ pages: ['pages/order/index'] })
    cloud.consents.grant('o', 'tmpl')
    expect(await rejection(api.subscribeMessage.send({ ...message, page: 'pages/x' }))).toMatchObject({
      errCode: 41030,
    })
    expect(await api.subscribeMessage.send({ ...message, page: 'pages/order/index?id=1' })).toMatchObject({
      errCode: 0,
    })
  })

  test('a client consents with one tap for several templates', async () => {
    const { cloud, api } = await start()
    const ann = cloud.personas.create({ name: 'Ann' })
    await clientOf(cloud, ann).consent(['tmpl', 'other'])
    expect(await api.subscribeMessage.send({ ...message, touser: ann.openid })).toMatchObject({ errCode: 0 })
    expect([cloud.consents.count(ann.openid, 'tmpl'), cloud.consents.count(ann.openid, 'other')]).toEqual([
      0, 1,
    ])
  })
})
