import fc from 'fast-check'
import { isCurrent } from '@/domain/account/index-fields'
import { standingSchema } from '@/domain/account/schema'
import { canPublishTo, canReadNotice, canSeeReaders } from '@/domain/notice/policy'
import { addressKeys, noticeReadId } from '@/domain/notice/schema'
import {
  aGrant,
  aLeader,
  aMembership,
  anAccount,
  aStaffMember,
  aVolunteer,
} from '../../support/factories/account'
import { aNotice } from '../../support/factories/notice'
import { places } from '../../support/factories/places'

const to = (areaPath: string) => aNotice({ areaPath })
const declined = anAccount({ memberships: [aMembership({ standing: 'declined' })] })

describe('notice: who may publish', () => {
  it.each([
    ['leader of building 4: to building 4', aLeader(), places.building4, true],
    ['leader of building 4: to a stairwell of it', aLeader(), places.unit, true],
    ['leader of building 4: cannot to building 5', aLeader(), places.building5, false],
    ['leader of building 4: cannot to building 41', aLeader(), places.building41, false],
    ['leader of building 4: cannot to the estate', aLeader(), places.estate, false],
    ['staff: to their whole community', aStaffMember(), places.community, true],
    ['staff: cannot to another community', aStaffMember(), places.otherCommunity, false],
    ['staff: cannot to community 12', aStaffMember(), places.community12, false],
    ['staff: cannot to the street', aStaffMember(), places.street, false],
    ['resident: cannot', anAccount(), places.building4, false],
    ['volunteer: cannot', aVolunteer(), places.building4, false],
  ])('%s', (_what, actor, areaPath, expected) => {
    expect(canPublishTo(actor, areaPath)).toBe(expected)
  })
})

describe('notice: who may read', () => {
  it.each([
    ['resident: to their building', anAccount(), places.building4, true],
    ['resident: to their community', anAccount(), places.community, true],
    ['resident: to their street', anAccount(), places.street, true],
    [
      'newcomer: too',
      anAccount({ memberships: [aMembership({ standing: 'unconfirmed' })] }),
      places.building4,
      true,
    ],
    ['declined: cannot', declined, places.building4, false],
    ['resident: cannot to building 5', anAccount(), places.building5, false],
    ['resident: cannot to building 41', anAccount(), places.building41, false],
    ['resident: cannot to a stairwell they do not live in', anAccount(), places.unit, false],
    ['leader, living elsewhere: to their building', aLeader(), places.building4, true],
    ['leader, living elsewhere: to the estate around it', aLeader(), places.estate, true],
    ['leader of building 4: cannot to building 5', aLeader(), places.building5, false],
    ['staff: to any building of theirs', aStaffMember(), places.building5, true],
    ['staff: cannot to another community', aStaffMember(), places.otherCommunity, false],
  ])('%s', (_what, actor, areaPath, expected) => {
    expect(canReadNotice(actor, to(areaPath))).toBe(expected)
  })
})

describe('notice: who may know the readers', () => {
  it.each([
    ['leader: of a notice to their building', aLeader(), places.building4, true],
    ['leader: cannot of a notice to the estate', aLeader(), places.estate, false],
    ['leader of building 4: cannot of one to building 5', aLeader(), places.building5, false],
    ['staff: of any in their community', aStaffMember(), places.estate, true],
    ['staff: cannot of another community', aStaffMember(), places.otherCommunity, false],
    ['resident: cannot', anAccount(), places.building4, false],
    ['volunteer: cannot', aVolunteer(), places.building5, false],
  ])('%s', (_what, actor, areaPath, expected) => {
    expect(canSeeReaders(actor, to(areaPath))).toBe(expected)
  })
})

describe('notice: how it is found', () => {
  it('by those who live in its area, and by those who look after an area that holds it', () => {
    expect(addressKeys.ofNotice(places.estate)).toEqual([
      'to:heping/c1/e1/',
      'under:heping/',
      'under:heping/c1/',
      'under:heping/c1/e1/',
    ])
  })

  it('what one looks for is said once', () => {
    const wanted = addressKeys.wanted([places.building4, places.building4], [places.building4])
    expect(new Set(wanted).size).toBe(wanted.length)
  })

  it('what a leader or staff member finds is what they may read, wherever they live', () => {
    const place = fc.constantFrom(...Object.values(places))
    const home = fc.record({ areaPath: place, standing: fc.constantFrom(...standingSchema.options) })
    const grant = fc
      .tuple(fc.constantFrom('microGridLeader' as const, 'communityStaff' as const), place)
      .map(([role, area]) => aGrant(role, area))
    fc.assert(
      fc.property(
        fc.array(home, { maxLength: 3 }),
        fc.array(grant, { maxLength: 2 }),
        place,
        (homes, roles, area) => {
          const memberships = homes.map(aMembership)
          const actor = anAccount({ memberships, roles })
          const wanted = addressKeys.wanted(
            memberships.filter(isCurrent).map(({ areaPath }) => areaPath),
            roles.map(({ areaPath }) => areaPath),
          )
          const isFound = to(area).addressKeys.some((key) => wanted.includes(key))
          expect(isFound).toBe(canReadNotice(actor, to(area)))
        },
      ),
    )
  })

  it('has one read mark for each reader', () => {
    expect(noticeReadId('notice-0001', 'resident-li')).not.toBe(noticeReadId('notice-0001', 'resident-sun'))
  })
})
