import { isCurrent } from '@/domain/account/index-fields'
import { mediaOf } from '@/domain/media/schema'
import { homeTopics } from '@/domain/membership/standing'
import { checkLater } from '../../../_runtime/check-later'
import { deleteOwnFiles, uploadKeyOf } from '../../../_runtime/own-files'
import { checkText } from '../../../_runtime/safety'
import { action } from '../../../_runtime/serve'
import { moveSignals } from '../../../_runtime/signals'
import { changeOwn } from '../../change-own'
import { presentMe } from '../../present-me'

/** Everybody sets right what is kept of themselves; those who vouch for them see it. Three waits, with WeChat's. */
export const correctAccount = action('account.correct', {
  load: async () => null,
  allow: (actor) => actor.state === 'active',
  handle: async (call) => {
    const { actor, input, log, now, openid, requestId, store } = call
    const words = [input.nickname, input.realName].filter((word) => typeof word === 'string')
    await checkText(words.join('\n'), openid, log)
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
    const files = mediaOf({ photoFileIds: input.avatarFileId ? [input.avatarFileId] : [] })
    const of = { kind: 'account', id: actor._id } as const
    const [account] = await Promise.all([
      changeOwn(call, (known) => {
        const account = { ...known, ...given }
        const { avatarFileId, phone, shares } = account
        const [area = null] = known.memberships.filter(isCurrent)
        const by = { _id: known._id, nickname: account.nickname }
        const line = { key: requestId, event: 'corrected', userId: known._id, by, at: now, area } as const
        return { account, trail: [line], fields: { avatarFileId, phone, shares } }
      }),
      checkLater(store, { of, files, byUserId: actor._id, now }),
    ])
    const waiting = account.memberships.filter(({ standing }) => standing === 'unconfirmed')
    const { avatarFileId: old } = actor
    await Promise.all([
      moveSignals(store, homeTopics(actor._id, waiting)),
      // Nobody shows it any more; should this fail, it is a picture that nobody finds.
      old !== null && old !== account.avatarFileId
        ? deleteOwnFiles([uploadKeyOf(openid)], [old]).catch(() => undefined)
        : undefined,
    ])
    return { account: presentMe(account) }
  },
})
