import { rejection } from '../_support/cloud'
import { startGeoCloud, type GeoSdk } from './_support'

/** The documents of the WeChat docs' own example, and two more. */
const ATTRACTIONS = [
  { _id: 'tower', city: 'Guangzhou', at: [113.30593, 23.1361155] },
  { _id: 'mountain', city: 'Guangzhou', at: [113.306789, 23.1564721] },
  { _id: 'palace', city: 'Beijing', at: [116.3949659, 39.9163447] },
  { _id: 'wall', city: 'Beijing', at: [116.2328567, 40.242373] },
  { _id: 'bund', city: 'Shanghai', at: [121.4737, 31.2304] },
].map(({ at, ...rest }) => ({ ...rest, at: { type: 'Point', coordinates: at } }))

let sdk: GeoSdk
beforeAll(async () => {
  sdk = await startGeoCloud([
    { name: 'many', rule: 'ADMINONLY', indexes: [{ name: 'at', keys: { at: '2dsphere' } }] },
    {
      name: 'double',
      rule: 'ADMINONLY',
      indexes: [
        { name: 'from', keys: { from: '2dsphere' } },
        { name: 'to', keys: { to: '2dsphere' } },
      ],
    },
  ])
  await sdk.cloud.database.insert('places', [...ATTRACTIONS, { _id: 'nowhere' }])
  const row = Array.from({ length: 150 }, (_, i) => ({ _id: i, at: [i / 100, 0] }))
  await sdk.cloud.database.insert('many', row)
  await sdk.cloud.database.insert('double', [
    { _id: 1, from: [0, 0], to: [5, 5] },
    { _id: 2, from: [1, 1], to: [1, 1] },
  ])
})
afterAll(() => sdk.cloud.close())

type Stage = {
  geoNear(options: unknown): Stage
  limit(n: number): Stage
  project(p: unknown): Stage
  match(q: unknown): Stage
  end(): Promise<{ list: Record<string, unknown>[] }>
}
const pipeline = (collection = 'places'): Stage =>
  sdk.db.collection(collection).aggregate() as unknown as Stage
const palace = () => sdk.shape('POINT(116.3949659 39.9163447)')
const run = async (options: Record<string, unknown> = {}): Promise<Record<string, unknown>[]> => {
  const { list } = await pipeline()
    .geoNear({ near: palace(), spherical: true, distanceField: 'distance', ...options })
    .end()
  return list
}
const idsOf = (list: Record<string, unknown>[]): unknown[] => list.map(({ _id }) => _id)

test('$geoNear: comes from the nearest on, with distances in metres', async () => {
  const list = await run()
  expect(idsOf(list)).toEqual(['palace', 'wall', 'bund', 'mountain', 'tower'])
  expect(list[0]).toEqual({ ...ATTRACTIONS[2], distance: 0 })
  const [, , bund] = list.map(({ distance }) => Number(distance))
  expect(Math.abs((bund ?? 0) / 1_067_000 - 1)).toBeLessThan(0.01)
})

test.each<[string, [number, number], [number, number], number]>([
  ['Beijing to Shanghai', [116.4074, 39.9042], [121.4737, 31.2304], 1_067_000],
  ['London to New York', [-0.1276, 51.5072], [-74.006, 40.7128], 5_570_000],
  ['a degree of the equator', [0, 0], [1, 0], 111_319],
  ['over the antimeridian', [179.5, 0], [-179.5, 0], 111_319],
  ['pole to pole', [0, 90], [0, -90], Math.PI * 6_378_100],
])('$geoNear: the distance of %s', async (_what, from, to, metres) => {
  await sdk.cloud.database.insert('places', [{ _id: 'there', at: to }])
  const [found] = await run({ near: sdk.shape(`POINT(${from.join(' ')})`), query: { _id: 'there' } })
  expect(Math.abs(Number(found?.distance) / metres - 1)).toBeLessThan(0.005)
  await sdk.cloud.database.remove('places', { _id: 'there' })
})

test.each<[string, Record<string, unknown>, string[]]>([
  ['limit', { limit: 2 }, ['palace', 'wall']],
  ['num, the older name, wins', { limit: 2, num: 1 }, ['palace']],
  ['maxDistance', { maxDistance: 50_000 }, ['palace', 'wall']],
  ['minDistance', { minDistance: 1_500_000 }, ['mountain', 'tower']],
  ['query', { query: { city: 'Guangzhou' } }, ['mountain', 'tower']],
  ['query by a command', { query: { city: { $ne: 'Beijing' } }, limit: 1 }, ['bund']],
  ['key', { key: 'at', limit: 1 }, ['palace']],
])('$geoNear: %s', async (_what, options, expected) => {
  expect(idsOf(await run(options))).toEqual(expected)
})

test('$geoNear: distanceMultiplier, a dotted distanceField, includeLocs', async () => {
  const options = { distanceMultiplier: 0.001, distanceField: 'far.km', includeLocs: 'far.at', limit: 2 }
  const [, wall] = await run(options)
  const { km, at } = wall?.far as { km: number; at: unknown }
  expect(km).toBeCloseTo(38.8, 0)
  expect(at).toEqual(ATTRACTIONS[3]?.at)
})

test('$geoNear: other stages follow, and 100 come without a limit', async () => {
  const list = (
    await pipeline()
      .geoNear({ near: palace(), spherical: true, distanceField: 'd' })
      .match({ city: 'Beijing' })
      .project({ _id: 1 })
      .end()
  ).list
  expect(list).toEqual([{ _id: 'palace' }, { _id: 'wall' }])
  const options = { near: sdk.shape('POINT(0 0)'), spherical: true, distanceField: 'd' }
  expect(
    (
      await pipeline('many')
        .geoNear({ ...options })
        .end()
    ).list,
  ).toHaveLength(100)
  expect(
    (
      await pipeline('many')
        .geoNear({ ...options, limit: 120 })
        .end()
    ).list,
  ).toHaveLength(120)
})

test('$geoNear: with two geo indexes the key says which', async () => {
  const near = (key: string) => ({ near: sdk.shape('POINT(5 5)'), spherical: true, distanceField: 'd', key })
  expect(idsOf((await pipeline('double').geoNear(near('to')).end()).list)).toEqual([1, 2])
  expect(idsOf((await pipeline('double').geoNear(near('from')).end()).list)).toEqual([2, 1])
})

test.each<[string, () => Promise<unknown>, string]>([
  [
    'a near in a match',
    () =>
      pipeline()
        .match({ at: sdk.command.geoNear({ geometry: palace() }) })
        .end(),
    'are not allowed in this context',
  ],
  [
    'not the first stage',
    () => pipeline().limit(1).geoNear({ near: palace(), distanceField: 'd', spherical: true }).end(),
    '$geoNear is only valid as the first stage in a pipeline.',
  ],
  [
    'two geo indexes and no key',
    () => pipeline('double').geoNear({ near: palace(), distanceField: 'd', spherical: true }).end(),
    'There is more than one 2dsphere index',
  ],
  [
    'no geo index',
    () => pipeline('loose').geoNear({ near: palace(), distanceField: 'd', spherical: true }).end(),
    '$geoNear requires a 2d or 2dsphere index, but none were found',
  ],
  ['a key without an index', () => run({ key: 'home' }), 'unable to find index for $geoNear query'],
  ['no near', () => run({ near: undefined }), "$geoNear requires a 'near' option"],
  [
    'no distanceField',
    () => run({ distanceField: undefined }),
    "$geoNear requires a 'distanceField' option as a String",
  ],
  ['a negative distance', () => run({ maxDistance: -1 }), 'maxDistance must be nonnegative'],
  ['a text for a distance', () => run({ minDistance: '5' }), 'minDistance must be a number'],
  ['a limit of nothing', () => run({ limit: 0 }), 'limit must be greater than 0'],
  [
    'a near in its query',
    () => run({ query: { at: sdk.command.geoNear({ geometry: palace() }) } }),
    'are not allowed in this context',
  ],
])('$geoNear: %s is refused', async (_what, attempt, message) => {
  expect((await rejection(attempt())).errMsg).toContain(message)
})
