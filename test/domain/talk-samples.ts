import type { ActionName, CallInput } from '@/domain/contracts'
import { places, startOfTests } from '../support/factories/places'

export const page = { cursor: null, limit: 20 }
/** Something that was said in a group. */
export const said = { groupPath: places.building4, seq: 3 }

type Talk = 'chat' | 'group' | 'moderation' | 'topic' | 'promise' | 'inbox' | 'notice' | 'visit'

/** As in `contract-samples.ts`, of what goes on in groups. */
export const talkSamples: {
  [N in Extract<ActionName, `${Talk}.${string}`>]: Required<CallInput<N>>
} = {
  'chat.groups': { search: '', groupPath: null, cursor: null },
  'chat.history': { groupPath: places.building4, before: 10, after: 1, limit: 30 },
  'chat.send': {
    groupPath: places.building4,
    body: { kind: 'text', text: '大家好' },
    replyTo: 3,
    mentionIds: ['resident-sun'],
    mentionsAll: false,
  },
  'chat.get': { groupPath: places.building4, seqs: [1, 2] },
  'chat.recall': { groupPath: places.building4, seq: 1 },
  'chat.thumb': { groupPath: places.building4, seq: 1, isOn: true },
  'chat.forward': { groupPath: places.building4, seq: 1, toGroupPath: `volunteers:${places.community}` },
  'chat.members': { ...page, groupPath: places.building4, search: '李' },
  'chat.prefer': { groupPath: places.building4, isMuted: true, isPinned: false },
  'chat.markRead': { groupPath: places.building4, seq: 1 },
  'chat.askToOrder': said,
  'chat.declineOrder': said,
  'group.get': { groupPath: places.building4 },
  'group.setHours': { groupPath: places.building4, version: 2, announcementHours: { from: 1320, to: 420 } },
  'group.putWechatCode': {
    groupPath: places.building4,
    version: 2,
    wechatCode: { fileId: 'cloud://demo/wechat-group.png', expiresAt: startOfTests },
  },
  'moderation.report': { ...said, reason: 'advert' },
  'moderation.remove': { ...said, reason: '卖东西的广告' },
  'moderation.silence': { ...said, minutes: 60, reason: '连着骂人' },
  'moderation.lift': { caseId: 'case-0001', note: '说开了' },
  'moderation.dismiss': { caseId: 'case-0001', note: '看过了，没问题' },
  'moderation.appeal': { caseId: 'case-0001', words: '我没有骂人' },
  'moderation.decide': { caseId: 'case-0001', isUpheld: false, note: '是误会' },
  'moderation.list': { ...page, view: 'open' },
  'moderation.mine': page,
  'topic.open': { groupPath: places.building4, title: '加装电梯', seqs: [3, 4] },
  'topic.add': { topicId: 'topic-0001', seqs: [7] },
  'topic.settle': { topicId: 'topic-0001', decision: '下月开工，一层不出钱' },
  'topic.reopen': { topicId: 'topic-0001' },
  'topic.unpin': { topicId: 'topic-0001' },
  'topic.get': { topicId: 'topic-0001' },
  'topic.list': { ...page, groupPath: places.building4 },
  'promise.make': { ...said, words: '问到物业就告诉您', dueAt: startOfTests },
  'promise.keep': { promiseId: 'promise-0001', words: '晾衣架周五装好' },
  'promise.delay': { promiseId: 'promise-0001', dueAt: startOfTests, reason: '物业还没回话' },
  'promise.list': { ...page, view: 'open' },
  'inbox.list': { ...page, view: 'open' },
  'inbox.counts': {},
  'inbox.answer': { itemId: 'message-0001', text: '放门卫' },
  'inbox.markAnswered': { itemId: 'message-0001' },
  'inbox.reopen': { itemId: 'message-0001' },
  'notice.preview': { areaPaths: [places.building4] },
  'notice.publish': {
    areaPaths: [places.building4],
    title: '明天停水',
    text: '请提前储水。',
    isUrgent: true,
    photoFileIds: ['cloud://demo/notice.jpg'],
    button: { kind: 'call', name: '水务热线', phone: '96116' },
    publishAt: startOfTests,
    expiresAt: startOfTests + 1,
    visitAfterHours: 24,
  },
  'notice.list': { ...page, groupPath: places.building4, view: 'current' },
  'notice.get': { noticeId: 'notice-0001' },
  'notice.read': { noticeId: 'notice-0001' },
  'notice.unread': {
    noticeId: 'notice-0001',
    areaPath: places.building4,
    cursor: `${places.building4}resident-li`,
  },
  'notice.remind': { noticeId: 'notice-0001' },
  'notice.withdraw': { noticeId: 'notice-0001', reason: '时间写错了' },
  'visit.list': { ...page, view: 'open' },
  'visit.finish': { visitId: 'visit-0001', note: '去过了，已经告诉他' },
}
