import { skills } from '@/domain/handbook/skills'
import type { Account } from '@/domain/account/schema'
import { days } from '@/domain/shared/time'
import { aGrant, aMembership, anAccount } from '../../support/factories/account'

/** How much there is in a cloud. */
export interface Size {
  orders: number
  residents: number
}

const perBuilding = 56
const buildingsPerEstate = 4
const estatesPerCommunity = 30
const perCommunity = perBuilding * buildingsPerEstate * estatesPerCommunity
const volunteerEvery = 20
const firstVolunteer = 7

/** Where resident `n` lives: buildings of 56 homes, estates of four, communities of thirty, as they fill up. */
export function homeOf(n: number): string {
  const building = Math.floor(n / perBuilding)
  const estate = Math.floor(building / buildingsPerEstate)
  const community = Math.floor(n / perCommunity)
  return `${communityAt(community)}e${estate % estatesPerCommunity}/b${building % buildingsPerEstate}/`
}

export const communityAt = (community: number): string => `bench/c${community}/`

export const residentId = (n: number): string => `resident-${String(n).padStart(7, '0')}`
export const openidOf = (userId: string): string => `openid-of-${userId}`
export const staffId = 'staff-of-first-desk'
/** The first volunteer of the first community: the one who walks the bench's loops. */
export const walkerId = residentId(firstVolunteer)

/** A volunteer of the community in which resident `n` lives, another for each `turn`; never the walker. */
export function volunteerNear(n: number, turn: number, { residents }: Size): string {
  const first = Math.floor(n / perCommunity) * perCommunity
  const there = Math.ceil((Math.min(perCommunity, residents - first) - firstVolunteer) / volunteerEvery)
  const chosen = residentId(first + firstVolunteer + volunteerEvery * (turn % there))
  return chosen === walkerId ? residentId(firstVolunteer + volunteerEvery) : chosen
}

/** Resident `n`; each twentieth is a volunteer of their community, with some of its skills. */
export function residentOf(n: number, openIds: string[] = []): Account {
  const _id = residentId(n)
  const home = homeOf(n)
  const isVolunteer = n % volunteerEvery === firstVolunteer
  const isWalker = _id === walkerId
  const known = isWalker ? skills : skills.filter((_skill, index) => (n + index) % 3 !== 0)
  return anAccount({
    _id,
    openid: openidOf(_id),
    nickname: `居民${n}`,
    memberships: [aMembership({ areaPath: home, roomNumber: `${n % perBuilding}` })],
    roles: isVolunteer ? [aGrant('volunteer', communityAt(Math.floor(n / perCommunity)))] : [],
    skills: isVolunteer ? [...known] : [],
    volunteer: { cap: 10, offUntil: null, times: [], avoids: [] },
    openIds,
    createdAt: Date.UTC(2024, 0, 1) + (n % 500) * days(1),
  })
}

/** Who sits at the desk of the first community. */
export const staffOfFirstDesk = (): Account =>
  anAccount({
    _id: staffId,
    openid: openidOf(staffId),
    nickname: '陈社工',
    memberships: [],
    roles: [aGrant('communityStaff', communityAt(0))],
  })
