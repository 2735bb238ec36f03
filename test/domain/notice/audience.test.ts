import { flatsIn, homesIn, outermost } from '@/domain/notice/audience'
import { aMembership, anAccount } from '../../support/factories/account'
import { areasAt } from '../../support/factories/notice'
import { places } from '../../support/factories/places'

it('an area inside another is said with it; one that only begins alike is not', () => {
  expect(outermost([places.unit, places.building4, places.building4, places.building41])).toEqual([
    places.building4,
    places.building41,
  ])
  expect(outermost([places.building4, places.community])).toEqual([places.community])
})

describe('whose flats a notice went to', () => {
  const grid = `${places.building4}g-1/`
  const home = aMembership({ householdId: 'flat-1502', gridPath: grid })
  const second = aMembership({ areaPath: places.building5, householdId: 'flat-301', roomNumber: '301' })
  const person = anAccount({ memberships: [home, second] })

  it.each([
    ['one building: the flat there, not the other one', [places.building4], ['flat-1502']],
    ['both', [places.estate], ['flat-1502', 'flat-301']],
    ['their micro-grid', [grid], ['flat-1502']],
    ['elsewhere', [places.building41], []],
  ])('%s', (_what, paths, expected) => {
    expect(flatsIn({ areas: areasAt(...paths) }, person)).toEqual(expected)
  })

  it('a former home is none, and one without a flat counts as a home', () => {
    const areas = areasAt(places.estate)
    const former = aMembership({ standing: 'removed', householdId: 'flat-1502' })
    expect(homesIn({ areas }, { memberships: [former] })).toEqual([])
    const early = aMembership({ householdId: null })
    expect(homesIn({ areas }, { memberships: [early] })).toEqual([early])
    expect(flatsIn({ areas }, { memberships: [early] })).toEqual([])
  })
})
