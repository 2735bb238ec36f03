import { StartError } from '../../../local-cloud/errors'
import { rejection, startTestCloud } from '../_support/cloud'
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

describe('the index follows', () => {
  test('set, update, unset and remove', async () => {
    const doc = sdk.db.collection('places').doc('a')
    await doc.set({ data: { at: sdk.shape('POINT(1 1)') } })
    expect(await find()).toEqual(['a'])
    await doc.update({ data: { at: sdk.shape('POINT(20 20)') } })
    expect(await find()).toEqual([])
    await doc.update({ data: { at: sdk.shape(`POLYGON(${square(1, 1, 2)})`) } })
    expect(await find()).toEqual(['a'])
    await doc.update({ data: { at: (sdk.command as unknown as { remove(): unknown }).remove() } })
    expect(await find()).toEqual([])
    await doc.set({ data: { at: sdk.shape('POINT(1 1)') } })
    await doc.remove()
    expect(await find()).toEqual([])
  })

  test('a transaction sees its own places, others only after the commit', async () => {
    await sdk.cloud.database.insert('places', [
      { _id: 'a', at: [1, 1] },
      { _id: 'b', at: [3, 3] },
    ])
    const near = { at: sdk.command.geoNear({ geometry: sdk.shape('POINT(0 0)'), maxDistance: 2_000_000 }) }
    const transaction = await sdk.db.startTransaction()
    const own = transaction.collection('places') as unknown as ReturnType<GeoSdk['db']['collection']>
    await own.doc('a').update({ data: { at: sdk.shape('POINT(6 6)') } })
    await own.doc('b').get()
    expect(await find()).toEqual(['a', 'b'])
    expect(idsOf(await own.where(near).get())).toEqual(['b', 'a'])
    expect(idsOf(await own.where(near).limit(1).get())).toEqual(['b'])
    expect(idsOf(await sdk.db.collection('places').where(near).get())).toEqual(['a', 'b'])
    await transaction.commit()
    expect(idsOf(await sdk.db.collection('places').where(near).get())).toEqual(['b', 'a'])
  })

  test('a broken place in a transaction is refused at once', async () => {
    await sdk.cloud.database.insert('places', [{ _id: 'a', at: [1, 1] }])
    const transaction = await sdk.db.startTransaction()
    const error = await rejection(
      transaction
        .collection('places')
        .doc('a')
        .update({ data: { at: [1, 95] } }),
    )
    expect(String(error.errMsg ?? error.message)).toContain("Can't extract geo keys")
    await transaction.rollback()
    expect(await find()).toEqual(['a'])
  })
})

describe('definitions', () => {
  test('explain names the index; a plain one is not mistaken for it', () => {
    const explain = (query: Record<string, unknown>) => sdk.cloud.database.explain('places', query).index
    const $geometry = sdk.shape(`POLYGON(${square(0, 0, 1)})`).toJSON()
    expect(explain({ at: { $geoWithin: { $geometry } } })).toBe('at')
    expect(explain({ at: { $geoIntersects: { $geometry } } })).toBe('at')
    expect(explain({ at: { $nearSphere: { $geometry: { type: 'Point', coordinates: [1, 1] } } } })).toBe('at')
    expect(explain({ at: [1, 1] })).toBeNull()
    expect(explain({ at: null })).toBeNull()
    expect(
      explain({
        at: {
          $geoWithin: {
            $box: [
              [0, 0],
              [1, 1],
            ],
          },
        },
      }),
    ).toBeNull()
  })

  test('strict refuses a search by place that no geo index serves', async () => {
    const strict = await startGeoCloud([], true)
    const geometry = strict.shape(`POLYGON(${square(0, 0, 1)})`)
    for (const at of [strict.command.geoWithin({ geometry }), strict.command.geoIntersects({ geometry })]) {
      expect((await rejection(strict.db.collection('loose').where({ at }).get())).errMsg).toContain(
        'strict: no index of loose serves a query by at',
      )
      expect((await strict.db.collection('places').where({ at }).get()).data).toEqual([])
    }
    await strict.cloud.close()
  })

  test.each<[string, Record<string, unknown>, string]>([
    [
      'unique',
      { keys: { at: '2dsphere' }, unique: true },
      "Index type '2dsphere' does not support the unique option",
    ],
    ['of another kind', { keys: { at: '2d' } }, "of a kind that isn't known here: 2d"],
  ])('a geo index that is %s is refused', async (_what, definition, reason) => {
    const indexes = [{ name: 'at', ...definition }] as never
    const error = await rejection(
      startTestCloud({ collections: [{ name: 'c', rule: 'ADMINONLY', indexes }] }),
    )
    expect(error).toBeInstanceOf(StartError)
    expect(error.message).toContain(reason)
  })
})
