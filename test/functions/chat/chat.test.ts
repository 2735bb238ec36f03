import { places } from '../../support/factories/places'
import { nextRequestId } from '../../support/request-id'
import { people, useTestCloud } from '../../support/test-cloud'

const test = useTestCloud()

const groupPath = places.building4
const say = (who: string, text: string, requestId?: string) =>
  test.as(who).call('chat.send', { groupPath, body: { kind: 'text', text } }, requestId)
const heard = async (who: string, input: { before?: number; after?: number; limit?: number } = {}) =>
  (await test.as(who).call('chat.history', { groupPath, ...input })).items

it('what many say at once stands in one order for all, without a gap and without a loss', async () => {
  const speakers = [people.li, people.leader, people.staff]
  await Promise.all(Array.from({ length: 30 }, (_, n) => say(speakers[n % 3]!, `第 ${n} 句`)))
  const [li, leader] = [await heard(people.li, { limit: 100 }), await heard(people.leader, { limit: 100 })]
  expect(li.map(({ seq }) => seq)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1))
  expect(new Set(li.map(({ _id }) => _id)).size).toBe(30)
  expect(leader.map(({ _id }) => _id)).toEqual(li.map(({ _id }) => _id))
}, 30_000)

it('a retried message is one message', async () => {
  const requestId = nextRequestId()
  const first = await say(people.li, '有人在家吗', requestId)
  expect(await say(people.li, '有人在家吗', requestId)).toEqual(first)
  expect(await heard(people.li)).toHaveLength(1)
})

it('the author stands beside the words, as the building knows them', async () => {
  await say(people.li, '大家好')
  await say(people.leader, '欢迎')
  await say(people.staff, '社区在')
  expect((await heard(people.li)).map(({ authorTitle, isMine }) => [authorTitle, isMine])).toEqual([
    ['neighbour', true],
    ['microGridLeader', false],
    ['communityStaff', false],
  ])
  expect(JSON.stringify(await heard(people.li))).not.toMatch(/openid|resident-li|1502/)
})

it('history pages back, and forward after an absence, without repeating', async () => {
  for (let n = 1; n <= 7; n += 1) await say(people.li, `第 ${n} 句`)
  const seqs = async (input: object) => (await heard(people.li, input)).map(({ seq }) => seq)
  expect(await seqs({ limit: 3 })).toEqual([5, 6, 7])
  expect(await seqs({ before: 5, limit: 3 })).toEqual([2, 3, 4])
  expect(await seqs({ after: 2, limit: 3 })).toEqual([3, 4, 5])
  expect(await seqs({ after: 7 })).toEqual([])
})

it('unread counts go down by reading and never up again by an older mark', async () => {
  for (let n = 1; n <= 4; n += 1) await say(people.leader, `第 ${n} 句`)
  const unread = async () => (await test.as(people.li).call('chat.groups', {})).items[0]?.unread
  expect(await unread()).toBe(4)
  await test.as(people.li).call('chat.markRead', { groupPath, seq: 3 })
  expect(await unread()).toBe(1)
  await test.as(people.li).call('chat.markRead', { groupPath, seq: 1 })
  expect(await unread()).toBe(1)
})

it.each(['neighbour', 'otherLeader', 'otherStaff', 'volunteer'] as const)(
  '%s: neither reads nor writes in the group of building 4',
  async (who) => {
    const body = { kind: 'text', text: '让我进来' } as const
    expect(await test.as(people[who]).code('chat.history', { groupPath })).toBe('Forbidden')
    expect(await test.as(people[who]).code('chat.send', { groupPath, body })).toBe('Forbidden')
    expect(await test.as(people[who]).code('chat.markRead', { groupPath, seq: 1 })).toBe('Forbidden')
  },
)

it("another's request id opens no message of theirs", async () => {
  const requestId = nextRequestId()
  await say(people.leader, '只给四栋', requestId)
  const input = { groupPath: places.building5, body: { kind: 'text', text: '偷看' } } as const
  expect(await test.as(people.neighbour).code('chat.send', input, requestId)).toBe('Forbidden')
})

it('risky words are refused and reach nobody', async () => {
  const body = { kind: 'text', text: '一起赌博' } as const
  expect(await test.as(people.li).code('chat.send', { groupPath, body })).toBe('ContentRejected')
  expect(await heard(people.leader)).toEqual([])
})
