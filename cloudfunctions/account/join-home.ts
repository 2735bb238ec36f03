import { randomBytes } from 'node:crypto'
import { isCurrent } from '@/domain/account/index-fields'
import { newAccount } from '@/domain/account/new-account'
import type { Account, Membership } from '@/domain/account/schema'
import { doubtsOf, type Former } from '@/domain/membership/doubts'
import { asFormer } from '@/domain/membership/removal'
import { newHome } from '@/domain/membership/standing'
import { vouchByOf } from '@/domain/membership/vouch-by'
import { AppError } from '@/domain/shared/errors'
import { newId } from '@/domain/shared/ids'
import { days, type Timestamp } from '@/domain/shared/time'
import type { Call } from '../_runtime/action'
import { isDuplicate } from '../_runtime/sdk'
import { inTransaction, type Transaction } from '../_runtime/transaction'
import { afterLeases } from './change-account'
import type { FoundFlat } from './find-flat'
import { countUse, openInvitation } from './find-invitation'
import { removalIdOf } from './removals'
import { accountFields, withDerived } from './save-account'
import { trailLine, type Happening } from './trail'

type JoinCall = Call<'invitation.join'>

/** More homes than this nobody has, and more than these doors nobody tries in a day. */
const most = { homes: 5, joinsPerDay: 5 }

/** The home that someone has in this flat now, whoever has confirmed it. */
export const homeIn = (account: Pick<Account, 'memberships'>, householdId: string): Membership | undefined =>
  account.memberships.find((home) => isCurrent(home) && home.householdId === householdId)

/**
 * The account with its new home. Of two requests of a newcomer in one instant one makes the account (openids are
 * unique), the other goes on with it; of two newcomers to a flat that is not on the list one puts it there.
 * @throws AppError LimitReached, BadInput; what `openInvitation` throws
 */
export async function joinHome(call: JoinCall, found: FoundFlat): Promise<Account> {
  try {
    return await inTransaction(call.trips, (transaction) => join(transaction, call, found))
  } catch (error) {
    if (!isDuplicate(error)) throw error
    const actor = call.actor ?? (await call.store.accounts.findOne({ openid: call.openid }))
    return inTransaction(call.trips, (transaction) => join(transaction, { ...call, actor }, found))
  }
}

/** Counts the use and writes flat, home and trail: all or nothing. */
async function join(transaction: Transaction, call: JoinCall, found: FoundFlat): Promise<Account> {
  const { accounts, households, removals, trail } = transaction
  const { household } = found
  const { actor, input, now, openid, requestId } = call
  const read = actor && (await accounts.get(actor._id))
  // A tenancy that is over is no home any more, though the clock may not have written so.
  const { account: known, trail: over } = read ? afterLeases(read, now) : { account: null, trail: [] }
  if (known && homeIn(known, household._id)) return known
  const { invitation } = await openInvitation(transaction, input.code, now)
  const before = known ?? newcomer(openid, input.nickname, now)
  checkLimits(before, now)
  const account = { ...before, ...personal(before, input, now) }
  const removal = await removals.get(removalIdOf(openid, household.areaPath))
  const former = [...account.memberships, ...asFormer(removal, now)]
  const home = homeOf(call, { ...account, former }, found)
  const settled = withDerived({ ...account, memberships: [...account.memberships, home] })
  if (!(await households.get(household._id))) await households.insert(household)
  if (known) {
    const { avatarFileId, privacy } = settled
    await accounts.update(known._id, { ...accountFields(settled), avatarFileId, privacy })
  } else {
    await accounts.insert(settled)
  }
  await countUse(transaction, invitation)
  const lines = [...over, ...happenings(settled, home, requestId, known)]
  for (const line of lines) await trail.insert(trailLine(line))
  return settled
}

const newcomer = (openid: string, nickname: string, createdAt: Timestamp): Account =>
  // Not the request's id, which others may come to see.
  newAccount({ _id: newId(() => randomBytes(1).readUInt8()), openid, nickname, createdAt })

/** What someone says of themselves by joining; what they leave out stays as it was. */
export const personal = (
  before: Account,
  { avatarFileId, privacyVersion, realName }: JoinCall['input'],
  now: Timestamp,
): Pick<Account, 'avatarFileId' | 'privacy' | 'realName'> => ({
  avatarFileId: avatarFileId ?? before.avatarFileId,
  realName: realName ?? before.realName,
  privacy: before.privacy?.version === privacyVersion ? before.privacy : { version: privacyVersion, at: now },
})

function checkLimits(account: Account, now: Timestamp): void {
  const homes = account.memberships.filter(isCurrent).length
  if (homes >= most.homes) throw new AppError('LimitReached', { limit: most.homes, reason: 'homes' })
  checkToday(account, now)
}

/** @throws AppError LimitReached where somebody has tried too many doors today, by joining or by moving */
export function checkToday({ memberships }: Pick<Account, 'memberships'>, now: Timestamp): void {
  const today = memberships.filter(({ joinedAt }) => joinedAt > now - days(1)).length
  if (today >= most.joinsPerDay)
    throw new AppError('LimitReached', { limit: most.joinsPerDay, reason: 'perDay' })
}

/** @throws AppError BadInput where it was left out */
function relationOf({ input }: JoinCall): Membership['relation'] {
  if (input.relation === undefined) throw new AppError('BadInput', { where: ['relation'] })
  return input.relation
}

function homeOf(
  call: JoinCall,
  { _id, former, nickname, realName }: Account & { former: readonly Former[] },
  { calendar, household, known, namesakes }: FoundFlat,
): Membership {
  const { areaPath, areaName, gridPath, roomNumber, register } = household
  const relation = relationOf(call)
  const others = namesakes.filter((other) => other._id !== _id)
  return newHome({
    areaPath,
    areaName,
    roomNumber,
    householdId: household._id,
    gridPath,
    relation,
    joinedAt: call.now,
    until: relation === 'tenant' ? call.input.until : null,
    ...doubtsOf(
      { areaPath, householdId: household._id, relation },
      { household: known, others, register, realName, nickname, former },
    ),
    vouchBy: vouchByOf(calendar, call.now),
    voice: call.input.voice,
  })
}

function happenings(account: Account, home: Membership, key: string, known: Account | null): Happening[] {
  const own = { key, userId: account._id, by: account, at: home.joinedAt }
  const agrees = known?.privacy?.version !== account.privacy?.version
  return [
    { ...own, event: 'joined', area: home },
    ...(agrees ? [{ ...own, event: 'privacyAgreed' as const }] : []),
  ]
}
