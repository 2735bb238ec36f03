import { canInviteTo } from '@/domain/invitation/policy'
import { invitationState } from '@/domain/invitation/schema'
import { aGrant, aLeader, anAccount, aStaffMember, aVolunteer } from '../../support/factories/account'
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
