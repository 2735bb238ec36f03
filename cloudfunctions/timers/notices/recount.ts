import { minutes } from '@/domain/shared/time'
import { topics } from '@/domain/signal/topics'
import { command } from '../../_runtime/sdk'
import { moveSignals } from '../../_runtime/signals'
import { workThrough, type DutyContext } from '../duty'

/** By then a call that was under way has written what it writes. */
const settling = minutes(1)

/**
 * Counts who has read the notices that somebody has opened since they were counted, once more after the last of them,
 * so that nobody is left out; answers for how many that was the last time.
 */
export const recountReads = (context: DutyContext): Promise<number> => {
  const { now, store } = context
  return workThrough(context, {
    collection: store.notices,
    due: { lastReadAt: command.gt(0) },
    key: 'lastReadAt',
    work: async ({ _id, author, lastReadAt, readCounts }) => {
      const [person, household] = await Promise.all(
        (['person', 'household'] as const).map((kind) => store.noticeReads.count({ noticeId: _id, kind })),
      )
      const counts = { person: person ?? 0, household: household ?? 0 }
      await store.notices.update({ _id }, { readCounts: counts })
      if (counts.person !== readCounts.person) await moveSignals(store, [topics.user(author.userId)])
      if ((lastReadAt ?? now) + settling > now) return false
      return (await store.notices.update({ _id, lastReadAt }, { lastReadAt: null })) === 1
    },
  })
}
