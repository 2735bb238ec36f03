import { allowedActions, can, couldEver } from '@/domain/order/policy'
import { orderEvents, orderStatuses, type OrderEvent, type OrderStatus } from '@/domain/order/schema'
import { people, personNames, type PersonName } from './people'

type Allowed = Partial<Record<OrderStatus, OrderEvent[]>>

const nothing: Allowed = {}
const asRequester: Allowed = {
  placed: ['cancel'],
  dispatched: ['cancel'],
  accepted: ['cancel'],
  completed: ['review', 'reopen'],
}

/** Who may do what, by hand. What is not said here, nobody may. */
const expected: Record<PersonName, Allowed> = {
  requester: asRequester,
  'requester who is also a volunteer': asRequester,
  'volunteer to whom it is offered': { dispatched: ['accept', 'decline'] },
  'volunteer who browses the hall': { dispatched: ['accept'] },
  'volunteer whose offer it is not': nothing,
  'volunteer of another community': nothing,
  'volunteer who has taken it': { accepted: ['release', 'checkIn'], inService: ['release', 'complete'] },
  'volunteer who has not taken it': nothing,
  'staff of its community': {
    placed: ['dispatch', 'cancel'],
    dispatched: ['withdraw', 'cancel'],
    accepted: ['withdraw', 'cancel'],
    inService: ['withdraw'],
  },
  'staff of another community': nothing,
  'leader of its building': nothing,
  'leader of another building': nothing,
  neighbour: nothing,
}

const cases = personNames.flatMap((name) =>
  orderStatuses.map((status): [PersonName, string, OrderStatus, OrderEvent[]] => {
    const events = expected[name][status] ?? []
    return [name, events.join(' and ') || 'nothing', status, events]
  }),
)

describe('order policy: who may do what', () => {
  it.each(cases)('%s: may do %s when it is %s', (name, _what, status, events) => {
    const { account, orderIn } = people[name]
    const order = orderIn(status)
    for (const event of orderEvents)
      expect([event, can(account, event, order)]).toEqual([event, events.includes(event)])
    expect([...allowedActions(account, order)].sort()).toEqual([...events].sort())
  })

  it('the buttons come in one order for all', () => {
    for (const name of personNames)
      for (const status of orderStatuses) {
        const { account, orderIn } = people[name]
        const places = allowedActions(account, orderIn(status)).map((event) => orderEvents.indexOf(event))
        expect(places).toEqual([...places].sort((a, b) => a - b))
      }
  })

  it.each(personNames)('%s: cannot do what only the clock does', (name) => {
    const { account, orderIn } = people[name]
    for (const status of orderStatuses)
      expect([can(account, 'lapse', orderIn(status)), can(account, 'expire', orderIn(status))]).toEqual([
        false,
        false,
      ])
  })
})

describe('order policy: too late, or no business of theirs', () => {
  /** What each could have done, had the order stood otherwise: they hear "conflict", all others "forbidden". */
  const ever: Record<PersonName, OrderEvent[]> = {
    requester: ['review', 'reopen', 'cancel'],
    'requester who is also a volunteer': ['review', 'reopen', 'cancel'],
    'volunteer to whom it is offered': ['accept', 'decline', 'release', 'checkIn', 'complete'],
    'volunteer who browses the hall': ['accept', 'decline', 'release', 'checkIn', 'complete'],
    'volunteer whose offer it is not': ['accept', 'decline', 'release', 'checkIn', 'complete'],
    'volunteer of another community': [],
    'volunteer who has taken it': ['accept', 'decline', 'release', 'checkIn', 'complete'],
    'volunteer who has not taken it': ['accept', 'decline', 'release', 'checkIn', 'complete'],
    'staff of its community': ['dispatch', 'withdraw', 'cancel'],
    'staff of another community': [],
    'leader of its building': [],
    'leader of another building': [],
    neighbour: [],
  }

  it.each(personNames)('%s', (name) => {
    const { account, orderIn } = people[name]
    for (const status of orderStatuses) {
      const could = orderEvents.filter((event) => couldEver(account, event, orderIn(status)))
      expect([...could].sort()).toEqual([...ever[name]].sort())
    }
  })

  it.each(personNames)('%s: whoever may, could', (name) => {
    const { account, orderIn } = people[name]
    for (const status of orderStatuses)
      for (const event of allowedActions(account, orderIn(status)))
        expect(couldEver(account, event, orderIn(status))).toBe(true)
  })
})
