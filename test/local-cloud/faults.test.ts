import { FaultDial } from '../../local-cloud/faults/fault-dial'
import { parseFaults } from '../../local-cloud/faults/parse-faults'
import type { LocalCloud } from '../../local-cloud/start-cloud'
import { clientOf, rejection, startTestCloud } from './_support/cloud'
import { sdkFor } from './_support/sdk'

/** A dial that notes how long it slept. */
const openDial = (): { dial: FaultDial; slept: number[] } => {
  const slept: number[] = []
  const dial = new FaultDial((ms) => Promise.resolve(void slept.push(ms)))
  return { dial, slept }
}
/** What became of so many requests: `ok`, or the code. */
const outcomes = async (dial: FaultDial, count: number): Promise<string[]> => {
  const all: string[] = []
  for (let i = 0; i < count; i++) {
    all.push(
      await dial.around('client', 'function', () => 'ok').catch((error: { code: string }) => error.code),
    )
  }
  return all
}

describe('dial', () => {
  test('off: does the work once, and sleeps never', async () => {
    const { dial, slept } = openDial()
    let done = 0
    expect(await dial.around('client', 'database', () => ++done)).toBe(1)
    expect(slept).toEqual([])
  })

  test('latencyMs and latencyMsByKind add up, for that kind', async () => {
    const { dial, slept } = openDial()
    Object.assign(dial.settings, { latencyMs: 30, latencyMsByKind: { database: 50 } })
    await dial.around('client', 'database', () => 0)
    await dial.around('client', 'openapi', () => 0)
    expect(slept).toEqual([80, 30])
  })

  test('failRate: fails with SYS_ERR before the work', async () => {
    const { dial } = openDial()
    dial.settings.failRate = 1
    let done = 0
    await expect(dial.around('client', 'storage', () => ++done)).rejects.toMatchObject({ code: 'SYS_ERR' })
    expect(done).toBe(0)
  })

  test('failAfterRate: the work is done, and SERVER_TIMEOUT answers', async () => {
    const { dial } = openDial()
    dial.settings.failAfterRate = 1
    let done = 0
    await expect(dial.around('client', 'storage', () => ++done)).rejects.toMatchObject({
      code: 'SERVER_TIMEOUT',
    })
    expect(done).toBe(1)
  })

  test('duplicateRate: the work is done twice, and the second answers', async () => {
    const { dial } = openDial()
    dial.settings.duplicateRate = 1
    let done = 0
    expect(await dial.around('client', 'function', () => ++done)).toBe(2)
  })

  test('duplicateRate: where the first fails, the second still answers', async () => {
    const { dial } = openDial()
    dial.settings.duplicateRate = 1
    let done = 0
    const work = (): number => {
      if (++done === 1) throw new Error('first')
      return done
    }
    expect(await dial.around('client', 'function', work)).toBe(2)
  })

  test('seed: the same seed gives the same faults, another one others', async () => {
    const { dial } = openDial()
    Object.assign(dial.settings, { failRate: 0.3, failAfterRate: 0.3, seed: 7 })
    const first = await outcomes(dial, 60)
    dial.settings.seed = 8
    const other = await outcomes(dial, 60)
    dial.settings.seed = 7
    expect(await outcomes(dial, 60)).toEqual(first)
    expect(other).not.toEqual(first)
    expect(new Set(first)).toEqual(new Set(['ok', 'SYS_ERR', 'SERVER_TIMEOUT']))
  })

  test.each([
    ['clients', ['SYS_ERR', 'ok']],
    ['functions', ['ok', 'SYS_ERR']],
    ['everyone', ['SYS_ERR', 'SYS_ERR']],
  ] as const)('scope %s: client and function get %j', async (scope, expected) => {
    const { dial } = openDial()
    Object.assign(dial.settings, { failRate: 1, scope })
    const outcome = (asker: 'client' | 'function') =>
      dial.around(asker, 'database', () => 'ok').catch((error: { code: string }) => error.code)
    expect([await outcome('client'), await outcome('function')]).toEqual(expected)
  })

  test('reset turns everything off', async () => {
    const { dial } = openDial()
    Object.assign(dial.settings, { failRate: 1, latencyMs: 9, latencyMsByKind: { storage: 1 } })
    dial.reset()
    expect(await outcomes(dial, 5)).toEqual(Array(5).fill('ok'))
    expect(dial.settings).toMatchObject({ failRate: 0, latencyMs: 0, latencyMsByKind: {} })
  })
})

test.each([
  [{ failRate: 1.1 }, 'failRate'],
  [{ failRate: '1' }, 'failRate'],
  [{ latencyMs: -1 }, 'latencyMs'],
  [{ latencyMsByKind: { watch: 1 } }, 'latencyMsByKind'],
  [{ latencyMsByKind: { database: -1 } }, 'latencyMsByKind'],
  [{ scope: 'nobody' }, 'scope'],
  [{ seed: 1.5 }, 'seed'],
  [{ explode: 1 }, 'explode'],
  [null, 'faults must be an object'],
])('settings %j are refused by name', (given, name) => {
  expect(() => parseFaults(given)).toThrow(name)
})

describe('doors', () => {
  let cloud: LocalCloud
  beforeAll(async () => (cloud = await startTestCloud()))
  beforeEach(() => cloud.database.remove('things', {}))
  afterEach(() =>
    Object.assign(cloud.faults, { failRate: 0, failAfterRate: 0, duplicateRate: 0, scope: 'clients' }),
  )
  afterAll(() => cloud.close())
  const client = (): ReturnType<typeof clientOf> =>
    clientOf(cloud, cloud.personas.create({ id: 'ann', name: 'Ann' }))
  const add = () => client().callFunction({ name: 'caller', data: { act: 'add', data: { a: 1 } } })

  test('client: a call that fails before it takes effect: -501001, and nothing is stored', async () => {
    cloud.faults.failRate = 1
    expect(await rejection(add())).toMatchObject({ errCode: -501001 })
    expect(await cloud.database.count('things')).toBe(0)
  })

  test('client: a call whose answer is lost: -501002, and it is stored', async () => {
    cloud.faults.failAfterRate = 1
    expect(await rejection(add())).toMatchObject({ errCode: -501002 })
    expect(await cloud.database.count('things')).toBe(1)
  })

  test('client: a call that arrives twice runs the function twice with the same event', async () => {
    cloud.faults.duplicateRate = 1
    const before = cloud.functions.logs().length
    await add()
    expect(await cloud.database.find('things')).toMatchObject([{ a: 1 }, { a: 1 }])
    expect(cloud.functions.logs().slice(before)).toMatchObject([{ name: 'caller' }, { name: 'caller' }])
  })

  test('client: an upload and a download fail and are lost as calls are', async () => {
    const put = () => client().uploadFile({ cloudPath: 'a.txt', filePath: Buffer.from('x') })
    const { fileID } = await put()
    cloud.faults.failRate = 1
    expect(await rejection(client().downloadFile({ fileID }))).toMatchObject({ errCode: -501001 })
    cloud.faults.failRate = 0
    const { fileList } = await client().getTempFileURL({ fileList: [fileID] })
    cloud.faults.failRate = 1
    expect((await fetch(fileList[0]?.tempFileURL ?? '')).status).toBe(500)
  })

  test("function: its SDK's requests suffer where scope says so, and only there", async () => {
    cloud.faults.failRate = 1
    const things = sdkFor(cloud).database().collection('things')
    await things.add({ data: { a: 1 } })
    cloud.faults.scope = 'functions'
    expect(String((await rejection(things.add({ data: { a: 2 } }))).errMsg)).toContain(
      'the fault dial failed',
    )
    expect(await cloud.database.count('things')).toBe(1)
  })

  test('function: a duplicated insert with an id of its own fails on the second: E11000', async () => {
    Object.assign(cloud.faults, { duplicateRate: 1, scope: 'functions' })
    const error = await rejection(
      sdkFor(cloud)
        .database()
        .collection('things')
        .add({ data: { _id: 'one' } }),
    )
    expect(String(error.errMsg)).toContain('E11000')
    expect(await cloud.database.count('things')).toBe(1)
  })
})
