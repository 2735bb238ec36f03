import { serve } from '../_runtime/serve'
import { cancelAccount } from './actions/rights/cancel'
import { correctAccount } from './actions/rights/correct'
import { farewell } from './actions/rights/farewell'
import { listAccesses, listOwnTrail } from './actions/rights/own-records'
import { putPrivacy } from './actions/rights/privacy'
import { putPhone } from './actions/rights/put-phone'
import { applyForRole } from './actions/appointment/apply'
import { appointmentDuties } from './actions/appointment/duties'
import { endRoleOf } from './actions/appointment/end'
import { listAppointments } from './actions/appointment/list'
import { myAppointments } from './actions/appointment/mine'
import { proposeAppointment } from './actions/appointment/propose'
import { refuseAppointment } from './actions/appointment/refuse'
import { signAppointment } from './actions/appointment/sign'
import { giveConsent } from './actions/consent'
import { me } from './actions/me'
import { createInvitation } from './actions/invitation-create'
import { joinByInvitation } from './actions/invitation-join'
import { listInvitations } from './actions/invitation-list'
import { lookAtInvitation } from './actions/invitation-look'
import { noteInvitation } from './actions/invitation-note'
import { revokeInvitation } from './actions/invitation-revoke'
import { decideMembership } from './actions/membership-decide'
import { household } from './actions/membership-household'
import { leaveHome } from './actions/membership-leave'
import { mergeAccounts } from './actions/membership-merge'
import { moveHome } from './actions/membership-move'
import { pendingMemberships } from './actions/membership-pending'
import { placesToMove } from './actions/membership-places'
import { removeNeighbour } from './actions/membership-remove'
import { setLease } from './actions/membership-set-lease'
import { putVolunteer } from './actions/put-volunteer'
import { uploadFolders } from './actions/upload-folders'
import { charges } from './actions/resident-charges'
import { endProxy } from './actions/resident-end-proxy'
import { findResidents } from './actions/resident-find'
import { getResident } from './actions/resident-get'
import { listResidents } from './actions/resident-list'
import { nameProxy } from './actions/resident-name-proxy'
import { putResident } from './actions/resident-put'

export const main = serve<'account'>({
  'appointment.apply': applyForRole,
  'appointment.propose': proposeAppointment,
  'appointment.sign': signAppointment,
  'appointment.refuse': refuseAppointment,
  'appointment.duties': appointmentDuties,
  'appointment.end': endRoleOf,
  'appointment.list': listAppointments,
  'appointment.mine': myAppointments,
  'account.me': me,
  'account.uploadFolders': uploadFolders,
  'account.putVolunteer': putVolunteer,
  'account.consent': giveConsent,
  'account.correct': correctAccount,
  'account.putPhone': putPhone,
  'account.privacy': putPrivacy,
  'account.accesses': listAccesses,
  'account.trail': listOwnTrail,
  'account.farewell': farewell,
  'account.cancel': cancelAccount,
  'invitation.look': lookAtInvitation,
  'invitation.note': noteInvitation,
  'invitation.join': joinByInvitation,
  'invitation.create': createInvitation,
  'invitation.list': listInvitations,
  'invitation.revoke': revokeInvitation,
  'membership.pending': pendingMemberships,
  'membership.decide': decideMembership,
  'membership.household': household,
  'membership.leave': leaveHome,
  'membership.remove': removeNeighbour,
  'membership.move': moveHome,
  'membership.places': placesToMove,
  'membership.setLease': setLease,
  'membership.merge': mergeAccounts,
  'resident.list': listResidents,
  'resident.find': findResidents,
  'resident.get': getResident,
  'resident.put': putResident,
  'resident.nameProxy': nameProxy,
  'resident.endProxy': endProxy,
  'resident.charges': charges,
})
