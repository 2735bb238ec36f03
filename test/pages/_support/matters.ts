import type { InboxItemView } from '@/domain/inbox/contract'
import type { PromiseView } from '@/domain/promise/contract'
import type { VisitView } from '@/domain/visit/contract'
import { places } from '../../support/factories/places'

/** Aunt Wu asked in the group of building 4, and waits. */
export const anInboxItem = (overrides: Partial<InboxItemView> = {}): InboxItemView => ({
  _id: 'message-0007',
  kind: 'question',
  groupPath: places.building4,
  groupName: '幸福里小区 4栋',
  seq: 7,
  said: 'text',
  text: '晾衣架什么时候修？',
  isOpen: true,
  asked: { by: { name: '吴姨' }, at: Date.now() - 60_000 },
  answered: null,
  ...overrides,
})

/** Promised to aunt Wu by the leader, for tomorrow. */
export const aPromise = (overrides: Partial<PromiseView> = {}): PromiseView => ({
  _id: 'promise-0001',
  groupPath: places.building4,
  groupName: '幸福里小区 4栋',
  seq: 7,
  question: '晾衣架什么时候修？',
  words: '有消息马上告诉您',
  dueAt: Date.now() + 86_400_000,
  isOpen: true,
  version: 1,
  asked: { name: '吴姨' },
  made: { by: { name: '周敏' }, at: Date.now() - 60_000 },
  kept: null,
  delays: [],
  isOverdue: false,
  allowedActions: ['keep', 'delay'],
  ...overrides,
})

/** Grandmother Li, in whose flat nobody has read the notice. */
export const aVisit = (overrides: Partial<VisitView> = {}): VisitView => ({
  _id: 'visit-0001',
  noticeId: 'notice-0001',
  title: '明天停水',
  areaName: '幸福里小区 4栋',
  createdAt: Date.now() - 60_000,
  isOpen: true,
  person: { name: '李奶奶' },
  roomNumber: '1502',
  phone: '13800001111',
  done: null,
  ...overrides,
})
