import { newAccount } from '@/domain/account/new-account'
import type { Account, Membership } from '@/domain/account/schema'
import type { Role, RoleGrant } from '@/domain/shared/role'
import { places, startOfTests } from './places'

/** A confirmed owner of 1502 in building 4. */
export const aMembership = (overrides: Partial<Membership> = {}): Membership => ({
  areaPath: places.building4,
  areaName: '幸福里小区 4栋',
  roomNumber: '1502',
  relation: 'owner',
  standing: 'confirmed',
  joinedAt: startOfTests,
  decidedBy: 'leader-zhou',
  decidedAt: startOfTests,
  householdId: null,
  gridPath: null,
  until: null,
  reason: '',
  endedAt: null,
  doubts: [],
  vouchBy: null,
  vouchLevel: 0,
  leaseBy: null,
  alikeIds: [],
  isHeld: false,
  tellAt: null,
  clearAt: null,
  voice: null,
  ...overrides,
})

export const aGrant = (role: Role, areaPath: string, overrides: Partial<RoleGrant> = {}): RoleGrant => ({
  role,
  areaPath,
  areaName: '幸福里',
  since: startOfTests,
  until: null,
  appointmentId: null,
  ...overrides,
})

/** A resident of building 4 without roles; the index fields follow from memberships and roles. */
export const anAccount = (overrides: Partial<Account> = {}): Account => ({
  ...newAccount({
    _id: 'resident-li',
    openid: `openid-of-${overrides._id ?? 'resident-li'}`,
    nickname: '李阿姨',
    memberships: [aMembership()],
    createdAt: startOfTests,
    ...overrides,
  }),
  ...overrides,
})

/** A volunteer of the community, who lives in building 5. */
export const aVolunteer = (overrides: Partial<Account> = {}): Account =>
  anAccount({
    _id: 'volunteer-wang',
    nickname: '王师傅',
    memberships: [aMembership({ areaPath: places.building5, areaName: '幸福里小区 5栋', roomNumber: '301' })],
    roles: [aGrant('volunteer', places.community)],
    skills: ['repair'],
    ...overrides,
  })

/** The micro-grid leader of building 4, who lives elsewhere. */
export const aLeader = (overrides: Partial<Account> = {}): Account =>
  anAccount({
    _id: 'leader-zhou',
    nickname: '周组长',
    memberships: [],
    roles: [aGrant('microGridLeader', places.building4)],
    ...overrides,
  })

/** Staff of the community, who lives elsewhere. */
export const aStaffMember = (overrides: Partial<Account> = {}): Account =>
  anAccount({
    _id: 'staff-chen',
    nickname: '陈社工',
    memberships: [],
    roles: [aGrant('communityStaff', places.community)],
    ...overrides,
  })
