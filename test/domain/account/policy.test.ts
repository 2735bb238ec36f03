import { capabilitiesOf, isCaretakerOf, isStaffOf, livesIn } from '@/domain/account/policy'
import { roles } from '@/domain/shared/role'
import {
  aGrant,
  aLeader,
  aMembership,
  anAccount,
  aStaffMember,
  aVolunteer,
} from '../../support/factories/account'
import { places } from '../../support/factories/places'

describe('account policy: staff', () => {
  it('staff: of every building of their community, of none elsewhere', () => {
    expect(isStaffOf(aStaffMember(), places.building4)).toBe(true)
    expect(isStaffOf(aStaffMember(), places.community)).toBe(true)
    expect(isStaffOf(aStaffMember(), places.buildingElsewhere)).toBe(false)
    expect(isStaffOf(aStaffMember(), places.community12)).toBe(false)
    expect(isStaffOf(aStaffMember(), places.street)).toBe(false)
  })

  it.each(roles.filter((role) => role !== 'communityStaff'))('%s: is not staff', (role) => {
    expect(isStaffOf(anAccount({ roles: [aGrant(role, places.community)] }), places.building4)).toBe(false)
  })
})

describe('account policy: caretakers', () => {
  it('leader of building 4: looks after building 4 and its units, nothing else', () => {
    expect(isCaretakerOf(aLeader(), places.building4)).toBe(true)
    expect(isCaretakerOf(aLeader(), places.unit)).toBe(true)
    expect(isCaretakerOf(aLeader(), places.building5)).toBe(false)
    expect(isCaretakerOf(aLeader(), places.building41)).toBe(false)
    expect(isCaretakerOf(aLeader(), places.estate)).toBe(false)
  })

  it.each(roles)('%s of the community', (role) => {
    const actor = anAccount({ roles: [aGrant(role, places.community)] })
    const looksAfter = role === 'communityStaff' || role === 'microGridLeader'
    expect(isCaretakerOf(actor, places.building4)).toBe(looksAfter)
  })

  it('resident: living there is not looking after it', () => {
    expect(isCaretakerOf(anAccount(), places.building4)).toBe(false)
  })
})

describe('account policy: living somewhere', () => {
  it('resident of building 4: lives in all that holds it, not next door', () => {
    expect(livesIn(anAccount(), places.building4)).toBe(true)
    expect(livesIn(anAccount(), places.community)).toBe(true)
    expect(livesIn(anAccount(), places.building41)).toBe(false)
    expect(livesIn(anAccount(), places.unit)).toBe(false)
  })

  it.each([
    ['confirmed', true],
    ['unconfirmed', true],
    ['declined', false],
  ] as const)('%s: %s', (standing, expected) => {
    const actor = anAccount({ memberships: [aMembership({ standing })] })
    expect(livesIn(actor, places.building4)).toBe(expected)
  })

  it('someone with two homes: lives in both; declined in one, still in the other', () => {
    const second = aMembership({ areaPath: places.buildingElsewhere })
    const declined = aMembership({ standing: 'declined' })
    expect(livesIn(anAccount({ memberships: [aMembership(), second] }), places.otherCommunity)).toBe(true)
    const actor = anAccount({ memberships: [declined, second] })
    expect([livesIn(actor, places.building4), livesIn(actor, places.buildingElsewhere)]).toEqual([
      false,
      true,
    ])
  })
})

describe('account policy: capabilities', () => {
  it.each([
    ['resident', anAccount(), ['order']],
    ['newcomer', anAccount({ memberships: [aMembership({ standing: 'unconfirmed' })] }), ['order']],
    ['declined', anAccount({ memberships: [aMembership({ standing: 'declined' })] }), []],
    ['someone without a home', anAccount({ memberships: [] }), []],
    ['volunteer', aVolunteer(), ['order', 'volunteer']],
    ['leader', aLeader(), ['lead']],
    ['staff', aStaffMember(), ['lead', 'dispatch', 'numbers', 'appoint', 'keepPlaces']],
    [
      'staff who volunteers where they live',
      aStaffMember({
        memberships: [aMembership()],
        roles: [aGrant('communityStaff', places.community), aGrant('volunteer', places.community)],
      }),
      ['order', 'volunteer', 'lead', 'dispatch', 'numbers', 'appoint', 'keepPlaces'],
    ],
    [
      'street office',
      anAccount({ memberships: [], roles: [aGrant('streetOffice', places.street)] }),
      ['numbers', 'appoint', 'judgeAppeals'],
    ],
  ])('%s', (_who, actor, expected) => {
    expect(capabilitiesOf(actor)).toEqual(expected)
  })
})
