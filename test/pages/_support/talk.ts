import type { CaseView } from '@/domain/moderation/contract'
import type { TopicView } from '@/domain/topic/contract'
import { places } from '../../support/factories/places'

/** Reported by two neighbours, and nobody has looked at it yet; as a moderator sees it. */
export const aCase = (overrides: Partial<CaseView> = {}): CaseView => ({
  _id: 'case-00001',
  state: 'open',
  groupPath: places.building4,
  groupName: '幸福里小区 4栋',
  seq: 7,
  original: { kind: 'text', text: '加我微信领红包', fileId: null, sentAt: Date.now() - 600_000 },
  isRemoved: false,
  silencedUntil: null,
  appeal: null,
  author: { name: '小吴' },
  reportCount: 2,
  reasons: ['advert', 'scam'],
  trail: [{ at: Date.now() - 500_000, by: null, event: 'reported', note: '' }],
  isMine: false,
  allowedActions: ['remove', 'silence', 'dismiss'],
  ...overrides,
})

/** Gathered by the leader, still talked about; as a moderator sees it. */
export const aTopic = (overrides: Partial<TopicView> = {}): TopicView => ({
  _id: 'topic-00001',
  groupPath: places.building4,
  title: '车棚装不装充电桩',
  seqs: [1, 3],
  version: 1,
  opened: { by: { name: '周敏' }, at: Date.now() - 3_600_000 },
  settled: null,
  past: [],
  allowedActions: ['add', 'settle'],
  ...overrides,
})
