import { randomBytes } from 'node:crypto'
import { indexFieldsOf } from '@/domain/account/index-fields'
import { newVolunteer, type Account, type Membership } from '@/domain/account/schema'
import type { ParsedInput } from '@/domain/contracts'
import { invitationState, type Invitation, type InvitationState } from '@/domain/invitation/schema'
import { ancestorAt, ancestorsOf, type AreaPath } from '@/domain/shared/area'
import { AppError, type ErrorCode } from '@/domain/shared/errors'
import { newId } from '@/domain/shared/ids'
import type { Timestamp } from '@/domain/shared/time'
import { topics } from '@/domain/signal/topics'
import type { Call } from '../../_runtime/action'
import { checkText } from '../../_runtime/safety'
import { command, isDuplicate } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import { moveSignals } from '../../_runtime/signals'
import { inTransaction, type Transaction } from '../../_runtime/transaction'
import { appendMessage } from '../../chat/append-message'
import { findInvitation } from '../find-invitation'
import { presentMe } from '../present-me'

const refusals: Readonly<Record<Exclude<InvitationState, 'valid'>, ErrorCode>> = {
  expired: 'InvitationExpired',
  revoked: 'InvitationRevoked',
  usedUp: 'InvitationUsedUp',
}

export const joinByInvitation = action('invitation.join', {
  load: ({ store, input }) => findInvitation(store, input.code),
  // Whoever holds the code may use it; what it opens is bounded by the code, and a leader confirms.
  allow: () => true,
  handle: async (call, { areaPath }) => {
    const { actor, input, log, now, openid, requestId, store } = call
    const group = ancestorAt(areaPath, 'building')
    const tell = (account: Account): Promise<void> =>
      moveSignals(store, [
        topics.user(account._id),
        ...ancestorsOf(areaPath).map(topics.pending),
        ...(group ? [topics.chat(group)] : []),
      ])
    if (actor && homeIn(actor, areaPath, input.roomNumber)) {
      // The first time may have ended between writing and telling: tell again, it does no harm.
      await tell(actor)
      return { account: presentMe(actor) }
    }
    await checkText(input.nickname, openid, log)
    const account = await joinOnce(call, areaPath)
    if (group) {
      await appendMessage(store, {
        _id: requestId,
        groupPath: group,
        authorId: null,
        authorName: account.nickname,
        authorTitle: 'newcomer',
        body: { kind: 'joined', nickname: account.nickname },
        sentAt: now,
      })
    }
    await tell(account)
    return { account: presentMe(account) }
  },
})

/**
 * The account with its new home. Of two requests of a newcomer in one instant one makes the account (openids are
 * unique); the other answers with it.
 * @throws AppError Conflict when that account was made for another home
 */
async function joinOnce(call: Call<'invitation.join'>, areaPath: AreaPath): Promise<Account> {
  try {
    return await inTransaction(call.trips, (transaction) => join(transaction, call))
  } catch (error) {
    if (!isDuplicate(error)) throw error
    const made = await call.store.accounts.findOne({ openid: call.openid })
    if (made && homeIn(made, areaPath, call.input.roomNumber)) return made
    throw new AppError('Conflict')
  }
}

/** Counts the use and writes the home, both or neither. */
async function join(
  { accounts, invitations }: Transaction,
  { actor, input, now, openid }: Call<'invitation.join'>,
): Promise<Account> {
  const invitation = await invitations.get(input.code)
  if (!invitation) throw new AppError('NotFound')
  const state = invitationState(invitation, now)
  if (state !== 'valid') throw new AppError(refusals[state])
  const known = actor && (await accounts.get(actor._id))
  if (known && homeIn(known, invitation.areaPath, input.roomNumber)) return known
  const account = known
    ? withHome(known, homeOf(invitation, input, now))
    : withHome(newAccount(openid, input.nickname, now), homeOf(invitation, input, now))
  if (known) {
    const { memberships, homeAt, pendingAt } = account
    await accounts.update(known._id, { memberships, homeAt, pendingAt })
  } else {
    await accounts.insert(account)
  }
  await invitations.update(input.code, {}, { usedCount: command.inc(1) })
  return account
}

const homeIn = (account: Account, areaPath: string, roomNumber: string): boolean =>
  account.memberships.some(
    (home) => home.areaPath === areaPath && home.roomNumber === roomNumber && home.standing !== 'declined',
  )

const homeOf = (
  { areaPath, areaName }: Invitation,
  { roomNumber, relation }: ParsedInput<'invitation.join'>,
  joinedAt: Timestamp,
): Membership => ({
  areaPath,
  areaName,
  roomNumber,
  relation,
  standing: 'unconfirmed',
  joinedAt,
  decidedBy: null,
  decidedAt: null,
})

const newAccount = (openid: string, nickname: string, createdAt: Timestamp): Account => ({
  // Not the request's id, which the group sees as the id of the line that says who joined.
  _id: newId(() => randomBytes(1).readUInt8()),
  openid,
  nickname,
  memberships: [],
  roles: [],
  skills: [],
  volunteer: newVolunteer,
  consents: {},
  openIds: [],
  recentOrders: [],
  createdAt,
  homeAt: [],
  pendingAt: [],
  roleKeys: [],
})

function withHome(account: Account, home: Membership): Account {
  const memberships = [...account.memberships, home]
  return { ...account, memberships, ...indexFieldsOf({ memberships, roles: account.roles }) }
}
