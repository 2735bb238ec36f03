import type { NoticeView } from '@/domain/notice/contract'
import { places } from '../../support/factories/places'

/** A common notice to building 4, not read yet, as a resident is told of it. */
export const aNoticeView = (overrides: Partial<NoticeView> = {}): NoticeView => ({
  _id: 'notice-0001',
  areas: [{ areaPath: places.building4, areaName: '幸福里小区 4栋' }],
  title: '明天停水',
  text: '上午九点到十一点停水，请备好水。',
  photoFileIds: [],
  photosRefused: 0,
  button: null,
  isUrgent: false,
  state: 'published',
  publishedAt: Date.now() - 60_000,
  expiresAt: null,
  visitAt: null,
  remindedAt: null,
  author: { name: '周敏' },
  withdrawn: null,
  isRead: false,
  isExpired: false,
  reach: null,
  allowedActions: [],
  ...overrides,
})
