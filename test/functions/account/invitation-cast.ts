import type { CallInput, Output } from '@/domain/contracts'
import { places } from '../../support/factories/places'
import { cast, grids, householdIdIn, type CastName } from '../../support/neighbours'
import type { TestCloud } from '../../support/test-cloud'

/** What people do with codes in these tests. */
export const invitationsOf = (test: TestCloud) => {
  const make = async (
    input: Partial<CallInput<'invitation.create'>> = {},
    by: CastName = 'buildingLeader',
  ): Promise<string> => {
    const wanted = { areaPath: places.building4, ...input }
    return (await test.as(cast[by]).call('invitation.create', wanted)).invitation._id
  }
  /** A newcomer to 1401, a tenant. */
  const join = (
    code: string,
    input: Partial<CallInput<'invitation.join'>> = {},
    openid: string = cast.newcomer,
    requestId?: string,
  ): Promise<Output<'invitation.join'>> =>
    test.as(openid).call('invitation.join', { ...typed, code, ...input }, requestId)
  const joinCode = (
    code: string,
    input: Partial<CallInput<'invitation.join'>> = {},
    openid: string = cast.newcomer,
  ): Promise<string> => test.as(openid).code('invitation.join', { ...typed, code, ...input })
  return { make, join, joinCode }
}

export const typed = { nickname: '林晓', roomNumber: '1401', relation: 'tenant' } as const

/** Every kind of code, as its maker asks for it; all are about Lin's flat, grid and family. */
export const wanted = {
  building: { areaPath: places.building4 },
  grid: { areaPath: grids.one },
  household: {
    areaPath: places.building4,
    target: { kind: 'household', householdId: householdIdIn(places.building4, '1502') },
  },
  person: { areaPath: places.building4, target: { kind: 'person', userId: 'mother-lin' } },
  volunteer: { areaPath: places.community, target: { kind: 'role', role: 'volunteer' } },
  staff: { areaPath: places.community, target: { kind: 'role', role: 'communityStaff' } },
  streetOffice: { areaPath: places.street, target: { kind: 'role', role: 'streetOffice' } },
} as const satisfies Record<string, CallInput<'invitation.create'>>
