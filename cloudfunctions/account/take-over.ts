import { isCurrent } from '@/domain/account/index-fields'
import { standingAt } from '@/domain/account/policy'
import { openidOfRegistered, type Account } from '@/domain/account/schema'
import { isBacked } from '@/domain/invitation/policy'
import { AppError } from '@/domain/shared/errors'
import type { Call } from '../_runtime/action'
import { isDuplicate } from '../_runtime/sdk'
import { inTransaction, type Transaction } from '../_runtime/transaction'
import { countUse, openInvitation } from './find-invitation'
import { personal } from './join-home'
import { accountFields, withDerived } from './save-account'
import { trailLine } from './trail'

type JoinCall = Call<'invitation.join'>

/**
 * The account that waited on the register becomes the caller's: homes, helpers and orders stay theirs. The caller
 * must be nobody yet: two accounts of one person are merged by staff, who can see that they are one.
 * @throws AppError Conflict `reason: 'hasAccount'`; NotFound where nobody waits; what `openInvitation` throws
 */
export async function takeOver(call: JoinCall, userId: string): Promise<Account> {
  if (call.actor) throw hasAccount()
  try {
    return await inTransaction(call.trips, (transaction) => move(transaction, call, userId))
  } catch (error) {
    // They joined somewhere else in the same instant.
    throw isDuplicate(error) ? hasAccount() : error
  }
}

const hasAccount = (): AppError => new AppError('Conflict', { reason: 'hasAccount' })

async function move(
  transaction: Transaction,
  { input, now, openid, requestId }: JoinCall,
  userId: string,
): Promise<Account> {
  const { accounts, trail } = transaction
  const waiting = await accounts.get(userId)
  if (waiting?.openid === openid) return waiting
  const { invitation, maker } = await openInvitation(transaction, input.code, now)
  if (!waiting || waiting.state !== 'registered' || waiting.openid !== openidOfRegistered(userId)) {
    throw new AppError('NotFound')
  }
  // They may have moved since, out of the reach of whoever made the code.
  const isLookedAfter = standingAt(waiting, now).memberships.some(
    (home) => isCurrent(home) && isBacked(invitation, maker, now, home),
  )
  if (!isLookedAfter) throw new AppError('InvitationRevoked')
  const taken = withDerived({
    ...waiting,
    ...personal(waiting, input, now),
    openid,
    state: 'active',
    nickname: input.nickname,
  })
  const { avatarFileId, privacy } = taken
  await accounts.update(userId, { ...accountFields(taken), openid, avatarFileId, privacy })
  await countUse(transaction, invitation)
  const own = { key: requestId, userId, by: taken, at: now }
  const [area = null] = taken.memberships
  await trail.insert(trailLine({ ...own, event: 'tookOver', area }))
  await trail.insert(trailLine({ ...own, event: 'privacyAgreed' }))
  return taken
}
