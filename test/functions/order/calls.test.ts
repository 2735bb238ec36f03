import { aLeader, aGrant } from '../../support/factories/account'
import { anOrder, secrets } from '../../support/factories/order'
import { places } from '../../support/factories/places'
import { everyone, people, useTestCloud } from '../../support/test-cloud'

const leaderOfUnit = aLeader({
  _id: 'leader-unit',
  openid: 'openid-of-leader-unit',
  roles: [aGrant('microGridLeader', places.building4)],
})
const test = useTestCloud([...everyone(), leaderOfUnit])
const unreached = [{ to: 'resident-li', moment: 'accepted' as const, at: 1 }]

it.each([
  ['leader of the building', people.leader],
  ['another leader of it', leaderOfUnit.openid],
  ['staff', people.staff],
])('%s: sees whom to call, and on which phone', async (_who, openid) => {
  await test.cloud.database.insert('orders', [
    anOrder({ status: 'accepted', unreached }),
    anOrder({ _id: 'order-0002' }),
  ])
  expect(await test.as(openid).call('order.listCalls', {})).toEqual({
    calls: [
      {
        userId: 'resident-li',
        nickname: '李阿姨',
        orderId: 'order-0001',
        moment: 'accepted',
        phone: secrets.phone,
      },
    ],
  })
})

it('leader: has called, and it is off the list', async () => {
  await test.cloud.database.insert('orders', [anOrder({ status: 'accepted', unreached })])
  await test
    .as(people.leader)
    .call('order.callBack', { orderId: 'order-0001', userId: 'resident-li', note: '告诉她了' })
  expect(await test.as(people.leader).call('order.listCalls', {})).toEqual({ calls: [] })
})

it.each(['otherLeader', 'otherStaff'] as const)('%s: sees nobody', async (who) => {
  await test.cloud.database.insert('orders', [anOrder({ status: 'accepted', unreached })])
  expect(await test.as(people[who]).call('order.listCalls', {})).toEqual({ calls: [] })
})

it.each(['li', 'volunteer', 'neighbour'] as const)('%s: cannot ask', async (who) => {
  expect(await test.as(people[who]).code('order.listCalls', {})).toBe('Forbidden')
})
