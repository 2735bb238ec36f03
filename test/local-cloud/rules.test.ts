import type { CollectionRule, Query } from '../../local-cloud/database/definitions'
import type { LocalCloud } from '../../local-cloud/start-cloud'
import { clientOf, rejection, startTestCloud } from './_support/cloud'
import { bookOf, may } from './_support/rules'

test.each<[string, CollectionRule, Query, boolean]>([
  ['ADMINONLY', 'ADMINONLY', {}, false],
  ['ADMINWRITE', 'ADMINWRITE', {}, true],
  ['READONLY', 'READONLY', {}, true],
  ['PRIVATE', 'PRIVATE', {}, true],
  ['read: true', { read: true, write: false }, {}, true],
  ['read: false', { read: false, write: false }, {}, false],
  ['own documents, asked for', { read: 'doc._openid == auth.openid', write: false }, { _openid: 'me' }, true],
  [
    'own documents, by template',
    { read: 'doc._openid == auth.openid', write: false },
    { _openid: '{openid}' },
    true,
  ],
  [
    'own documents, of another',
    { read: 'doc._openid == auth.openid', write: false },
    { _openid: 'you' },
    false,
  ],
  ['own documents, not asked for', { read: 'doc._openid == auth.openid', write: false }, {}, false],
  [
    'own documents, by pattern',
    { read: 'doc._openid == auth.openid', write: false },
    { _openid: /me/ },
    false,
  ],
  [
    'own documents, hidden in an or',
    { read: 'doc._openid == auth.openid', write: false },
    { $or: [{ _openid: 'me' }, {}] },
    false,
  ],
  ['members', { read: 'auth.openid in doc.members', write: false }, { members: 'me' }, true],
  ['members of another', { read: 'auth.openid in doc.members', write: false }, { members: 'you' }, false],
  ['one of a list', { read: "doc.kind in ['a', 'b']", write: false }, { kind: 'b' }, true],
  ['and', { read: "doc.open == true && doc.kind == 'a'", write: false }, { open: true, kind: 'b' }, false],
  ['or', { read: "doc.open == true || auth.openid == 'me'", write: false }, {}, true],
  ['unequal', { read: "doc.status != 'closed'", write: false }, { status: 'open' }, true],
])('client: rule %s', (_what, rule, query, expected) => {
  expect(may(rule, query)).toBe(expected)
})

test('stranger: reads nothing, whatever the rule', () => {
  expect(may('READONLY', {}, '')).toBe(false)
  expect(may({ read: true, write: false }, {}, '')).toBe(false)
})

test.each([
  ["rule: '===' is not supported", 'doc.a === 1'],
  ["rule: '!==' is not supported", 'doc.a !== 1'],
  ["rule: '?' is not supported", 'doc.a ? true : false'],
  ["rule: '+' is not supported", 'doc.a + 1 == 2'],
  ["rule: '-' is not supported", 'doc.a - doc.b == 2'],
  ["rule: ';' is not supported", 'true; true'],
  ["rule: '=' is not supported", 'doc.a = 1'],
  ["rule: 'process' is not supported", 'process.exit()'],
  ["rule: 'exit()' is not supported", 'doc.exit()'],
  ["rule: 'has()' is not supported", "has('database.x.y')"],
  ["rule: 'includes()' is not supported", 'doc.members.includes(auth.openid)'],
  ["rule: 'auth.role' is not supported", "auth.role == 'admin'"],
  ["rule: 'request.time' is not supported", 'request.time > 1'],
  ["rule: 'doc' needs a field", 'doc == null'],
  ['rule: ends too early', 'doc.a =='],
  ["rule: ')' is missing", '(doc.a == 1'],
  ["rule: ']' is missing", "doc.a in ['x'"],
  ["rule: '`' is missing", 'get(`database.x.y).ok'],
  ["rule: 'doc' is not understood here", 'doc.a == 1 doc.b'],
  ['rule: more than 3 get()', Array.from({ length: 4 }, () => "get('database.x.y').ok").join(' || ')],
  [
    'rule: get() is nested deeper than 2',
    'get(`database.x.${get(`database.x.${get(`database.x.y`).a}`).a}`).ok',
  ],
  ["rule: get() reads 'database.collection.id', not 'storage.x.y'", "get('storage.x.y').ok"],
  ["rule: get() needs a path as text, 'database.collection.id'", 'get(doc.path).ok'],
  ['rule: longer than 1024 characters', `doc.a == '${'x'.repeat(1024)}'`],
])('definition: refused at start with "%s"', (message, read) => {
  expect(() => bookOf({ read })).toThrow(`c: ${message}`)
})

test.each<[string, unknown]>([
  ["the rule 'OPEN' is not known", 'OPEN'],
  ["rule: 'list' is no operation", { list: true }],
  ['rule: true, false, or an expression is expected', { read: 1 }],
])('definition: refused at start with "%s" (form)', (message, rule) => {
  expect(() => bookOf(rule as CollectionRule)).toThrow(`c: ${message}`)
})

describe('over the wire', () => {
  let cloud: LocalCloud
  beforeAll(async () => {
    cloud = await startTestCloud({
      collections: [
        { name: 'mine', rule: 'PRIVATE', indexes: [] },
        { name: 'secrets', rule: 'ADMINONLY', indexes: [] },
        { name: 'news', rule: 'ADMINWRITE', indexes: [] },
      ],
    })
    await cloud.database.insert(
      'news',
      Array.from({ length: 30 }, (_x, n) => ({ _id: `n${n}`, n, at: new Date(n) })),
    )
  })
  afterAll(() => cloud.close())

  test('client: sees only what is theirs in a private collection', async () => {
    const ann = cloud.personas.create({ name: 'Ann' })
    await cloud.database.insert('mine', [
      { _id: 'a', _openid: ann.openid },
      { _id: 'b', _openid: 'other' },
    ])
    const mine = clientOf(cloud, ann).database().collection('mine')
    expect((await mine.where({}).get()).data).toEqual([{ _id: 'a', _openid: ann.openid }])
    expect(await rejection(mine.doc('b').get())).toMatchObject({ errCode: -1 })
    expect(await mine.count()).toMatchObject({ total: 1 })
  })

  test('client: is refused with -502003', async () => {
    const client = clientOf(cloud, cloud.personas.create({ name: 'Ann' }))
    expect(await rejection(client.database().collection('secrets').get())).toEqual({
      errCode: -502003,
      errMsg:
        'collection.get:fail errCode: -502003 database permission denied | errMsg: Permission Denied: Your operation is not allowed base on the ACL tag (adminOnly)',
    })
    expect(await rejection(client.database().collection('nowhere').get())).toMatchObject({ errCode: -502005 })
  })

  test('client: gets 20 documents at most', async () => {
    const news = clientOf(cloud, cloud.personas.create({ name: 'Ann' }))
      .database()
      .collection('news')
    expect((await news.limit(100).get()).data).toHaveLength(20)
    const { data } = await news
      .where({ at: { $gte: new Date(25) } })
      .orderBy('n', 'desc')
      .skip(1)
      .limit(2)
      .get()
    expect(data.map(({ n }) => n)).toEqual([28, 27])
  })

  test.each(['startTransaction', 'addCollection', 'modifyAndReturnDoc'])(
    'client: has no %s, and is told so by name',
    async (name) => {
      const { token } = cloud.personas.create({ name: 'Mallory' })
      const response = await fetch(`${cloud.url}/web`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body: JSON.stringify({ action: `database.${name}`, collectionName: 'news' }),
      })
      expect(await response.json()).toMatchObject({
        code: 'INVALID_PARAM',
        message: `clients have no action 'database.${name}'`,
      })
    },
  )
})
