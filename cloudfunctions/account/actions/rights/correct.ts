import { AppError } from '@/domain/shared/errors'
import { isCurrent } from '@/domain/account/index-fields'
import { topics } from '@/domain/signal/topics'
import { checkText } from '../../../_runtime/safety'
import { action } from '../../../_runtime/serve'
import { moveSignals } from '../../../_runtime/signals'
import { inTransaction } from '../../../_runtime/transaction'
import { presentMe } from '../../present-me'
import { accountFields } from '../../save-account'
import { noteTrail } from '../../trail'

/** Everybody sets right what is kept of themselves. */
export const correctAccount = action('account.correct', {
  load: async () => null,
  allow: (actor) => actor.state === 'active',
  handle: async ({ actor, input, log, now, openid, requestId, store, trips }) => {
    const words = [input.nickname, input.realName].filter((word) => word !== undefined && word !== null)
    await checkText(words.join('\n'), openid, log)
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
    const account = await inTransaction(trips, async ({ accounts }) => {
      const known = await accounts.get(actor._id)
      if (!known) throw new AppError('NotSignedIn')
      const corrected = { ...known, ...given }
      const fields = { ...given, ...accountFields(corrected) }
      await accounts.update(actor._id, fields)
      return { ...corrected, ...fields }
    })
    const home = account.memberships.find(isCurrent)
    await Promise.all([
      noteTrail(store, {
        key: requestId,
        event: 'corrected',
        userId: actor._id,
        by: actor,
        at: now,
        area: home ?? null,
      }),
      moveSignals(store, [topics.user(actor._id)]),
    ])
    return { account: presentMe(account) }
  },
})
