import { canInviteTo, canRevoke } from '@/domain/invitation/policy'
import { areaToLiveIn, invitationState } from '@/domain/invitation/schema'
import {
  aGrant,
  aLeader,
  aMembership,
  anAccount,
  aStaffMember,
  aVolunteer,
} from '../../support/factories/account'
import { areasOfHome } from '@/domain/shared/area'
import { anInvitation } from '../../support/factories/invitation'
import { places, startOfTests as now } from '../../support/factories/places'

describe('invitation: its state', () => {
  it.each([
    ['a millisecond before it ends', { expiresAt: now + 1 }, 'valid'],
    ['at its end', { expiresAt: now }, 'expired'],
    ['a millisecond after its end', { expiresAt: now - 1 }, 'expired'],
    ['with one use left', { maxUses: 10, usedCount: 9 }, 'valid'],
    ['with no use left', { maxUses: 10, usedCount: 10 }, 'usedUp'],
    ['used once too often', { maxUses: 10, usedCount: 11 }, 'usedUp'],
    ['for one, unused', { maxUses: 1, usedCount: 0 }, 'valid'],
    ['revoked', { revokedAt: now - 1 }, 'revoked'],
    ['revoked this moment', { revokedAt: now }, 'revoked'],
    ['revoked by a clock that is ahead', { revokedAt: now + 1 }, 'revoked'],
    ['revoked at the beginning of time', { revokedAt: 0 }, 'revoked'],
  ])('%s: %j → %s', (_when, fields, expected) => {
    expect(invitationState(anInvitation(fields), now)).toBe(expected)
  })

  it('revoked says more than expired, expired more than used up', () => {
    const usedUp = { maxUses: 1, usedCount: 1 }
    const expired = { ...usedUp, expiresAt: now }
    expect(invitationState(anInvitation(expired), now)).toBe('expired')
    expect(invitationState(anInvitation({ ...expired, revokedAt: now }), now)).toBe('revoked')
  })
})

describe('invitation: who may invite', () => {
  it.each([
    ['leader of building 4: to building 4', aLeader(), places.building4, true],
    ['leader of building 4: to a unit of it', aLeader(), places.unit, true],
    ['leader of building 4: cannot to building 5', aLeader(), places.building5, false],
    ['leader of building 4: cannot to building 41', aLeader(), places.building41, false],
    ['leader of building 4: cannot to the whole estate', aLeader(), places.estate, false],
    ['staff: to any building of their community', aStaffMember(), places.building5, true],
    ['staff: cannot to another community', aStaffMember(), places.buildingElsewhere, false],
    ['staff: cannot to a community whose name begins like theirs', aStaffMember(), places.community12, false],
    ['staff: cannot to the whole street', aStaffMember(), places.street, false],
    ['resident: cannot even to their own building', anAccount(), places.building4, false],
    ['volunteer: cannot', aVolunteer(), places.building4, false],
    [
      'property manager: cannot',
      anAccount({ roles: [aGrant('propertyManager', places.estate)] }),
      places.building4,
      false,
    ],
  ])('%s', (_what, actor, areaPath, expected) => {
    expect(canInviteTo(actor, { areaPath })).toBe(expected)
  })
})

describe('invitation: who may invite to a flat, to a role, and take a code back', () => {
  const grid = `${places.building4}g-1/`
  const flat = { areaPath: places.building4, gridPath: grid }
  const household = { kind: 'household', householdId: 'household-1502' } as const
  const gridLeader = aLeader({ roles: [aGrant('microGridLeader', grid)] })
  const otherGridLeader = aLeader({ roles: [aGrant('microGridLeader', `${places.building4}g-2/`)] })
  const housemate = (standing: 'confirmed' | 'unconfirmed' | 'removed') =>
    anAccount({ memberships: [aMembership({ householdId: 'household-1502', standing })] })

  it.each([
    ['leader of its micro-grid', gridLeader, true],
    ['leader of another micro-grid', otherGridLeader, false],
    ['leader of the building', aLeader(), true],
    ['confirmed member of it', housemate('confirmed'), true],
    ['unconfirmed member of it', housemate('unconfirmed'), false],
    ['former member of it', housemate('removed'), false],
    ['neighbour of another flat', anAccount(), false],
  ])('a flat: %s', (_who, actor, expected) => {
    expect(canInviteTo(actor, flat, household)).toBe(expected)
    const code = anInvitation({ target: household, areaAt: areasOfHome(flat) })
    expect(canRevoke(actor, code)).toBe(expected)
  })

  it.each([
    ['staff of the community: volunteers', aStaffMember(), 'volunteer', true],
    ['staff of the community: staff', aStaffMember(), 'communityStaff', true],
    ['staff of the community: nobody above', aStaffMember(), 'streetOffice', false],
    ['leader: nobody', aLeader(), 'volunteer', false],
  ] as const)('a role: %s', (_who, actor, role, expected) => {
    expect(canInviteTo(actor, { areaPath: places.community }, { kind: 'role', role })).toBe(expected)
  })

  it('a micro-grid is no place to live at: its building is', () => {
    expect(areaToLiveIn(grid)).toBe(places.building4)
    expect(areaToLiveIn(places.unit)).toBe(places.unit)
  })
})
