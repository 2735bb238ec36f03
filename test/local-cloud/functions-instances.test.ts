import type { LocalCloud } from '../../local-cloud/start-cloud'
import { rejection, startTestCloud } from './_support/cloud'

const ann = { openid: 'openid-ann' }
let cloud: LocalCloud
beforeEach(async () => (cloud = await startTestCloud({ maxInstances: 1 })))
afterEach(() => cloud.close())

const act = (name: string, more: object = {}): Promise<unknown> =>
  cloud.functions.invoke('state', { act: name, ...more }, ann)
const count = (): Promise<unknown> => cloud.functions.invoke('state', {}, ann)
/** Until the function's instance is gone. */
const gone = async (): Promise<void> => {
  const { default: waitFor } = await import('node:timers/promises')
  while (await isAlive()) await waitFor.setImmediate()
}
const isAlive = async (): Promise<boolean> => {
  const answer = await (await fetch(`${cloud.url}/cloud/api/functions`)).json()
  return (answer as { name: string; instances: number }[]).some(
    (one) => one.name === 'state' && one.instances > 0,
  )
}

describe('instance', () => {
  test('module state survives between warm calls', async () => {
    expect([await count(), await count(), await count()]).toEqual([1, 2, 3])
  })

  test('one request at a time: those that wait get the same instance in turn', async () => {
    expect(await Promise.all([count(), count(), count()])).toEqual([1, 2, 3])
  })

  test('a thrown error does not end it', async () => {
    await count()
    await rejection(act('throwText'))
    expect(await count()).toBe(3)
  })

  test('process.exit fails the call with 439 and ends it: the next call begins anew', async () => {
    await count()
    const error = await rejection(act('exit'))
    expect(error).toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL', errCode: -504002 })
    expect(JSON.parse(String(error.message))).toMatchObject({
      errorMessage: 'Process exited before completing request',
      statusCode: 439,
    })
    expect(await count()).toBe(1)
  })

  test.each([
    ['process.exit', 'exitLater'],
    ['an unhandled rejection', 'rejectLater'],
  ])('%s after the answer ends it while idle: the next call begins anew', async (_what, name) => {
    expect(await act(name)).toBeNull()
    await gone()
    expect(await count()).toBe(1)
  })

  test('an exception outside the call stack fails the running call', async () => {
    const error = await rejection(act('throwDuring'))
    expect(JSON.parse(String(error.message))).toMatchObject({
      errorMessage: 'out of the blue',
      statusCode: 430,
    })
    expect(await count()).toBe(1)
  })

  test('more memory than memorySize fails the call with 434 MemoryLimitReached and ends it', async () => {
    const error = await rejection(act('hog'))
    expect(error).toMatchObject({ errCode: -504002 })
    expect(JSON.parse(String(error.message))).toMatchObject({
      errorMessage: 'MemoryLimitReached: more than 64MB',
      statusCode: 434,
    })
    expect(await count()).toBe(1)
  })

  test('a timeout ends it: the next call begins anew', async () => {
    await rejection(cloud.functions.invoke('sleepy', {}, ann))
    expect(cloud.functions.logs().at(-1)).toMatchObject({
      error: 'Invoking task timed out after 0.2 seconds',
    })
    await rejection(cloud.functions.invoke('sleepy', {}, ann))
    expect(cloud.functions.logs().map(({ cold }) => cold)).toEqual([true, true])
  })
})

describe('result', () => {
  test.each([
    ['undefined', 'nothing', null],
    ['a Date', 'date', '1970-01-01T00:00:00.000Z'],
    ['a text', 'text', 'plain'],
    ['a number', 'number', 42],
  ])('%s travels as JSON', async (_what, name, expected) => {
    expect(await act(name)).toEqual(expected)
  })

  test.each([
    ['a circle', 'circle', /circular/],
    ['a BigInt', 'bigint', /BigInt/],
  ])('%s is no JSON: the call fails with the reason', async (_what, name, reason) => {
    expect(await rejection(act(name))).toMatchObject({
      errCode: -504002,
      message: expect.stringMatching(reason) as string,
    })
  })

  test.each([
    ['a text', 'throwText', 'just a text'],
    ['an object', 'throwObject', '{"code":7}'],
  ])('%s that is thrown is told in errorMessage', async (_what, name, message) => {
    expect(JSON.parse(String((await rejection(act(name))).message))).toMatchObject({
      errorCode: 1,
      errorMessage: message,
      statusCode: 430,
    })
  })
})

describe('log', () => {
  test('has what the module wrote while loading, in the first call only', async () => {
    await count()
    await count()
    expect(cloud.functions.logs().map(({ lines }) => lines)).toEqual([
      [{ level: 'log', text: 'loading' }],
      [],
    ])
  })

  test('has every level of the console, formatted', async () => {
    await count()
    await act('levels')
    const levels = ['debug', 'log', 'info', 'warn', 'error']
    expect(cloud.functions.logs()[1]?.lines).toEqual(levels.map((level) => ({ level, text: `${level}!` })))
  })

  test('tells cold calls, with the time of loading, from warm ones', async () => {
    await count()
    await count()
    expect(cloud.functions.logs()).toMatchObject([
      { cold: true, loadMs: expect.any(Number) as number },
      { cold: false, loadMs: null },
    ])
  })

  test('has the error of a call that failed', async () => {
    await rejection(act('throwText'))
    expect(cloud.functions.logs()[0]?.error).toContain('just a text')
  })
})
