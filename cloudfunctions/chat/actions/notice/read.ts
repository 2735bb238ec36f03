import type { Account } from '@/domain/account/schema'
import { flatsIn, homesIn } from '@/domain/notice/audience'
import { canReadNotice, wasOut } from '@/domain/notice/policy'
import { noticeReadId, type Notice, type NoticeRead } from '@/domain/notice/schema'
import type { Timestamp } from '@/domain/shared/time'
import { topics } from '@/domain/signal/topics'
import { command } from '../../../_runtime/sdk'
import { action } from '../../../_runtime/serve'
import { moveSignals } from '../../../_runtime/signals'
import type { Store } from '../../../_runtime/store'
import { closeVisits } from '../../visit/close-visits'
import { findNotice } from '../../notice/find-notice'
import { noteReading, presentOne } from '../../notice/present-notice'

/** Three waits; one more for whoever was to be looked in on. */
export const readNotice = action('notice.read', {
  fetch: ({ store, input }) => findNotice(store, input.noticeId),
  load: async (_call, notice) => notice,
  allow: (actor, notice) => canReadNotice(actor, notice),
  handle: async ({ actor, now, store }, notice) => {
    const reads = readsOf(actor, notice, now)
    const [mates] = await Promise.all([
      visitedWith(store, actor, notice, now),
      ...reads.map((read) => store.noticeReads.addNew(read)),
      // Said with it, and again by a retry: a call that breaks off leaves nobody uncounted.
      reads.some(({ kind }) => kind !== 'onlooker') && noteReading(store, notice._id, now),
    ])
    const [view] = await Promise.all([
      presentOne(store, actor, notice, now),
      // The author watches the count grow; the other readers need not be woken for it.
      moveSignals(store, [topics.user(notice.author.userId)]),
      mates.length > 0 ? closeVisits(store, notice, now, mates) : 0,
    ])
    return { notice: view }
  },
})

/** One of the person, one of each of their flats that it went to. */
function readsOf(actor: Account, notice: Notice, readAt: Timestamp): NoticeRead[] {
  // Whoever looks at what never went out has not been told.
  if (!wasOut(notice)) return []
  const noticeId = notice._id
  const read = { noticeId, userId: actor._id, readAt }
  const kind = homesIn(notice, actor).length > 0 ? ('person' as const) : ('onlooker' as const)
  return [
    { ...read, _id: noticeReadId(noticeId, actor._id), kind },
    ...flatsIn(notice, actor).map((flat) => ({
      ...read,
      _id: noticeReadId(noticeId, flat),
      kind: 'household' as const,
    })),
  ]
}

/** Those of one flat whom somebody may be about to visit. */
const mostMates = 50

/** Whose visits are needless once this person has read it: theirs, and those of their flats. */
async function visitedWith(store: Store, actor: Account, notice: Notice, now: Timestamp): Promise<string[]> {
  if (notice.visitAt === null || notice.visitAt > now) return []
  const flats = flatsIn(notice, actor)
  if (flats.length === 0) return [actor._id]
  const mates = await store.accounts.findParts({ householdIds: command.in(flats) }, ['_id'], {
    limit: mostMates,
  })
  return [...new Set([actor._id, ...mates.map(({ _id }) => _id)])]
}
