import type { LocalCloud } from '../../local-cloud/start-cloud'
import { startTestCloud } from './_support/cloud'

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startTestCloud({
    extend: (_request, response, url) => {
      if (url.pathname !== '/mine') return Promise.resolve(false)
      response.end('my page')
      return Promise.resolve(true)
    },
  })
})
afterAll(() => cloud.close())

const web = async (body: object, headers: Record<string, string>): Promise<Record<string, unknown>> =>
  (await (
    await fetch(`${cloud.url}/web`, { method: 'POST', headers, body: JSON.stringify(body) })
  ).json()) as Record<string, unknown>
const call = { action: 'functions.invokeFunction', function_name: 'echo', request_data: '{}' }

describe('personas', () => {
  test('persona: is made once for an id, and found by token and id', () => {
    const ann = cloud.personas.create({ id: 'ann', name: 'Ann', note: 'resident' })
    expect(cloud.personas.create({ id: 'ann', name: 'Other' })).toEqual(ann)
    expect(cloud.personas.byToken(ann.token)).toEqual(ann)
    expect(cloud.personas.byId('ann')).toEqual(ann)
    expect(cloud.personas.list()).toContainEqual(ann)
  })

  test('client: is who their token says, whatever the body claims', async () => {
    const ann = cloud.personas.create({ id: 'ann', name: 'Ann' })
    const forged = {
      ...call,
      openid: 'openid-mallory',
      wxCloudApiToken: 'x',
      request_data: JSON.stringify({ userInfo: { openId: 'openid-mallory' }, OPENID: 'openid-mallory' }),
    }
    const { data } = await web(forged, {
      authorization: `Bearer ${ann.token}`,
      'x-wx-openid': 'openid-mallory',
    })
    const answer = JSON.parse((data as { response_data: string }).response_data) as Record<string, unknown>
    expect(answer).toMatchObject({ openid: ann.openid, event: { userInfo: { openId: ann.openid } } })
  })

  test.each([{}, { authorization: 'Bearer guess' }, { authorization: 'Basic x' }])(
    'stranger: with %j is refused',
    async (headers) => {
      expect(await web(call, headers as Record<string, string>)).toMatchObject({
        code: 'INVALID_REQUEST_SOURCE',
      })
    },
  )
})

describe('doors', () => {
  test("web page: cannot use the functions' door", async () => {
    const answer = await fetch(`${cloud.url}/admin`, {
      method: 'POST',
      headers: { origin: 'http://localhost:8080' },
      body: JSON.stringify({ action: 'database.addCollection', collectionName: 'x' }),
    })
    expect(await answer.json()).toMatchObject({ code: 'INVALID_REQUEST_SOURCE' })
  })

  test.each([
    ['http://localhost:10086', true],
    ['http://192.168.1.20:10086', true],
    ['http://172.20.0.1', true],
    ['https://evil.example', false],
    ['http://192.168.1.20.evil.example', false],
  ])('web page from %s: may read answers: %s', async (origin, expected) => {
    const { headers } = await fetch(`${cloud.url}/web`, { method: 'OPTIONS', headers: { origin } })
    expect(headers.get('access-control-allow-origin') === origin).toBe(expected)
  })

  test('admin: an unknown action fails by name', async () => {
    const body = JSON.stringify({ action: 'database.explode' })
    const answer = await (await fetch(`${cloud.url}/admin`, { method: 'POST', body })).json()
    expect(answer).toMatchObject({
      code: 'INVALID_PARAM',
      message: expect.stringContaining('database.explode') as string,
    })
  })

  test('host program: mounts its own pages beside ours', async () => {
    expect(await (await fetch(`${cloud.url}/mine`)).text()).toBe('my page')
    expect((await fetch(`${cloud.url}/nothing`)).status).toBe(404)
  })
})
