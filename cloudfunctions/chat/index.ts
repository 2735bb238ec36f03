import { serve } from '../_runtime/serve'
import { forwardMessage } from './actions/forward'
import { getMessages } from './actions/get'
import { listGroups } from './actions/groups'
import { getGroup } from './actions/group/get'
import { putWechatCode } from './actions/group/put-wechat-code'
import { setGroupHours } from './actions/group/set-hours'
import { history } from './actions/history'
import { markRead } from './actions/mark-read'
import { listMembers } from './actions/members'
import { appealCase } from './actions/moderation/appeal'
import { decideCase } from './actions/moderation/decide'
import { dismissCase } from './actions/moderation/dismiss'
import { liftCase } from './actions/moderation/lift'
import { listCases } from './actions/moderation/list'
import { myCases } from './actions/moderation/mine'
import { removeMessage } from './actions/moderation/remove'
import { reportMessage } from './actions/moderation/report'
import { silenceAuthor } from './actions/moderation/silence'
import { getNotice } from './actions/notice/get'
import { listNotices } from './actions/notice/list'
import { previewNotice } from './actions/notice/preview'
import { publishNotice } from './actions/notice/publish'
import { readNotice } from './actions/notice/read'
import { remindOfNotice } from './actions/notice/remind'
import { unreadNotice } from './actions/notice/unread'
import { withdrawNotice } from './actions/notice/withdraw'
import { preferGroup } from './actions/prefer'
import { recallMessage } from './actions/recall'
import { sendMessage } from './actions/send'
import { thumbMessage } from './actions/thumb'
import { finishVisit } from './actions/visit/finish'
import { listVisits } from './actions/visit/list'
import { askToOrder } from './actions/ask-to-order'
import { declineOrder } from './actions/decline-order'
import { answerItem } from './actions/inbox/answer'
import { countInbox } from './actions/inbox/counts'
import { listInbox } from './actions/inbox/list'
import { markAnswered } from './actions/inbox/mark-answered'
import { reopenItem } from './actions/inbox/reopen'
import { delayPromise } from './actions/promise/delay'
import { keepPromise } from './actions/promise/keep'
import { listPromises } from './actions/promise/list'
import { makePromise } from './actions/promise/make'
import { addToTopic } from './actions/topic/add'
import { getTopic } from './actions/topic/get'
import { listTopics } from './actions/topic/list'
import { openTopic } from './actions/topic/open'
import { reopenTopic } from './actions/topic/reopen'
import { settleTopic } from './actions/topic/settle'
import { unpinTopic } from './actions/topic/unpin'

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
  'chat.askToOrder': askToOrder,
  'chat.declineOrder': declineOrder,
  'topic.open': openTopic,
  'topic.add': addToTopic,
  'topic.settle': settleTopic,
  'topic.reopen': reopenTopic,
  'topic.unpin': unpinTopic,
  'topic.get': getTopic,
  'topic.list': listTopics,
  'promise.make': makePromise,
  'promise.keep': keepPromise,
  'promise.delay': delayPromise,
  'promise.list': listPromises,
  'inbox.list': listInbox,
  'inbox.counts': countInbox,
  'inbox.answer': answerItem,
  'inbox.markAnswered': markAnswered,
  'inbox.reopen': reopenItem,
  'group.get': getGroup,
  'group.setHours': setGroupHours,
  'group.putWechatCode': putWechatCode,
  'moderation.report': reportMessage,
  'moderation.remove': removeMessage,
  'moderation.silence': silenceAuthor,
  'moderation.lift': liftCase,
  'moderation.dismiss': dismissCase,
  'moderation.appeal': appealCase,
  'moderation.decide': decideCase,
  'moderation.list': listCases,
  'moderation.mine': myCases,
  'notice.preview': previewNotice,
  'notice.publish': publishNotice,
  'notice.list': listNotices,
  'notice.get': getNotice,
  'notice.read': readNotice,
  'notice.unread': unreadNotice,
  'notice.remind': remindOfNotice,
  'notice.withdraw': withdrawNotice,
  'visit.list': listVisits,
  'visit.finish': finishVisit,
})
