import type { Actor } from '@/domain/account/policy'
import type { NoticeView } from '@/domain/notice/contract'
import { canSeeReaders } from '@/domain/notice/policy'
import { noticeReadId, type Notice } from '@/domain/notice/schema'
import type { Store } from '../_runtime/store'

/** Notices as one person sees them; how far they reached is counted for those who may know. */
export async function presentNotices(
  store: Store,
  actor: Actor,
  notices: readonly Notice[],
): Promise<NoticeView[]> {
  const reads = await store.noticeReads.getMany(notices.map(({ _id }) => noticeReadId(_id, actor._id)))
  const readIds = new Set(reads.map(({ noticeId }) => noticeId))
  return Promise.all(
    notices.map(async (notice) => {
      const { authorId: _authorId, publishedKey: _publishedKey, addressKeys: _keys, ...shown } = notice
      const reach = canSeeReaders(actor, notice) ? await reachOf(store, notice) : null
      return { ...shown, isRead: readIds.has(notice._id), reach }
    }),
  )
}

/** How many of those who live there have read it. */
export async function reachOf(store: Store, { _id, areaPath }: Notice) {
  const [read, residents] = await Promise.all([
    store.noticeReads.count({ noticeId: _id }),
    store.accounts.count({ homeAt: areaPath }),
  ])
  return { read: Math.min(read, residents), residents }
}
