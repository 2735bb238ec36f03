import { cpSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { LocalCloud } from '../../local-cloud/start-cloud'
import { clientOf, functionsDir, rejection, startTestCloud } from './_support/cloud'

let cloud: LocalCloud
const ann = { openid: 'openid-ann' }

beforeAll(async () => {
  cloud = await startTestCloud()
  await cloud.database.insert('things', [{ _id: 'counter', n: 0 }])
})
afterAll(() => cloud.close())

test('function: sees who calls, in event and context', async () => {
  const answer = await cloud.functions.invoke('echo', { a: 1 }, ann)
  expect(answer).toMatchObject({
    event: { a: 1, userInfo: { openId: 'openid-ann' } },
    openid: 'openid-ann',
    source: 'wx_client',
    namespace: 'test',
  })
})

test('function: 40 concurrent callers are never mixed up', async () => {
  const callers = Array.from({ length: 40 }, (_, i) => `openid-${i}`)
  const answers = await Promise.all(
    callers.map((openid) => cloud.functions.invoke('echo', { wait: 5 }, { openid })),
  )
  expect(answers.map((answer) => (answer as { openid: string }).openid)).toEqual(callers)
  expect(answers.map((answer) => (answer as { later: string }).later)).toEqual(callers)
})

test('function: a nested call keeps its caller, whatever the data pretend', async () => {
  const answer = await cloud.functions.invoke('nested', { pretend: 'openid-mallory' }, ann)
  expect(answer).toMatchObject({ event: { from: 'nested' }, openid: 'openid-ann' })
})

test('function: what it throws is an execution failure with its message', async () => {
  const error = await rejection(cloud.functions.invoke('echo', { fail: 'out of tea' }, ann))
  expect(error).toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL', errCode: -504002 })
  expect(error.message).toContain('out of tea')
})

test('function: one that sleeps too long is ended, and the next call gets a new instance', async () => {
  for (let i = 0; i < 2; i++) {
    const error = await rejection(cloud.functions.invoke('sleepy', {}, ann))
    expect(error).toMatchObject({ errCode: -504003, message: 'Invoking task timed out after 0.2 seconds' })
  }
  const calls = cloud.functions.logs().filter(({ name }) => name === 'sleepy')
  expect(calls.map(({ cold }) => cold)).toEqual([true, true])
  expect(calls[0]?.lines).toContainEqual({ level: 'log', text: 'going to sleep' })
})

test('function: one that cannot load fails each call and does not stop others', async () => {
  const error = await rejection(cloud.functions.invoke('broken', {}, ann))
  expect(error).toMatchObject({ errCode: -504002 })
  expect(error.message).toContain('no such module here')
})

test('function: an unknown name is not found', async () => {
  const error = await rejection(cloud.functions.invoke('../echo', {}, ann))
  expect(error).toMatchObject({ code: 'FUNCTION_NOT_FOUND', errCode: -501000 })
})

test('function: warm instances are used again, never more than the limit', async () => {
  const own = await startTestCloud({ maxInstances: 2 })
  await Promise.all(Array.from({ length: 10 }, () => own.functions.invoke('clock', {}, ann)))
  await own.functions.invoke('clock', {}, ann)
  const cold = own.functions.logs().filter((call) => call.cold)
  expect(cold.length).toBeLessThanOrEqual(2)
  await own.close()
})

test('function: its clock travels with the cloud', async () => {
  const before = (await cloud.functions.invoke('clock', {}, ann)) as { now: number }
  cloud.clock.travel(3_600_000)
  const after = (await cloud.functions.invoke('clock', {}, ann)) as Record<string, number>
  expect(after.now).toBeGreaterThanOrEqual(before.now + 3_600_000)
  expect(Math.abs(Number(after.date) - Number(after.now))).toBeLessThan(50)
  expect(after).toMatchObject({ isDate: true, year: 1970 })
  cloud.clock.set(Date.UTC(2030, 0, 1))
  const set = (await cloud.functions.invoke('clock', {}, ann)) as { now: number }
  expect(new Date(set.now).getUTCFullYear()).toBe(2030)
  cloud.clock.set(Date.now())
})

test('function: 12 concurrent transactions on one counter all count', async () => {
  await Promise.all(Array.from({ length: 12 }, () => cloud.functions.invoke('bump', { id: 'counter' }, ann)))
  expect(await cloud.database.get('things', 'counter')).toMatchObject({ n: 12 })
})

test('log: has the lines, the time, and the database round trips of each call', async () => {
  await cloud.functions.invoke('talk', { id: 'counter' }, ann)
  const call = cloud.functions.logs().at(-1)
  expect(call).toMatchObject({ name: 'talk', openid: 'openid-ann', roundTrips: 2, error: null })
  expect(call?.lines).toEqual([
    { level: 'log', text: "looking for { id: 'counter' }" },
    { level: 'error', text: 'done' },
  ])
  expect(call?.ms).toBeGreaterThan(0)
})

test('client: more than 100 KB of data is refused', async () => {
  const client = clientOf(cloud, cloud.personas.create({ name: 'Ann' }))
  const error = await rejection(client.callFunction({ name: 'echo', data: { text: 'x'.repeat(101 * 1024) } }))
  expect(error.errMsg).toContain('exceed max size 100KB')
})

test('client: errors have errCode and errMsg', async () => {
  const client = clientOf(cloud, cloud.personas.create({ name: 'Ann' }))
  const error = await rejection(client.callFunction({ name: 'echo', data: { fail: 'no' } }))
  expect(error).toEqual({
    errCode: -504002,
    errMsg: expect.stringMatching(/^cloud.callFunction:fail .*no/) as string,
  })
})

test('developer: a changed function is loaded anew', async () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'functions-'))
  cpSync(path.join(functionsDir, 'clock'), path.join(dir, 'clock'), { recursive: true })
  const own = await startTestCloud({ functionsDir: dir })
  await own.functions.invoke('clock', {}, ann)
  const entry = path.join(dir, 'clock', 'index.js')
  writeFileSync(entry, "exports.main = async () => 'new'")
  utimesSync(entry, new Date(), new Date(Date.now() + 5000))
  expect(await own.functions.invoke('clock', {}, ann)).toBe('new')
  await own.close()
  rmSync(dir, { recursive: true })
})
