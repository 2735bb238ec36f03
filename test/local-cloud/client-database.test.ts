import type { ClientCollection } from '../../local-cloud/client/database'
import type { LocalCloud } from '../../local-cloud/start-cloud'
import type { Persona } from '../../local-cloud/personas/persona-book'
import { clientOf, rejection, startTestCloud } from './_support/cloud'

const DENIED = { errCode: -502003 }
let cloud: LocalCloud
let ann: Persona
let bob: Persona

beforeAll(async () => {
  cloud = await startTestCloud({
    clock: { now: () => 5_000_000 },
    collections: [
      { name: 'posts', rule: 'READONLY', indexes: [] },
      { name: 'diary', rule: 'PRIVATE', indexes: [] },
      { name: 'news', rule: 'ADMINWRITE', indexes: [] },
      { name: 'secrets', rule: 'ADMINONLY', indexes: [] },
      { name: 'own', rule: { read: true, write: 'doc._openid == auth.openid' }, indexes: [] },
      { name: 'groups', rule: 'ADMINONLY', indexes: [] },
      {
        name: 'letters',
        rule: {
          read: 'auth.openid in get(`database.groups.${doc.groupId}`).members',
          create: 'auth.openid in get(`database.groups.${doc.groupId}`).members',
        },
        indexes: [],
      },
    ],
  })
  ann = cloud.personas.create({ id: 'ann', name: 'Ann' })
  bob = cloud.personas.create({ id: 'bob', name: 'Bob' })
  await cloud.database.insert('groups', [{ _id: 'g', members: [ann.openid] }])
})
afterAll(() => cloud.close())
beforeEach(async () => {
  for (const name of ['posts', 'diary', 'news', 'own', 'letters']) await cloud.database.remove(name, {})
})

const as = (persona: Persona, name: string): ClientCollection =>
  clientOf(cloud, persona).database().collection(name)
const command = () => clientOf(cloud, ann).database().command

describe('READONLY', () => {
  test('creator: adds, reads, updates, replaces and removes', async () => {
    const posts = as(ann, 'posts')
    const { _id } = await posts.add({ data: { title: 'a', n: 1 } })
    expect(await cloud.database.get('posts', _id)).toEqual({ _id, title: 'a', n: 1, _openid: ann.openid })
    expect(await posts.doc(_id).update({ data: { n: command().inc(2) } })).toMatchObject({
      stats: { updated: 1 },
    })
    expect((await posts.doc(_id).get()).data).toMatchObject({ n: 3 })
    expect(await posts.doc(_id).set({ data: { title: 'b' } })).toMatchObject({
      stats: { updated: 1, created: 0 },
    })
    expect(await cloud.database.get('posts', _id)).toEqual({ _id, title: 'b', _openid: ann.openid })
    expect(await posts.doc(_id).remove()).toMatchObject({ stats: { removed: 1 } })
    expect(await cloud.database.count('posts')).toBe(0)
  })

  test('another: reads, but updates and removes nothing', async () => {
    const { _id } = await as(ann, 'posts').add({ data: { n: 1 } })
    const posts = as(bob, 'posts')
    expect((await posts.doc(_id).get()).data).toMatchObject({ n: 1 })
    expect(await posts.doc(_id).update({ data: { n: 9 } })).toMatchObject({ stats: { updated: 0 } })
    expect(await posts.where({ n: 1 }).remove()).toMatchObject({ stats: { removed: 0 } })
    expect(await rejection(posts.doc(_id).set({ data: { n: 9 } }))).toMatchObject(DENIED)
    expect(await cloud.database.get('posts', _id)).toMatchObject({ n: 1, _openid: ann.openid })
  })

  test('where().update and where().remove touch the own documents only', async () => {
    await as(ann, 'posts').add({ data: { n: 1 } })
    await as(bob, 'posts').add({ data: { n: 1 } })
    expect(
      await as(ann, 'posts')
        .where({ n: 1 })
        .update({ data: { n: 2 } }),
    ).toMatchObject({
      stats: { updated: 1 },
    })
    expect(
      await as(bob, 'posts')
        .where({ n: command().gt(0) })
        .remove(),
    ).toMatchObject({ stats: { removed: 1 } })
    expect(await cloud.database.find('posts')).toMatchObject([{ n: 2, _openid: ann.openid }])
  })

  test('set makes a document that is not there, with its owner', async () => {
    expect(
      await as(ann, 'posts')
        .doc('p')
        .set({ data: { n: 1 } }),
    ).toMatchObject({
      _id: 'p',
      stats: { updated: 0, created: 1 },
    })
    expect(await cloud.database.get('posts', 'p')).toEqual({ _id: 'p', n: 1, _openid: ann.openid })
  })

  test.each(['add', 'update', 'set'] as const)('%s cannot write _openid: -501007', async (way) => {
    const posts = as(ann, 'posts')
    const change = { data: { _openid: bob.openid } }
    const sent = way === 'add' ? posts.add(change) : posts.doc('x')[way](change)
    expect(await rejection(sent)).toMatchObject({ errCode: -501007 })
  })
})

describe('PRIVATE', () => {
  test('another: finds, counts, updates and removes nothing', async () => {
    const { _id } = await as(ann, 'diary').add({ data: { n: 1 } })
    const diary = as(bob, 'diary')
    expect((await diary.get()).data).toEqual([])
    expect(await diary.count()).toMatchObject({ total: 0 })
    expect(await rejection(diary.doc(_id).get())).toMatchObject({ errCode: -1 })
    expect(await diary.doc(_id).update({ data: { n: 2 } })).toMatchObject({ stats: { updated: 0 } })
    expect(await diary.doc(_id).remove()).toMatchObject({ stats: { removed: 0 } })
    expect(
      (
        await diary
          .aggregate()
          .group({ _id: null, n: { $sum: 1 } })
          .end()
      ).list,
    ).toEqual([])
  })
})

describe.each(['news', 'secrets'])('%s, which only functions write', (name) => {
  test.each<[string, (collection: ClientCollection) => Promise<unknown>]>([
    ['add', (collection) => collection.add({ data: {} })],
    ['doc.update', (collection) => collection.doc('x').update({ data: { n: 1 } })],
    ['doc.set', (collection) => collection.doc('x').set({ data: { n: 1 } })],
    ['doc.remove', (collection) => collection.doc('x').remove()],
    ['where.update', (collection) => collection.where({ n: 1 }).update({ data: { n: 1 } })],
    ['where.remove', (collection) => collection.where({ n: 1 }).remove()],
  ])('client: %s is refused with -502003', async (_way, work) => {
    expect(await rejection(work(as(ann, name)))).toMatchObject(DENIED)
  })
})

describe('custom rules', () => {
  test('doc().update is refused where the rule demands more than an id; where() with {openid} is not', async () => {
    const own = as(ann, 'own')
    const { _id } = await own.add({ data: { n: 1 } })
    expect(await rejection(own.doc(_id).update({ data: { n: 2 } }))).toMatchObject(DENIED)
    expect(await rejection(own.doc(_id).set({ data: { n: 2 } }))).toMatchObject(DENIED)
    expect(await rejection(own.doc(_id).remove())).toMatchObject(DENIED)
    expect(await own.where({ _id, _openid: '{openid}' }).update({ data: { n: 2 } })).toMatchObject({
      stats: { updated: 1 },
    })
    expect(await rejection(own.where({ _id, _openid: bob.openid }).remove())).toMatchObject(DENIED)
    expect(await own.where({ _id, _openid: '{openid}' }).remove()).toMatchObject({ stats: { removed: 1 } })
  })

  test('get() reads collections that clients cannot', async () => {
    await cloud.database.insert('letters', [{ _id: 'l', groupId: 'g' }])
    expect((await as(ann, 'letters').where({ groupId: 'g' }).get()).data).toHaveLength(1)
    expect(await rejection(as(bob, 'letters').where({ groupId: 'g' }).get())).toMatchObject({
      errMsg: 'collection.get:fail errCode: -502003 database permission denied | errMsg: Permission denied',
    })
    expect(await rejection(as(ann, 'letters').get())).toMatchObject(DENIED)
    expect(await as(ann, 'letters').where({ groupId: 'g' }).count()).toMatchObject({ total: 1 })
    await as(ann, 'letters').add({ data: { groupId: 'g' } })
    expect(await rejection(as(bob, 'letters').add({ data: { groupId: 'g' } }))).toMatchObject(DENIED)
  })

  test('aggregate: the leading match is what the rule is asked about', async () => {
    await cloud.database.insert('letters', [{ groupId: 'g' }, { groupId: 'h' }])
    const count = { _id: null, n: { $sum: 1 } }
    const letters = as(ann, 'letters')
    expect((await letters.aggregate().match({ groupId: 'g' }).group(count).end()).list).toEqual([
      { _id: null, n: 1 },
    ])
    expect(await rejection(letters.aggregate().group(count).end())).toMatchObject(DENIED)
    expect(await rejection(letters.aggregate().group(count).match({ groupId: 'g' }).end())).toMatchObject(
      DENIED,
    )
  })
})

describe('aggregate', () => {
  test.each(['diary', 'secrets', 'letters'])(
    'lookup into %s is refused: not all of it may be read',
    async (from) => {
      const joined = as(ann, 'posts')
        .aggregate()
        .lookup({ from, localField: 'a', foreignField: 'b', as: 'c' })
      expect(await rejection(joined.end())).toMatchObject(DENIED)
    },
  )

  test('lookup in a nested pipeline is refused too', async () => {
    const pipeline = command()
      .aggregate.pipeline()
      .lookup({ from: 'secrets', localField: 'a', foreignField: 'b', as: 'd' })
      .done()
    const joined = as(ann, 'posts').aggregate().lookup({ from: 'news', pipeline, as: 'c' })
    expect(await rejection(joined.end())).toMatchObject(DENIED)
  })

  test('lookup into what all may read', async () => {
    await cloud.database.insert('news', [{ _id: 'n', key: 1 }])
    const { _id } = await as(ann, 'posts').add({ data: { key: 1 } })
    const joined = as(ann, 'posts')
      .aggregate()
      .lookup({ from: 'news', localField: 'key', foreignField: 'key', as: 'news' })
    expect((await joined.end()).list).toMatchObject([{ _id, news: [{ _id: 'n' }] }])
  })

  test('gives 20 results unless it has a limit', async () => {
    await cloud.database.insert(
      'news',
      Array.from({ length: 30 }, (_x, n) => ({ n })),
    )
    const sorted = () => as(ann, 'news').aggregate().sort({ n: 1 })
    expect((await sorted().end()).list).toHaveLength(20)
    expect((await sorted().limit(25).end()).list).toHaveLength(25)
  })
})

describe('queries and values', () => {
  beforeEach(() =>
    cloud.database.insert(
      'news',
      Array.from({ length: 25 }, (_x, n) => ({ _id: `n${n}`, n, tags: [`t${n % 3}`] })),
    ),
  )

  test('field picks fields, doc().field too', async () => {
    const news = as(ann, 'news')
    expect((await news.where({ n: 3 }).field({ n: true, _id: false }).get()).data).toEqual([{ n: 3 }])
    expect((await news.doc('n3').field({ n: true }).get()).data).toEqual({ _id: 'n3', n: 3 })
  })

  test.each<[string, (_: ReturnType<typeof command>) => unknown, number]>([
    ['gt and lt in a chain', (_) => ({ n: _.gt(3).lt(6) }), 2],
    ['or of a field', (_) => ({ n: _.eq(3).or(_.eq(5)) }), 2],
    ['or of documents', (_) => _.or([{ n: 1 }, { n: _.gte(24) }]), 2],
    ['and of documents', (_) => _.and({ n: _.gt(3) }, { n: _.lt(5) }), 1],
    ['nor', (_) => _.nor([{ n: _.gt(1) }]), 2],
    ['not', (_) => ({ n: _.not(_.gt(1)) }), 2],
    ['in', (_) => ({ n: _.in([1, 2, 99]) }), 2],
    ['nin', (_) => ({ n: _.nin([1, 2]).lt(4) }), 2],
    ['mod', (_) => ({ n: _.mod(10, 4) }), 3],
    ['all', (_) => ({ tags: _.all(['t1']) }), 8],
    ['size', (_) => ({ tags: _.size(2) }), 0],
    ['exists', (_) => ({ none: _.exists(false), n: 1 }), 1],
    ['elemMatch', (_) => ({ tags: _.elemMatch(_.eq('t2')) }), 8],
  ])('command: %s', async (_what, query, expected) => {
    expect(await as(ann, 'news').where(query(command())).count()).toMatchObject({ total: expected })
  })

  test('serverDate, Date, RegExp and Geo arrive as what they are', async () => {
    const database = clientOf(cloud, ann).database()
    const posts = database.collection('posts')
    const { _id } = await posts.add({
      data: {
        now: database.serverDate({ offset: 7 }),
        at: new Date(9),
        where: database.Geo.Point(113, 23),
        n: 'Abc',
      },
    })
    expect(await cloud.database.get('posts', _id)).toMatchObject({
      now: new Date(5_000_007),
      at: new Date(9),
      where: { type: 'Point', coordinates: [113, 23] },
    })
    const like = posts.where({ n: database.RegExp({ regexp: '^ab', options: 'i' }) })
    expect(await like.count()).toMatchObject({ total: 1 })
  })

  test.each(['update', 'set'] as const)('%s cannot write _id: -501007', async (way) => {
    expect(
      await rejection(
        as(ann, 'posts')
          .doc('x')
          [way]({ data: { _id: 'y' } }),
      ),
    ).toMatchObject({ errCode: -501007 })
  })

  test('a transaction id from a client is refused by name', async () => {
    const response = await fetch(`${cloud.url}/web`, {
      method: 'POST',
      headers: { authorization: `Bearer ${ann.token}` },
      body: JSON.stringify({ action: 'database.getDocument', collectionName: 'news', transactionId: 't' }),
    })
    expect(await response.json()).toMatchObject({ message: 'clients have no transactions' })
  })
})
