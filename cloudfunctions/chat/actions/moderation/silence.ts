import { standingAt } from '@/domain/account/policy'
import { canModerate } from '@/domain/chat/policy'
import { mostSilences, type GroupSettings, type Silence } from '@/domain/group/schema'
import { silenced } from '@/domain/moderation/deeds'
import type { ModerationCase } from '@/domain/moderation/schema'
import { AppError } from '@/domain/shared/errors'
import { minutes, type Timestamp } from '@/domain/shared/time'
import { action } from '../../../_runtime/serve'
import { moveSignals } from '../../../_runtime/signals'
import type { Transaction } from '../../../_runtime/transaction'
import {
  caseIdOf,
  caseTopics,
  changeCase,
  deedOf,
  isJudgeOf,
  mustAllow,
  newCase,
} from '../../moderation/cases'
import { changeSettings } from '../../group/settings-in-log'
import { findPlaceGroup } from '../../find-group'
import { findMessage } from '../../find-message'
import { inLog } from '../../in-log'
import { presentCase } from '../../moderation/present-case'

export const silenceAuthor = action('moderation.silence', {
  fetch: async ({ input, store }) => {
    const { groupPath, seq } = input
    const [group, message] = await Promise.all([
      findPlaceGroup(store, groupPath),
      findMessage(store, groupPath, seq),
    ])
    return { group, message }
  },
  load: async (_call, fetched) => fetched,
  allow: (actor, { message }) => isJudgeOf(actor, message),
  handle: async (call, { group, message }) => {
    const { actor, input, now, store } = call
    const until = now + minutes(input.minutes)
    const deed = deedOf(call, input.reason)
    const about = { _id: caseIdOf(message), begin: newCase(message, group, now), deed }
    const { one } = await inLog(call, group, async (transaction) => {
      const changed = await changeCase(transaction, about, (found) => {
        mustAllow(actor, found, 'silence', now)
        return silenced(found, deed, until)
      })
      const { author, groupPath } = changed.one
      if (!changed.isNew) return changed
      await mustNotModerate(transaction, changed.one, now)
      const silence = { person: author, until, reason: input.reason, by: deed.by, caseId: about._id }
      await changeSettings(transaction, groupPath, (settings) => withSilence(settings, silence, now))
      return changed
    })
    // The group is not told; the one who pauses is.
    const { author, inbox } = caseTopics(one)
    await moveSignals(store, [...inbox, ...author])
    return { case: presentCase(actor, one, now) }
  },
})

/**
 * Those who look after a group don't silence each other. Whose words they are is known only with the message: asked
 * for here it costs no wait of its own.
 */
async function mustNotModerate(
  { accounts }: Transaction,
  { author, groupPath }: ModerationCase,
  now: Timestamp,
): Promise<void> {
  const account = await accounts.get(author.userId)
  if (account && canModerate(standingAt(account, now), groupPath)) throw new AppError('Conflict')
}

/** The newest decision about somebody is the one that holds; what is over goes. @throws AppError LimitReached */
function withSilence(settings: GroupSettings, silence: Silence, now: Timestamp): GroupSettings {
  const { userId } = silence.person
  const others = settings.silences.filter(({ person, until }) => until > now && person.userId !== userId)
  if (others.length >= mostSilences) throw new AppError('LimitReached', { limit: mostSilences })
  return { ...settings, silences: [...others, silence] }
}
