import type { Notice } from '@/domain/notice/schema'
import { AppError } from '@/domain/shared/errors'
import type { Store } from '../_runtime/store'

/** @throws AppError NotFound */
export async function findNotice(store: Store, noticeId: string): Promise<Notice> {
  const notice = await store.notices.get(noticeId)
  if (!notice) throw new AppError('NotFound')
  return notice
}
