import { rejection } from '../_support/cloud'
import { idsOf, square, startGeoCloud, type GeoSdk } from './_support'

let sdk: GeoSdk
beforeAll(async () => {
  sdk = await startGeoCloud()
})
afterAll(() => sdk.cloud.close())
beforeEach(async () => {
  for (const name of ['places', 'loose']) await sdk.cloud.database.remove(name, {})
})

const inside = () => sdk.command.geoWithin({ geometry: sdk.shape(`POLYGON(${square(0, 0, 10)})`) })
const find = async (): Promise<unknown[]> =>
  idsOf(await sdk.db.collection('places').where({ at: inside() }).get())

const BROKEN: [string, unknown, string][] = [
  [
    'a longitude out of bounds',
    { type: 'Point', coordinates: [200, 10] },
    'longitude/latitude is out of bounds, lng: 200 lat: 10',
  ],
  [
    'a latitude out of bounds',
    { type: 'Point', coordinates: [20, -91] },
    'longitude/latitude is out of bounds, lng: 20 lat: -91',
  ],
  ['a legacy pair out of bounds', [10, 100], 'longitude/latitude is out of bounds, lng: 10 lat: 100'],
  [
    'a point of texts',
    { type: 'Point', coordinates: ['1', '2'] },
    'Point must only contain numeric elements',
  ],
  ['a point of one number', { type: 'Point', coordinates: [1] }, 'Point must only contain numeric elements'],
  [
    'a point without coordinates',
    { type: 'Point' },
    'Point must be an array or object, instead got type missing',
  ],
  [
    'an open ring',
    {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
        ],
      ],
    },
    'Loop is not closed',
  ],
  [
    'a ring of two places',
    {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [0, 0],
        ],
      ],
    },
    'Loop must have at least 3 different vertices',
  ],
  [
    'a ring that crosses itself',
    {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 1],
          [1, 0],
          [0, 1],
          [0, 0],
        ],
      ],
    },
    'Loop is not valid',
  ],
  [
    'a ring that comes back to a corner',
    {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [2, 0],
          [1, 1],
          [2, 2],
          [0, 2],
          [1, 1],
          [0, 0],
        ],
      ],
    },
    'Duplicate vertices',
  ],
  [
    'a hole outside',
    {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
        [
          [5, 5],
          [6, 5],
          [6, 6],
          [5, 5],
        ],
      ],
    },
    'secondary loops must be holes',
  ],
  ['a polygon without rings', { type: 'Polygon', coordinates: [] }, 'Polygon has no loops'],
  [
    'a line of one place',
    {
      type: 'LineString',
      coordinates: [
        [0, 0],
        [0, 0],
      ],
    },
    'LineString must have at least 2 vertices',
  ],
  [
    'an empty multipoint',
    { type: 'MultiPoint', coordinates: [] },
    'MultiPoint coordinates must have at least 1 element',
  ],
  ['an unknown type', { type: 'Circle', coordinates: [0, 0] }, 'unknown GeoJSON type'],
  ['a text', 'here', 'geo element must be an array or object'],
  [
    'an array of points',
    [{ type: 'Point', coordinates: [1, 1] }],
    'Point must only contain numeric elements',
  ],
]

describe('a broken place', () => {
  test.each(BROKEN)('%s is refused by the index', async (_what, at, reason) => {
    const error = await rejection(sdk.db.collection('places').add({ data: { _id: 'a', at } }))
    expect(error.errMsg).toContain("Can't extract geo keys")
    expect(error.errMsg).toContain(reason)
    expect(error.errCode).toBe(-502001)
    expect(await sdk.cloud.database.count('places')).toBe(0)
  })

  test.each(BROKEN)(
    '%s may be stored without an index, and is nowhere or somewhere harmlessly',
    async (_what, at) => {
      await sdk.db.collection('loose').add({ data: { _id: 'a', at } })
      const away = sdk.command.geoWithin({ centerSphere: [[-100, -50], 0.01] })
      expect(idsOf(await sdk.db.collection('loose').where({ at: away }).get())).toEqual([])
    },
  )

  test('is refused in an update, all or nothing', async () => {
    await sdk.cloud.database.insert('places', [
      { _id: 'a', at: [1, 1] },
      { _id: 'b', at: [2, 2] },
    ])
    const all = sdk.db.collection('places').where({ _id: sdk.command.exists(true) })
    const error = await rejection(
      all.update({ data: { at: sdk.command.set({ type: 'Point', coordinates: [1, 99] }), n: 1 } }),
    )
    expect(error.errMsg).toContain("Can't extract geo keys")
    expect(await find()).toEqual(['a', 'b'])
    expect(await sdk.cloud.database.count('places', { n: 1 })).toBe(0)
  })

  test.each<[string, Record<string, unknown>, string]>([
    [
      'an open ring',
      {
        $geoWithin: {
          $geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [0, 0],
                [1, 0],
                [1, 1],
              ],
            ],
          },
        },
      },
      'Loop is not closed',
    ],
    [
      'a crossing ring',
      {
        $geoIntersects: {
          $geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [0, 0],
                [1, 1],
                [1, 0],
                [0, 1],
                [0, 0],
              ],
            ],
          },
        },
      },
      'Loop is not valid',
    ],
    [
      'geoWithin of a line',
      {
        $geoWithin: {
          $geometry: {
            type: 'LineString',
            coordinates: [
              [0, 0],
              [1, 1],
            ],
          },
        },
      },
      'not supported with provided geometry',
    ],
    [
      'geoIntersects of a circle',
      { $geoIntersects: { $centerSphere: [[0, 0], 1] } },
      'not supported with provided geometry',
    ],
    [
      'a negative radius',
      { $geoWithin: { $centerSphere: [[0, 0], -1] } },
      'radius must be a non-negative number',
    ],
    [
      'a center out of bounds',
      { $geoWithin: { $centerSphere: [[0, 91], 1] } },
      'longitude/latitude is out of bounds',
    ],
    ['an unknown shape', { $geoWithin: { $star: [0, 0] } }, 'unknown geo specifier: $star'],
    ['no shape', { $geoIntersects: {} }, "geo query doesn't have any geometry"],
    [
      'the other winding of large polygons',
      {
        $geoWithin: {
          $geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [0, 0],
                [1, 0],
                [1, 1],
                [0, 0],
              ],
            ],
            crs: { type: 'name', properties: { name: 'urn:x-mongodb:crs:strictwinding:EPSG:4326' } },
          },
        },
      },
      'Unknown CRS name',
    ],
  ])('query by %s is refused', async (_what, at, reason) => {
    for (const name of ['places', 'loose']) {
      const error = await rejection(sdk.db.collection(name).where({ at }).get())
      expect(error.errMsg).toContain(reason)
      expect(error.errCode).toBe(-502001)
    }
  })
})
