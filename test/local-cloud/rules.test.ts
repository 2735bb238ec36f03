import type { CollectionRule, Query } from '../../local-cloud/database/definitions'
import { RuleBook } from '../../local-cloud/rules/rule-book'
import type { LocalCloud } from '../../local-cloud/start-cloud'
import { clientOf, rejection, startTestCloud } from './_support/cloud'

const bookOf = (rule: CollectionRule): RuleBook => new RuleBook([{ name: 'c', rule, indexes: [] }])
const may = (rule: CollectionRule, query: Query, openid = 'me'): boolean => {
  try {
    bookOf(rule).readable('c', query, openid)
    return true
  } catch {
    return false
  }
}

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
  'get(`database.x.y`).ok',
  'doc.n > 3',
  'doc.a ==',
  'process.exit()',
  '(doc.a == 1',
  'doc.a == 1 doc.b',
  'true; 1',
])('definition: the rule %j is refused at start', (read) => {
  expect(() => bookOf({ read, write: false })).toThrow(/^c: rule:/)
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
    expect(await rejection(client.database().collection('secrets').get())).toMatchObject({ errCode: -502003 })
    expect(await rejection(client.database().collection('nowhere').get())).toMatchObject({ errCode: -502003 })
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

  test('client: cannot write, and is told so by name', async () => {
    const { token } = cloud.personas.create({ name: 'Mallory' })
    const response = await fetch(`${cloud.url}/web`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify({ action: 'database.insertDocument', collectionName: 'news', data: ['{}'] }),
    })
    expect(await response.json()).toMatchObject({
      message: "clients have no action 'database.insertDocument'",
    })
  })
})
