import { sharesNothing, type Account } from '@/domain/account/schema'
import { AppError } from '@/domain/shared/errors'
import { action } from '../../../_runtime/serve'
import { inTransaction } from '../../../_runtime/transaction'
import { presentMe } from '../../present-me'
import { accountFields } from '../../save-account'
import { noteTrail } from '../../trail'

/** What isn't needed to live in the building is forgotten when somebody takes their consent back. */
const withoutConsent = (account: Account): Account => ({
  ...account,
  privacy: null,
  realName: null,
  phone: null,
  avatarFileId: null,
  shares: sharesNothing,
  memberships: account.memberships.map((home) => ({ ...home, voice: null })),
})

export const putPrivacy = action('account.privacy', {
  load: async () => null,
  allow: (actor) => actor.state === 'active',
  handle: async ({ actor, input, now, requestId, store, trips }) => {
    const { version, isAgreed } = input
    const account = await inTransaction(trips, async ({ accounts }) => {
      const known = await accounts.get(actor._id)
      if (!known) throw new AppError('NotSignedIn')
      const after = isAgreed ? { ...known, privacy: { version, at: now } } : withoutConsent(known)
      const { privacy, phone, avatarFileId, shares } = after
      await accounts.update(actor._id, { privacy, phone, avatarFileId, shares, ...accountFields(after) })
      return after
    })
    const event = isAgreed ? 'privacyAgreed' : 'privacyWithdrawn'
    await noteTrail(store, { key: requestId, event, userId: actor._id, by: actor, at: now })
    return { account: presentMe(account) }
  },
})
