import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { SevenFieldCron } from '../../local-cloud/timers/cron'
import { rejection, startTestCloud } from './_support/cloud'

/** Beijing time, as the platform's timers have it. */
const beijing = (text: string): number => Date.parse(`${text}+08:00`)

test.each([
  ['0 */1 * * * * *', '2024-05-06T10:00:30', '2024-05-06T10:01:00'],
  ['0 0 9 * * * *', '2024-05-06T10:00:00', '2024-05-07T09:00:00'],
  ['30 0,30 8-9 * * MON-FRI *', '2024-05-03T09:31:00', '2024-05-06T08:00:30'],
  ['0 0 0 1 1 * 2026', '2024-05-06T10:00:00', '2026-01-01T00:00:00'],
  ['0 0 0 1 * * 2024-2025', '2024-12-15T00:00:00', '2025-01-01T00:00:00'],
])('timer: %s after %s is %s', (expression, after, expected) => {
  expect(new SevenFieldCron(expression).next(beijing(after))).toBe(beijing(expected))
})

test('timer: a year that is past never comes', () => {
  expect(new SevenFieldCron('0 0 0 1 1 * 2020').next(beijing('2024-05-06T10:00:00'))).toBeNull()
})

test.each(['* * * * *', '0 0 25 * * * *', '0 0 0 * * * nineteen', ''])(
  'timer: %j is refused',
  (expression) => {
    expect(() => new SevenFieldCron(expression)).toThrow('is not understood')
  },
)

test("timer: runs its function as nobody, with the timer's event", async () => {
  const cloud = await startTestCloud()
  expect(await cloud.timers.fire('ticker', 'everyMinute')).toEqual({
    event: {
      Type: 'Timer',
      TriggerName: 'everyMinute',
      Time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as string,
      Message: '',
    },
    source: 'wx_trigger',
  })
  expect((await rejection(cloud.timers.fire('ticker', 'never'))).message).toContain('no trigger never')
  await cloud.close()
})

test("timer: follows the cloud's clock, and is caught up once after a long sleep", async () => {
  const cloud = await startTestCloud()
  cloud.clock.set(beijing('2024-05-06T10:00:30'))
  await cloud.timers.runDue()
  await cloud.database.remove('things', {})
  cloud.clock.set(beijing('2024-05-06T10:00:35'))
  await cloud.timers.runDue()
  expect(await cloud.database.count('things')).toBe(0)
  cloud.clock.travel(5 * 3_600_000)
  await cloud.timers.runDue()
  await cloud.timers.runDue()
  expect(await cloud.database.count('things')).toBe(1)
  await cloud.close()
})

test('timer: Time is when it was due, in UTC, not when it ran', async () => {
  const cloud = await startTestCloud()
  cloud.clock.set(beijing('2024-05-06T10:00:30'))
  await cloud.timers.runDue()
  await cloud.database.remove('things', {})
  cloud.clock.set(beijing('2024-05-06T10:01:17'))
  await cloud.timers.runDue()
  expect(await cloud.database.find('things')).toMatchObject([{ tick: '2024-05-06T02:01:00Z' }])
  await cloud.close()
})

test('timer: runs again after the clock has gone back', async () => {
  const cloud = await startTestCloud()
  cloud.clock.set(beijing('2030-01-01T00:00:30'))
  await cloud.timers.runDue()
  cloud.clock.set(beijing('2024-05-06T10:00:30'))
  await cloud.timers.runDue()
  await cloud.database.remove('things', {})
  cloud.clock.set(beijing('2024-05-06T10:01:01'))
  await cloud.timers.runDue()
  expect(await cloud.database.count('things')).toBe(1)
  await cloud.close()
})

test('timer: what was due while the cloud was down is not made up for', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'timers-'))
  let now = beijing('2024-05-06T10:00:30')
  const start = () => startTestCloud({ dataDir, clock: { now: () => now } })
  await (await start()).close()
  now += 5 * 3_600_000
  const cloud = await start()
  await cloud.timers.runDue()
  expect(await cloud.database.count('things')).toBe(0)
  now += 60_000
  await cloud.timers.runDue()
  expect(await cloud.database.count('things')).toBe(1)
  await cloud.close()
  rmSync(dataDir, { recursive: true })
})

test('timer: a function that fails does not stop the others, and is in the log', async () => {
  const cloud = await startTestCloud({ collections: [] })
  cloud.clock.travel(61_000)
  await cloud.timers.runDue()
  expect(cloud.functions.logs()).toMatchObject([{ name: 'ticker', error: expect.any(String) as string }])
  await cloud.close()
})
