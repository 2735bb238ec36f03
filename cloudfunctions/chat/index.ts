import { serve } from '../_runtime/serve'
import { listGroups } from './actions/groups'
import { history } from './actions/history'
import { markRead } from './actions/mark-read'
import { listNotices } from './actions/notice-list'
import { publishNotice } from './actions/notice-publish'
import { readNotice } from './actions/notice-read'
import { unreadNotice } from './actions/notice-unread'
import { sendMessage } from './actions/send'

export const main = serve<'chat'>({
  'chat.groups': listGroups,
  'chat.history': history,
  'chat.send': sendMessage,
  'chat.markRead': markRead,
  'notice.publish': publishNotice,
  'notice.list': listNotices,
  'notice.read': readNotice,
  'notice.unread': unreadNotice,
})
