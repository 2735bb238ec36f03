import fc from '../../support/fast-check'
import type { CollectionDefinition, Document, Query } from '../../../local-cloud/database/definitions'
import { Engine } from '../../../local-cloud/database/engine'
import { nearestOf, splitNear } from '../../../local-cloud/database/geo/near'
import { Matcher } from '../../../local-cloud/database/matcher'

type Indexes = CollectionDefinition['indexes']

const BY_PLACE: Indexes = [{ name: 'place', keys: { place: '2dsphere' } }]
const BY_CITY_AND_PLACE: Indexes = [{ name: 'city_place', keys: { city: 1, 'at.place': '2dsphere', n: -1 } }]

const engineOf = (indexes: Indexes): Engine =>
  new Engine({
    file: ':memory:',
    strict: false,
    now: Date.now,
    definitions: [{ name: 'c', rule: 'ADMINONLY', indexes }],
  })
const idsOf = (docs: Document[]): unknown[] => docs.map(({ _id }) => _id)
const sorted = (ids: unknown[]): unknown[] => [...ids].sort((a, b) => Number(a) - Number(b))

type Pair = [number, number]

/** Places crowd about a few spots, two of them awkward: the antimeridian and a pole. */
const spot = fc.constantFrom<Pair>([116.4, 39.9], [179.9, -16], [30, 89.5], [-73.9, 40.7])
const place: fc.Arbitrary<Pair> = fc
  .tuple(spot, fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true }))
  .map(([[x, y], dx, dy]) => [wrapped(x + dx * 3), Math.max(-90, Math.min(90, y + dy))])
const wrapped = (x: number): number => (x > 180 ? x - 360 : x < -180 ? x + 360 : x)

const polygonAbout = ([x, y]: Pair, size: number): Document => {
  const high = Math.min(89.9, y + size)
  const low = Math.max(-89.9, y - size)
  const ring = [
    [x - size, low],
    [x + size, low],
    [x + size, high],
    [x - size, high],
    [x - size, low],
  ]
  return { type: 'Polygon', coordinates: [ring.map(([lng = 0, lat = 0]) => [wrapped(lng), lat])] }
}
const polygon = fc
  .tuple(place, fc.double({ min: 0.001, max: 2, noNaN: true }))
  .map(([center, size]) => polygonAbout(center, size))
const geometry: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: place.map((coordinates) => ({ type: 'Point', coordinates })) },
  { weight: 1, arbitrary: place },
  { weight: 1, arbitrary: fc.tuple(place, place).map((pair) => ({ type: 'MultiPoint', coordinates: pair })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(place, place, place)
      .filter(([a, b]) => a[0] !== b[0] || a[1] !== b[1])
      .map((coordinates) => ({ type: 'LineString', coordinates })),
  },
  { weight: 2, arbitrary: polygon },
  { weight: 1, arbitrary: fc.constantFrom(null, {}, []) },
)
const docs = fc.array(
  fc.record({ geometry, city: fc.constantFrom('x', 'y'), n: fc.integer({ min: 0, max: 3 }) }),
  { maxLength: 25 },
)
const region: fc.Arbitrary<Document> = fc.oneof(
  polygon.map(($geometry) => ({ $geoWithin: { $geometry } })),
  fc
    .tuple(place, fc.double({ min: 0, max: 0.1, noNaN: true }))
    .map((circle) => ({ $geoWithin: { $centerSphere: circle } })),
  fc
    .oneof(
      polygon,
      place.map((coordinates) => ({ type: 'Point', coordinates })),
    )
    .map(($geometry) => ({ $geoIntersects: { $geometry } })),
  fc
    .tuple(place, place)
    .filter(([a, b]) => a[0] !== b[0] || a[1] !== b[1])
    .map((coordinates) => ({ $geoIntersects: { $geometry: { type: 'LineString', coordinates } } })),
)
const near: fc.Arbitrary<Document> = fc
  .tuple(
    place,
    fc.constantFrom(undefined, 0, 1000, 50_000),
    fc.constantFrom(undefined, 1000, 200_000, 5_000_000),
  )
  .map(([coordinates, least, most]) => ({
    $nearSphere: {
      $geometry: { type: 'Point', coordinates },
      ...(least === undefined ? {} : { $minDistance: least }),
      ...(most === undefined ? {} : { $maxDistance: most }),
    },
  }))

/** What a `$near` should give, by measuring every document. */
const measured = (all: Document[], query: Query): number[] => {
  const { near: wanted, rest } = splitNear(query)
  if (!wanted) throw new Error('no $near')
  const matcher = new Matcher(rest)
  return all
    .filter((doc) => matcher.test(doc))
    .flatMap((doc) => nearestOf(doc, wanted)?.angle ?? [])
    .sort((a, b) => a - b)
}

test('2dsphere: for any places and region, the index finds what a full evaluation finds', async () => {
  await fc.assert(
    fc.asyncProperty(docs, region, async (items, wanted) => {
      const engine = engineOf(BY_PLACE)
      const stored = items.map((item, i) => ({ _id: i, place: item.geometry }))
      await engine.insert('c', stored)
      const query = { place: wanted }
      expect(engine.explain('c', query, null)).toBe('place')
      const matcher = new Matcher(query)
      expect(sorted(idsOf(engine.find('c', { query })))).toEqual(
        idsOf(stored.filter((doc) => matcher.test(doc))),
      )
      engine.close()
    }),
    { numRuns: 30 },
  )
})

test('2dsphere: for any places, rings find the nearest in order, as measuring every document does', async () => {
  await fc.assert(
    fc.asyncProperty(docs, near, fc.integer({ min: 1, max: 6 }), async (items, wanted, limit) => {
      const engine = engineOf(BY_PLACE)
      const stored = items.map((item, i) => ({ _id: i, place: item.geometry }))
      await engine.insert('c', stored)
      const query = { place: wanted }
      const expected = measured(stored, query)
      expect(measured(engine.find('c', { query }), query)).toEqual(expected)
      const first = engine.find('c', { query, limit })
      const angles = first.map((doc) => measured([doc], query)[0])
      expect(angles).toEqual(expected.slice(0, limit))
      engine.close()
    }),
    { numRuns: 30 },
  )
})

test('2dsphere: a compound index with a value before the place serves both kinds of query', async () => {
  await fc.assert(
    fc.asyncProperty(docs, region, near, async (items, inside, by) => {
      const engine = engineOf(BY_CITY_AND_PLACE)
      const stored = items.map(({ geometry: own, city, n }, i) => ({ _id: i, city, n, at: { place: own } }))
      await engine.insert('c', stored)
      const query = { city: 'x', 'at.place': inside, n: { $gt: 0 } }
      expect(engine.explain('c', query, null)).toBe('city_place')
      const matcher = new Matcher(query)
      expect(sorted(idsOf(engine.find('c', { query })))).toEqual(
        idsOf(stored.filter((doc) => matcher.test(doc))),
      )
      for (const city of ['x', { $in: ['x', 'y'] }, { $gt: 'w' }]) {
        const nearby = { city, 'at.place': by, n: { $gt: 0 } }
        const found = engine.find('c', { query: nearby })
        expect(found.map((doc) => measured([doc], nearby)[0])).toEqual(measured(stored, nearby))
      }
      engine.close()
    }),
    { numRuns: 12 },
  )
})
