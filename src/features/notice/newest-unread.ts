import type { NoticeView } from '@/domain/notice/contract'

/** What to show of a list, newest first, to somebody who has not read it: what is urgent before what is not. */
export function newestUnread(notices: readonly NoticeView[]): NoticeView | undefined {
  const unread = notices.filter(
    ({ isExpired, isRead, state }) => !isRead && !isExpired && state === 'published',
  )
  return unread.find(({ isUrgent }) => isUrgent) ?? unread[0]
}
