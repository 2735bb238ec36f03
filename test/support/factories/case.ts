import type { ModerationCase } from '@/domain/moderation/schema'
import { careKeysOf } from '@/domain/chat/care'
import { pageKey } from '@/domain/shared/paging'
import { places, startOfTests } from './places'

/** What Li said in the group of building 4, reported by nobody yet. */
export const aCase = (overrides: Partial<ModerationCase> = {}): ModerationCase => ({
  _id: 'case-0001',
  state: 'open',
  groupPath: places.building4,
  groupName: '幸福里小区 4栋',
  seq: 1,
  careKeys: careKeysOf(places.building4),
  author: { userId: 'resident-li', name: '李阿姨' },
  original: { kind: 'text', text: '大家好', fileId: null, sentAt: startOfTests },
  reports: [],
  isRemoved: false,
  silencedUntil: null,
  actedIds: [],
  appeal: null,
  trail: [],
  isOpen: true,
  namedIds: ['resident-li'],
  openedKey: pageKey(startOfTests, 'case-0001'),
  toldKey: '',
  wakeAt: null,
  version: 1,
  ...overrides,
})
