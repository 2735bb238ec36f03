import type { Invitation } from '@/domain/invitation/schema'
import { areasOfHome } from '@/domain/shared/area'
import { pageKey } from '@/domain/shared/paging'
import { days } from '@/domain/shared/time'
import { places, startOfTests } from './places'

/** A code to building 4, good for ten people and thirty days, not used yet. */
export const anInvitation = (overrides: Partial<Invitation> = {}): Invitation => ({
  areaAt: areasOfHome({ areaPath: overrides.areaPath ?? places.building4 }),
  targetName: '',
  _id: 'invite-building-4',
  areaPath: places.building4,
  areaName: '幸福里小区 4栋',
  createdBy: 'leader-zhou',
  createdAt: startOfTests,
  createdKey: pageKey(overrides.createdAt ?? startOfTests, overrides._id ?? 'invite-building-4'),
  expiresAt: startOfTests + days(30),
  maxUses: 10,
  usedCount: 0,
  target: { kind: 'home' },
  scanCount: 0,
  refusalCount: 0,
  revokedAt: null,
  isClosed: false,
  codeFileId: null,
  ...overrides,
})
