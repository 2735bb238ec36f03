import { isCurrent } from '@/domain/account/index-fields'
import { standingAt } from '@/domain/account/policy'
import { openidOfRegistered, type Account, type Membership } from '@/domain/account/schema'
import { isBacked } from '@/domain/invitation/policy'
import { asFormer } from '@/domain/membership/removal'
import { heldAgain } from '@/domain/membership/standing'
import { vouchByOf } from '@/domain/membership/vouch-by'
import { ancestorAt } from '@/domain/shared/area'
import { AppError } from '@/domain/shared/errors'
import type { Call } from '../_runtime/action'
import { isDuplicate } from '../_runtime/sdk'
import { inTransaction, type Transaction } from '../_runtime/transaction'
import { findHandbook } from '../order/find-handbook'
import { countUse, openInvitation } from './find-invitation'
import { personal } from './join-home'
import { removalIdOf } from './removals'
import { accountFields, withDerived } from './save-account'
import { trailLine } from './trail'

type JoinCall = Call<'invitation.join'>

/**
 * The account that waited on the register becomes the caller's: homes, helpers and orders stay theirs. The caller
 * must be nobody yet: two accounts of one person are merged by staff, who can see that they are one. Where a building
 * has removed this phone before, somebody vouches for them again first.
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
    memberships: await openTo(transaction, waiting.memberships, { openid, now }),
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

/** The homes as they are to whoever has this phone now: held where the building remembers it. */
async function openTo(
  transaction: Transaction,
  memberships: readonly Membership[],
  { openid, now }: Pick<JoinCall, 'openid' | 'now'>,
): Promise<Membership[]> {
  const open = async (home: Membership): Promise<Membership> => {
    if (!isCurrent(home)) return home
    const removal = await transaction.removals.get(removalIdOf(openid, home.areaPath))
    if (asFormer(removal, now).length === 0) return home
    const communityPath = ancestorAt(home.areaPath, 'community') ?? home.areaPath
    const { calendar } = await findHandbook(transaction, communityPath, now)
    return heldAgain(home, { at: now, vouchBy: vouchByOf(calendar, now) })
  }
  return Promise.all(memberships.map(open))
}
