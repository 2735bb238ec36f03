import { anOrder, aTaker, hallOffer, peopleOffer } from '../../support/factories/order'
import { places } from '../../support/factories/places'
import { lastAnswer } from '../../support/function-log'
import { morePeople, who } from '../../support/more-people'
import { people, useTestCloud } from '../../support/test-cloud'

const test = useTestCloud(morePeople())
const glance = async (openid: string, ...orderIds: string[]) =>
  (await test.as(openid).call('order.glance', { orderIds })).items

beforeEach(() =>
  test.cloud.database.insert('orders', [
    anOrder({ _id: 'order-accepted', status: 'accepted', takers: [aTaker()] }),
    anOrder({ _id: 'order-in-hall', status: 'dispatched', offer: hallOffer }),
    anOrder({ _id: 'order-offered', status: 'dispatched', offer: peopleOffer() }),
    anOrder({
      _id: 'order-elsewhere',
      areaPath: `${places.otherCommunity}e1/b1/`,
      requesterId: 'somebody-else',
      requesterName: '别处的人',
    }),
  ]),
)
const all = ['order-accepted', 'order-in-hall', 'order-offered', 'order-elsewhere', 'order-nowhere']

it('resident: how it stands and who comes, and no more than that', async () => {
  const order = anOrder({ _id: 'order-accepted', status: 'accepted' })
  expect(await glance(people.li, 'order-accepted')).toEqual([
    {
      _id: 'order-accepted',
      status: 'accepted',
      phase: 'moving',
      serviceName: order.service.name,
      takerNames: ['王师傅'],
    },
  ])
})

it.each<[name: string, openid: string, sees: string[]]>([
  ['resident', people.li, all.slice(0, 3)],
  ['the volunteer who comes', people.volunteer, all.slice(0, 3)],
  ['another volunteer', people.second, ['order-in-hall']],
  ['leader', people.leader, all.slice(0, 3)],
  ['staff', people.staff, all.slice(0, 3)],
  ['leader of another building', people.otherLeader, []],
  ['neighbour in the building', who.downstairs, []],
  ['neighbour elsewhere', people.neighbour, []],
  ['staff elsewhere', people.otherStaff, ['order-elsewhere']],
])('%s: those that one may see, and nothing of the others', async (_name, openid, sees) => {
  const found = await glance(openid, ...all)
  expect(found.map(({ _id }) => _id).sort()).toEqual([...sees].sort())
})

it('one without an account is asked to sign in', async () => {
  expect(await test.as(people.newcomer).code('order.glance', { orderIds: all })).toBe('NotSignedIn')
})

it('the same one asked for twice is told once; thirty at most', async () => {
  expect(await glance(people.li, 'order-accepted', 'order-accepted')).toHaveLength(1)
  const tooMany = Array.from({ length: 31 }, (_, n) => `order-many-${n}`)
  expect(await test.as(people.li).code('order.glance', { orderIds: tooMany })).toBe('BadInput')
})

it('one wait, with who I am', async () => {
  await glance(people.li, ...all)
  expect(lastAnswer(test, 'order.glance').waits).toBe(1)
})
