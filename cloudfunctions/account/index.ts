import { serve } from '../_runtime/serve'
import { giveConsent } from './actions/consent'
import { me } from './actions/me'
import { createInvitation } from './actions/invitation-create'
import { joinByInvitation } from './actions/invitation-join'
import { listInvitations } from './actions/invitation-list'
import { lookAtInvitation } from './actions/invitation-look'
import { revokeInvitation } from './actions/invitation-revoke'
import { decideMembership } from './actions/membership-decide'
import { pendingMemberships } from './actions/membership-pending'
import { putVolunteer } from './actions/put-volunteer'

export const main = serve<'account'>({
  'account.me': me,
  'account.putVolunteer': putVolunteer,
  'account.consent': giveConsent,
  'invitation.look': lookAtInvitation,
  'invitation.join': joinByInvitation,
  'invitation.create': createInvitation,
  'invitation.list': listInvitations,
  'invitation.revoke': revokeInvitation,
  'membership.pending': pendingMemberships,
  'membership.decide': decideMembership,
})
