import { lifted } from '@/domain/moderation/deeds'
import { canJudge } from '@/domain/moderation/policy'
import { action } from '../../../_runtime/serve'
import { moveSignals } from '../../../_runtime/signals'
import { inTransaction } from '../../../_runtime/transaction'
import { caseTopics, changeCase, deedOf, findCase, mustAllow, mustSee } from '../../moderation/cases'
import { liftSilence } from '../../moderation/lift-silence'
import { presentCase } from '../../moderation/present-case'

export const liftCase = action('moderation.lift', {
  fetch: ({ input, store }) => findCase(store, input.caseId),
  load: async (_call, one) => one,
  allow: (actor, one) => mustSee(actor, one) && canJudge(actor, one.groupPath, one.author.userId),
  handle: async (call, { _id }) => {
    const { actor, input, now, store, trips } = call
    const deed = deedOf(call, input.note)
    const { one } = await inTransaction(trips, async (transaction) => {
      const changed = await changeCase(transaction, { _id, begin: null, deed }, (found) => {
        mustAllow(actor, found, 'lift', now)
        return lifted(found, deed)
      })
      if (changed.isNew) await liftSilence(transaction, changed.one)
      return changed
    })
    // The group was never told; the one who paused is.
    const { author, inbox } = caseTopics(one)
    await moveSignals(store, [...inbox, ...author])
    return { case: presentCase(actor, one, now) }
  },
})
