import type { Account } from '@/domain/account/schema'
import { activated, ended, grantOf, type Ending } from '@/domain/appointment/lifecycle'
import type { Appointment } from '@/domain/appointment/schema'
import type { RoleGrant } from '@/domain/shared/role'
import type { Transaction } from '../../_runtime/transaction'
import { followMerged } from '../follow-merged'
import { accountFields } from '../save-account'
import { trailLine, type Happening } from '../trail'
import { appointmentIdOf, grantFor, paperOf, withoutGrant } from './grants'

/** `key`: see `Happening`. */
export type KeyedEnding = Ending & Pick<Happening, 'key'>

/** What the trail says of an appointment that was made or signed. */
export const eventOf = (state: Appointment['state']): 'roleSigned' | 'roleAgreed' | 'roleProposed' =>
  state === 'active' ? 'roleSigned' : state === 'agreed' ? 'roleAgreed' : 'roleProposed'

/** Within a transaction: the right, by an appointment that is inserted or updated beside it. */
export async function giveRight(
  { accounts }: Transaction,
  account: Account,
  appointment: Appointment,
): Promise<void> {
  const { roles } = withoutGrant(account, appointment)
  await accounts.update(account._id, accountFields({ ...account, roles: [...roles, grantOf(appointment)] }))
}

/** Within a transaction: an open one begins, and with it the right. */
export async function beginRole(
  transaction: Transaction,
  account: Account,
  open: Appointment,
  at: number,
): Promise<Appointment> {
  const active = { ...open, ...activated(open, at) }
  const { _id, ...fields } = active
  await transaction.appointments.update(_id, fields)
  await giveRight(transaction, account, active)
  return active
}

/**
 * Within a transaction: the right goes from the account, its appointment is over, and the trail says so. Answers the
 * appointment with what there is to pass on; null where the right was gone already.
 */
export async function endRole(
  transaction: Transaction,
  account: Account,
  held: Pick<RoleGrant, 'role' | 'areaPath'>,
  ending: KeyedEnding,
): Promise<Appointment | null> {
  const grant = grantFor(account, held)
  if (!grant) return null
  const _id = appointmentIdOf(account._id, grant)
  const known = await transaction.appointments.get(_id)
  const appointment = known ?? paperOf(account, grant)
  const fields = ended(appointment, ending)
  const after = { ...appointment, ...fields }
  if (known) await transaction.appointments.update(_id, fields)
  else await transaction.appointments.insert(after)
  await transaction.accounts.update(account._id, accountFields(withoutGrant(account, grant)))
  await transaction.trail.insert(endLine(after, ending))
  return after
}

/** Within a transaction: the one whose place they take leaves in the same go; null where they had left before. */
export async function replaceBefore(
  transaction: Transaction,
  { replaces, role, areaPath, userId, note }: Appointment,
  ending: Pick<KeyedEnding, 'key' | 'by' | 'at'>,
): Promise<Appointment | null> {
  const before = replaces && (await followMerged(transaction.accounts, replaces.userId))
  if (!before) return null
  return endRole(transaction, before, { role, areaPath }, { ...ending, reason: note, successorId: userId })
}

const endLine = (
  { _id, userId, role, areaPath, areaName, successorId }: Appointment,
  { by, at, reason, key }: KeyedEnding,
) =>
  trailLine({
    // The same person may hold and lose the same role again.
    key: `${key} ${_id}`,
    event: successorId === null ? 'roleEnded' : 'roleHandedOver',
    userId,
    area: { areaPath, areaName },
    by,
    at,
    note: reason,
    role,
  })
