import { canVisit, visitAreasOf } from '@/domain/visit/policy'
import { areasOfHome } from '@/domain/shared/area'
import { aGrant, aLeader, anAccount, aStaffMember, aVolunteer } from '../../support/factories/account'
import { places } from '../../support/factories/places'

const grid = `${places.building4}g-1/`
const visit = { areaAt: areasOfHome({ areaPath: places.building4, gridPath: grid }) }
const leaderOf = (areaPath: string) => aLeader({ roles: [aGrant('microGridLeader', areaPath)] })

it.each([
  ['leader of the building: may', aLeader(), true],
  ['leader of the micro-grid: may', leaderOf(grid), true],
  ['leader of another micro-grid: cannot', leaderOf(`${places.building4}g-2/`), false],
  ['leader of building 5: cannot', leaderOf(places.building5), false],
  ['leader of building 41: cannot', leaderOf(places.building41), false],
  ['staff of the community: may', aStaffMember(), true],
  [
    'staff elsewhere: cannot',
    aStaffMember({ roles: [aGrant('communityStaff', places.otherCommunity)] }),
    false,
  ],
  ['volunteer: cannot', aVolunteer(), false],
  ['neighbour: cannot', anAccount(), false],
  ['street office: cannot', anAccount({ roles: [aGrant('streetOffice', places.street)] }), false],
])('%s', (_what, actor, expected) => {
  expect(canVisit(actor, visit)).toBe(expected)
  expect(visitAreasOf(actor).some((area) => visit.areaAt.includes(area))).toBe(expected)
})
