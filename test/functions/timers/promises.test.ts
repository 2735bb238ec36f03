import { days, hours, minutes } from '@/domain/shared/time'
import { beijing, clockOf, postOf } from '../../support/clock-of'
import { places } from '../../support/factories/places'
import { everyone, people, useTestCloud } from '../../support/test-cloud'

const test = useTestCloud(everyone())
const clock = clockOf(test)
const groupPath = places.building4
const template = 'TEMPLATE-PROMISE-DUE'
const [toldLeader, toldStaff] = [people.leader, people.staff].map((openid) => [openid, template])
const due = beijing('2025-03-07T18:00:00')
const wakeAt = async () => (await test.cloud.database.find('promises', {}))[0]?.wakeAt

/** The leader promises Li to tell of the lift, for Friday evening. */
async function promised(): Promise<string> {
  for (const openid of [people.leader, people.staff]) test.cloud.consents.grant(openid, template)
  const body = { kind: 'text', text: '电梯什么时候修好？' } as const
  const { seq } = (await test.as(people.li).call('chat.send', { groupPath, body })).message
  const input = { groupPath, seq, words: '物业一有消息，我马上在群里告诉大家', dueAt: due }
  return (await test.as(people.leader).call('promise.make', input)).promise._id
}

it('on the morning of its day whoever made it is told, once', async () => {
  await promised()
  const post = postOf(test)
  clock.set('2025-03-07T08:59:00')
  await clock.minute()
  expect(post()).toEqual([])
  test.cloud.clock.travel(minutes(1))
  await Promise.all([clock.minute(), clock.minute()])
  test.cloud.clock.travel(hours(1))
  await clock.minute()
  expect(post()).toEqual([toldLeader])
  expect(test.cloud.outbox.list().at(-1)).toMatchObject({
    page: 'packages/talk/pages/promises/index',
    data: {
      thing1: { value: '您答应过：物业一有消息，我马上在群里告…' },
      phrase2: { value: '今天回话' },
      time3: { value: '2025年3月7日 18:00' },
    },
  })
  expect(await wakeAt()).toBeNull()
})

it('kept before, nobody is told; put off, on the morning of the other day', async () => {
  const promiseId = await promised()
  const post = postOf(test)
  const reason = '物业还没回话'
  const leader = test.as(people.leader)
  await leader.call('promise.delay', { promiseId, reason, dueAt: due + days(3) })
  clock.set('2025-03-07T10:00:00')
  await clock.minute()
  expect(post()).toEqual([])
  expect(await wakeAt()).toBe(beijing('2025-03-10T09:00:00'))
  await leader.call('promise.keep', { promiseId, words: '修好了' })
  clock.set('2025-03-10T10:00:00')
  await clock.minute()
  expect(post()).toEqual([])
})

it('who made it leads the building no more: the office is told', async () => {
  await promised()
  const post = postOf(test)
  await test.cloud.database.update('accounts', { _id: 'leader-zhou' }, { $set: { roles: [], roleKeys: [] } })
  clock.set('2025-03-07T09:00:00')
  await clock.minute()
  expect(post()).toEqual([toldStaff])
})
