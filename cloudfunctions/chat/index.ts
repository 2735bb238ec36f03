import { serve } from '../_runtime/serve'
import { forwardMessage } from './actions/forward'
import { getMessages } from './actions/get'
import { listGroups } from './actions/groups'
import { history } from './actions/history'
import { markRead } from './actions/mark-read'
import { listMembers } from './actions/members'
import { listNotices } from './actions/notice-list'
import { publishNotice } from './actions/notice-publish'
import { readNotice } from './actions/notice-read'
import { unreadNotice } from './actions/notice-unread'
import { preferGroup } from './actions/prefer'
import { recallMessage } from './actions/recall'
import { sendMessage } from './actions/send'
import { thumbMessage } from './actions/thumb'

export const main = serve<'chat'>({
  'chat.groups': listGroups,
  'chat.history': history,
  'chat.send': sendMessage,
  'chat.get': getMessages,
  'chat.recall': recallMessage,
  'chat.thumb': thumbMessage,
  'chat.forward': forwardMessage,
  'chat.members': listMembers,
  'chat.prefer': preferGroup,
  'chat.markRead': markRead,
  'notice.publish': publishNotice,
  'notice.list': listNotices,
  'notice.read': readNotice,
  'notice.unread': unreadNotice,
})
