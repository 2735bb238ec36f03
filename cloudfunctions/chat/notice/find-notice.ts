import type { Notice } from '@/domain/notice/schema'
import { AppError } from '@/domain/shared/errors'
import type { Timestamp } from '@/domain/shared/time'
import type { Where } from '../../_runtime/collection'
import { command } from '../../_runtime/sdk'
import type { Store } from '../../_runtime/store'

/** @throws AppError NotFound */
export async function findNotice(store: Store, noticeId: string): Promise<Notice> {
  const notice = await store.notices.get(noticeId)
  if (!notice) throw new AppError('NotFound')
  return notice
}

/** Notices that hold now: out, not taken back, not over. */
export const holding = (now: Timestamp): Where => ({
  state: 'published',
  expiresAt: command.or([command.eq(null), command.gt(now)]),
})
