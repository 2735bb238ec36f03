import { removed } from '@/domain/moderation/deeds'
import { topics } from '@/domain/signal/topics'
import { action } from '../../../_runtime/serve'
import { moveSignals } from '../../../_runtime/signals'
import {
  caseIdOf,
  caseTopics,
  changeCase,
  deedOf,
  isJudgeOf,
  mustAllow,
  newCase,
} from '../../moderation/cases'
import { findPlaceGroup } from '../../find-group'
import { findMessage } from '../../find-message'
import { dropLateQuotes, hideMessage, quotesOf } from '../../hide-message'
import { inLog } from '../../in-log'
import { dropFromInbox } from '../../inbox/items'
import { presentCase } from '../../moderation/present-case'

/** Message and case at once; a removed picture's file is kept for those who look after the group. */
export const removeMessage = action('moderation.remove', {
  fetch: async ({ input, store }) => {
    const { groupPath, seq } = input
    const [group, message, quotes] = await Promise.all([
      findPlaceGroup(store, groupPath),
      findMessage(store, groupPath, seq),
      quotesOf(store, groupPath, seq),
    ])
    return { group, message, quotes }
  },
  load: async (_call, fetched) => fetched,
  allow: (actor, { message }) => isJudgeOf(actor, message),
  handle: async (call, { group, message, quotes }) => {
    const { actor, input, now, store } = call
    const deed = deedOf(call, input.reason)
    const about = { _id: caseIdOf(message), begin: newCase(message, group, now), deed }
    const { one, hidden } = await inLog(call, group, async (transaction, write) => {
      const changed = await changeCase(transaction, about, (found) => {
        mustAllow(actor, found, 'remove', now)
        return removed(found, deed)
      })
      const hiding = { state: 'removed', key: `removed ${deed.id}`, at: now, quotes } as const
      const hidden = changed.isNew ? await hideMessage(transaction, write, message, hiding) : message
      return { one: changed.one, hidden }
    })
    const { author, inbox } = caseTopics(one)
    const tell = () => moveSignals(store, [topics.chat(group.groupPath)])
    await Promise.all([
      dropLateQuotes(call, message, tell),
      dropFromInbox(store, hidden),
      moveSignals(store, [topics.chat(group.groupPath), ...inbox, ...author]),
    ])
    return { case: presentCase(actor, one, now) }
  },
})
