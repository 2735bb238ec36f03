import { idsOf, square, startGeoCloud, type GeoSdk } from './_support'

let sdk: GeoSdk
beforeAll(async () => {
  sdk = await startGeoCloud()
})
afterAll(() => sdk.cloud.close())
beforeEach(async () => {
  for (const name of ['places', 'loose']) await sdk.cloud.database.remove(name, {})
})

const put = async (at: unknown): Promise<void> => {
  for (const name of ['places', 'loose']) await sdk.db.collection(name).add({ data: { _id: 'a', at } })
}
/** Whether a condition meets the document, with and without an index: the two must agree. */
const isMet = async (condition: unknown): Promise<boolean> => {
  const found = await Promise.all(
    ['places', 'loose'].map((name) => sdk.db.collection(name).where({ at: condition }).get()),
  )
  const [indexed, loose] = found.map((result) => idsOf(result).length === 1)
  expect(indexed).toBe(loose)
  return indexed === true
}

const HOLED = `POLYGON(${square(0, 0, 10)},${square(4, 4, 2)})`
const TWO = `MULTIPOLYGON((${square(0, 0, 2)}),(${square(10, 10, 2)}))`

test.each([
  ['Point', 'POINT(116.4 39.9)'],
  ['LineString', 'LINESTRING(0 0,1 1,2 0)'],
  ['Polygon', HOLED],
  ['MultiPoint', 'MULTIPOINT(0 0,1 1)'],
  ['MultiLineString', 'MULTILINESTRING((0 0,1 1),(2 2,3 3))'],
  ['MultiPolygon', TWO],
])('sdk: a %s comes back as the same geometry', async (type, text) => {
  await put(sdk.shape(text))
  const { data } = await sdk.db.collection('places').where({ _id: 'a' }).get()
  const back = data[0]?.at as ReturnType<GeoSdk['shape']>
  expect(back.constructor.name).toBe(type)
  expect(back.toJSON()).toEqual(sdk.shape(text).toJSON())
})

describe('geoIntersects', () => {
  test.each<[string, string, string, boolean]>([
    ['the same point', 'POINT(1 1)', 'POINT(1 1)', true],
    ['another point', 'POINT(1 1)', 'POINT(1 1.1)', false],
    ['a point on a line', 'LINESTRING(0 0,10 0)', 'POINT(5 0)', true],
    ['a point beside a line', 'LINESTRING(0 0,10 0)', 'POINT(5 0.1)', false],
    ['a point in a polygon', HOLED, 'POINT(1 1)', true],
    ['a point in a hole', HOLED, 'POINT(5 5)', false],
    ['a point on the border', HOLED, 'POINT(0 5)', true],
    ['lines that cross', 'LINESTRING(0 0,10 10)', 'LINESTRING(0 10,10 0)', true],
    ['lines that touch at an end', 'LINESTRING(0 0,5 5)', 'LINESTRING(5 5,9 0)', true],
    ['lines apart', 'LINESTRING(0 0,10 10)', 'LINESTRING(0 1,10 11)', false],
    ['a line through a polygon', HOLED, 'LINESTRING(-5 1,15 1)', true],
    ['a line inside a polygon', HOLED, 'LINESTRING(1 1,2 2)', true],
    ['a line inside the hole', HOLED, 'LINESTRING(4.5 5,5.5 5)', false],
    ['polygons that overlap', HOLED, `POLYGON(${square(5, 5, 10)})`, true],
    ['polygons that share an edge', HOLED, `POLYGON(${square(10, 0, 5)})`, true],
    ['a polygon inside', HOLED, `POLYGON(${square(1, 1, 1)})`, true],
    ['a polygon about it', HOLED, `POLYGON(${square(-5, -5, 20)})`, true],
    ['a polygon in the hole', HOLED, `POLYGON(${square(4.5, 4.5, 1)})`, false],
    ['a polygon apart', HOLED, `POLYGON(${square(20, 20, 5)})`, false],
    ['a multipoint with one inside', HOLED, 'MULTIPOINT(50 50,1 1)', true],
    ['a multipoint outside', HOLED, 'MULTIPOINT(50 50,5 5)', false],
    ['a multiline with one that crosses', HOLED, 'MULTILINESTRING((50 50,51 51),(-1 1,1 1))', true],
    ['a multipolygon with one that overlaps', HOLED, TWO, true],
    ['stored in two parts', TWO, 'POINT(11 11)', true],
    ['stored as a multipoint', 'MULTIPOINT(1 1,20 20)', HOLED, true],
    ['stored as a multiline', 'MULTILINESTRING((20 20,21 21),(1 1,2 2))', HOLED, true],
    ['across the antimeridian', 'LINESTRING(179 0,-179 0)', 'LINESTRING(180 -1,180 1)', true],
  ])('%s', async (_what, stored, wanted, expected) => {
    await put(sdk.shape(stored))
    expect(await isMet(sdk.command.geoIntersects({ geometry: sdk.shape(wanted) }))).toBe(expected)
  })
})

describe('where places are', () => {
  const within = () => sdk.command.geoWithin({ geometry: sdk.shape(HOLED) })

  test.each<[string, unknown, boolean]>([
    ['a legacy pair', [1, 1], true],
    ['a legacy object', { lng: 1, lat: 1 }, true],
    ['a legacy object of other names', { x: 1, y: 1 }, true],
    ['GeoJSON with an altitude', { type: 'Point', coordinates: [1, 1, 300] }, true],
    [
      'a collection of geometries',
      { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [1, 1] }] },
      true,
    ],
    ['null', null, false],
    ['an empty object', {}, false],
    ['an empty array', [], false],
  ])('%s', async (_what, at, expected) => {
    for (const name of ['places', 'loose']) await sdk.cloud.database.insert(name, [{ _id: 'a', at }])
    expect(await isMet(within())).toBe(expected)
  })

  test('a missing field, a text, a number: no place, and no error without an index', async () => {
    await sdk.cloud.database.insert('loose', [{ _id: 1 }, { _id: 2, at: 'here' }, { _id: 3, at: 7 }])
    const loose = sdk.db.collection('loose')
    expect(idsOf(await loose.where({ at: within() }).get())).toEqual([])
    expect(idsOf(await loose.where({ at: sdk.command.not(within()) }).get())).toEqual([1, 2, 3])
  })

  test('a condition on a place combines with and, or, and other fields; count counts', async () => {
    await sdk.cloud.database.insert('places', [
      { _id: 'in', n: 1, at: [1, 1] },
      { _id: 'in2', n: 2, at: [2, 2] },
      { _id: 'out', n: 1, at: [20, 20] },
    ])
    const places = sdk.db.collection('places')
    expect(idsOf(await places.where({ at: within(), n: 1 }).get())).toEqual(['in'])
    const either = sdk.command.or([{ at: within() }, { n: 1 }]) as never
    expect(new Set(idsOf(await places.where(either).get()))).toEqual(new Set(['in', 'in2', 'out']))
    expect(await places.where({ at: within().and(sdk.command.exists(true)) }).count()).toMatchObject({
      total: 2,
    })
  })
})
