import { appealed } from '@/domain/moderation/deeds'
import { checkText } from '../../../_runtime/safety'
import { action } from '../../../_runtime/serve'
import { moveSignals } from '../../../_runtime/signals'
import { inTransaction } from '../../../_runtime/transaction'
import { caseTopics, changeCase, deedOf, findCase, mustAllow, mustSee } from '../../moderation/cases'
import { presentCase } from '../../moderation/present-case'

/** Also whoever has moved away meanwhile may have it set right. */
export const appealCase = action('moderation.appeal', {
  fetch: ({ input, store }) => findCase(store, input.caseId),
  load: async (_call, one) => one,
  allow: (actor, one) => mustSee(actor, one) && one.author.userId === actor._id,
  handle: async (call, { _id }) => {
    const { actor, input, log, now, openid, store, trips } = call
    await checkText(input.words, openid, log)
    const deed = deedOf(call, input.words)
    const { one } = await inTransaction(trips, (transaction) =>
      changeCase(transaction, { _id, begin: null, deed }, (found) => {
        mustAllow(actor, found, 'appeal', now)
        return appealed(found, deed)
      }),
    )
    await moveSignals(store, [...caseTopics(one).inbox, ...caseTopics(one).author])
    return { case: presentCase(actor, one, now) }
  },
})
