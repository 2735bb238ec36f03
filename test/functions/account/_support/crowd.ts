import type { Account } from '@/domain/account/schema'
import type { Household } from '@/domain/place/schema'
import { hours } from '@/domain/shared/time'
import { aMembership } from '../../../support/factories/account'
import { aHousehold, aPerson, grids } from '../../../support/neighbours'
import { workingMorning } from '../../../support/test-cloud'

/** So many more people in grid one of building 4, three to a flat; all are called as Lin is, and each fifth waits. */
export function crowdOf(count: number): { accounts: Account[]; households: Household[] } {
  const households = Array.from({ length: Math.ceil(count / 3) }, (_, n) =>
    aHousehold({ roomNumber: `${20 + Math.floor(n / 50)}${String(1 + (n % 50)).padStart(2, '0')}` }),
  )
  const accounts = Array.from({ length: count }, (_, n) => {
    const { _id: householdId, areaPath, areaName, roomNumber } = households[Math.floor(n / 3)]!
    const home = { areaPath, areaName, roomNumber, householdId, gridPath: grids.one }
    return aPerson({
      _id: `neighbour-${n}`,
      nickname: '小林',
      realName: '林国强',
      memberships: [aMembership(n % 5 === 0 ? { ...home, ...waiting } : home)],
    })
  })
  return { accounts, households }
}

const waiting = {
  standing: 'unconfirmed',
  joinedAt: workingMorning,
  decidedBy: null,
  decidedAt: null,
  vouchBy: workingMorning + hours(48),
} as const
