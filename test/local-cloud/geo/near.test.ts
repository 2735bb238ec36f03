import { Store } from '../../../local-cloud/database/store'
import { rejection } from '../_support/cloud'
import { idsOf, square, startGeoCloud, type GeoSdk } from './_support'

const BEIJING = 'POINT(116.4074 39.9042)'
const SHANGHAI = 'POINT(121.4737 31.2304)'
const GUANGZHOU = 'POINT(113.2644 23.1291)'

let sdk: GeoSdk
beforeAll(async () => {
  sdk = await startGeoCloud([
    {
      name: 'shops',
      rule: 'ADMINONLY',
      indexes: [{ name: 'kind_at', keys: { kind: 1, 'shop.at': '2dsphere' } }],
    },
  ])
  await sdk.cloud.database.insert('places', [
    { _id: 'guangzhou', at: sdk.shape(GUANGZHOU).toJSON() },
    { _id: 'beijing', at: sdk.shape(BEIJING).toJSON() },
    { _id: 'shanghai', at: sdk.shape(SHANGHAI).toJSON() },
    { _id: 'nowhere' },
    { _id: 'null', at: null },
  ])
})
afterAll(() => sdk.cloud.close())

const near = (text: string, range: Record<string, number> = {}) =>
  sdk.command.geoNear({ geometry: sdk.shape(text), ...range })
const places = () => sdk.db.collection('places')
const find = async (at: unknown): Promise<unknown[]> => idsOf(await places().where({ at }).get())

describe('geoNear', () => {
  test('comes from the nearest on, without those that are nowhere', async () => {
    expect(await find(near(BEIJING))).toEqual(['beijing', 'shanghai', 'guangzhou'])
    expect(await find(near(GUANGZHOU))).toEqual(['guangzhou', 'shanghai', 'beijing'])
  })

  test.each<[string, Record<string, number>, string[]]>([
    ['maxDistance in metres', { maxDistance: 1_077_000 }, ['beijing', 'shanghai']],
    ['maxDistance a little less', { maxDistance: 1_057_000 }, ['beijing']],
    ['minDistance in metres', { minDistance: 1_057_000 }, ['shanghai', 'guangzhou']],
    ['both', { minDistance: 1000, maxDistance: 1_077_000 }, ['shanghai']],
    ['maxDistance 0 is the place itself', { maxDistance: 0 }, ['beijing']],
    ['minDistance 0', { minDistance: 0, maxDistance: 1 }, ['beijing']],
    ['nothing between', { minDistance: 2000, maxDistance: 3000 }, []],
    ['min above max', { minDistance: 3000, maxDistance: 2000 }, []],
  ])('%s', async (_what, range, expected) => {
    expect(await find(near(BEIJING, range))).toEqual(expected)
  })

  test('limit and skip go by distance; orderBy takes its place', async () => {
    const query = places().where({ at: near(BEIJING) })
    expect(idsOf(await query.limit(2).get())).toEqual(['beijing', 'shanghai'])
    expect(idsOf(await query.skip(1).limit(1).get())).toEqual(['shanghai'])
    expect(idsOf(await query.orderBy('_id', 'desc').get())).toEqual(['shanghai', 'guangzhou', 'beijing'])
    expect(idsOf(await query.orderBy('_id', 'asc').limit(1).get())).toEqual(['beijing'])
  })

  test('other conditions filter what is near, also by and', async () => {
    const range = { minDistance: 0, maxDistance: 1_100_000 }
    const both = near(BEIJING, range).and(sdk.command.exists(true))
    expect(await find(both)).toEqual(['beijing', 'shanghai'])
    const not = { at: near(BEIJING), _id: sdk.command.neq('shanghai') }
    expect(idsOf(await places().where(not).get())).toEqual(['beijing', 'guangzhou'])
  })

  test.each<[string, Record<string, unknown>, string[]]>([
    [
      '$near about GeoJSON',
      { $near: { $geometry: { type: 'Point', coordinates: [121, 31] } } },
      ['shanghai', 'beijing', 'guangzhou'],
    ],
    ['$nearSphere about a pair, in radians', { $nearSphere: [121, 31], $maxDistance: 0.01 }, ['shanghai']],
    [
      '$nearSphere about a pair, from a least',
      { $nearSphere: [121, 31], $minDistance: 0.01 },
      ['beijing', 'guangzhou'],
    ],
  ])('%s', async (_what, at, expected) => {
    expect(await find(at)).toEqual(expected)
  })

  test('the distance to a line or polygon is that to its nearest place', async () => {
    const cloud = sdk.cloud.database
    const added = {
      inside: `POLYGON(${square(-60, -40, 4)})`,
      edge: 'LINESTRING(-57.9 -38.9,-50 -38.9)',
      points: 'MULTIPOINT(0 0,-57 -37.9)',
    }
    await cloud.insert(
      'places',
      Object.entries(added).map(([_id, text]) => ({ _id, at: sdk.shape(text).toJSON() })),
    )
    expect(await find(near('POINT(-58 -38.9)', { maxDistance: 500_000 }))).toEqual([
      'inside',
      'edge',
      'points',
    ])
    expect(await find(near('POINT(-58 -38.9)', { minDistance: 1, maxDistance: 20_000 }))).toEqual(['edge'])
    await cloud.remove('places', { _id: { $in: Object.keys(added) } })
  })

  test('a compound index and a dotted path: the value before the place must be asked for', async () => {
    const shops = sdk.db.collection('shops')
    await shops.add({
      data: [
        {
          _id: 'far',
          kind: 'tea',
          shop: [{ at: sdk.shape('POINT(10 12)') }, { at: sdk.shape('POINT(10 11)') }],
        },
        { _id: 'near', kind: 'tea', shop: { at: sdk.shape('POINT(10 10.5)') } },
        { _id: 'other', kind: 'rice', shop: { at: sdk.shape('POINT(10 10)') } },
      ],
    })
    const found = await shops.where({ kind: 'tea', shop: { at: near('POINT(10 10)') } }).get()
    expect(idsOf(found)).toEqual(['near', 'far'])
    const error = await rejection(shops.where({ 'shop.at': near('POINT(10 10)') }).get())
    expect(error.errMsg).toContain('unable to find index for $geoNear query')
  })

  test('update and remove reach what is near', async () => {
    const stats = await places()
      .where({ at: near(BEIJING, { maxDistance: 10 }) })
      .update({ data: { seen: true } })
    expect(stats.stats.updated).toBe(1)
    expect(await sdk.cloud.database.find('places', { seen: true })).toMatchObject([{ _id: 'beijing' }])
  })

  test.each<[string, () => Promise<unknown>, string]>([
    [
      'no geo index',
      () =>
        sdk.db
          .collection('loose')
          .where({ at: near(BEIJING) })
          .get(),
      'unable to find index for $geoNear query',
    ],
    [
      'another path',
      () =>
        places()
          .where({ home: near(BEIJING) })
          .get(),
      'unable to find index for $geoNear query',
    ],
    [
      '$near about a pair, which wants a plane',
      () => find({ $near: [121, 31] }),
      'unable to find index for $geoNear query',
    ],
    [
      'count',
      () =>
        places()
          .where({ at: near(BEIJING) })
          .count(),
      'are not allowed in this context',
    ],
    [
      'or',
      () =>
        places()
          .where(sdk.command.or([{ at: near(BEIJING) }, { n: 1 }]) as never)
          .get(),
      'geoNear must be top-level expr',
    ],
    ['not', () => find(sdk.command.not(near(BEIJING))), 'geoNear must be top-level expr'],
    [
      'two of them',
      () =>
        places()
          .where({ at: near(BEIJING), home: near(BEIJING) })
          .get(),
      'Too many geoNear expressions',
    ],
    [
      'a negative distance',
      () => find(near(BEIJING, { maxDistance: -1 })),
      '$maxDistance must be non-negative',
    ],
    [
      'a place out of bounds',
      () => find({ $nearSphere: { $geometry: { type: 'Point', coordinates: [200, 0] } } }),
      'longitude/latitude is out of bounds, lng: 200 lat: 0',
    ],
    [
      'a line',
      () =>
        find({
          $nearSphere: {
            $geometry: {
              type: 'LineString',
              coordinates: [
                [0, 0],
                [1, 1],
              ],
            },
          },
        }),
      'invalid point in geo near query',
    ],
    [
      'another condition in its object',
      () => find({ $nearSphere: { $geometry: { type: 'Point', coordinates: [1, 1] } }, $exists: true }),
      'Extra field found: $exists',
    ],
    [
      'an unknown option',
      () => find({ $nearSphere: { $geometry: { type: 'Point', coordinates: [1, 1] }, $most: 1 } }),
      'invalid argument in geo near query: $most',
    ],
    ['no geometry', () => find({ $nearSphere: {} }), '$geometry is required for geo near query'],
  ])('%s: refused', async (_what, run, message) => {
    const error = await rejection(run())
    expect(error.errMsg).toContain(message)
    expect(error.errCode).toBe(-502001)
  })
})

test('geoNear and geoWithin read no more of 6,000 places than of 1,000', async () => {
  const read = { entries: 0 }
  const original = Store.prototype.byKeyRange
  const spy = jest.spyOn(Store.prototype, 'byKeyRange').mockImplementation(function (this: Store, ...args) {
    const rows = original.apply(this, args)
    read.entries += rows.length
    return rows
  })
  const costs = async (rows: number): Promise<number[]> => {
    const own = await startGeoCloud([], true)
    // The same density everywhere: the city grows, it doesn't get fuller.
    const docs = Array.from({ length: rows }, (_, i) => ({
      _id: i,
      at: [100 + (i % 100) / 100, 20 + Math.floor(i / 100) / 100],
    }))
    await own.cloud.database.insert('places', docs)
    const where = own.db.collection('places')
    const conditions = [
      own.command.geoNear({ geometry: own.shape('POINT(100.503 20.053)') }),
      own.command.geoNear({
        geometry: own.shape('POINT(100.503 20.053)'),
        minDistance: 2000,
        maxDistance: 4000,
      }),
      own.command.geoWithin({ centerSphere: [[100.503, 20.053], 0.0005] }),
      own.command.geoWithin({ geometry: own.shape(`POLYGON(${square(100.5, 20.03, 0.04)})`) }),
    ]
    const counted: number[] = []
    for (const at of conditions) {
      read.entries = 0
      expect((await where.where({ at }).limit(10).get()).data.length).toBeGreaterThan(0)
      counted.push(read.entries)
    }
    await own.cloud.close()
    return counted
  }
  const few = await costs(1000)
  const many = await costs(6000)
  spy.mockRestore()
  for (const [i, count] of many.entries()) {
    expect(count).toBeLessThan(200)
    expect(count).toBeLessThanOrEqual((few[i] ?? 0) * 1.5 + 20)
  }
})
