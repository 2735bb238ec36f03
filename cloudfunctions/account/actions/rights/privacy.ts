import { filesOfPerson } from '@/domain/account/forget'
import { sharesNothing, type Account } from '@/domain/account/schema'
import { topics } from '@/domain/signal/topics'
import { deleteOwnFiles, uploadKeyOf } from '../../../_runtime/own-files'
import { action } from '../../../_runtime/serve'
import { moveSignals } from '../../../_runtime/signals'
import { changeOwn } from '../../change-own'
import { presentMe } from '../../present-me'

/** What isn't needed to live in the building is forgotten when somebody takes their consent back. */
const withoutConsent = (account: Account): Account => ({
  ...account,
  privacy: null,
  realName: null,
  phone: null,
  avatarFileId: null,
  dataFileId: null,
  shares: sharesNothing,
  careNeeds: [],
  memberships: account.memberships.map((home) => ({ ...home, voice: null })),
})

/** Three waits. */
export const putPrivacy = action('account.privacy', {
  load: async () => null,
  allow: (actor) => actor.state === 'active',
  handle: async (call) => {
    const { actor, input, now, requestId, store } = call
    const { version, isAgreed } = input
    const event = isAgreed ? 'privacyAgreed' : 'privacyWithdrawn'
    // Before it is no longer known which they are.
    if (!isAgreed) await deleteOwnFiles([uploadKeyOf(actor.openid)], filesOfPerson(actor))
    const account = await changeOwn(call, (known) => {
      const account = isAgreed ? { ...known, privacy: { version, at: now } } : withoutConsent(known)
      const { avatarFileId, dataFileId, phone, privacy, shares } = account
      const line = { key: requestId, event, userId: known._id, by: known, at: now } as const
      return { account, trail: [line], fields: { avatarFileId, dataFileId, phone, privacy, shares } }
    })
    await moveSignals(store, [topics.user(actor._id)])
    return { account: presentMe(account) }
  },
})
