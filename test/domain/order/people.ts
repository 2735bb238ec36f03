import type { Account } from '@/domain/account/schema'
import type { Order, OrderStatus } from '@/domain/order/schema'
import { aGrant, aLeader, anAccount, aStaffMember, aVolunteer } from '../../support/factories/account'
import { anOrder, personOffer } from '../../support/factories/order'
import { places } from '../../support/factories/places'

export interface Person {
  account: Account
  /** The order in a status, with this person in their part. */
  orderIn: (status: OrderStatus) => Order
}

const plain = (status: OrderStatus): Order => anOrder({ status })
const inHall = (status: OrderStatus): Order => anOrder({ status, offer: { kind: 'hall' } })
const offered = (status: OrderStatus): Order =>
  anOrder({ status, offer: personOffer({ volunteerId: 'volunteer-ma', volunteerName: '马姐' }) })
const taken = (status: OrderStatus): Order =>
  anOrder({ status, offer: null, assigneeId: 'volunteer-wang', assigneeName: '王师傅' })
const another = { _id: 'volunteer-zhao', nickname: '小赵' }

/** Everyone who may come near an order to building 4, each in their part. */
export const people = {
  requester: { account: anAccount(), orderIn: plain },
  'requester who is also a volunteer': {
    account: anAccount({ roles: [aGrant('volunteer', places.community)] }),
    orderIn: inHall,
  },
  'volunteer to whom it is offered': {
    account: aVolunteer({ _id: 'volunteer-ma', nickname: '马姐' }),
    orderIn: offered,
  },
  'volunteer who browses the hall': { account: aVolunteer(another), orderIn: inHall },
  'volunteer whose offer it is not': { account: aVolunteer(another), orderIn: offered },
  'volunteer of another community': {
    account: aVolunteer({ ...another, roles: [aGrant('volunteer', places.otherCommunity)] }),
    orderIn: inHall,
  },
  'volunteer who has taken it': { account: aVolunteer(), orderIn: taken },
  'volunteer who has not taken it': { account: aVolunteer(another), orderIn: taken },
  'staff of its community': { account: aStaffMember(), orderIn: plain },
  'staff of another community': {
    account: aStaffMember({ roles: [aGrant('communityStaff', places.otherCommunity)] }),
    orderIn: inHall,
  },
  'leader of its building': { account: aLeader(), orderIn: inHall },
  'leader of another building': {
    account: aLeader({ roles: [aGrant('microGridLeader', places.building5)] }),
    orderIn: inHall,
  },
  neighbour: { account: anAccount({ _id: 'resident-sun', nickname: '孙叔' }), orderIn: inHall },
} satisfies Record<string, Person>

export type PersonName = keyof typeof people
export const personNames = Object.keys(people) as PersonName[]
