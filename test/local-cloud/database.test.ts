import type { LocalCloud } from '../../local-cloud/start-cloud'
import { rejection, startTestCloud } from './_support/cloud'
import { sdkFor, type SdkDatabase } from './_support/sdk'

let cloud: LocalCloud
let db: SdkDatabase
let _: SdkDatabase['command']

beforeAll(async () => {
  cloud = await startTestCloud({
    collections: [
      { name: 'people', rule: 'ADMINONLY', indexes: [] },
      { name: 'orders', rule: 'ADMINONLY', indexes: [] },
      { name: 'members', rule: 'ADMINONLY', indexes: [{ name: 'phone', keys: { phone: 1 }, unique: true }] },
    ],
  })
  db = sdkFor(cloud).database()
  _ = db.command
})
afterAll(() => cloud.close())
beforeEach(async () => {
  for (const name of ['people', 'orders', 'members']) await cloud.database.remove(name, {})
  await cloud.database.insert('people', [
    { _id: 'ann', name: 'Ann', age: 30, tags: ['a'], home: { city: 'X', floor: { n: 3 } } },
    { _id: 'bob', name: 'Bob', age: 20, tags: ['b'] },
    {
      _id: 'cid',
      name: 'Cid',
      age: 41,
      tags: ['a', 'c'],
      items: [
        { k: 1, v: 0 },
        { k: 2, v: 0 },
      ],
    },
  ])
})

const people = () => db.collection('people')
const idsOf = async (query: Record<string, unknown>): Promise<unknown[]> =>
  (await people().where(query).get()).data.map(({ _id }) => _id).sort()
const get = async (id: string): Promise<Record<string, unknown>> =>
  ((await people().doc(id).get()) as { data: Record<string, unknown> }).data

describe('types', () => {
  test('sdk: values keep their types through a round trip', async () => {
    const at = new Date('2024-05-06T01:02:03.004Z')
    const data = {
      at,
      nothing: null,
      int: 7,
      big: 12345678901234,
      float: 1.5,
      yes: true,
      list: [1, 'x'],
      deep: { at },
    }
    await people().add({ data: { _id: 'all', ...data } })
    expect(await get('all')).toEqual({ _id: 'all', ...data })
  })

  test("sdk: the server date is the cloud's time plus an offset", async () => {
    cloud.clock.travel(86_400_000)
    await people().add({ data: { _id: 'dated', at: db.serverDate({ offset: 60_000 }) } })
    const { at } = await get('dated')
    expect(Math.abs((at as Date).getTime() - cloud.clock.now() - 60_000)).toBeLessThan(2000)
    cloud.clock.travel(-86_400_000)
  })

  test('sdk: a point comes back as a point', async () => {
    await people().add({ data: { _id: 'here', at: new db.Geo.Point(113, 23) } })
    expect((await get('here')).at).toMatchObject({ longitude: 113, latitude: 23 })
  })
})

describe('codes', () => {
  test('sdk: a missing collection is -502005', async () => {
    expect(await rejection(db.collection('nowhere').get())).toMatchObject({
      errCode: -502005,
    })
  })

  test('sdk: a missing document is -1', async () => {
    expect(await rejection(people().doc('nobody').get())).toMatchObject({ errCode: -1 })
  })

  test('sdk: a duplicate id is -502001 with E11000', async () => {
    const error = await rejection(people().add({ data: { _id: 'ann' } }))
    expect(error).toMatchObject({ errCode: -502001 })
    expect(error.errMsg).toContain('E11000')
  })

  test.each([
    ['query operator', { age: { $near: 3 } }, '$near'],
    ['top-level operator', { $where: 'true' }, '$where'],
    ['empty $or', { $or: [] }, '$or must be a nonempty array'],
  ])('database: an unknown or wrong %s fails by name', async (_what, query, name) => {
    const error = await rejection(cloud.database.find('people', query as Record<string, unknown>))
    expect(error).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
    expect(error.message).toContain(name)
  })

  test('database: an unknown stage fails by name', async () => {
    const stages = [{ stageKey: '$graph', stageValue: '{}' }]
    const body = JSON.stringify({ action: 'database.aggregateDocuments', collectionName: 'people', stages })
    const answer = (await (await fetch(`${cloud.url}/admin`, { method: 'POST', body })).json()) as {
      message: string
    }
    expect(answer.message).toContain('$graph')
  })
})

describe('queries', () => {
  test.each<[string, () => Record<string, unknown>, string[]]>([
    ['equality', () => ({ name: 'Ann' }), ['ann']],
    ['a dotted path', () => ({ 'home.floor.n': 3 }), ['ann']],
    ['a nested object', () => ({ home: { city: 'X' } }), ['ann']],
    ['an element of an array', () => ({ tags: 'a' }), ['ann', 'cid']],
    ['a whole array', () => ({ tags: ['a'] }), ['ann']],
    ['gte and lt', () => ({ age: _.gte(25).and(_.lt(40)) }), ['ann']],
    ['in', () => ({ name: _.in(['Bob', 'Cid']) }), ['bob', 'cid']],
    ['nin', () => ({ tags: _.nin(['a']) }), ['bob']],
    ['neq', () => ({ age: _.neq(20) }), ['ann', 'cid']],
    ['exists', () => ({ home: _.exists(false) }), ['bob', 'cid']],
    ['a field that is null or missing', () => ({ home: null }), ['bob', 'cid']],
    ['all', () => ({ tags: _.all(['a', 'c']) }), ['cid']],
    ['size', () => ({ tags: _.size(2) }), ['cid']],
    ['elemMatch', () => ({ items: _.elemMatch({ k: 2, v: 0 }) }), ['cid']],
    ['mod', () => ({ age: _.mod(20, 0) }), ['bob']],
    [
      'a regular expression with options',
      () => ({ name: db.RegExp({ regexp: '^b', options: 'i' }) }),
      ['bob'],
    ],
    ['not', () => ({ age: _.not(_.gt(25)) }), ['bob']],
    ['a comparison within one type only', () => ({ name: _.gt(0) }), []],
  ])('sdk: finds by %s', async (_what, query, expected) => {
    expect(await idsOf(query())).toEqual(expected)
  })

  test('sdk: finds by or', async () => {
    const { data } = (await people()
      .where(_.or([{ age: 20 }, { name: 'Cid' }]))
      .get()) as { data: unknown[] }
    expect(data).toHaveLength(2)
  })

  test('sdk: orders, skips, limits, and projects', async () => {
    const { data } = await people()
      .orderBy('age', 'desc')
      .skip(1)
      .limit(1)
      .field({ name: true, _id: false })
      .get()
    expect(data).toEqual([{ name: 'Ann' }])
  })

  test('sdk: gives 100 documents unless told otherwise, and 1,000 at most', async () => {
    await cloud.database.insert(
      'orders',
      Array.from({ length: 1100 }, (_x, n) => ({ n })),
    )
    expect((await db.collection('orders').get()).data).toHaveLength(100)
    expect((await db.collection('orders').limit(5000).get()).data).toHaveLength(1000)
    expect(await db.collection('orders').count()).toMatchObject({ total: 1100 })
  })
})

describe('updates', () => {
  test('sdk: adds many at once', async () => {
    const { _ids } = (await people().add({ data: [{ n: 1 }, { n: 2 }] })) as unknown as {
      _ids: string[]
    }
    expect(_ids).toHaveLength(2)
  })

  test('sdk: inc, push, set, remove, addToSet, nested set in one update', async () => {
    const { stats } = (await people()
      .doc('ann')
      .update({
        data: {
          age: _.inc(2),
          tags: _.push(['z', 'a']),
          name: _.remove(),
          home: { floor: { n: 5 } },
          groups: _.addToSet('g'),
          seen: db.serverDate(),
        },
      })) as { stats: { updated: number } }
    expect(stats.updated).toBe(1)
    expect(await get('ann')).toEqual({
      _id: 'ann',
      age: 32,
      tags: ['a', 'z', 'a'],
      home: { city: 'X', floor: { n: 5 } },
      groups: ['g'],
      seen: expect.any(Date) as Date,
    })
  })

  test('sdk: push with each, position, sort, and slice', async () => {
    await people()
      .doc('cid')
      .update({ data: { scores: _.set([{ s: 1 }]) } })
    await people()
      .doc('cid')
      .update({ data: { scores: _.push({ each: [{ s: 3 }, { s: 2 }], sort: { s: -1 }, slice: 2 }) } })
    expect((await get('cid')).scores).toEqual([{ s: 3 }, { s: 2 }])
  })

  test('sdk: pop, shift, unshift, pull, pullAll, mul, min, max, rename', async () => {
    await people().add({ data: { _id: 'x', a: [1, 2, 3, 4], b: [1, 5, 9], n: 4, lo: 5, hi: 5, old: 1 } })
    await people()
      .doc('x')
      .update({ data: { a: _.pop(), n: _.mul(3), lo: _.min(2), hi: _.max(9), old: _.rename('new') } })
    await people()
      .doc('x')
      .update({ data: { a: _.shift(), b: _.pull(_.gt(4)) } })
    await people()
      .doc('x')
      .update({ data: { a: _.unshift([0]), b: _.pullAll([1]) } })
    expect(await get('x')).toEqual({ _id: 'x', a: [0, 2, 3], b: [], n: 12, lo: 2, hi: 9, new: 1 })
  })

  test('sdk: the positional operator changes the element that the query met', async () => {
    await people()
      .where({ 'items.k': 2 })
      .update({ data: { 'items.$.v': 7 } })
    expect((await get('cid')).items).toEqual([
      { k: 1, v: 0 },
      { k: 2, v: 7 },
    ])
  })

  test('sdk: where().update() changes all that match, and counts what changed', async () => {
    const { stats } = (await people()
      .where({ tags: 'a' })
      .update({ data: { vip: true } })) as {
      stats: { updated: number }
    }
    expect(stats.updated).toBe(2)
    expect(await idsOf({ vip: true })).toEqual(['ann', 'cid'])
  })

  test('sdk: set makes a document, or replaces it', async () => {
    await people()
      .doc('new')
      .set({ data: { n: 1 } })
    await people()
      .doc('new')
      .set({ data: { m: 2 } })
    expect(await get('new')).toEqual({ _id: 'new', m: 2 })
  })

  test('sdk: removes one, and all that match', async () => {
    expect(await people().doc('ann').remove()).toMatchObject({ stats: { removed: 1 } })
    expect(
      await people()
        .where({ age: _.gt(0) })
        .remove(),
    ).toMatchObject({ stats: { removed: 2 } })
  })

  test.each([
    ['inc of a text', { $inc: { name: 1 } }, 'non-numeric type string'],
    ['inc by a text', { $inc: { age: 'x' } }, 'Cannot increment with non-numeric argument'],
    ['push to a number', { $push: { age: 1 } }, "The field 'age' must be an array"],
    ['a set below a scalar', { $set: { 'age.x': 1 } }, "Cannot create field 'x'"],
    ['two operators on one path', { $set: { age: 1 }, $inc: { age: 1 } }, 'would create a conflict'],
    ['an unknown operator', { $explode: { age: 1 } }, '$explode'],
    ['a change of the id', { $set: { _id: 'y' } }, 'immutable field'],
  ])('database: refuses %s as MongoDB does, and applies nothing', async (_what, update, message) => {
    const before = await cloud.database.find('people')
    const error = await rejection(cloud.database.update('people', {}, { $max: { touched: 1 }, ...update }))
    expect(error.message).toContain(message)
    expect(await cloud.database.find('people')).toEqual(before)
  })

  test('database: an update of many that fails on one leaves all as they were', async () => {
    await cloud.database.update('people', { _id: 'cid' }, { $set: { age: 'old' } })
    await rejection(
      people()
        .where({ tags: _.exists(true) })
        .update({ data: { age: _.inc(1) } }) as Promise<unknown>,
    )
    expect(await get('ann')).toMatchObject({ age: 30 })
  })
})

describe('races', () => {
  test('members: of 100 concurrent additions with one phone number, one wins', async () => {
    const tries = Array.from({ length: 100 }, (_x, n) =>
      db.collection('members').add({ data: { phone: '138', n } }),
    )
    const results = await Promise.allSettled(tries as Promise<unknown>[])
    const refused = results.filter((result) => result.status === 'rejected')
    expect(refused).toHaveLength(99)
    expect(new Set(refused.map(({ reason }) => (reason as { errCode: number }).errCode))).toEqual(
      new Set([-502001]),
    )
    expect(await cloud.database.count('members')).toBe(1)
  })

  test('members: a missing unique field counts as null, so two are a duplicate', async () => {
    await db.collection('members').add({ data: { n: 1 } })
    expect(await rejection(db.collection('members').add({ data: { n: 2 } }))).toMatchObject({
      errCode: -502001,
    })
  })

  test('orders: of 50 concurrent claims by where().update(), one wins', async () => {
    await cloud.database.insert('orders', [{ _id: 'o', status: 'open' }])
    const claims = Array.from({ length: 50 }, (_x, n) =>
      db
        .collection('orders')
        .where({ _id: 'o', status: 'open' })
        .update({ data: { status: 'taken', by: n } }),
    )
    const results = (await Promise.all(claims)) as { stats: { updated: number } }[]
    expect(results.reduce((sum, { stats }) => sum + stats.updated, 0)).toBe(1)
  })
})
