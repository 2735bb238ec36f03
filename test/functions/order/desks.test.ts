import { anAccount, aGrant, aStaffMember } from '../../support/factories/account'
import { anOrder, aReview } from '../../support/factories/order'
import { places } from '../../support/factories/places'
import { everyone, people, useTestCloud } from '../../support/test-cloud'

const street = aStaffMember({
  _id: 'street-office',
  nickname: '街道的人',
  roles: [aGrant('streetOffice', places.street)],
})
const far = aStaffMember({
  _id: 'staff-far',
  nickname: '别的街道的人',
  roles: [aGrant('communityStaff', 'xinhua/c1/')],
})
const ofEstate = aStaffMember({
  _id: 'staff-estate',
  nickname: '一期的社工',
  roles: [aGrant('communityStaff', places.otherEstate)],
})
const test = useTestCloud([...everyone(), street, far, ofEstate, anAccount({ _id: 'resident-plain' })])
const place = (_id: string, level: string, name: string) => ({ _id, level, name, fullName: name })

beforeEach(() =>
  test.cloud.database.insert('areas', [
    place(places.otherCommunity, 'community', '和平社区'),
    place('xinhua/', 'street', '新华街道'),
    place('xinhua/c1/', 'community', '新华社区'),
    // Begins like the street, but is another.
    place('heping2/c1/', 'community', '和平二社区'),
  ]),
)

it('staff: are told the desks of their street by name, and no others', async () => {
  const { items } = await test.as(people.staff).call('order.listDesks', { areaPath: places.building4 })
  expect(items).toEqual([
    { communityPath: places.community, name: '幸福社区' },
    { communityPath: places.otherCommunity, name: '和平社区' },
  ])
})

it.each([
  ['a resident', people.li],
  ['a volunteer', people.volunteer],
  ['a leader', people.leader],
  ['staff of another street', 'openid-of-staff-far'],
])('%s: is not told the desks of a street', async (_who, openid) => {
  expect(await test.as(openid).code('order.listDesks', { areaPath: places.building4 })).toBe('Forbidden')
})

it('staff: find those who rated low and were not asked yet, among the done', async () => {
  const low = aReview({ stars: 1, tags: [] })
  const followUp = { finding: '等了太久', byName: '陈社工', at: 1 }
  await test.cloud.database.insert('orders', [
    anOrder({ _id: 'order-content', status: 'reviewed' }),
    anOrder({ _id: 'order-unhappy', status: 'reviewed', review: low }),
    anOrder({ _id: 'order-asked-after', status: 'reviewed', review: low, followUp }),
  ])
  const { items } = await test.as(people.staff).call('order.listDesk', { view: 'done', onlyUnhappy: true })
  expect(items.map(({ _id }) => _id)).toEqual(['order-unhappy'])
})

describe('staff of one estate', () => {
  const mine = `${places.otherEstate}b1/`
  const late = { createdAt: 1 }
  const desk = () => test.as('openid-of-staff-estate')
  beforeEach(() =>
    test.cloud.database.insert('orders', [
      ...Array.from({ length: 25 }, (_, n) => anOrder({ _id: `order-of-others-${n}`, ...late })),
      anOrder({ _id: 'order-of-mine-1', areaPath: mine, createdAt: 2 }),
      anOrder({ _id: 'order-of-mine-2', areaPath: mine, createdAt: 3 }),
    ]),
  )

  it('a page is full of their own, however many others have come before', async () => {
    const { items, nextCursor } = await desk().call('order.listDesk', { view: 'waiting', limit: 20 })
    expect(items.map(({ _id }) => _id)).toEqual(['order-of-mine-1', 'order-of-mine-2'])
    expect(nextCursor).toBeNull()
  })

  it('counts, digest and map of load are of that estate', async () => {
    expect(await desk().call('order.countDesk', {})).toMatchObject({ waiting: 2, late: 2 })
    const digest = await desk().call('numbers.digest', {})
    expect(digest).toMatchObject({ waiting: 2, late: 2 })
    expect(digest.lateOrders.map(({ order }) => order._id)).toEqual(['order-of-mine-1', 'order-of-mine-2'])
    const { items } = await desk().call('order.loadByBuilding', {})
    expect(items.map(({ buildingPath }) => buildingPath)).toEqual([mine])
  })

  it('another estate is not theirs to narrow to', async () => {
    const input = { view: 'waiting', areaPath: places.building4 } as const
    expect(await desk().code('order.listDesk', input)).toBe('Forbidden')
  })
})
