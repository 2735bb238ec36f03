import type { Account } from '@/domain/account/schema'
import { newAppointment } from '@/domain/appointment/lifecycle'
import { canApply } from '@/domain/appointment/policy'
import type { Appointment } from '@/domain/appointment/schema'
import type { Invitation } from '@/domain/invitation/schema'
import { levelOf, type AreaPath } from '@/domain/shared/area'
import { AppError } from '@/domain/shared/errors'
import { holdsRole, type Role } from '@/domain/shared/role'
import type { Call } from '../../../_runtime/action'
import { checkText } from '../../../_runtime/safety'
import { action } from '../../../_runtime/serve'
import { moveSignals } from '../../../_runtime/signals'
import type { Transaction } from '../../../_runtime/transaction'
import { canHold } from '../../appointment/grants'
import { inOneGo } from '../../appointment/in-one-go'
import { appointmentTopics } from '../../appointment/tell'
import { accountByCode } from '../../appointment/by-code'
import { countUse, openInvitation } from '../../find-invitation'
import { presentAppointment } from '../../present-appointment'
import { trailLine } from '../../trail'

/** What is applied for, and where. */
interface Place {
  role: Role
  areaPath: AreaPath
  areaName: string
}
type ApplyCall = Call<'appointment.apply'>

/** A neighbour offers to help, or somebody was given a code for a role; the office signs. */
export const applyForRole = action('appointment.apply', {
  fetch: async ({ store, input: { code, communityPath } }) => {
    const [area, invitation] = await Promise.all([
      store.areas.get(communityPath),
      code === null ? null : store.invitations.get(code),
    ])
    return { area, invitation }
  },
  load: ({ actor }, { area, invitation }) => {
    if (actor === null && invitation === null) throw new AppError('NotSignedIn')
    return Promise.resolve({ area, invitation })
  },
  allow: (actor, _found, { code, communityPath }) =>
    code !== null || (actor !== null && canApply(actor, communityPath)),
  handle: async (call, { area, invitation }) => {
    const { input, log, openid, store, trips } = call
    const place = invitation
      ? placeOfCode(invitation)
      : area?.retiredAt === null && {
          role: 'volunteer' as const,
          areaPath: area._id,
          areaName: area.fullName,
        }
    if (!place || (!invitation && levelOf(place.areaPath) !== 'community')) throw new AppError('NotFound')
    await checkText(`${input.nickname ?? ''}\n${input.note}`, openid, log)
    const { appointment, account } = await inOneGo(trips, (transaction) => apply(transaction, place, call))
    await moveSignals(store, appointmentTopics(appointment))
    return { appointment: presentAppointment(account, appointment) }
  },
})

function placeOfCode({ target, areaPath, areaName }: Invitation): Place {
  if (target.kind !== 'role') throw new AppError('InvitationUnknown')
  return { role: target.role, areaPath, areaName }
}

async function apply(
  transaction: Transaction,
  place: Place,
  call: ApplyCall,
): Promise<{ appointment: Appointment; account: Account }> {
  const { actor, input, now, requestId } = call
  const { accounts, appointments, trail } = transaction
  const [known, before] = await Promise.all([
    appointments.get(requestId),
    actor ? accounts.get(actor._id) : null,
  ])
  if (known && before && known.userId === before._id) return { appointment: known, account: before }
  if (input.code !== null) {
    const { invitation } = await openInvitation(transaction, input.code, now)
    await countUse(transaction, invitation)
  }
  const account = before ?? (await accountByCode(transaction, call))
  const { role, areaPath } = place
  if (known || !canHold(account) || holdsRole(account.roles, [role], areaPath)) throw new AppError('Conflict')
  const appointment = applicationOf(account, place, call)
  if (role === 'volunteer') {
    const { cap, times } = input
    const volunteer = { ...account.volunteer, cap, times }
    await accounts.update(account._id, { skills: appointment.skills, volunteer })
  }
  await appointments.insert(appointment)
  await trail.insert(appliedLine(account, appointment))
  return { appointment, account }
}

const applicationOf = (
  person: Account,
  place: Place,
  { input, now, requestId }: Pick<ApplyCall, 'input' | 'now' | 'requestId'>,
): Appointment =>
  newAppointment(
    { _id: requestId, person, ...place, state: 'applied', at: now },
    { note: input.note, skills: place.role === 'volunteer' ? [...new Set(input.skills)] : [] },
  )

const appliedLine = (person: Account, { _id, userId, role, areaPath, areaName, createdAt }: Appointment) =>
  trailLine({
    key: _id,
    event: 'roleApplied',
    userId,
    area: { areaPath, areaName },
    by: person,
    at: createdAt,
    role,
  })
