import { request } from 'node:http'
import type { LocalCloud } from '../../local-cloud/start-cloud'
import type { Persona } from '../../local-cloud/personas/persona-book'
import { clientOf, startTestCloud } from './_support/cloud'

let cloud: LocalCloud
let ann: Persona
beforeAll(async () => {
  cloud = await startTestCloud({
    collections: [
      {
        name: 'things',
        rule: 'ADMINWRITE',
        indexes: [{ name: 'kind_n', keys: { kind: 1, n: -1 } }],
      },
      { name: 'secrets', rule: 'ADMINONLY', indexes: [] },
    ],
  })
  ann = cloud.personas.create({ id: 'ann', name: 'Ann', note: 'resident' })
  await cloud.database.insert(
    'things',
    Array.from({ length: 25 }, (_x, n) => ({
      _id: `t${n}`,
      kind: n % 2 ? 'odd' : 'even',
      n,
      at: new Date(n),
    })),
  )
})
afterAll(() => cloud.close())

const view = async (name: string): Promise<unknown> => (await fetch(`${cloud.url}/cloud/api/${name}`)).json()
const documents = (asked: Record<string, string>): Promise<unknown> =>
  view(`documents?${new URLSearchParams({ collection: 'things', ...asked }).toString()}`)
const act = async (name: string, body: object = {}): Promise<{ status: number; answer: unknown }> => {
  const response = await fetch(`${cloud.url}/cloud/api/${name}`, {
    method: 'POST',
    body: JSON.stringify(body),
  })
  return { status: response.status, answer: await response.json() }
}
/** The status of a request with headers that fetch would not send. */
const statusWith = (headers: Record<string, string>, path = '/cloud/api/overview'): Promise<unknown> =>
  new Promise((resolve) => {
    request({ port: cloud.port, path, headers }, (response) => resolve(response.resume().statusCode)).end()
  })

describe('who may look', () => {
  test.each([
    ['this machine by number', { host: '127.0.0.1:1' }, 200],
    ['this machine by name', { host: 'localhost' }, 200],
    ['a name that was made to point here', { host: 'evil.example' }, 403],
    ['a page of another server on this machine', { host: '127.0.0.1:1', origin: 'http://127.0.0.1:2' }, 403],
    ['a page of the web', { host: '127.0.0.1', origin: 'https://evil.example' }, 403],
  ])('%s', async (_who, headers, status) => {
    expect(await statusWith(headers)).toBe(status)
    expect(await statusWith(headers, '/cloud/')).toBe(status)
  })

  test('no view shows a token', async () => {
    await clientOf(cloud, ann).callFunction({ name: 'clock' })
    for (const name of [
      'overview',
      'collections',
      'calls',
      'functions',
      'messages',
      'timers',
      'people',
      'files',
      'sockets',
    ])
      expect(JSON.stringify(await view(name))).not.toContain(ann.token)
  })
})

describe('page', () => {
  test('is sent with its style and scripts, each with its type', async () => {
    const page = await fetch(`${cloud.url}/cloud/`)
    const text = await page.text()
    expect(text).toContain('<title>Local cloud</title>')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'")
    for (const [, name = ''] of text.matchAll(/(?:src|href)="([^"]+)"/g)) {
      const asset = await fetch(`${cloud.url}/cloud/${name}`)
      expect([name, asset.status, asset.headers.get('content-type')]).toEqual([
        name,
        200,
        expect.stringMatching(/^(text\/(css|javascript)|image\/svg\+xml)/),
      ])
    }
  })

  test('/cloud leads to /cloud/', async () => {
    expect((await fetch(`${cloud.url}/cloud`)).url).toBe(`${cloud.url}/cloud/`)
  })

  test.each(['nothing.js', '..%2fwindow-route.ts', 'api/nothing'])('%s is not there', async (name) => {
    expect((await fetch(`${cloud.url}/cloud/${name}`)).status).toBe(404)
  })
})

describe('data', () => {
  test('collections have their counts and indexes', async () => {
    expect(await view('collections')).toEqual(
      expect.arrayContaining([
        { name: 'secrets', documents: 0, indexes: [] },
        {
          name: 'things',
          documents: 25,
          indexes: [expect.objectContaining({ name: 'kind_n', keys: { kind: 1, n: -1 } })],
        },
      ]),
    )
  })

  test('documents: a page of 20, and how many there are', async () => {
    expect(await documents({})).toMatchObject({ total: 25, skip: 0, limit: 20, list: { length: 20 } })
    expect(await documents({ skip: '20' })).toMatchObject({ list: { length: 5 } })
  })

  test('documents: a query in EJSON and a sort, with the index that serves them', async () => {
    const answer = await documents({
      query: '{"kind": "odd", "at": {"$gt": {"$date": "1970-01-01T00:00:00.020Z"}}}',
      sort: '{"n": -1}',
    })
    expect(answer).toMatchObject({ total: 2, index: 'kind_n', list: [{ id: 't23' }, { id: 't21' }] })
  })

  test('documents: a query that no index serves is a scan', async () => {
    expect(await documents({ query: '{"n": 3}' })).toMatchObject({ total: 1, index: null })
  })

  test('documents: types show as EJSON', async () => {
    const { list } = (await documents({ query: '{"_id": "t1"}' })) as { list: { text: string }[] }
    expect(JSON.parse(list[0]?.text ?? '')).toEqual({
      _id: 't1',
      kind: 'odd',
      n: 1,
      at: { $date: '1970-01-01T00:00:00.001Z' },
    })
  })

  test.each([
    [{ query: '{' }, 'EJSON'],
    [{ sort: '{"n": 2}' }, 'sort: n must be 1 or -1'],
    [{ skip: '-1' }, 'whole number'],
    [{ query: '{"$nope": 1}' }, 'nope'],
    [{ collection: 'nowhere' }, 'nowhere|not exist'],
  ])('documents: %j is refused with the reason', async (asked, reason) => {
    expect(await documents(asked)).toMatchObject({
      message: expect.stringMatching(new RegExp(reason)) as string,
    })
  })
})

describe('what happens', () => {
  test('calls: the newest first, with who called, and of one function', async () => {
    await clientOf(cloud, ann).callFunction({ name: 'state' })
    await clientOf(cloud, ann).callFunction({ name: 'clock' })
    const [last, one] = (await view('calls')) as unknown[]
    expect([last, one]).toMatchObject([
      { name: 'clock', who: 'Ann' },
      { name: 'state', roundTrips: 0, error: null },
    ])
    const states = (await view('calls?function=state')) as { name: string }[]
    expect(new Set(states.map(({ name }) => name))).toEqual(new Set(['state']))
  })

  test('functions: limits, permissions, and instances alive', async () => {
    await clientOf(cloud, ann).callFunction({ name: 'state' })
    expect(await view('functions')).toEqual(
      expect.arrayContaining([
        { name: 'state', instances: 1, timeout: 2, memoryMb: 64, openapi: [], triggers: [] },
        expect.objectContaining({ name: 'caller', openapi: ['security.msgSecCheck'] }),
      ]),
    )
  })

  test('messages: consents that are left, and one more on demand', async () => {
    await clientOf(cloud, ann).consent(['tmpl'])
    await act('consent', { openid: ann.openid, templateId: 'tmpl' })
    expect(await view('messages')).toMatchObject({
      outbox: [],
      consents: [{ who: 'Ann', templateId: 'tmpl', count: 2 }],
    })
  })

  test('people: who there is and when they were last here', async () => {
    await clientOf(cloud, ann).callFunction({ name: 'clock' })
    expect(await view('people')).toMatchObject([
      { id: 'ann', name: 'Ann', lastAt: expect.any(Number) as number },
    ])
  })

  test('files: with links that work', async () => {
    cloud.storage.write('a b/你好.txt', Buffer.from('hi'))
    const [file] = (await view('files')) as { path: string; url: string }[]
    expect(file?.path).toBe('a b/你好.txt')
    expect(await (await fetch(encodeURI(file?.url ?? ''))).text()).toBe('hi')
  })

  test('sockets: one for a client that watches', async () => {
    let watcher = { close: (): unknown => undefined }
    await new Promise((resolve, reject) => {
      const odd = clientOf(cloud, ann).database().collection('things').where({ kind: 'odd' })
      watcher = odd.watch({ onChange: resolve, onError: reject })
    })
    expect(await view('sockets')).toEqual([{ openid: ann.openid, who: 'Ann', watches: 1 }])
    watcher.close()
    expect(await act('dropSockets', { share: 1 })).toMatchObject({ status: 200 })
  })
})

describe('controls', () => {
  test('fire: runs a timer now', async () => {
    const { answer } = await act('fire', { functionName: 'ticker', name: 'everyMinute' })
    expect(answer).toMatchObject({ result: { event: { TriggerName: 'everyMinute' } } })
  })

  test('fire: an unknown trigger is refused by name', async () => {
    expect(await act('fire', { functionName: 'ticker', name: 'never' })).toMatchObject({
      status: 400,
      answer: { message: expect.stringContaining('never') as string },
    })
  })

  test('travel: moves the clock, runs what is due, and comes back', async () => {
    const before = await cloud.database.count('things', { tick: { $exists: true } })
    expect((await act('travel', { ms: 3_600_000 })).answer).toMatchObject({ aheadMs: 3_600_000 })
    expect(await cloud.database.count('things', { tick: { $exists: true } })).toBe(before + 1)
    expect((await act('present')).answer).toMatchObject({ aheadMs: 0 })
  })

  test('faults: sets the dial, and calm turns it off', async () => {
    await act('faults', { failRate: 0.5, scope: 'everyone' })
    expect(cloud.faults).toMatchObject({ failRate: 0.5, scope: 'everyone' })
    await act('calm')
    expect(cloud.faults).toMatchObject({ failRate: 0, scope: 'clients' })
  })

  test.each([
    ['faults', { failRate: 2 }, 'failRate'],
    ['travel', { ms: 'far' }, 'ms must be a number'],
    ['consent', { openid: '' }, 'openid must be a text'],
  ])('%s: %j is refused by name', async (name, body, reason) => {
    expect(await act(name, body)).toMatchObject({
      status: 400,
      answer: { message: expect.stringContaining(reason) as string },
    })
  })

  test('a control cannot be used with GET', async () => {
    expect((await fetch(`${cloud.url}/cloud/api/present`)).status).toBe(404)
  })
})
