import { canView, canViewContact, canViewRequester } from '@/domain/order/policy'
import { orderViewSchema, presentOrder } from '@/domain/order/present'
import { orderStatuses, type Order, type OrderStatus } from '@/domain/order/schema'
import { anAccount } from '../../support/factories/account'
import { anActivity, anOrder, secrets } from '../../support/factories/order'
import { startOfTests } from '../../support/factories/places'
import { people, personNames, type PersonName } from './people'

/** Words that occur nowhere else, in every place where something could slip out. */
const marked = {
  requesterId: 'MARK-requester-id',
  requesterName: 'MARK-name',
  requestId: 'MARK-request-id',
  outboxTo: 'MARK-outbox-to',
}

/** The order of `name` in `status`, with the marks put in; the requester keeps their part. */
function markedOrder(name: PersonName, status: OrderStatus): Order {
  return {
    ...people[name].orderIn(status),
    requesterId: marked.requesterId,
    requesterName: marked.requesterName,
    activity: [
      anActivity({ by: marked.requesterId, byName: marked.requesterName, requestId: marked.requestId }),
    ],
    outbox: [{ id: 'MARK-outbox-id', to: marked.outboxTo, moment: 'accepted', at: startOfTests }],
    hasOutbox: true,
  }
}

const actorOf = (name: PersonName) => {
  const { account } = people[name]
  return account._id === 'resident-li' ? { ...account, _id: marked.requesterId } : account
}

const isRequester = (name: PersonName): boolean => people[name].account._id === 'resident-li'
const everyone = personNames.flatMap((name) => orderStatuses.map((status) => [name, status] as const))

describe('order view: what nobody gets', () => {
  it.each(everyone)('%s: when it is %s', (name, status) => {
    const text = JSON.stringify(presentOrder(actorOf(name), markedOrder(name, status)))
    for (const word of [
      'openid',
      'utbox',
      marked.requesterId,
      marked.requestId,
      marked.outboxTo,
      'wakeAt',
      'version',
    ])
      expect(text).not.toContain(word)
  })

  it.each(everyone)('%s: only the fields of a view, and a valid one, when it is %s', (name, status) => {
    const view = presentOrder(people[name].account, people[name].orderIn(status))
    expect(orderViewSchema.parse(view)).toEqual(view)
    expect(Object.keys(view).sort()).toEqual(Object.keys(orderViewSchema.shape).sort())
  })

  it('a field that the database adds does not pass the schema of the answer', () => {
    const stored = { ...anOrder(), _openid: 'openid-of-resident-li' }
    expect(JSON.stringify(orderViewSchema.parse(presentOrder(anAccount(), stored)))).not.toContain('openid')
  })
})

describe('order view: door and phone', () => {
  it.each(everyone)('%s: when it is %s', (name, status) => {
    const comes = name === 'volunteer who has taken it' && ['accepted', 'inService'].includes(status)
    const text = JSON.stringify(presentOrder(actorOf(name), markedOrder(name, status)))
    for (const word of Object.values(secrets)) expect(text.includes(word)).toBe(isRequester(name) || comes)
  })
})

describe('order view: the name of the one who asked', () => {
  const mayKnow: PersonName[] = [
    'volunteer to whom it is offered',
    'volunteer who has taken it',
    'staff of its community',
    'leader of its building',
  ]

  it.each(everyone)('%s: when it is %s', (name, status) => {
    const order = markedOrder(name, status)
    const text = JSON.stringify(presentOrder(actorOf(name), order))
    expect(text.includes(marked.requesterName)).toBe(isRequester(name) || mayKnow.includes(name))
  })

  it('volunteer in the hall: reads neither the name nor the history', () => {
    const { account, orderIn } = people['volunteer who browses the hall']
    expect(presentOrder(account, orderIn('dispatched'))).toMatchObject({
      requesterName: null,
      activity: [],
      contact: null,
      isMine: false,
      allowedActions: ['accept'],
    })
  })

  it('requester: knows it as their own, with its history in words', () => {
    const view = presentOrder(anAccount(), anOrder())
    expect(view).toMatchObject({ isMine: true, requesterName: '李阿姨', contact: secrets })
    expect(view.activity).toEqual([
      { event: 'create', from: null, to: 'placed', byName: '李阿姨', at: startOfTests, note: '' },
    ])
  })
})

describe('order view: follows the policy, and changes nothing', () => {
  it.each(everyone)('%s: when it is %s', (name, status) => {
    const { account, orderIn } = people[name]
    const order = orderIn(status)
    const before = structuredClone(order)
    const view = presentOrder(account, order)
    expect(view.contact !== null).toBe(canViewContact(account, order))
    expect(view.requesterName !== null).toBe(canViewRequester(account, order))
    expect(canViewContact(account, order) && !canView(account, order)).toBe(false)
    expect(order).toEqual(before)
  })
})
