import { canReadGroup, isHiddenFrom, isSaid } from '@/domain/chat/policy'
import { reported } from '@/domain/moderation/deeds'
import type { ModerationCase } from '@/domain/moderation/schema'
import { AppError } from '@/domain/shared/errors'
import { days } from '@/domain/shared/time'
import type { Call } from '../../../_runtime/action'
import { action } from '../../../_runtime/serve'
import { moveSignals } from '../../../_runtime/signals'
import { caseIdOf, caseTopics, changeCase, deedOf, newCase } from '../../moderation/cases'
import { findPlaceGroup } from '../../find-group'
import { findMessage } from '../../find-message'
import { inLog } from '../../in-log'

/** Reports of one person within a day, of all groups together. */
const mostReports = 20
const window = days(1)
/** The newest cases that somebody reported, among which those of today are. */
const looked = 100

export const reportMessage = action('moderation.report', {
  fetch: async ({ input, store }) => {
    const { groupPath, seq } = input
    const [group, message] = await Promise.all([
      findPlaceGroup(store, groupPath),
      findMessage(store, groupPath, seq),
    ])
    return { group, message }
  },
  load: async ({ actor, store }, { group, message }) => {
    const mine = await store.cases.find(
      { 'reports.by.userId': actor._id },
      { orderBy: ['openedKey', 'desc'], limit: looked },
    )
    return { group, message, mine }
  },
  allow: (actor, { message }) =>
    canReadGroup(actor, message.groupPath) &&
    isSaid(message.body) &&
    message.authorId !== actor._id &&
    !isHiddenFrom(actor, message),
  handle: async (call, { group, message, mine }) => {
    const { input, store } = call
    const _id = caseIdOf(message)
    const isKnown = mine.some((one) => one._id === _id)
    if (!isKnown && message.state !== 'normal') throw new AppError('NotFound')
    if (!isKnown) keepToFewReports(call, mine)
    const deed = deedOf(call)
    const begin = newCase(message, group, call.now)
    const { one } = await inLog(call, group, (transaction) =>
      changeCase(transaction, { _id, begin, deed }, (found) => reported(found, deed, input.reason)),
    )
    // Not its author's phone: they would learn of it.
    await moveSignals(store, caseTopics(one).inbox)
    return {}
  },
})

/** @throws AppError LimitReached with `retryAt`, ms since 1970 */
function keepToFewReports(
  { actor, now }: Call<'moderation.report'>,
  cases: readonly Pick<ModerationCase, 'reports'>[],
): void {
  const mine = cases.flatMap(({ reports }) => reports.filter(({ by }) => by.userId === actor._id))
  const today = mine.map(({ at }) => at).filter((at) => at > now - window)
  const oldest = today.sort((a, b) => b - a)[mostReports - 1]
  if (oldest !== undefined)
    throw new AppError('LimitReached', { limit: mostReports, retryAt: oldest + window })
}
