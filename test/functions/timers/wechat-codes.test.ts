import { newSettings, type GroupSettings } from '@/domain/group/schema'
import { days, hours, minutes } from '@/domain/shared/time'
import { aGrant, aLeader } from '../../support/factories/account'
import { beijing, clockOf, postOf } from '../../support/clock-of'
import { places } from '../../support/factories/places'
import { everyone, people, useTestCloud } from '../../support/test-cloud'
import { signalId } from '../../support/signal-id'

const second = aLeader({
  _id: 'leader-second',
  nickname: '副组长',
  roles: [aGrant('microGridLeader', places.building4)],
})
const test = useTestCloud([...everyone(), second])
const clock = clockOf(test)
const groupPath = places.building4
const template = 'TEMPLATE-CODE-EXPIRES'
const [told, toldSecond, toldStaff] = [people.leader, second.openid, people.staff].map((openid) => [
  openid,
  template,
])

const put = async (left: number): Promise<void> => {
  for (const openid of [people.leader, second.openid, people.staff])
    test.cloud.consents.grant(openid, template)
  const wechatCode = { fileId: 'cloud://test/code.png', expiresAt: test.cloud.clock.now() + left }
  await test.as(people.leader).call('group.putWechatCode', { groupPath, version: 0, wechatCode })
}
const wakeAt = async () => (await test.cloud.database.find('groups', {}))[0]?.wakeAt
const signal = async (topic: string): Promise<number> =>
  Number((await test.cloud.database.find('signals', { _id: signalId(topic) }))[0]?.n ?? 0)

it('a day before it expires, whoever put it up is told, once, and their phone asks', async () => {
  await put(days(5))
  const post = postOf(test)
  const before = await signal('user:leader-zhou')
  test.cloud.clock.travel(days(4) - minutes(1))
  await clock.minute()
  expect(post()).toEqual([])
  test.cloud.clock.travel(minutes(1))
  for (let n = 0; n < 3; n += 1) {
    await clock.minute()
    test.cloud.clock.travel(hours(1))
  }
  expect(post()).toEqual([told])
  expect(await signal('user:leader-zhou')).toBe(before + 1)
  expect(await wakeAt()).toBeNull()
  test.cloud.clock.travel(days(1))
  await clock.minute()
  expect(post()).toEqual([told])
})

it('two runs at once: one message', async () => {
  await put(hours(20))
  const post = postOf(test)
  await Promise.all([clock.minute(), clock.minute()])
  await clock.minute()
  expect(post()).toEqual([told])
})

it('at night it waits for the morning', async () => {
  clock.set('2025-03-05T23:30:00')
  await put(days(1))
  const post = postOf(test)
  await clock.minute()
  expect(post()).toEqual([])
  expect(await wakeAt()).toBe(beijing('2025-03-06T07:00:00'))
  clock.set('2025-03-06T07:00:00')
  await clock.minute()
  expect(post()).toEqual([told])
})

it('who put it up leads the building no more: another leader is told; where there is none, staff', async () => {
  await put(hours(20))
  const post = postOf(test)
  await test.cloud.database.update('accounts', { _id: 'leader-zhou' }, { $set: { roles: [], roleKeys: [] } })
  await clock.minute()
  expect(post()).toEqual([toldSecond])
  const leaderless = { roles: [], roleKeys: [] }
  await test.cloud.database.update('accounts', { _id: second._id }, { $set: leaderless })
  await test.cloud.database.update('groups', {}, { $set: { wakeAt: test.cloud.clock.now() } })
  await clock.minute()
  expect(post()).toEqual([toldSecond, toldStaff])
})

it('a code that has gone, or has expired, reminds of nothing', async () => {
  const now = test.cloud.clock.now()
  const by = { userId: 'leader-zhou', name: '周组长' }
  const rows: GroupSettings[] = [
    { ...newSettings(places.building4), wakeAt: now },
    {
      ...newSettings(places.building5),
      wakeAt: now,
      wechatCode: { fileId: 'cloud://test/code.png', expiresAt: now, by },
    },
  ]
  await test.cloud.database.insert('groups', rows)
  const post = postOf(test)
  await clock.minute()
  expect(post()).toEqual([])
  expect(await test.cloud.database.find('groups', { wakeAt: { $ne: null } })).toEqual([])
})

it('who agreed to no message is not called otherwise: their phone asks when it is opened', async () => {
  await put(hours(20))
  await test.cloud.database.update('accounts', {}, { $set: { consents: {} } })
  const before = await signal('user:leader-zhou')
  await clock.minute()
  expect(await wakeAt()).toBeNull()
  expect(await signal('user:leader-zhou')).toBe(before + 1)
})
