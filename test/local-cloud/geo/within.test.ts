import { idsOf, square, startGeoCloud, type GeoSdk, type Pair } from './_support'

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
const ANTIMERIDIAN = 'POLYGON((178 -2,-178 -2,-178 2,178 2,178 -2))'

describe('geoWithin', () => {
  test.each<[string, string, string, boolean]>([
    ['a point inside', 'POINT(1 1)', HOLED, true],
    ['a point outside', 'POINT(11 1)', HOLED, false],
    ['a point in the hole', 'POINT(5 5)', HOLED, false],
    ['a point on a border', 'POINT(0 5)', HOLED, true],
    ['a point on a corner', 'POINT(10 10)', HOLED, true],
    ["a point on the hole's border", 'POINT(4 5)', HOLED, true],
    ['a line inside', 'LINESTRING(1 1,3 2)', HOLED, true],
    ['a line that leaves', 'LINESTRING(1 1,12 2)', HOLED, false],
    ['a line over the hole, with both ends inside', 'LINESTRING(1 5,9 5)', HOLED, false],
    ['a line along the border', 'LINESTRING(0 1,0 9)', HOLED, true],
    ['a polygon inside', `POLYGON(${square(1, 1, 2)})`, HOLED, true],
    ['a polygon about the hole', `POLYGON(${square(3, 3, 4)})`, HOLED, false],
    ['the very same polygon', HOLED, HOLED, true],
    ['a polygon that reaches out', `POLYGON(${square(8, 8, 4)})`, HOLED, false],
    ['a larger polygon', `POLYGON(${square(-5, -5, 30)})`, HOLED, false],
    ['a multipoint inside', 'MULTIPOINT(1 1,2 2)', HOLED, true],
    ['a multipoint with one outside', 'MULTIPOINT(1 1,20 2)', HOLED, false],
    ['a multiline inside', 'MULTILINESTRING((1 1,2 1),(7 7,8 8))', HOLED, true],
    ['a multiline with one in the hole', 'MULTILINESTRING((1 1,2 1),(5 5,5.5 5))', HOLED, false],
    ['a multipolygon inside', `MULTIPOLYGON((${square(1, 1, 1)}),(${square(7, 7, 1)}))`, HOLED, true],
    [
      'a multipolygon with one outside',
      `MULTIPOLYGON((${square(1, 1, 1)}),(${square(20, 7, 1)}))`,
      HOLED,
      false,
    ],
    ['a point in the second of two polygons', 'POINT(11 11)', TWO, true],
    ['a point between two polygons', 'POINT(5 5)', TWO, false],
    ['parts in different polygons', 'MULTIPOINT(1 1,11 11)', TWO, true],
    ['a ring that goes clockwise: the smaller side', 'POINT(1 1)', 'POLYGON((0 0,0 9,9 9,9 0,0 0))', true],
    ['edges are great circles', 'POINT(60 42)', 'POLYGON((30 20,90 20,90 40,30 40,30 20))', true],
    ['a pole', 'POINT(0 90)', 'POLYGON((0 80,90 80,180 80,-90 80,0 80))', true],
    ['across the antimeridian', 'POINT(-179 0)', ANTIMERIDIAN, true],
    ['the far side of the antimeridian', 'POINT(0 0)', ANTIMERIDIAN, false],
    ['a line across the antimeridian', 'LINESTRING(179 0,-179 1)', ANTIMERIDIAN, true],
  ])('%s', async (_what, stored, region, expected) => {
    await put(sdk.shape(stored))
    expect(await isMet(sdk.command.geoWithin({ geometry: sdk.shape(region) }))).toBe(expected)
  })

  test.each<[string, string, Pair, number, boolean]>([
    ['a point in the circle', 'POINT(0.5 0)', [0, 0], 0.01745, true],
    ['a point outside', 'POINT(1.1 0)', [0, 0], 0.01745, false],
    ['over the antimeridian', 'POINT(-179.9 0)', [179.9, 0], 0.01, true],
    ['a line inside', 'LINESTRING(0 0,0.5 0.5)', [0, 0], 0.01745, true],
    ['a line that leaves', 'LINESTRING(0 0,2 0)', [0, 0], 0.01745, false],
    ['a polygon inside', `POLYGON(${square(-0.2, -0.2, 0.4)})`, [0, 0], 0.01745, true],
    ['a polygon about the circle', `POLYGON(${square(-5, -5, 10)})`, [0, 0], 0.01745, false],
    ['a multipoint with one outside', 'MULTIPOINT(0 0,3 0)', [0, 0], 0.01745, false],
    ['a radius of nothing', 'POINT(1 1)', [1, 1], 0, true],
    ['more than a hemisphere', 'POINT(120 0)', [0, 0], 2.2, true],
    ['outside more than a hemisphere', 'POINT(180 0)', [0, 0], 2.2, false],
  ])('centerSphere: %s', async (_what, stored, center, radius, expected) => {
    await put(sdk.shape(stored))
    expect(await isMet(sdk.command.geoWithin({ centerSphere: [center, radius] }))).toBe(expected)
    const point = sdk.shape(`POINT(${center.join(' ')})`)
    expect(await isMet(sdk.command.geoWithin({ centerSphere: [point, radius] }))).toBe(expected)
  })

  test.each<[string, unknown, boolean]>([
    [
      '$box',
      [
        [0, 0],
        [2, 2],
      ],
      true,
    ],
    [
      '$box',
      [
        [2, 2],
        [3, 3],
      ],
      false,
    ],
    ['$center', [[0, 0], 1.5], true],
    ['$center', [[0, 0], 1.4], false],
    [
      '$polygon',
      [
        [0, 0],
        [3, 0],
        [0, 3],
      ],
      true,
    ],
    [
      '$polygon',
      [
        [0, 0],
        [1, 1],
        [0, 3],
      ],
      true,
    ],
    [
      '$polygon',
      [
        [2, 2],
        [3, 0],
        [3, 3],
      ],
      false,
    ],
  ])('legacy %s %j meets points on the plane: %s', async (operator, shape, expected) => {
    await sdk.cloud.database.insert('loose', [
      { _id: 'pair', at: [1, 1] },
      { _id: 'object', at: { lng: 1, lat: 1 } },
      { _id: 'point', at: sdk.shape('POINT(1 1)').toJSON() },
      { _id: 'line', at: sdk.shape('LINESTRING(1 1,1.1 1.1)').toJSON() },
    ])
    const found = await sdk.db
      .collection('loose')
      .where({ at: { $geoWithin: { [operator]: shape } } })
      .get()
    expect(idsOf(found)).toEqual(expected ? ['pair', 'object', 'point'] : [])
  })
})
