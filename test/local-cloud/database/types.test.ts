import { rejection } from '../_support/cloud'
import { openScene, type Scene } from '../_support/scene'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.cloud.close())

type Data = Record<string, unknown>

const back = async (v: unknown): Promise<unknown> => {
  await scene.put([])
  await scene.things().add({ data: { _id: 'x', v } })
  return (await scene.things().doc('x').get()).data.v
}

const nested = (levels: number): unknown => (levels === 0 ? 1 : { n: nested(levels - 1) })

describe('a round trip keeps', () => {
  test.each<[what: string, value: unknown]>([
    ['an integer', 7],
    ['a negative integer', -7],
    ['an integer beyond 32 bits', 12345678901234],
    ['the greatest safe integer', Number.MAX_SAFE_INTEGER],
    ['a fraction', 0.1],
    ['a very large number', 1e300],
    ['NaN', NaN],
    ['Infinity', Infinity],
    ['-Infinity', -Infinity],
    ['true and false', [true, false]],
    ['null', null],
    ['an empty text', ''],
    ['a text with quotes, lines, and backslashes', '"\\\n\t\u0000'],
    ['Chinese and signs beyond 16 bits', '居民😀👨‍👩‍👧'],
    ['a text that looks like a number', '007'],
    ['a date', new Date('2024-05-06T01:02:03.004Z')],
    ['a date before 1970', new Date(-1)],
    ['an empty array', []],
    ['an empty object', {}],
    ['arrays in arrays', [[1, [2, []]], [{}]]],
    ['objects in arrays in objects', { a: [{ b: [{ c: new Date(5) }] }] }],
    ['null in an array', [1, null, 2]],
    ['keys with spaces and Chinese', { 'a b': 1, 姓名: 2 }],
    ['keys that JavaScript knows', { toString: 1, length: 2 }],
    ['90 levels', nested(90)],
    ['a text of a megabyte', 'x'.repeat(1024 * 1024)],
  ])('%s', async (_what, value) => {
    expect(await back(value)).toEqual(value)
  })

  test('the order of fields', async () => {
    expect(Object.keys((await back({ z: 1, a: 2, m: 3 })) as Data)).toEqual(['z', 'a', 'm'])
  })

  test('no undefined: the SDK leaves it out of objects', async () => {
    expect(await back({ a: undefined, b: { c: undefined } })).toEqual({ b: {} })
  })

  test('a key with a dot is a name of its own, which no path reaches', async () => {
    expect(await back({ 'a.b': 1 })).toEqual({ 'a.b': 1 })
    expect(await scene.found({ 'v.a.b': 1 })).toEqual([])
  })

  test('a server date becomes the time plus its offset, wherever it is', async () => {
    const before = scene.cloud.clock.now()
    const { now, later } = (await back({
      now: scene.db.serverDate(),
      later: [scene.db.serverDate({ offset: 60_000 })],
    })) as {
      now: Date
      later: [Date]
    }
    expect(now.getTime()).toBeGreaterThanOrEqual(before)
    expect(later[0].getTime() - now.getTime()).toBe(60_000)
  })

  test('the server date follows the cloud’s clock', async () => {
    scene.cloud.clock.travel(86_400_000)
    const at = (await back(scene.db.serverDate())) as Date
    scene.cloud.clock.travel(-86_400_000)
    expect(at.getTime()).toBeGreaterThan(scene.cloud.clock.now() + 86_000_000)
  })

  test('a place', async () => {
    expect(await back(new scene.db.Geo.Point(113.5, 23.5))).toMatchObject({
      longitude: 113.5,
      latitude: 23.5,
    })
  })

  test('a regular expression, with its options', async () => {
    expect(await back(/^a.c$/im)).toMatchObject({ pattern: '^a.c$', options: 'im' })
  })

  test.each<[what: string, wire: Data]>([
    ['an object id', { $oid: '507f1f77bcf86cd799439011' }],
    ['bytes', { $binary: { base64: 'AQID', subType: '00' } }],
    ['a timestamp', { $timestamp: { t: 5, i: 1 } }],
    ['a decimal', { $numberDecimal: '1.10' }],
  ])('%s, in the form of the wire', async (_what, wire) => {
    await scene.put([])
    await scene.things().add({ data: { _id: 'x', v: wire } })
    const body = JSON.stringify({ action: 'database.getDocument', collectionName: 'things', query: '{}' })
    const answer = (await (await fetch(`${scene.cloud.url}/admin`, { method: 'POST', body })).json()) as {
      data: { list: string[] }
    }
    expect(JSON.parse(answer.data.list[0] ?? '')).toEqual({ _id: 'x', v: wire })
  })
})

describe('on the wire, numbers have the least type that holds them', () => {
  test.each<[value: number, wire: Data]>([
    [1, { $numberInt: '1' }],
    [2 ** 31, { $numberLong: '2147483648' }],
    [1.5, { $numberDouble: '1.5' }],
    [NaN, { $numberDouble: 'NaN' }],
  ])('%s', async (value, wire) => {
    await scene.put([{ v: value }])
    const body = JSON.stringify({ action: 'database.getDocument', collectionName: 'things', query: '{}' })
    const answer = (await (await fetch(`${scene.cloud.url}/admin`, { method: 'POST', body })).json()) as {
      data: { list: string[] }
    }
    expect((JSON.parse(answer.data.list[0] ?? '') as Data).v).toEqual(wire)
  })

  test('what is no EJSON is INVALID_PARAM', async () => {
    const body = JSON.stringify({ action: 'database.getDocument', collectionName: 'things', query: '{"a":' })
    const answer = (await (await fetch(`${scene.cloud.url}/admin`, { method: 'POST', body })).json()) as Data
    expect(answer.code).toBe('INVALID_PARAM')
  })
})

describe('limits', () => {
  const big = 'x'.repeat(16 * 1024 * 1024)

  test('a document of more than 16 MB is refused: add', async () => {
    const error = await rejection(scene.things().add({ data: { big } }))
    expect(error).toMatchObject({ errCode: -502001 })
    expect(error.errMsg).toContain('an inserted document is too large')
  })

  test('a document of more than 16 MB is refused: update', async () => {
    await scene.put([{ half: big.slice(5_000_000) }])
    const error = await rejection(
      scene
        .things()
        .doc(0)
        .update({ data: { other: big.slice(5_000_000) } }),
    )
    expect(error.errMsg).toContain('Resulting document after update is larger than 16777216')
  })

  test('an answer of more than 16 MB is refused', async () => {
    await scene.put([{ half: big.slice(5_000_000) }, { half: big.slice(5_000_000) }])
    const error = await rejection(scene.things().get())
    expect(error).toMatchObject({ errCode: -502001 })
    expect(error.errMsg).toContain('exceed limit (16MB)')
  })

  test('more than 100 levels are refused', async () => {
    const error = await rejection(scene.things().add({ data: { v: nested(101) } }))
    expect(error).toMatchObject({ errCode: -502001 })
    expect(error.errMsg).toContain('levels of nesting')
  })
})
