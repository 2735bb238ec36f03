import { places } from '../../support/factories/places'
import { nextRequestId } from '../../support/request-id'
import { people, useTestCloud } from '../../support/test-cloud'

const test = useTestCloud()

const notice = { title: '明天停水', text: '上午九点到十一点，请提前存水。需要送水的老人打社区电话。' }
const publish = async (who: string, areaPath: string, requestId?: string) =>
  (await test.as(who).call('notice.publish', { areaPath, ...notice }, requestId)).notice
const titlesOf = async (who: string) =>
  (await test.as(who).call('notice.list', {})).items.map(({ title }) => title)

it('a notice to the community reaches every building, and the office sees who has not read it', async () => {
  const { _id: noticeId } = await publish(people.staff, places.community)
  expect(await titlesOf(people.li)).toEqual(['明天停水'])
  expect(await titlesOf(people.neighbour)).toEqual(['明天停水'])
  const { notice: read } = await test.as(people.li).call('notice.read', { noticeId })
  expect(read).toMatchObject({ isRead: true, reach: null })
  await test.as(people.li).call('notice.read', { noticeId })
  const [seen] = (await test.as(people.staff).call('notice.list', {})).items
  expect(seen).toMatchObject({ reach: { read: 1, residents: 4 } })
  const unread = await test.as(people.staff).call('notice.unread', { noticeId })
  expect(unread.items.map(({ nickname }) => nickname).sort()).toEqual(['五栋邻居', '王师傅', '赵姐'].sort())
  expect(JSON.stringify(unread)).not.toMatch(/openid|1502/)
})

it('a notice to one building stays there; staff of the community see it too', async () => {
  await publish(people.leader, places.building4)
  expect(await titlesOf(people.li)).toEqual(['明天停水'])
  expect(await titlesOf(people.neighbour)).toEqual([])
  expect(await titlesOf(people.staff)).toEqual(['明天停水'])
  expect(await titlesOf(people.otherStaff)).toEqual([])
  expect(await titlesOf(people.otherLeader)).toEqual([])
})

it('the same notice sent twice is one', async () => {
  const requestId = nextRequestId()
  await publish(people.staff, places.community, requestId)
  await publish(people.staff, places.community, requestId)
  expect(await titlesOf(people.li)).toHaveLength(1)
})

it.each(['li', 'volunteer', 'otherLeader', 'otherStaff'] as const)(
  '%s: cannot speak to building 4',
  async (who) => {
    const input = { areaPath: places.building4, ...notice }
    expect(await test.as(people[who]).code('notice.publish', input)).toBe('Forbidden')
  },
)

it('leader of building 4: cannot speak to the whole community, nor to a place that is not there', async () => {
  const code = (areaPath: string) => test.as(people.leader).code('notice.publish', { areaPath, ...notice })
  expect(await code(places.community)).toBe('Forbidden')
  expect(await code('nowhere/at/all/')).toBe('NotFound')
})

it('residents and strangers cannot see who has not read it', async () => {
  const { _id: noticeId } = await publish(people.leader, places.building4)
  for (const who of ['li', 'neighbour', 'otherLeader', 'otherStaff'] as const) {
    expect(await test.as(people[who]).code('notice.unread', { noticeId })).toBe('Forbidden')
  }
  expect(await test.as(people.neighbour).code('notice.read', { noticeId })).toBe('Forbidden')
})
