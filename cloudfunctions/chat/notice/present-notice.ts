import type { Actor } from '@/domain/account/policy'
import type { NoticeView } from '@/domain/notice/contract'
import { canKeepNotice, isExpired, noticeActions } from '@/domain/notice/policy'
import { noticeReadId, type Notice } from '@/domain/notice/schema'
import type { Timestamp } from '@/domain/shared/time'
import type { Store } from '../../_runtime/store'

interface Known {
  isRead: boolean
  /** null: not to be told. */
  reads: { people: number; households: number } | null
  now: Timestamp
}

/** A notice as one person sees it: names without ids. */
export function presentNotice(actor: Actor, notice: Notice, { isRead, reads, now }: Known): NoticeView {
  const { author, recipients, withdrawn, ...shown } = notice
  const { residents, households } = recipients
  return {
    ...shown,
    author: { name: author.name },
    withdrawn: withdrawn && { ...withdrawn, by: { name: withdrawn.by.name } },
    // Whoever wrote it knows it.
    isRead: isRead || author.userId === actor._id,
    isExpired: isExpired(notice, now),
    // Whoever moved in since reads it too, and is none of those whom it went to.
    reach: reads && {
      read: Math.min(reads.people, residents),
      residents,
      readHouseholds: Math.min(reads.households, households),
      households,
    },
    allowedActions: noticeActions(actor, notice, now),
  }
}

/** Notices as one person sees them; how far they reached is counted for those who keep them. One wait. */
export async function presentNotices(
  store: Store,
  actor: Actor,
  notices: readonly Notice[],
  now: Timestamp,
): Promise<NoticeView[]> {
  const [marks, reads] = await Promise.all([
    store.noticeReads.getMany(notices.map(({ _id }) => noticeReadId(_id, actor._id))),
    Promise.all(notices.map((notice) => (canKeepNotice(actor, notice) ? countReads(store, notice) : null))),
  ])
  const read = new Set(marks.map(({ noticeId }) => noticeId))
  return notices.map((notice, n) =>
    presentNotice(actor, notice, { isRead: read.has(notice._id), reads: reads[n] ?? null, now }),
  )
}

/** So far readers are counted when it is asked for. */
const mostCounted = 1000

/**
 * How many have read it, and in how many flats somebody has. One wait, however many: beyond a thousand they are as many
 * as the clock has counted within the last minute (`timers/notices/recount.ts`).
 */
export async function countReads(
  store: Store,
  { _id: noticeId, readCounts }: Notice,
): Promise<{ people: number; households: number }> {
  const count = async (kind: keyof Notice['readCounts']): Promise<number> => {
    const counted = await store.noticeReads.countUpTo({ noticeId, kind }, mostCounted)
    return counted < mostCounted ? counted : Math.max(counted, readCounts[kind])
  }
  const [people, households] = await Promise.all([count('person'), count('household')])
  return { people, households }
}

/** Somebody reads it: the clock counts anew. */
export const noteReading = (store: Store, noticeId: string, now: Timestamp): Promise<number> =>
  store.notices.update({ _id: noticeId }, { lastReadAt: now })

/** One of them. One wait. */
export async function presentOne(
  store: Store,
  actor: Actor,
  notice: Notice,
  now: Timestamp,
): Promise<NoticeView> {
  const [view] = await presentNotices(store, actor, [notice], now)
  if (!view) throw new Error('a notice was lost on the way')
  return view
}
