import type { Account } from '@/domain/account/schema'
import { isBacked } from '@/domain/invitation/policy'
import { invitationState, type Invitation, type InvitationState } from '@/domain/invitation/schema'
import { AppError, type ErrorCode } from '@/domain/shared/errors'
import type { Timestamp } from '@/domain/shared/time'
import { command } from '../_runtime/sdk'
import type { Store } from '../_runtime/store'
import type { Transaction } from '../_runtime/transaction'

/** @throws AppError InvitationUnknown */
export async function findInvitation(store: Store, code: string): Promise<Invitation> {
  const invitation = await store.invitations.get(code)
  if (!invitation) throw new AppError('InvitationUnknown')
  return invitation
}

const refusals: Readonly<Record<Exclude<InvitationState, 'valid'>, ErrorCode>> = {
  expired: 'InvitationExpired',
  revoked: 'InvitationRevoked',
  usedUp: 'InvitationUsedUp',
}

/** @throws AppError InvitationUnknown, InvitationExpired, InvitationRevoked, InvitationUsedUp */
export function refuseStale(invitation: Invitation | null, now: Timestamp): asserts invitation is Invitation {
  if (!invitation) throw new AppError('InvitationUnknown')
  const state = invitationState(invitation, now)
  if (state !== 'valid') throw new AppError(refusals[state])
}

/** Within a transaction: someone has come in by it; who is the last that may, closes it. */
export async function countUse({ invitations }: Transaction, invitation: Invitation): Promise<void> {
  const isLast = invitation.usedCount + 1 >= invitation.maxUses
  await invitations.update(invitation._id, isLast ? { isClosed: true } : {}, { usedCount: command.inc(1) })
}

/**
 * Within a transaction: a code that still opens the door, and who made it. One whose maker could make it no longer,
 * or whose place is off the map, counts as revoked.
 * @throws AppError as `refuseStale`
 */
export async function openInvitation(
  { accounts, areas, invitations }: Transaction,
  code: string,
  now: Timestamp,
): Promise<{ invitation: Invitation; maker: Account | null }> {
  const invitation = await invitations.get(code)
  refuseStale(invitation, now)
  const [maker, area] = await Promise.all([
    accounts.get(invitation.createdBy),
    areas.get(invitation.areaPath),
  ])
  const isOnMap = area !== null && area.retiredAt === null
  if (!isOnMap || !isBacked(invitation, maker, now)) throw new AppError('InvitationRevoked')
  return { invitation, maker }
}
