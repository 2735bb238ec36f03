import { rejection, startTestCloud } from '../_support/cloud'
import { openScene, type Scene } from '../_support/scene'
import { sdkFor } from '../_support/sdk'

let scene: Scene
let _: Scene['_']
beforeAll(async () => {
  scene = await openScene()
  ;({ _ } = scene)
})
afterAll(() => scene.cloud.close())

type Data = Record<string, unknown>
const stored = (): Promise<Data[]> => scene.cloud.database.find('things', {}, { sort: { _id: 1 } })

describe('update, remove', () => {
  const docs = [
    { k: 1, n: 1 },
    { k: 1, n: 2 },
    { k: 2, n: 3 },
  ]

  test.each<[rule: string, change: () => Promise<{ stats: { updated: number } }>, updated: number]>([
    [
      'doc: one',
      () =>
        scene
          .things()
          .doc(0)
          .update({ data: { n: 9 } }),
      1,
    ],
    [
      'doc: that isn’t there',
      () =>
        scene
          .things()
          .doc('x')
          .update({ data: { n: 9 } }),
      0,
    ],
    [
      'doc: without a difference',
      () =>
        scene
          .things()
          .doc(0)
          .update({ data: { n: 1 } }),
      0,
    ],
    [
      'where: all that match',
      () =>
        scene
          .things()
          .where({ k: 1 })
          .update({ data: { n: 9 } }),
      2,
    ],
    [
      'where: only those with a difference',
      () =>
        scene
          .things()
          .where({ k: 1 })
          .update({ data: { n: 2 } }),
      1,
    ],
    [
      'where: nobody',
      () =>
        scene
          .things()
          .where({ k: 9 })
          .update({ data: { n: 9 } }),
      0,
    ],
    [
      'where: everybody',
      () =>
        scene
          .things()
          .where({})
          .update({ data: { n: 9 } }),
      3,
    ],
    [
      'where: the first only, with multi: false',
      () =>
        scene
          .things()
          .where({ k: 1 })
          .update({ data: { n: 9 }, multi: false }),
      1,
    ],
  ])('update counts: %s', async (_rule, change, updated) => {
    await scene.put(docs)
    expect(await change()).toMatchObject({ stats: { updated } })
    expect((await stored()).filter(({ n }, i) => n !== docs[i]?.n)).toHaveLength(updated)
  })

  test.each<[rule: string, change: () => Promise<{ stats: { removed: number } }>, removed: number]>([
    ['doc: one', () => scene.things().doc(0).remove(), 1],
    ['doc: that isn’t there', () => scene.things().doc('x').remove(), 0],
    ['where: all that match', () => scene.things().where({ k: 1 }).remove(), 2],
    ['where: nobody', () => scene.things().where({ k: 9 }).remove(), 0],
    [
      'where: the first only, with multi: false',
      () => scene.things().where({ k: 1 }).remove({ multi: false }),
      1,
    ],
    [
      'where: everybody, by the usual idiom',
      () =>
        scene
          .things()
          .where({ _id: _.exists(true) })
          .remove(),
      3,
    ],
  ])('remove counts: %s', async (_rule, change, removed) => {
    await scene.put(docs)
    expect(await change()).toMatchObject({ stats: { removed } })
    expect(await stored()).toHaveLength(3 - removed)
  })

  test.each<[rule: string, change: () => Promise<unknown>]>([
    ['update', () => scene.things().update({ data: { n: 9 } })],
    ['remove', () => scene.things().remove()],
  ])('%s without where is -501007, and nothing happens', async (_rule, change) => {
    await scene.put(docs)
    const error = await rejection(change())
    expect(error).toMatchObject({ errCode: -501007 })
    expect(error.errMsg).toContain("param.query can't be empty")
    expect(await stored()).toHaveLength(3)
  })

  test('an update of many that fails on one leaves all as they were', async () => {
    await scene.put([{ n: 1 }, { n: 'x' }, { n: 3 }])
    const error = await rejection(
      scene
        .things()
        .where({})
        .update({ data: { n: _.inc(1) } }),
    )
    expect(error.errMsg).toContain('{_id: 1}')
    expect((await stored()).map(({ n }) => n)).toEqual([1, 'x', 3])
  })

  test('a wrong operand is refused even when nothing matches', async () => {
    await scene.put([])
    expect(
      await rejection(
        scene
          .things()
          .where({ k: 1 })
          .update({ data: { n: _.inc('x') } }),
      ),
    ).toMatchObject({ errCode: -502001 })
  })
})

interface Raw {
  updateAndReturn(data: Data): Promise<{ updated: number; doc: Data | null }>
}

describe('updateAndReturn of the database under the SDK', () => {
  const raw = (where: Data): Raw => (scene.things().where(where) as unknown as { _query: Raw })._query

  test('changes the first that matches, and gives it as it is then', async () => {
    await scene.put([
      { k: 1, n: 1 },
      { k: 1, n: 1 },
    ])
    expect(await raw({ k: 1 }).updateAndReturn({ n: _.inc(1) })).toMatchObject({
      updated: 1,
      doc: { _id: 0, k: 1, n: 2 },
    })
    expect((await stored()).map(({ n }) => n)).toEqual([2, 1])
  })

  test('nobody matches: no document', async () => {
    await scene.put([])
    expect(await raw({ k: 1 }).updateAndReturn({ n: 1 })).toMatchObject({ updated: 0, doc: null })
  })
})

describe('createCollection', () => {
  test('makes it; a second time is refused in the cloud’s words (the SDK makes the number -1)', async () => {
    expect(await scene.db.createCollection('fresh')).toMatchObject({ errMsg: 'createCollection:ok' })
    expect(await scene.db.collection('fresh').count()).toMatchObject({ total: 0 })
    const error = await rejection(scene.db.createCollection('fresh'))
    expect(error.errMsg).toContain('[ResourceUnavailable.ResourceExist] Table exist')
  })

  test('a bad name is refused', async () => {
    expect(await rejection(scene.db.createCollection('$bad'))).toMatchObject({
      errMsg: expect.stringContaining('Invalid collection name: $bad') as string,
    })
  })
})

describe('races', () => {
  test('of 100 additions with one unique value, one wins; a missing value counts as null', async () => {
    const indexes = [{ name: 'phone', keys: { phone: 1 as const }, unique: true }]
    const cloud = await startTestCloud({ collections: [{ name: 'members', rule: 'ADMINONLY', indexes }] })
    const members = sdkFor(cloud).database().collection('members')
    const tries = Array.from({ length: 100 }, (_x, n) => members.add({ data: { phone: '138', n } }))
    const refused = (await Promise.allSettled(tries)).filter(({ status }) => status === 'rejected')
    expect(refused).toHaveLength(99)
    await members.add({ data: {} })
    expect(await rejection(members.add({ data: {} }))).toMatchObject({ errCode: -502001 })
    await cloud.close()
    sdkFor(scene.cloud)
  })

  test('of 50 claims by where().update(), one wins', async () => {
    await scene.put([{ status: 'open' }])
    const claims = Array.from({ length: 50 }, (_x, by) =>
      scene
        .things()
        .where({ _id: 0, status: 'open' })
        .update({ data: { status: 'taken', by } }),
    )
    const results = await Promise.all(claims)
    expect(results.reduce((sum, { stats }) => sum + stats.updated, 0)).toBe(1)
  })
})
