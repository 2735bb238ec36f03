import { rejection } from '../_support/cloud'
import { openScene, type Scene } from '../_support/scene'

let scene: Scene
let _: Scene['_']
beforeAll(async () => {
  scene = await openScene()
  ;({ _ } = scene)
})
afterAll(() => scene.cloud.close())

type Data = Record<string, unknown>

describe('field', () => {
  const doc = { a: 1, b: { c: 2, d: 3 }, list: [{ k: 1, v: 1 }, { k: 2, v: 2 }, 7], tags: ['x', 'y', 'z'] }
  const all = { _id: 0, ...doc }
  test.each<[rule: string, projection: () => Data, expected: Data]>([
    ['true keeps, and _id comes along', () => ({ a: true }), { _id: 0, a: 1 }],
    ['1 keeps', () => ({ a: 1 }), { _id: 0, a: 1 }],
    ['false drops', () => ({ b: false, list: false, tags: false }), { _id: 0, a: 1 }],
    ['0 drops', () => ({ b: 0, list: 0, tags: 0 }), { _id: 0, a: 1 }],
    ['_id can be left out of what is kept', () => ({ a: true, _id: false }), { a: 1 }],
    ['_id alone can be left out', () => ({ _id: false }), doc],
    ['_id alone can be kept', () => ({ _id: true }), { _id: 0 }],
    ['nothing asked gives all', () => ({}), all],
    ['a field that isn’t there', () => ({ nope: true }), { _id: 0 }],
    ['a dotted path', () => ({ 'b.c': true }), { _id: 0, b: { c: 2 } }],
    ['a dotted path left out', () => ({ 'b.c': false }), { ...all, b: { d: 3 } }],
    [
      'a path through an array drops scalars',
      () => ({ 'list.k': true }),
      { _id: 0, list: [{ k: 1 }, { k: 2 }] },
    ],
    [
      'a path through an array, left out',
      () => ({ 'list.k': false }),
      { ...all, list: [{ v: 1 }, { v: 2 }, 7] },
    ],
    ['a path below a scalar', () => ({ 'a.x': true }), { _id: 0 }],
    ['slice: the first', () => ({ tags: _.project.slice(2) }), { ...all, tags: ['x', 'y'] }],
    ['slice: the last', () => ({ tags: _.project.slice(-1) }), { ...all, tags: ['z'] }],
    ['slice: from and how many', () => ({ tags: _.project.slice([1, 1]) }), { ...all, tags: ['y'] }],
    ['slice: from the end', () => ({ tags: _.project.slice([-2, 1]) }), { ...all, tags: ['y'] }],
    ['slice: with kept fields', () => ({ a: true, tags: _.project.slice(1) }), { _id: 0, a: 1, tags: ['x'] }],
    ['slice: not of a scalar', () => ({ a: _.project.slice(1) }), all],
    [
      'elemMatch: the first element that fits, and nothing else',
      () => ({ list: _.project.elemMatch({ k: { $gt: 1 } }) }),
      { _id: 0, list: [{ k: 2, v: 2 }] },
    ],
    [
      'elemMatch: no element fits',
      () => ({ a: true, list: _.project.elemMatch({ k: 9 }) }),
      { _id: 0, a: 1 },
    ],
  ])('%s', async (_rule, projection, expected) => {
    await scene.put([doc])
    const { data } = await scene.things().field(projection()).get()
    expect(data).toEqual([expected])
    expect((await scene.things().doc(0).field(projection()).get()).data).toEqual(expected)
  })

  test('array.$ keeps the element that the query met', async () => {
    await scene.put([doc])
    const { data } = await scene.things().where({ 'list.k': 2 }).field({ 'list.$': true }).get()
    expect(data).toEqual([{ _id: 0, list: [{ k: 2, v: 2 }] }])
  })

  test('what is kept stays in the order of the document', async () => {
    await scene.put([{ z: 1, a: 2, m: 3 }])
    const { data } = await scene.things().field({ a: true, z: true }).get()
    expect(Object.keys(data[0] ?? {})).toEqual(['_id', 'z', 'a'])
  })

  test.each<[rule: string, projection: () => Data, message: string]>([
    ['a mix', () => ({ a: true, b: false }), 'Projection cannot have a mix of inclusion and exclusion'],
    ['a nested object', () => ({ b: { c: true } }), 'Unsupported projection option: b: { c: true }'],
    ['an empty object', () => ({ b: {} }), '>1 field in obj: {}'],
    ['another operator', () => ({ a: { $meta: 'textScore' } }), 'Unsupported projection option'],
    ['slice of a text', () => ({ tags: _.project.slice('x') }), '$slice only supports numbers'],
    ['slice of three', () => ({ tags: _.project.slice([1, 2, 3]) }), '$slice array wrong size'],
    ['slice of none', () => ({ tags: _.project.slice([1, 0]) }), '$slice limit must be positive'],
    ['elemMatch of a scalar', () => ({ list: _.project.elemMatch(1) }), 'elemMatch: Invalid argument'],
    [
      'elemMatch on a path',
      () => ({ 'b.c': _.project.elemMatch({ k: 1 }) }),
      'elemMatch projection on a nested field',
    ],
  ])('refused: %s', async (_rule, projection, message) => {
    await scene.put([doc])
    const error = await rejection(scene.things().field(projection()).get())
    expect(error).toMatchObject({ errCode: -502001 })
    expect(error.errMsg).toContain(message)
  })
})

describe('orderBy', () => {
  const at = new Date(5)
  test.each<[rule: string, values: unknown[], direction: 'asc' | 'desc', expected: number[]]>([
    ['numbers up', [3, 1, 2], 'asc', [1, 2, 0]],
    ['numbers down', [3, 1, 2], 'desc', [0, 2, 1]],
    ['negative numbers and fractions', [-1, -1.5, 0.5, 0], 'asc', [1, 0, 3, 2]],
    ['texts by their bytes, not by language', ['b', 'B', 'a', '中'], 'asc', [1, 2, 0, 3]],
    ['dates', [new Date(2), new Date(1), at], 'desc', [2, 0, 1]],
    ['false before true', [true, false], 'asc', [1, 0]],
    ['null and missing come first', [1, undefined, null], 'asc', [1, 2, 0]],
    [
      'types: null, number, text, object, array’s least, bool, date',
      [at, true, { a: 1 }, 'x', 1, null],
      'asc',
      [5, 4, 3, 2, 1, 0],
    ],
    [
      'arrays by their least, going up',
      [
        [5, 1],
        [2, 3],
      ],
      'asc',
      [0, 1],
    ],
    [
      'arrays by their greatest, going down',
      [
        [5, 1],
        [2, 3],
      ],
      'desc',
      [0, 1],
    ],
    ['an empty array before null', [null, []], 'asc', [1, 0]],
    ['objects by their fields', [{ a: 2 }, { a: 1 }], 'asc', [1, 0]],
  ])('%s', async (_rule, values, direction, expected) => {
    await scene.put(values.map((v) => (v === undefined ? {} : { v })))
    const { data } = await scene.things().orderBy('v', direction).get()
    expect(data.map(({ _id }) => _id)).toEqual(expected)
  })

  test('several keys, the first called counts most; nested paths', async () => {
    await scene.put([
      { a: { n: 1 }, b: 1 },
      { a: { n: 2 }, b: 1 },
      { a: { n: 1 }, b: 2 },
    ])
    const { data } = await scene.things().orderBy('a.n', 'desc').orderBy('b', 'desc').get()
    expect(data.map(({ _id }) => _id)).toEqual([1, 2, 0])
  })
})

describe('skip, limit, count, get', () => {
  test.each<[rule: string, skip: number, limit: number, expected: number[]]>([
    ['the first two', 0, 2, [0, 1]],
    ['after two', 2, 2, [2, 3]],
    ['beyond the end', 9, 2, []],
    ['more than there are', 3, 50, [3, 4]],
    ['limit 0 is no limit of its own', 0, 0, [0, 1, 2, 3, 4]],
  ])('%s', async (_rule, skip, limit, expected) => {
    await scene.put(Array.from({ length: 5 }, () => ({})))
    const { data } = await scene.things().orderBy('_id', 'asc').skip(skip).limit(limit).get()
    expect(data.map(({ _id }) => _id)).toEqual(expected)
  })

  test('100 documents unless told otherwise, 1,000 at most; count counts all', async () => {
    await scene.put(Array.from({ length: 1100 }, () => ({})))
    expect((await scene.things().get()).data).toHaveLength(100)
    expect((await scene.things().limit(1000).get()).data).toHaveLength(1000)
    expect((await scene.things().limit(5000).get()).data).toHaveLength(1000)
    expect(await scene.things().count()).toMatchObject({ total: 1100, errMsg: 'collection.count:ok' })
    expect(
      await scene
        .things()
        .where({ _id: _.lt(30) })
        .count(),
    ).toMatchObject({ total: 30 })
  })

  test.each([
    ['limit', () => scene.things().limit(-1)],
    ['skip', () => scene.things().skip(-1)],
  ])('a negative %s is -501007', async (_rule, query) => {
    expect(await rejection(query().get())).toMatchObject({ errCode: -501007 })
  })

  test('doc().get of what isn’t there is -1', async () => {
    const error = await rejection(scene.things().doc('nobody').get())
    expect(error).toMatchObject({ errCode: -1 })
    expect(error.errMsg).toContain('document with _id nobody does not exist')
  })

  test.each<[string, () => Promise<unknown>]>([
    ['get', () => scene.db.collection('nowhere').get()],
    ['doc.get', () => scene.db.collection('nowhere').doc('a').get()],
    ['count', () => scene.db.collection('nowhere').count()],
    ['add', () => scene.db.collection('nowhere').add({ data: {} })],
    [
      'update',
      () =>
        scene.db
          .collection('nowhere')
          .where({ a: 1 })
          .update({ data: { a: 1 } }),
    ],
    [
      'doc.set',
      () =>
        scene.db
          .collection('nowhere')
          .doc('a')
          .set({ data: { a: 1 } }),
    ],
    ['remove', () => scene.db.collection('nowhere').where({ a: 1 }).remove()],
  ])('a missing collection is -502005: %s', async (_rule, ask) => {
    const error = await rejection(ask())
    expect(error).toMatchObject({ errCode: -502005 })
    expect(error.errMsg).toContain('Db or Table not exist: nowhere')
  })

  test('a missing collection under aggregate keeps its words, and the SDK makes its number -1', async () => {
    const error = await rejection(scene.db.collection('nowhere').aggregate().match({ a: 1 }).end())
    expect(error).toMatchObject({ errCode: -1 })
    expect(error.errMsg).toContain('Db or Table not exist: nowhere')
  })
})
