import { holdsRole, roleKey, roles } from '@/domain/shared/role'
import { hours, minutes, days, timestampSchema } from '@/domain/shared/time'
import { aGrant } from '../../support/factories/account'
import { places } from '../../support/factories/places'

describe('role: reach of a grant', () => {
  const leadsFour = [aGrant('microGridLeader', places.building4)]

  it.each([
    ['reaches its own building', places.building4, true],
    ['reaches a unit of it', places.unit, true],
    ['does not reach building 5', places.building5, false],
    ['does not reach building 41', places.building41, false],
    ['does not reach the estate around it', places.estate, false],
    ['does not reach building 4 of another community', places.buildingElsewhere, false],
  ])('leader of building 4: %s', (_what, areaPath, expected) => {
    expect(holdsRole(leadsFour, ['microGridLeader'], areaPath)).toBe(expected)
  })

  it('staff of community 1: hold nothing in community 12', () => {
    expect(holdsRole([aGrant('communityStaff', places.community)], roles, places.community12)).toBe(false)
  })

  it('another role for the same area does not do', () => {
    expect(holdsRole(leadsFour, ['communityStaff', 'volunteer'], places.building4)).toBe(false)
  })

  it('one of several wanted roles is enough, and one of several grants', () => {
    const grants = [aGrant('volunteer', places.otherCommunity), ...leadsFour]
    expect(holdsRole(grants, ['communityStaff', 'microGridLeader'], places.unit)).toBe(true)
  })

  it('role and area must meet in one grant', () => {
    const grants = [aGrant('communityStaff', places.otherCommunity), aGrant('volunteer', places.community)]
    expect(holdsRole(grants, ['communityStaff'], places.building4)).toBe(false)
  })

  it('nobody holds anything without grants, or where nothing is wanted', () => {
    expect(holdsRole([], roles, places.building4)).toBe(false)
    expect(holdsRole(leadsFour, [], places.building4)).toBe(false)
  })
})

describe('role: key of a grant', () => {
  it('names role and area', () => {
    expect(roleKey('volunteer', places.community)).toBe('volunteer@heping/c1/')
  })

  it('is its own for each role and area', () => {
    const keys = roles.flatMap((role) => Object.values(places).map((area) => roleKey(role, area)))
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('time', () => {
  it('is counted in milliseconds', () => {
    expect([minutes(1), hours(1), days(1)]).toEqual([60_000, 3_600_000, 86_400_000])
  })

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, '0', null, new Date(0)])(
    'not a moment: %s',
    (at) => {
      expect(timestampSchema.safeParse(at).success).toBe(false)
    },
  )
})
