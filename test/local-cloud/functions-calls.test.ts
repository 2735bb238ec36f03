import type { LocalCloud } from '../../local-cloud/start-cloud'
import { clientOf, rejection, startTestCloud } from './_support/cloud'
import { sdkFor } from './_support/sdk'

interface Answer {
  wx: Record<string, unknown>
  env: Record<string, string>
  context: Record<string, unknown>
  next: Answer | null
}
interface CallingSdk {
  callFunction(call: object): Promise<{ result: unknown; errMsg: string; requestID: string }>
}

const ann = { openid: 'openid-ann' }
const KB = 1024
const MB = 1024 * KB
let cloud: LocalCloud
let sdk: CallingSdk
beforeAll(async () => {
  cloud = await startTestCloud({ appId: 'wx1234567890abcdef' })
  sdk = sdkFor(cloud) as unknown as CallingSdk
})
afterAll(() => cloud.close())

const whoami = async (data: object = {}, source?: string): Promise<Answer> =>
  (await cloud.functions.invoke('whoami', data, { ...ann, ...(source ? { source } : {}) })) as Answer

describe('getWXContext', () => {
  test('has OPENID, APPID, ENV, SOURCE and CLIENTIP, and never the token', async () => {
    const { wx } = await whoami()
    expect(wx).toEqual({
      OPENID: 'openid-ann',
      APPID: 'wx1234567890abcdef',
      ENV: 'test',
      SOURCE: 'wx_client',
      CLIENTIP: '127.0.0.1',
    })
  })

  test.each(['wx_client', 'wx_devtools', 'wx_http'])(
    'SOURCE %s is carried through a chain',
    async (source) => {
      const { wx, next } = await whoami({ next: 'whoami', data: { next: 'whoami' } }, source)
      expect([wx.SOURCE, next?.wx.SOURCE, next?.next?.wx.SOURCE]).toEqual([
        source,
        `${source},scf`,
        `${source},scf,scf`,
      ])
      expect(next?.next?.wx.OPENID).toBe('openid-ann')
    },
  )

  test('without a user there is no OPENID, also in what is called in turn', async () => {
    const answer = (await sdk.callFunction({ name: 'whoami', data: { next: 'whoami' } })).result as Answer
    expect([answer.wx.OPENID, answer.next?.wx.OPENID]).toEqual([undefined, undefined])
  })
})

describe('environment', () => {
  test.each([
    ['TENCENTCLOUD_RUNENV', 'SCF'],
    ['SCF_NAMESPACE', 'test'],
    ['SCF_FUNCTIONNAME', 'whoami'],
    ['SCF_FUNCTIONVERSION', '$LATEST'],
    ['TCB_ENV', 'test'],
    ['TCB_SOURCE', 'wx_client'],
    ['WX_OPENID', 'openid-ann'],
    ['WX_APPID', 'wx1234567890abcdef'],
    ['MEMORY_LIMIT', '256'],
  ])('%s is %s', async (key, value) => {
    expect((await whoami()).env[key]).toBe(value)
  })

  test.each([
    'TENCENTCLOUD_REGION',
    'TENCENTCLOUD_SECRETID',
    'TENCENTCLOUD_SECRETKEY',
    'TENCENTCLOUD_SESSIONTOKEN',
  ])('%s is set', async (key) => {
    expect((await whoami()).env[key]).toEqual(expect.stringMatching(/./))
  })

  test('what the host program has in its environment is not there', async () => {
    process.env.HOST_SECRET = 'x'
    expect((await whoami()).env.HOST_SECRET).toBeUndefined()
  })

  test("context has the call's id, names and limits, and the environment as JSON", async () => {
    const { context } = await whoami()
    expect(context).toMatchObject({
      request_id: cloud.functions.logs().at(-1)?.requestId,
      function_name: 'whoami',
      function_version: '$LATEST',
      namespace: 'test',
      memory_limit_in_mb: 256,
      time_limit_in_ms: 3000,
    })
    expect(JSON.parse(String(context.environment))).toMatchObject({ WX_OPENID: 'openid-ann' })
    expect(context.getRemainingTimeInMillis).toBeLessThanOrEqual(3000)
  })
})

describe('callFunction of the SDK', () => {
  const call = async (name: string, data: object = {}): Promise<Record<string, unknown>> =>
    rejection(sdk.callFunction({ name, data }))

  test('gives result, errMsg and requestID', async () => {
    expect(await sdk.callFunction({ name: 'state', data: { act: 'number' } })).toEqual({
      result: 42,
      errMsg: 'callFunction:ok',
      requestID: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
    })
  })

  test('a function that throws: FUNCTIONS_EXECUTE_FAIL, with what it threw', async () => {
    const error = await call('echo', { fail: 'out of tea' })
    expect(error).toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' })
    expect(error.errMsg).toMatch(/^callFunction:fail .*"errorMessage":"out of tea"/)
  })

  test('a function that takes too long is told in words', async () => {
    expect(await call('sleepy')).toMatchObject({
      code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
      errMsg: expect.stringContaining('Invoking task timed out after 0.2 seconds') as string,
    })
  })

  test('an unknown function is told by name', async () => {
    expect(await call('nowhere')).toMatchObject({
      code: 'FUNCTION_NOT_FOUND',
      errMsg: expect.stringContaining('FunctionName parameter could not be found: nowhere') as string,
    })
  })

  test('an error of a nested call is one of the caller, who may catch it', async () => {
    const answer = await cloud.functions.invoke('caller', { act: 'callFunction', name: 'broken' }, ann)
    expect(answer).toMatchObject({
      code: 'FUNCTIONS_EXECUTE_FAIL',
      errMsg: expect.stringContaining('no such module here') as string,
    })
  })
})

describe('size', () => {
  const client = (): ReturnType<typeof clientOf> =>
    clientOf(cloud, cloud.personas.create({ id: 'ann', name: 'Ann' }))

  test('100 KB of data from a client is too much, and the function does not run', async () => {
    const before = cloud.functions.logs().filter(({ name }) => name === 'state').length
    const error = await rejection(
      client().callFunction({ name: 'state', data: { text: 'x'.repeat(100 * KB) } }),
    )
    expect(error).toMatchObject({ errMsg: expect.stringContaining('data exceed max size') as string })
    const calls = cloud.functions.logs().filter(({ name }) => name === 'state')
    expect(calls.slice(before).every(({ cold, ms }) => !cold && ms === 0)).toBe(true)
  })

  test('99 KB of data from a client is fine', async () => {
    const data = { act: 'number', text: 'x'.repeat(99 * KB) }
    expect((await client().callFunction({ name: 'state', data })).result).toBe(42)
  })

  test('1 MB of answer to a client is too much: -604001', async () => {
    const error = await rejection(client().callFunction({ name: 'state', data: { act: 'big', size: MB } }))
    expect(error).toMatchObject({
      errCode: -604001,
      errMsg: expect.stringContaining('cloudfunction result size exceed limit (1MB)') as string,
    })
  })

  test('between functions 2 MB both ways are fine', async () => {
    const data = { act: 'big', size: 2 * MB, text: 'x'.repeat(2 * MB) }
    expect(String((await sdk.callFunction({ name: 'state', data })).result)).toHaveLength(2 * MB)
  })

  test.each([
    ['event', { text: 'x'.repeat(6 * MB) }, 'RequestTooLarge'],
    ['answer', { act: 'big', size: 6 * MB }, 'The size of response exceeds the upper limit (6MB)'],
  ])('between functions 6 MB of %s is too much', async (_what, data, message) => {
    const error = await rejection(sdk.callFunction({ name: 'state', data }))
    expect(error).toMatchObject({
      code: 'FUNCTIONS_EXECUTE_FAIL',
      errMsg: expect.stringContaining(message) as string,
    })
  })
})

describe('openapi permissions of config.json', () => {
  test('what is listed may be called', async () => {
    expect(await cloud.functions.invoke('caller', { act: 'check' }, ann)).toMatchObject({ errCode: 0 })
  })

  test('what is not listed: -604101 function has no permission to call this API', async () => {
    expect(await cloud.functions.invoke('caller', { act: 'code' }, ann)).toMatchObject({
      errCode: -604101,
      message:
        'errCode: -604101 function has no permission to call this API | errMsg: system error: error code: -604101',
    })
  })
})
