import { dismissed } from '@/domain/moderation/deeds'
import { canJudge } from '@/domain/moderation/policy'
import { action } from '../../../_runtime/serve'
import { moveSignals } from '../../../_runtime/signals'
import { inTransaction } from '../../../_runtime/transaction'
import { caseTopics, changeCase, deedOf, findCase, mustAllow, mustSee } from '../../moderation/cases'
import { presentCase } from '../../moderation/present-case'

export const dismissCase = action('moderation.dismiss', {
  fetch: ({ input, store }) => findCase(store, input.caseId),
  load: async (_call, one) => one,
  allow: (actor, one) => mustSee(actor, one) && canJudge(actor, one.groupPath, one.author.userId),
  handle: async (call, { _id }) => {
    const { actor, input, now, store, trips } = call
    const deed = deedOf(call, input.note)
    const { one } = await inTransaction(trips, (transaction) =>
      changeCase(transaction, { _id, begin: null, deed }, (found) => {
        mustAllow(actor, found, 'dismiss', now)
        return dismissed(found, deed)
      }),
    )
    // Its author never knew that there was anything.
    await moveSignals(store, caseTopics(one).inbox)
    return { case: presentCase(actor, one, now) }
  },
})
