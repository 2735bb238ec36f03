import type { Account } from '@/domain/account/schema'
import type { Beneficiary, Named, Served } from '@/domain/order/parts'
import type { Order } from '@/domain/order/schema'
import type { Role } from '@/domain/shared/role'
import { hours } from '@/domain/shared/time'
import {
  aGrant,
  aLeader,
  aMembership,
  anAccount,
  aStaffMember,
  aVolunteer,
} from '../../support/factories/account'
import { anOrder, aReview, aTaker, hallOffer, peopleOffer } from '../../support/factories/order'
import { places, startOfTests } from '../../support/factories/places'

const volunteer = (_id: string, nickname: string): Account => aVolunteer({ _id, nickname })
const holder = (_id: string, role: Role, areaPath: string): Account =>
  anAccount({ _id, nickname: _id, memberships: [], roles: [aGrant(role, areaPath)] })
const resident = (_id: string, areaPath: string, standing: 'confirmed' | 'declined' = 'confirmed'): Account =>
  anAccount({ _id, nickname: _id, memberships: [aMembership({ areaPath, standing })] })
/** Both live in the building, and would be volunteers, had they not asked themselves. */
const helped = (_id: string, nickname: string): Account =>
  anAccount({ _id, nickname, roles: [aGrant('volunteer', places.community)] })

/** Everyone who may come near an order to building 4. */
export const people = {
  requester: helped('resident-li', '李阿姨'),
  beneficiary: helped('resident-old-li', '李奶奶'),
  /** Acts for old Mrs Li, and would help her as a volunteer. */
  proxy: aVolunteer({ _id: 'proxy-li', nickname: '李家女儿', chargeIds: ['resident-old-li'] }),
  captain: aVolunteer(),
  'second taker': volunteer('volunteer-xu', '小徐'),
  'stand-in': volunteer('volunteer-qian', '老钱'),
  offeree: volunteer('volunteer-ma', '马姐'),
  volunteer: volunteer('volunteer-zhao', '小赵'),
  'volunteer of another community': aVolunteer({
    _id: 'volunteer-far',
    roles: [aGrant('volunteer', places.otherCommunity)],
  }),
  'staff of the community': aStaffMember(),
  'staff of the building': holder('staff-building', 'communityStaff', places.building4),
  'staff of the street': holder('staff-street', 'communityStaff', places.street),
  'staff of another community': holder('staff-other', 'communityStaff', places.otherCommunity),
  'staff of another building': holder('staff-next-door', 'communityStaff', places.building5),
  'street office': holder('street-office', 'streetOffice', places.street),
  'leader of the building': aLeader(),
  'leader of another building': holder('leader-five', 'microGridLeader', places.building5),
  'leader of building 41': holder('leader-forty-one', 'microGridLeader', places.building41),
  'neighbour in the building': resident('resident-sun', places.building4),
  'neighbour in its stairwell': resident('resident-unit', places.unit),
  'neighbour elsewhere': resident('resident-five', places.building5),
  'declined neighbour': resident('resident-gone', places.building4, 'declined'),
  'property manager': holder('property-0001', 'propertyManager', places.estate),
  'grid worker': holder('grid-worker-1', 'gridWorker', places.community),
  stranger: anAccount({ _id: 'stranger-01', nickname: '路人', memberships: [] }),
} satisfies Record<string, Account>

export type PersonName = keyof typeof people
export const personNames = Object.keys(people) as PersonName[]

export const named = (name: PersonName): Named => ({ userId: people[name]._id, name: people[name].nickname })
const forOldLi: Beneficiary = {
  kind: 'other',
  name: '李奶奶',
  relation: 'family',
  userId: people.beneficiary._id,
  consent: 'present',
}
/** Placed for old Mrs Li; somebody was not reached, so that there is someone to call. */
const common: Partial<Order> = {
  beneficiary: forOldLi,
  unreached: [{ to: 'resident-li', moment: 'accepted', at: startOfTests }],
}

const captain = aTaker(named('captain'))
const second = aTaker(named('second taker'))
const arrived = { checkedInAt: startOfTests + hours(3) }
const done = { ...arrived, proof: 'code', completedAt: startOfTests + hours(4), minutes: 60 } as const
const both = { people: 2, takers: [captain, second] }
const visit = (name: PersonName): Served => ({
  ...named(name),
  kind: 'visit',
  minutes: 60,
  reason: '',
  at: done.completedAt,
})
const bothDone = {
  people: 2,
  takers: [aTaker({ ...captain, ...done }), aTaker({ ...second, ...done })],
  served: [visit('captain'), visit('second taker')],
}
const onWall = aReview({ thanks: '谢谢两位', onWall: true })

/** An order in every status, and where it matters in several situations of one. */
export const scenes = {
  placed: anOrder({ ...common }),
  deferred: anOrder({ ...common, status: 'deferred' }),
  'offered to one': anOrder({ ...common, status: 'dispatched', offer: peopleOffer(named('offeree')) }),
  'in the hall': anOrder({ ...common, status: 'dispatched', offer: hallOffer }),
  'in the hall for a third': anOrder({
    ...common,
    status: 'dispatched',
    offer: hallOffer,
    people: 3,
    takers: [captain, second],
  }),
  'offered to one as a second': anOrder({
    ...common,
    status: 'dispatched',
    offer: peopleOffer(named('offeree')),
    people: 2,
    takers: [captain],
  }),
  accepted: anOrder({
    ...common,
    ...both,
    status: 'accepted',
    takers: [aTaker({ ...captain, standIn: named('stand-in') }), second],
  }),
  'in service, one there': anOrder({
    ...common,
    ...both,
    status: 'inService',
    takers: [aTaker({ ...captain, ...arrived }), second],
  }),
  'in service, all there by code': anOrder({
    ...common,
    status: 'inService',
    takers: [aTaker({ ...captain, ...arrived, proof: 'code' })],
  }),
  'in service, the captain late': anOrder({
    ...common,
    ...both,
    status: 'inService',
    takers: [
      aTaker({ ...captain, standIn: named('stand-in') }),
      aTaker({ ...second, ...arrived, proof: 'code' }),
    ],
  }),
  'in service, both there': anOrder({
    ...common,
    ...both,
    status: 'inService',
    takers: [captain, second].map((taker) => aTaker({ ...taker, ...arrived, proof: 'code' })),
  }),
  'in service, the captain gone home': anOrder({
    ...common,
    ...both,
    status: 'inService',
    takers: [aTaker({ ...captain, ...done }), aTaker({ ...second, ...arrived, proof: 'code' })],
    served: [visit('captain')],
  }),
  completed: anOrder({ ...common, ...bothDone, status: 'completed' }),
  'rated well': anOrder({ ...common, ...bothDone, status: 'reviewed' }),
  'on the wall': anOrder({ ...common, ...bothDone, status: 'reviewed', review: onWall }),
  'rated badly': anOrder({ ...common, ...bothDone, status: 'reviewed', review: aReview({ stars: 2 }) }),
  closed: anOrder({ ...common, ...bothDone, status: 'closed' }),
  cancelled: anOrder({ ...common, ...both, status: 'cancelled' }),
  redirected: anOrder({ ...common, status: 'redirected' }),
  merged: anOrder({ ...common, status: 'merged' }),
} satisfies Record<string, Order>

export type SceneName = keyof typeof scenes
export const sceneNames = Object.keys(scenes) as SceneName[]
/** Every person with every situation. */
export const everyone = personNames.flatMap((name) => sceneNames.map((scene) => [name, scene] as const))
