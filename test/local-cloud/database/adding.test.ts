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
const stored = (): Promise<Data[]> => scene.cloud.database.find('things', {}, { sort: { _id: 1 } })

describe('add', () => {
  beforeEach(() => scene.put([]))

  test('one: gives its id, which is made where missing', async () => {
    const added = await scene.things().add({ data: { a: 1 } })
    expect(added).toEqual({
      _id: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      errMsg: 'collection.add:ok',
    })
    expect(await stored()).toEqual([{ _id: added._id, a: 1 }])
  })

  test('many: gives their ids in order', async () => {
    const { _ids } = await scene.things().add({ data: [{ _id: 'b' }, { n: 1 }, { _id: 'a' }] })
    expect([_ids[0], _ids[2]]).toEqual(['b', 'a'])
    expect(await stored()).toHaveLength(3)
  })

  test.each<[rule: string, id: unknown]>([
    ['a text', 'x'],
    ['a number', 7],
    ['a fraction', 1.5],
    ['true', true],
    ['a date', new Date(5)],
    ['an object', { a: 1 }],
  ])('an id may be %s', async (_rule, id) => {
    await scene.things().add({ data: { _id: id, a: 1 } })
    const { data } = await scene
      .things()
      .where({ _id: _.eq(id) })
      .get()
    expect(data).toEqual([{ _id: id, a: 1 }])
  })

  test.each<[rule: string, id: unknown, message: string]>([
    ['an array', [1], "The '_id' value cannot be of type array"],
    ['an expression', /a/, "The '_id' value cannot be of type regex"],
  ])('an id may not be %s', async (_rule, id, message) => {
    const error = await rejection(scene.things().add({ data: { _id: id } }))
    expect(error).toMatchObject({ errCode: -502001 })
    expect(error.errMsg).toContain(message)
  })

  test('an empty document', async () => {
    const { _id } = await scene.things().add({ data: {} })
    expect(await stored()).toEqual([{ _id }])
  })

  test('an id that is taken is -502001 with E11000, and names it', async () => {
    await scene.things().add({ data: { _id: 'a', n: 1 } })
    const error = await rejection(scene.things().add({ data: { _id: 'a', n: 2 } }))
    expect(error).toMatchObject({ errCode: -502001 })
    expect(error.errMsg).toContain(
      'E11000 duplicate key error collection: tnt-local.things index: _id_ dup key: { : "a" }',
    )
    expect(await stored()).toEqual([{ _id: 'a', n: 1 }])
  })

  test('many with one id twice: none is added', async () => {
    expect(await rejection(scene.things().add({ data: [{ _id: 'a' }, { _id: 'a' }] }))).toMatchObject({
      errCode: -502001,
    })
    expect(await stored()).toEqual([])
  })

  test.each<[rule: string, data: Data, message: string]>([
    ['a name with a dollar', { $a: 1 }, "The dollar ($) prefixed field '$a'"],
    ['a name with a dollar further down', { a: [{ $b: 1 }] }, "The dollar ($) prefixed field '$b'"],
  ])('refused: %s', async (_rule, data, message) => {
    expect((await rejection(scene.things().add({ data }))).errMsg).toContain(message)
  })

  test('nothing to add is -501007', async () => {
    const nothing = {} as { data: Data }
    expect(await rejection(scene.things().add(nothing))).toMatchObject({ errCode: -501007 })
  })
})

describe('doc().set', () => {
  test('makes a document', async () => {
    await scene.put([])
    const made = await scene
      .things()
      .doc('new')
      .set({ data: { a: 1 } })
    expect(made).toEqual({ _id: 'new', stats: { updated: 0, created: 1 }, errMsg: 'document.set:ok' })
    expect(await stored()).toEqual([{ _id: 'new', a: 1 }])
  })

  test('replaces the whole document', async () => {
    await scene.put([{ _id: 'x', a: 1, b: { c: 1 } }])
    expect(
      await scene
        .things()
        .doc('x')
        .set({ data: { b: { d: 1 } } }),
    ).toMatchObject({ stats: { updated: 1, created: 0 } })
    expect(await stored()).toEqual([{ _id: 'x', b: { d: 1 } }])
  })

  test('a date of the server', async () => {
    await scene.put([])
    await scene
      .things()
      .doc('x')
      .set({ data: { at: scene.db.serverDate() } })
    expect((await stored())[0]?.at).toBeInstanceOf(Date)
  })

  test('by what is there already counts no change', async () => {
    await scene.put([{ _id: 'x', a: 1 }])
    expect(
      await scene
        .things()
        .doc('x')
        .set({ data: { a: 1 } }),
    ).toMatchObject({
      stats: { updated: 0, created: 0 },
    })
  })

  test.each<[rule: string, data: () => Data, errCode: number, message: string]>([
    ['_id among the data', () => ({ _id: 'x', a: 1 }), -501007, '不能更新_id的值'],
    ['operators', () => ({ a: _.inc(1) }), -502001, 'update operator complicit'],
    ['nested operators', () => ({ a: { b: _.push(1) } }), -502001, 'update operator complicit'],
    ['no data', () => ({}), -1, 'options.data'],
  ])('refused by the SDK: %s', async (_rule, data, errCode, message) => {
    await scene.put([{ _id: 'x', a: 1 }])
    const error = await rejection(scene.things().doc('x').set({ data: data() }))
    expect(error.errMsg ?? error.message).toContain(message)
    if (errCode !== -1) expect(error.errCode).toBe(errCode)
    expect(await stored()).toEqual([{ _id: 'x', a: 1 }])
  })
})
