import {
  can,
  canOrderTo,
  canView,
  canViewContact,
  canViewDoorCode,
  canViewInternal,
  canViewRequester,
  canViewWords,
  partiesOf,
} from '@/domain/order/policy'
import type { Order } from '@/domain/order/schema'
import type { OrderStatus } from '@/domain/order/status'
import type { Party } from '@/domain/order/transitions'
import { aGrant, aMembership, anAccount, aStaffMember, aVolunteer } from '../../support/factories/account'
import { anOrder, hallOffer, peopleOffer } from '../../support/factories/order'
import { places } from '../../support/factories/places'
import { everyone, people, personNames, sceneNames, scenes, type PersonName, type SceneName } from './people'

const inHall = anOrder({ status: 'dispatched', offer: hallOffer })
type Seen = Partial<Record<PersonName, readonly SceneName[]>>

const desk: PersonName[] = ['staff of the community', 'staff of the building', 'staff of the street']
const helped: PersonName[] = ['requester', 'beneficiary', 'proxy']
const hall: SceneName[] = ['in the hall', 'in the hall for a third']
const offers: SceneName[] = ['offered to one', 'offered to one as a second']
const withTwo: SceneName[] = [
  'in the hall for a third',
  'accepted',
  'in service, one there',
  'in service, the captain late',
  'in service, both there',
  'in service, the captain gone home',
  'completed',
  'rated well',
  'on the wall',
  'rated badly',
  'closed',
  'cancelled',
]
const withCaptain: SceneName[] = [...withTwo, 'offered to one as a second', 'in service, all there by code']
const bothUnderWay: SceneName[] = [
  'accepted',
  'in service, one there',
  'in service, the captain late',
  'in service, both there',
]
const underWay: SceneName[] = [
  ...bothUnderWay,
  'in service, all there by code',
  'in service, the captain gone home',
]
const forAll = (names: readonly PersonName[], seen: readonly SceneName[]): Seen =>
  Object.fromEntries(names.map((name) => [name, seen]))

/** Compares what each may see with what they should, situation by situation. */
const sees = (may: (account: (typeof people)[PersonName], order: Order) => boolean, expected: Seen) => {
  it.each(personNames)('%s', (name) => {
    const seen = sceneNames.filter((scene) => may(people[name], scenes[scene]))
    expect([...seen].sort()).toEqual([...(expected[name] ?? [])].sort())
  })
}

describe('order policy: parts in an order', () => {
  it.each([
    ['requester', 'in the hall', ['requester']],
    ['beneficiary', 'in the hall', ['beneficiary']],
    ['proxy', 'in the hall', ['beneficiary']],
    ['captain', 'accepted', ['taker', 'captain']],
    ['second taker', 'accepted', ['taker']],
    ['stand-in', 'accepted', ['standIn']],
    ['offeree', 'offered to one', ['offeree']],
    ['volunteer', 'offered to one', []],
    ['volunteer', 'in the hall', ['hallVolunteer']],
    ['volunteer of another community', 'in the hall', []],
    ['staff of the community', 'in the hall', ['dispatcher']],
    ['staff of the street', 'in the hall', ['dispatcher']],
    ['staff of another community', 'in the hall', []],
    ['leader of the building', 'in the hall', ['leader']],
    ['leader of building 41', 'in the hall', []],
    ['neighbour in its stairwell', 'in the hall', ['neighbour']],
    ['declined neighbour', 'in the hall', []],
    ['street office', 'in the hall', []],
    ['stranger', 'in the hall', []],
  ] as [PersonName, SceneName, Party[]][])('%s: %s, has the parts %j', (name, scene, expected) => {
    expect(partiesOf(people[name], scenes[scene])).toEqual(expected)
  })

  it('the one who asks for themselves: has both parts', () => {
    expect(partiesOf(anAccount(), anOrder())).toEqual(['requester', 'beneficiary'])
  })

  it('staff who are also volunteers: have both parts', () => {
    const roles = [aGrant('communityStaff', places.community), aGrant('volunteer', places.community)]
    expect(partiesOf(aStaffMember({ roles }), inHall)).toEqual(['hallVolunteer', 'dispatcher'])
  })

  it('staff who ordered for themselves: have both parts, but cannot take it', () => {
    const staff = aStaffMember({ _id: 'resident-li', memberships: [aMembership()] })
    expect(partiesOf(staff, inHall)).toEqual(['requester', 'beneficiary', 'dispatcher'])
    expect(can(staff, 'accept', inHall)).toBe(false)
  })

  it.each(['requester', 'beneficiary'] as const)(
    '%s: cannot go to themselves, even if it were offered',
    (name) => {
      const { _id: userId, nickname } = people[name]
      const order = { ...scenes['offered to one'], offer: peopleOffer({ userId, name: nickname }) }
      expect(can(people[name], 'accept', order)).toBe(false)
    },
  )

  it('volunteer of building 5: is no hall volunteer of building 4', () => {
    expect(partiesOf(aVolunteer({ roles: [aGrant('volunteer', places.building5)] }), inHall)).toEqual([])
  })

  it('volunteer: a full roster is no hall', () => {
    const full = anOrder({ ...scenes['in the hall for a third'], people: 2 })
    expect(partiesOf(people.volunteer, full)).toEqual([])
  })

  it('nobody is the clock', () => {
    for (const [name, scene] of everyone)
      expect(partiesOf(people[name], scenes[scene])).not.toContain('clock')
  })
})

describe('order policy: who may know that it exists', () => {
  sees(canView, {
    ...forAll([...helped, ...desk, 'leader of the building', 'street office'], sceneNames),
    captain: [...withCaptain, 'in the hall'],
    'second taker': [...withTwo, 'in the hall'],
    'stand-in': [...hall, 'accepted', 'in service, the captain late'],
    offeree: [...hall, ...offers],
    volunteer: hall,
  })

  it('follower: sees that it exists while they are a neighbour, and no longer once they have moved away', () => {
    const order = anOrder({ followerIds: ['stranger-01', 'resident-five'] })
    expect(canView(people['neighbour elsewhere'], order)).toBe(true)
    expect(canView(people.stranger, order)).toBe(false)
  })
})

describe('order policy: door and phone', () => {
  const past: OrderStatus[] = ['reviewed', 'closed', 'cancelled', 'redirected', 'merged']
  const isPast = (scene: SceneName): boolean => past.includes(scenes[scene].status)

  sees(canViewContact, {
    ...forAll(helped, sceneNames),
    // Whom she acts for may have had it done before they named her.
    proxy: sceneNames.filter((scene) => !isPast(scene)),
    captain: [...bothUnderWay, 'in service, all there by code'],
    'second taker': [...bothUnderWay, 'in service, the captain gone home'],
  })

  it('staff who have taken it as volunteers: see them as the one who comes', () => {
    const { takers } = anOrder({ status: 'accepted' })
    const order = anOrder({ status: 'accepted', takers: [{ ...takers[0]!, userId: 'staff-chen' }] })
    expect(canViewContact(aStaffMember(), order)).toBe(true)
  })
})

describe('order policy: the code at the door, only for the one helped, and while somebody comes', () => {
  sees(canViewDoorCode, forAll(['beneficiary', 'proxy'], underWay))
})

describe('order policy: what is wanted, in their own words', () => {
  sees(canViewWords, {
    ...forAll([...helped, ...desk, 'leader of the building', 'street office'], sceneNames),
    ...forAll(['neighbour in the building', 'neighbour in its stairwell'], []),
    captain: [...withCaptain, 'in the hall'],
    'second taker': [...withTwo, 'in the hall'],
    'stand-in': [...hall, 'accepted', 'in service, the captain late'],
    offeree: [...hall, ...offers],
    volunteer: hall,
  })

  it('follower: has the same trouble, and reads nothing of it', () => {
    const order = anOrder({ followerIds: ['resident-sun'] })
    expect(canViewWords(people['neighbour in the building'], order)).toBe(false)
  })
})

describe('order policy: the name of the one who asked', () => {
  sees(canViewRequester, {
    ...forAll([...helped, ...desk, 'leader of the building'], sceneNames),
    captain: withCaptain,
    'second taker': withTwo,
    'stand-in': ['accepted', 'in service, the captain late'],
    offeree: offers,
  })
})

describe('order policy: notes among staff', () => {
  sees(canViewInternal, forAll(desk, sceneNames))
})

describe('order policy: to which door one may order', () => {
  const self = false
  const other = true
  const { building4, building5, building41, unit, estate } = places
  const declined = anAccount({ memberships: [aMembership({ standing: 'declined' })] })
  it.each([
    ['resident: to their own home', anAccount(), building4, building4, self, true],
    [
      'newcomer: too',
      anAccount({ memberships: [aMembership({ standing: 'unconfirmed' })] }),
      building4,
      building4,
      self,
      true,
    ],
    ['declined: cannot', declined, building4, building4, self, false],
    ['declined: cannot for another either', declined, building4, building4, other, false],
    ['resident: cannot to next door', anAccount(), building5, building5, self, false],
    ['resident: cannot to next door for another', anAccount(), building5, building5, other, false],
    ['resident: cannot to building 41', anAccount(), building41, building41, self, false],
    ['resident: cannot to a stairwell that is not theirs', anAccount(), unit, building4, self, false],
    [
      'resident: for a neighbour in the building, to any stairwell',
      anAccount(),
      unit,
      building4,
      other,
      true,
    ],
    ['resident: cannot to the whole estate', anAccount(), estate, estate, self, false],
    [
      'staff: cannot for themselves to where they only work',
      aStaffMember(),
      building4,
      building4,
      self,
      false,
    ],
    ['staff: for somebody there', aStaffMember(), building4, building4, other, true],
    [
      'leader: for somebody in the building',
      people['leader of the building'],
      building4,
      building4,
      other,
      true,
    ],
    ['leader: not in another building', people['leader of the building'], building5, building5, other, false],
    ['volunteer: cannot for others elsewhere', aVolunteer(), building4, building4, other, false],
  ])('%s', (_what, actor, homePath, buildingPath, isForOther, expected) => {
    expect(canOrderTo(actor, homePath, buildingPath, isForOther)).toBe(expected)
  })
})
