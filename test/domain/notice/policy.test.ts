import fc from '../../support/fast-check'
import { isCurrent } from '@/domain/account/index-fields'
import { standingSchema } from '@/domain/account/schema'
import { canKeepNotice, canPublishTo, canReadNotice, isExpired, noticeActions } from '@/domain/notice/policy'
import { addressKeys, noticeReadId } from '@/domain/notice/schema'
import {
  aGrant,
  aLeader,
  aMembership,
  anAccount,
  aStaffMember,
  aVolunteer,
} from '../../support/factories/account'
import { aNotice, areasAt } from '../../support/factories/notice'
import { places, startOfTests } from '../../support/factories/places'
import { hours, minutes } from '@/domain/shared/time'

const to = (...paths: string[]) => aNotice({ areas: areasAt(...paths) })
const later = (...paths: string[]) => aNotice({ areas: areasAt(...paths), state: 'scheduled' })
/** @param ms after it was to go out */
const back = (ms: number) => {
  const { author: by, publishedAt } = aNotice()
  const withdrawn = { reason: '写错了', by, at: publishedAt + ms }
  return aNotice({ areas: areasAt(places.building4), state: 'withdrawn', withdrawn })
}
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
    expect(canPublishTo(actor, [areaPath])).toBe(expected)
  })

  it('to several areas: each of them has to be theirs', () => {
    expect(canPublishTo(aStaffMember(), [places.building4, places.building5])).toBe(true)
    expect(canPublishTo(aLeader(), [places.building4, places.building5])).toBe(false)
    expect(canPublishTo(aStaffMember(), [places.building4, places.buildingElsewhere])).toBe(false)
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

  it('to several areas: whoever lives in one of them', () => {
    expect(canReadNotice(anAccount(), to(places.building5, places.building4))).toBe(true)
    expect(canReadNotice(anAccount(), to(places.building5, places.building41))).toBe(false)
  })

  it.each([
    ['leader: their own', aLeader(), later(places.building4), true],
    ['staff above: too', aStaffMember(), later(places.building4), true],
    ['resident: not before it is out', anAccount(), later(places.building4), false],
    ['leader: none that also goes elsewhere', aLeader(), later(places.building4, places.building5), false],
    ['leader: theirs, taken back before its time', aLeader(), back(-1), true],
    ['resident: none taken back before its time', anAccount(), back(-1), false],
    ['resident: what went out and was taken back', anAccount(), back(1), true],
  ])('what is not out yet: %s', (_what, actor, notice, expected) => {
    expect(canReadNotice(actor, notice)).toBe(expected)
  })
})

describe('notice: who keeps it', () => {
  it.each([
    ['leader: of a notice to their building', aLeader(), places.building4, true],
    ['leader: cannot of a notice to the estate', aLeader(), places.estate, false],
    ['leader of building 4: cannot of one to building 5', aLeader(), places.building5, false],
    ['staff: of any in their community', aStaffMember(), places.estate, true],
    ['staff: cannot of another community', aStaffMember(), places.otherCommunity, false],
    ['resident: cannot', anAccount(), places.building4, false],
    ['volunteer: cannot', aVolunteer(), places.building5, false],
  ])('%s', (_what, actor, areaPath, expected) => {
    expect(canKeepNotice(actor, to(areaPath))).toBe(expected)
  })

  it('leader: not one that went to another building too', () => {
    expect(canKeepNotice(aLeader(), to(places.building4, places.building5))).toBe(false)
  })
})

describe('notice: what those who keep it may do', () => {
  const now = startOfTests + hours(2)
  it.each([
    ['it is out: remind and take back', {}, ['remind', 'withdraw']],
    ['reminded within the hour: not again', { remindedAt: now - minutes(59) }, ['withdraw']],
    ['an hour later: again', { remindedAt: now - minutes(60) }, ['remind', 'withdraw']],
    ['not out yet: nobody to remind', { state: 'scheduled' }, ['withdraw']],
    ['over: nothing to remind of', { expiresAt: now }, ['withdraw']],
    ['taken back: nothing', { state: 'withdrawn' }, []],
  ] as const)('%s', (_what, overrides, expected) => {
    expect(noticeActions(aLeader(), aNotice(overrides), now)).toEqual(expected)
  })

  it('others: nothing', () => {
    for (const actor of [
      anAccount(),
      aVolunteer(),
      aLeader({ roles: [aGrant('microGridLeader', places.building5)] }),
    ])
      expect(noticeActions(actor, aNotice(), now)).toEqual([])
  })

  it('it is over at the moment that it names', () => {
    expect(isExpired({ expiresAt: now + 1 }, now)).toBe(false)
    expect(isExpired({ expiresAt: now }, now)).toBe(true)
    expect(isExpired({ expiresAt: null }, now)).toBe(false)
  })
})

describe('notice: how it is found', () => {
  it('by those who live in its area, and by those who look after an area that holds it', () => {
    expect(addressKeys.ofNotice([places.estate])).toEqual([
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
