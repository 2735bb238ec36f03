import type { Invitation } from '@/domain/invitation/schema'
import { mediaOf } from '@/domain/media/schema'
import { areasOfHome } from '@/domain/shared/area'
import type { Voice } from '@/domain/shared/contact'
import { AppError } from '@/domain/shared/errors'
import { topics } from '@/domain/signal/topics'
import type { Call } from '../../_runtime/action'
import { checkLater } from '../../_runtime/check-later'
import { checkText } from '../../_runtime/safety'
import { action } from '../../_runtime/serve'
import { moveSignals } from '../../_runtime/signals'
import { findFlat, readTyped, type FoundFlat } from '../find-flat'
import { findInvitation } from '../find-invitation'
import { homeIn, joinHome } from '../join-home'
import { presentMe } from '../present-me'
import { takeOver } from '../take-over'
import { tellJoined } from '../tell-join'

/** Where a code leads: to a flat, to a person on the register, or nowhere that one could join. */
type Way = { kind: 'home'; home: FoundFlat } | { kind: 'person'; userId: string } | { kind: 'role' }

export const joinByInvitation = action('invitation.join', {
  fetch: async ({ store, input, now }): Promise<Way> => {
    const [invitation, typed] = await Promise.all([
      findInvitation(store, input.code),
      readTyped(store, input, now),
    ])
    const { target }: Invitation = invitation
    if (target.kind === 'person') return target
    if (target.kind === 'role') return target
    return { kind: 'home', home: await findFlat(store, invitation, input, now, typed) }
  },
  load: async ({ input, now }, way) => {
    if (input.isUnder14) throw new AppError('GuardianNeeded')
    if (input.until !== null && input.until <= now) throw new AppError('BadInput', { where: ['until'] })
    return way
  },
  // Whoever holds the code may use it; what it opens is bounded by the code, and somebody confirms.
  allow: () => true,
  handle: async (call, way) => {
    if (way.kind === 'role') throw new AppError('Conflict', { reason: 'role' })
    return {
      account: presentMe(await (way.kind === 'person' ? take(call, way.userId) : enter(call, way.home))),
    }
  },
})

async function enter(call: Call<'invitation.join'>, found: FoundFlat) {
  const { actor, store } = call
  const { _id } = found.household
  const isHome = actor !== null && homeIn(actor, _id) !== undefined
  if (!isHome) await checkWords(call)
  const account = isHome ? actor : await joinHome(call, found)
  const home = homeIn(account, _id)
  // Also when it was asked again: the first time may have ended between writing and telling.
  await Promise.all([
    home && tellJoined(store, account, home, found),
    checkFiles(call, account._id, call.input.voice),
  ])
  return account
}

async function take(call: Call<'invitation.join'>, userId: string) {
  const { actor, store } = call
  if (actor?._id === userId) return actor
  await checkWords(call)
  const account = await takeOver(call, userId)
  const { memberships, proxies } = account
  await Promise.all([
    moveSignals(store, [
      topics.user(userId),
      ...proxies.map((proxy) => topics.user(proxy.userId)),
      ...memberships.flatMap(areasOfHome).map(topics.pending),
    ]),
    checkFiles(call, userId, null),
  ])
  return account
}

/** What others will read of them; WeChat is asked once for all of it. */
const checkWords = ({ input, log, openid }: Call<'invitation.join'>): Promise<void> =>
  checkText([input.nickname, input.realName ?? ''].join('\n').trim(), openid, log)

/** What others will see of them, and hear. */
const checkFiles = (
  { input: { avatarFileId }, now, store }: Call<'invitation.join'>,
  userId: string,
  voice: Voice | null,
): Promise<void> =>
  checkLater(store, {
    of: { kind: 'account', id: userId },
    files: mediaOf({ photoFileIds: avatarFileId ? [avatarFileId] : [], voice }),
    byUserId: userId,
    now,
  })
