import { revoked, upheld } from '@/domain/moderation/deeds'
import { canDecide } from '@/domain/moderation/policy'
import { topics } from '@/domain/signal/topics'
import { action } from '../../../_runtime/serve'
import { moveSignals } from '../../../_runtime/signals'
import { lastSeq } from '../../append-message'
import { caseTopics, changeCase, deedOf, findCase, mustAllow, mustSee } from '../../moderation/cases'
import { findMessage } from '../../find-message'
import { inLog } from '../../in-log'
import { presentCase } from '../../moderation/present-case'
import { takeBack } from '../../moderation/take-back'

/** A wait more than other commands: which message it is about is known only from the case. */
export const decideCase = action('moderation.decide', {
  fetch: ({ input, store }) => findCase(store, input.caseId),
  load: async ({ store }, one) => {
    const { groupPath, seq } = one
    const [message, newest] = await Promise.all([
      findMessage(store, groupPath, seq),
      lastSeq(store, groupPath),
    ])
    return { one, message, newest }
  },
  allow: (actor, { one }) => mustSee(actor, one) && canDecide(actor, one),
  handle: async (call, { one: { _id, groupPath }, message, newest }) => {
    const { actor, input, now, store } = call
    const deed = deedOf(call, input.note)
    const { one } = await inLog(call, { groupPath, newest }, async (transaction, write) => {
      const changed = await changeCase(transaction, { _id, begin: null, deed }, (found) => {
        mustAllow(actor, found, 'decide', now)
        return input.isUpheld ? upheld(found, deed) : revoked(found, deed)
      })
      if (!changed.isNew || input.isUpheld) return changed
      await takeBack(transaction, write, { one: changed.one, message, at: now })
      return changed
    })
    const { author, inbox } = caseTopics(one)
    await moveSignals(store, [topics.chat(groupPath), ...inbox, ...author])
    return { case: presentCase(actor, one, now) }
  },
})
