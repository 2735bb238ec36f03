import type { Actor } from '@/domain/account/policy'
import { appealWithin, canJudge, canSeeCase, caseActions } from '@/domain/moderation/policy'
import type { CaseState, ModerationCase } from '@/domain/moderation/schema'
import { hours } from '@/domain/shared/time'
import { aGrant, aLeader, aMembership, anAccount, aStaffMember } from '../../support/factories/account'
import { aCase } from '../../support/factories/case'
import { places, startOfTests } from '../../support/factories/places'

const now = startOfTests + hours(1)
const grid = `${places.building4}g-1/`
const author = anAccount()
const leader = aLeader({ memberships: [aMembership()] })
const staff = aStaffMember()
const people = {
  author,
  neighbour: anAccount({ _id: 'neighbour-1' }),
  newcomer: anAccount({ _id: 'neighbour-2', memberships: [aMembership({ standing: 'unconfirmed' })] }),
  leader,
  gridLeader: aLeader({ _id: 'leader-grid', roles: [aGrant('microGridLeader', grid)] }),
  otherLeader: aLeader({
    _id: 'leader-five',
    memberships: [],
    roles: [aGrant('microGridLeader', places.building5)],
  }),
  staff,
  otherStaff: aStaffMember({
    _id: 'staff-elsewhere',
    roles: [aGrant('communityStaff', places.otherCommunity)],
  }),
  street: anAccount({
    _id: 'street-office',
    memberships: [],
    roles: [aGrant('streetOffice', places.street)],
  }),
  otherStreet: anAccount({
    _id: 'street-elsewhere',
    memberships: [],
    roles: [aGrant('streetOffice', 'jinxing/')],
  }),
} satisfies Record<string, Actor>

/** By the leader, who removed it and silenced its author. */
const decided: Partial<ModerationCase> = {
  actedIds: [leader._id],
  isRemoved: true,
  silencedUntil: now + hours(1),
  isOpen: false,
  trail: [
    {
      id: 'deed-0001',
      at: startOfTests,
      by: { userId: leader._id, name: '周组长' },
      event: 'removed',
      note: '',
    },
  ],
}
const appeal = { words: '我没有骂人', at: now }
const cases = {
  open: aCase(),
  dismissed: aCase({ state: 'dismissed', isOpen: false }),
  acted: aCase({ ...decided, state: 'acted' }),
  appealed: aCase({ ...decided, state: 'appealed', isOpen: true, appeal }),
  upheld: aCase({ ...decided, state: 'upheld', appeal }),
  revoked: aCase({ ...decided, state: 'revoked', isRemoved: false, silencedUntil: null, appeal }),
} satisfies Record<CaseState, ModerationCase>

const judges = ['remove', 'silence']
const table: Record<CaseState, Partial<Record<keyof typeof people, string[]>>> = {
  open: {
    leader: [...judges, 'dismiss'],
    gridLeader: [...judges, 'dismiss'],
    staff: [...judges, 'dismiss'],
  },
  dismissed: { leader: judges, gridLeader: judges, staff: judges },
  acted: { author: ['appeal'], leader: ['lift'], gridLeader: ['lift'], staff: ['lift'] },
  appealed: { staff: ['decide'], street: ['decide'] },
  upheld: {},
  revoked: {},
}

describe.each(Object.keys(cases) as CaseState[])('a case that is %s', (state) => {
  it.each(Object.keys(people) as (keyof typeof people)[])('%s', (name) => {
    expect(caseActions(people[name], cases[state], now)).toEqual(table[state][name] ?? [])
  })
})

it('a silence that is over can be given again, also after a removal; a message is removed after a silence', () => {
  const over = { ...cases.acted, silencedUntil: now }
  expect(caseActions(people.gridLeader, over, now)).toEqual(['silence'])
  expect(caseActions(leader, { ...cases.acted, isRemoved: false }, now)).toEqual(['remove', 'lift'])
})

it('author: objects once, within seven days of what was done last', () => {
  const last = startOfTests + appealWithin
  expect(caseActions(author, cases.acted, last - 1)).toEqual(['appeal'])
  expect(caseActions(author, cases.acted, last)).toEqual([])
  expect(caseActions(author, { ...cases.acted, appeal }, now)).toEqual([])
})

it('staff: do not decide about what they did themselves', () => {
  const own = { ...cases.appealed, actedIds: [leader._id, staff._id] }
  expect(caseActions(staff, own, now)).toEqual([])
  expect(caseActions({ ...staff, _id: 'staff-second' }, own, now)).toEqual(['decide'])
})

it('leader: judges nobody’s words who are their own, and hears of no report about them', () => {
  const mine = { ...cases.open, author: { userId: leader._id, name: leader.nickname } }
  expect(caseActions(leader, mine, now)).toEqual([])
  expect(canJudge(leader, places.building4, leader._id)).toBe(false)
  expect(canJudge(leader, places.building4, null)).toBe(false)
  expect(canSeeCase(leader, mine)).toBe(false)
  expect(canSeeCase(leader, { ...mine, actedIds: [staff._id] })).toBe(true)
})

it.each([
  ['author', false, true],
  ['neighbour', false, false],
  ['newcomer', false, false],
  ['leader', true, true],
  ['gridLeader', true, true],
  ['otherLeader', false, false],
  ['staff', true, true],
  ['otherStaff', false, false],
  ['street', false, false],
] as const)('%s: sees an open case %s, one that was acted on %s', (name, open, acted) => {
  expect([canSeeCase(people[name], cases.open), canSeeCase(people[name], cases.acted)]).toEqual([open, acted])
})

it('street office: sees what its neighbours appealed against, and decides in place of an office of one', () => {
  const ofOne = { ...cases.appealed, actedIds: [staff._id] }
  expect([staff, people.street].map((one) => caseActions(one, ofOne, now))).toEqual([[], ['decide']])
  for (const one of [cases.appealed, cases.upheld, cases.revoked])
    expect([canSeeCase(people.street, one), canSeeCase(people.otherStreet, one)]).toEqual([true, false])
  const own = { ...ofOne, author: { userId: people.street._id, name: '街道' } }
  expect(caseActions(people.street, own, now)).toEqual([])
})
