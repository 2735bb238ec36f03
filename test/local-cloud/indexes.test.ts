import fc from '../support/fast-check'
import type { CollectionDefinition, Document, Query, Sort } from '../../local-cloud/database/definitions'
import { Engine } from '../../local-cloud/database/engine'
import { Matcher } from '../../local-cloud/database/matcher'
import { compareValues } from '../../local-cloud/database/order-key'
import { sortDocuments } from '../../local-cloud/database/sorting'

const indexes: CollectionDefinition['indexes'] = [
  { name: 'status_at', keys: { status: 1, at: -1 } },
  { name: 'area_status', keys: { 'place.area': 1, status: 1, at: 1 } },
  { name: 'tags_n', keys: { tags: 1, n: 1 } },
  { name: 'items', keys: { 'items.k': 1, 'items.v': -1 } },
]
const engineOf = (own: CollectionDefinition['indexes'], strict = false): Engine =>
  new Engine({
    file: ':memory:',
    strict,
    now: Date.now,
    definitions: [{ name: 'c', rule: 'ADMINONLY', indexes: own }],
  })

const doc = fc.record(
  {
    status: fc.constantFrom('open', 'taken', null),
    at: fc.integer({ min: 0, max: 5 }).map((n) => new Date(n)),
    place: fc.record({ area: fc.constantFrom('a', 'a/b', 'a/b/c', 'ab') }),
    tags: fc.oneof(fc.array(fc.constantFrom('x', 'y', 3), { maxLength: 3 }), fc.constant('x')),
    n: fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(1.5, 'text', true)),
    items: fc.array(fc.record({ k: fc.integer({ min: 0, max: 2 }), v: fc.integer({ min: 0, max: 2 }) }), {
      maxLength: 3,
    }),
  },
  { requiredKeys: [] },
)
const query: fc.Arbitrary<Query> = fc.oneof(
  fc.record({ status: fc.constantFrom('open', null, { $in: ['open', 'taken'] }) }),
  fc.record({
    status: fc.constant('open'),
    at: fc.constantFrom({ $gte: new Date(2) }, { $lt: new Date(4), $gt: new Date(0) }),
  }),
  fc.record({ 'place.area': fc.constantFrom(/^a\/b/, 'a', { $gte: 'a/', $lt: 'a0' }) }),
  fc.record({
    tags: fc.constantFrom('x', 3, [], ['x', 'y'], { $all: ['x', 'y'] }, { $gt: 'w' }),
    n: fc.constantFrom(1, { $lte: 2 }),
  }),
  fc.record({ tags: fc.constantFrom('y', { $exists: false }, { $elemMatch: { $gt: 1, $lt: 4 } }) }),
  fc.record({ 'items.k': fc.integer({ min: 0, max: 2 }), 'items.v': fc.constantFrom(1, { $gt: 0, $lt: 2 }) }),
  fc.record({ items: fc.constantFrom({ $elemMatch: { k: 1, v: 2 } }, []) }),
  fc.constant({ $or: [{ status: 'open' }, { tags: 'x' }] }),
  fc.constant({}),
)
const sort = fc.constantFrom<(Sort | null)[]>(
  null,
  { at: -1 },
  { at: 1 },
  { status: 1, at: -1 },
  { status: -1, at: 1 },
  { n: 1 },
  { tags: 1, n: 1 },
  { tags: -1 },
  { 'items.k': 1 },
)

test('planner: for any documents, query, and sort, the indexes find what a scan finds, in the same order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(doc, { maxLength: 25 }), query, sort, async (docs, wanted, order) => {
      const engine = engineOf(indexes)
      const stored = docs.map((one, i) => ({ _id: i, ...one }))
      await engine.insert('c', stored)
      const matcher = new Matcher(wanted)
      const expected = stored.filter((one) => matcher.test(one))
      const found = engine.find('c', { query: wanted, sort: order })
      const ids = (list: Document[]): unknown[] => list.map(({ _id }) => _id)
      expect(new Set(ids(found))).toEqual(new Set(ids(expected)))
      if (order) expectSorted(found, order)
      expect(engine.find('c', { query: wanted, sort: order, limit: 3 })).toHaveLength(
        Math.min(3, expected.length),
      )
      engine.close()
    }),
    { numRuns: 400 },
  )
})

/** Sorting again must not move anything past what it is unequal to: documents that tie may stand in any order. */
function expectSorted(found: Document[], order: Sort): void {
  const again = sortDocuments(found, order, (one) => one)
  expect(again.map(({ _id }) => _id)).toEqual(found.map(({ _id }) => _id))
}

test('planner: after updates and removals the entries are still those of the documents', async () => {
  const engine = engineOf(indexes)
  await engine.insert(
    'c',
    Array.from({ length: 50 }, (_x, n) => ({ _id: n, status: 'open', tags: ['x', n], at: new Date(n) })),
  )
  await engine.update('c', {
    query: { tags: 7 },
    update: { $set: { status: 'taken' }, $pull: { tags: 'x' } },
    multi: true,
  })
  await engine.remove('c', { query: { tags: 8 }, multi: true })
  expect(engine.find('c', { query: { status: 'taken' } }).map(({ _id }) => _id)).toEqual([7])
  expect(engine.find('c', { query: { tags: 'x' } })).toHaveLength(48)
  const { count } = engine.store.get<{ count: number }>('SELECT count(*) AS count FROM entries') ?? {
    count: 0,
  }
  expect(count).toBe(49 * 2 + 48 * 2 + 1 + 49)
  engine.close()
})

test.each<[string, Query, Sort | null, string | null]>([
  ['an id', { _id: 1, n: 3 }, null, '_id'],
  ['an order by id', {}, { _id: -1 }, '_id'],
  ['an equality and an order', { status: 'open' }, { at: -1 }, 'status_at'],
  ['the reverse order', { status: 'open' }, { at: 1 }, 'status_at'],
  ['a dotted prefix pattern', { 'place.area': /^a\/b/ }, null, 'area_status'],
  ['an array element', { tags: 'x' }, null, 'tags_n'],
  ['every branch of an or', { $or: [{ status: 'open' }, { tags: 'x' }] }, null, 'status_at+tags_n'],
  ['only one branch of an or', { $or: [{ status: 'open' }, { n: 1 }] }, null, null],
  ['the second path only', { at: new Date() }, null, null],
  ['a pattern without a fixed beginning', { status: /open/ }, null, null],
  ['inequality', { status: { $ne: 'open' } }, null, null],
])('planner: says which index serves %s', (_what, wanted, order, expected) => {
  const engine = engineOf(indexes)
  expect(engine.explain('c', wanted, order)).toBe(expected)
  engine.close()
})

describe('strict', () => {
  const engine = engineOf(indexes, true)
  afterAll(() => engine.close())

  test.each<[string, () => unknown]>([
    ['get', () => engine.find('c', { query: { n: 1, m: 2 } })],
    ['get of everything', () => engine.find('c', { query: {}, limit: 1 })],
    ['count', () => engine.count('c', { n: 1 })],
    ['update', () => engine.update('c', { query: { n: 1 }, update: { $set: { m: 1 } }, multi: true })],
    ['remove', () => engine.remove('c', { query: { n: 1 }, multi: true })],
    ['aggregate', () => engine.aggregate('c', [{ $group: { _id: null } }])],
    [
      'lookup',
      () =>
        engine.aggregate('c', [
          { $match: { _id: 1 } },
          { $lookup: { from: 'c', localField: 'n', foreignField: 'n', as: 'x' } },
        ]),
    ],
  ])('%s: a scan is refused, naming the collection', async (_what, run) => {
    if (_what === 'lookup') await engine.insert('c', [{ _id: 1, n: 1 }])
    const attempt = Promise.resolve().then(run)
    await expect(attempt).rejects.toMatchObject({
      message: expect.stringMatching(/strict: no index of c serves/) as string,
    })
  })

  test('get: the message names the fields', () => {
    expect(() => engine.find('c', { query: { $or: [{ n: 1 }, { m: 2 }] } })).toThrow('a query by n, m')
  })
})

test("values: compare in MongoDB's order of types", () => {
  const ordered = [
    null,
    -Infinity,
    -1,
    0,
    0.5,
    2,
    10,
    '',
    'a',
    'a\0',
    'aa',
    'b',
    '中',
    {},
    { a: 1 },
    [],
    [1],
    false,
    true,
    new Date(-5),
    new Date(5),
    /a/,
  ]
  for (let i = 1; i < ordered.length; i++) expect(compareValues(ordered[i - 1], ordered[i])).toBeLessThan(0)
})

test('values: numbers compare as numbers and texts by code point', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (a, b) => {
      const byKey = Math.sign(compareValues([a], [b]))
      expect(byKey).toBe(a === b ? 0 : a < b ? -1 : 1)
    }),
  )
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
      expect(Math.sign(compareValues(a, b))).toBe(Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))))
    }),
  )
})

test('index: two arrays in one compound index are refused', async () => {
  const engine = engineOf([{ name: 'two', keys: { a: 1, b: 1 } }])
  await expect(engine.insert('c', [{ a: [1], b: [2] }])).rejects.toThrow('parallel arrays')
  expect(engine.find('c', { query: {} })).toEqual([])
  engine.close()
})
