import type { Output } from '@/domain/contracts'
import type { InvitationView } from '@/domain/invitation/contract'
import { places, startOfTests } from '../../support/factories/places'

type Look = Output<'invitation.look'>

/** What a newcomer sees of the code to building 4: a leader, an office, no register. */
export const look = (overrides: Partial<Look> = {}): Look => ({
  state: 'valid',
  target: { kind: 'home' },
  areaPath: places.building4,
  areaName: '幸福里小区 4栋',
  leader: {
    userId: 'leader-zhou',
    nickname: '周组长',
    areaName: '4栋',
    since: startOfTests,
    avatarFileId: null,
    confirmedBy: '幸福社区',
  },
  office: { name: '幸福社区', phone: '025-87654321' },
  gridLeaders: [],
  neighbourCount: 36,
  alreadyHome: false,
  notices: [],
  stairwells: [],
  ...overrides,
})

/** Two stairwells with a register. */
export const stairwells: Look['stairwells'] = [
  {
    areaPath: `${places.building4}u1/`,
    name: '1单元',
    rooms: [
      { roomNumber: '101', floor: 1 },
      { roomNumber: '1501', floor: 15 },
      { roomNumber: '1502', floor: 15 },
    ],
  },
  { areaPath: places.unit, name: '2单元', rooms: [{ roomNumber: 'A302', floor: 3 }] },
]

/** A code for the door of building 4, as its makers see it. */
export const code = (overrides: Partial<InvitationView> = {}): InvitationView => ({
  _id: 'invite-building-4',
  target: { kind: 'home' },
  targetName: '',
  areaPath: places.building4,
  areaName: '幸福里小区 4栋',
  createdAt: Date.UTC(2025, 0, 1),
  expiresAt: Date.UTC(2025, 2, 1),
  maxUses: 200,
  usedCount: 12,
  scanCount: 31,
  refusalCount: 2,
  codeFileId: 'cloud://test/code.png',
  state: 'valid',
  ...overrides,
})
