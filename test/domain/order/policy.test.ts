import { can, canOrderTo, canView, canViewContact, canViewRequester, partiesOf } from '@/domain/order/policy'
import { orderStatuses, type OrderStatus } from '@/domain/order/schema'
import { aGrant, aMembership, anAccount, aStaffMember, aVolunteer } from '../../support/factories/account'
import { anOrder, personOffer } from '../../support/factories/order'
import { places } from '../../support/factories/places'
import { people, personNames, type PersonName } from './people'

const inHall = anOrder({ status: 'dispatched', offer: { kind: 'hall' } })

describe('order policy: parts in an order', () => {
  it.each([
    ['requester', ['requester']],
    ['requester who is also a volunteer', ['requester']],
    ['volunteer to whom it is offered', ['offeree']],
    ['volunteer who browses the hall', ['hallVolunteer']],
    ['volunteer whose offer it is not', []],
    ['volunteer of another community', []],
    ['staff of its community', ['dispatcher']],
    ['staff of another community', []],
    ['leader of its building', []],
    ['neighbour', []],
  ] as [PersonName, string[]][])('%s: %j of a dispatched order', (name, expected) => {
    const { account, orderIn } = people[name]
    expect(partiesOf(account, orderIn('dispatched'))).toEqual(expected)
  })

  it('staff who are also volunteers: have both parts', () => {
    const roles = [aGrant('communityStaff', places.community), aGrant('volunteer', places.community)]
    expect(partiesOf(aStaffMember({ roles }), inHall)).toEqual(['hallVolunteer', 'dispatcher'])
  })

  it('staff who ordered for themselves: have both parts, but cannot take it', () => {
    const staff = aStaffMember({ _id: 'resident-li' })
    expect(partiesOf(staff, inHall)).toEqual(['requester', 'dispatcher'])
    expect(can(staff, 'accept', inHall)).toBe(false)
  })

  it('requester: cannot take their own order, even if it were offered to them', () => {
    const order = anOrder({ status: 'dispatched', offer: personOffer({ volunteerId: 'resident-li' }) })
    const requester = anAccount({ roles: [aGrant('volunteer', places.community)] })
    expect(can(requester, 'accept', order)).toBe(false)
  })

  it('volunteer of building 5: is no hall volunteer of building 4', () => {
    expect(partiesOf(aVolunteer({ roles: [aGrant('volunteer', places.building5)] }), inHall)).toEqual([])
  })

  it.each(orderStatuses.filter((status) => status !== 'dispatched'))(
    'volunteer: the hall does not hold an order that is %s',
    (status) => {
      expect(partiesOf(aVolunteer(), anOrder({ status, offer: { kind: 'hall' }, assigneeId: null }))).toEqual(
        [],
      )
    },
  )

  it('nobody is the clock', () => {
    for (const name of personNames)
      for (const status of orderStatuses)
        expect(partiesOf(people[name].account, people[name].orderIn(status))).not.toContain('clock')
  })
})

describe('order policy: who may know that it exists', () => {
  const always: PersonName[] = [
    'requester',
    'requester who is also a volunteer',
    'volunteer to whom it is offered',
    'volunteer who has taken it',
    'staff of its community',
    'leader of its building',
  ]

  it.each(personNames)('%s', (name) => {
    const { account, orderIn } = people[name]
    for (const status of orderStatuses) {
      const browses = name === 'volunteer who browses the hall' && status === 'dispatched'
      expect([status, canView(account, orderIn(status))]).toEqual([status, always.includes(name) || browses])
    }
  })
})

describe('order policy: door and phone', () => {
  const underWay: OrderStatus[] = ['accepted', 'inService']
  const seenBy: Partial<Record<PersonName, readonly OrderStatus[]>> = {
    requester: orderStatuses,
    'requester who is also a volunteer': orderStatuses,
    'volunteer who has taken it': underWay,
  }

  it.each(personNames)('%s', (name) => {
    const { account, orderIn } = people[name]
    const seen = orderStatuses.filter((status) => canViewContact(account, orderIn(status)))
    expect(seen).toEqual(seenBy[name] ?? [])
  })

  it('staff who have taken it as volunteers: see them as the one who comes', () => {
    const order = anOrder({ status: 'accepted', assigneeId: 'staff-chen' })
    expect(canViewContact(aStaffMember(), order)).toBe(true)
  })
})

describe('order policy: the name of the one who asked', () => {
  it.each(personNames)('%s', (name) => {
    const { account, orderIn } = people[name]
    const knows = canView(account, orderIn('dispatched')) && name !== 'volunteer who browses the hall'
    expect(canViewRequester(account, orderIn('dispatched'))).toBe(knows)
  })
})

describe('order policy: to which door one may order', () => {
  it.each([
    ['resident: to their own home', anAccount(), places.building4, true],
    [
      'newcomer: too',
      anAccount({ memberships: [aMembership({ standing: 'unconfirmed' })] }),
      places.building4,
      true,
    ],
    [
      'declined: cannot',
      anAccount({ memberships: [aMembership({ standing: 'declined' })] }),
      places.building4,
      false,
    ],
    ['resident: cannot to next door', anAccount(), places.building5, false],
    ['resident: cannot to building 41', anAccount(), places.building41, false],
    ['resident: cannot to a stairwell that is not theirs', anAccount(), places.unit, false],
    ['resident: cannot to the whole estate', anAccount(), places.estate, false],
    ['staff: cannot to where they only work', aStaffMember(), places.building4, false],
  ])('%s', (_what, actor, homePath, expected) => {
    expect(canOrderTo(actor, homePath)).toBe(expected)
  })
})
