import { patience } from '@/domain/order/effects'
import { sumOfDeeds } from '@/features/volunteer/deeds'
import { distanceBetween } from '@/features/volunteer/distance'
import { offerEndsAt } from '@/features/volunteer/offer'
import { anActivity, personOffer } from '../support/factories/order'
import { places } from '../support/factories/places'

describe('how far it is', () => {
  test.each([
    ['the same building', places.building4, 'sameBuilding'],
    ['another entrance of it', places.unit, 'sameBuilding'],
    ['another building of the estate', places.building5, 'sameEstate'],
    ['a building whose number begins alike', places.building41, 'sameEstate'],
    ['another estate of the community', places.otherEstate, 'nextEstate'],
    ['another community', places.buildingElsewhere, null],
    ['a community whose number begins alike', `${places.community12}e1/b4/`, null],
  ])('to %s', (_where, place, distance) => {
    expect(distanceBetween(place, [places.building4])).toBe(distance)
  })

  test('the nearest of several homes decides', () => {
    expect(distanceBetween(places.building4, [places.buildingElsewhere, places.building5])).toBe('sameEstate')
  })

  test('without a home nothing is near or far', () => {
    expect(distanceBetween(places.building4, [])).toBeNull()
  })
})

describe('an offer', () => {
  test('goes back after the office’s patience, counted from the last time it was made', () => {
    const activity = [
      anActivity({ event: 'dispatch', to: 'dispatched', at: 1000 }),
      anActivity({ event: 'lapse', to: 'placed', at: 2000 }),
      anActivity({ event: 'dispatch', to: 'dispatched', at: 3000 }),
    ]
    expect(offerEndsAt({ offer: personOffer(), activity })).toBe(3000 + patience.offer)
  })

  test('the hall has none', () => {
    expect(offerEndsAt({ offer: { kind: 'hall' }, activity: [] })).toBeNull()
  })
})

describe('what I have done', () => {
  const hour = 3_600_000
  test('adds up served hours to a half', () => {
    expect(
      sumOfDeeds([
        { checkedInAt: 0, completedAt: hour },
        { checkedInAt: 0, completedAt: 0.6 * hour },
      ]),
    ).toEqual({ orders: 2, hours: 1.5 })
  })

  test('leaves out what was not completed', () => {
    expect(sumOfDeeds([{ checkedInAt: 0, completedAt: null }])).toEqual({ orders: 0, hours: 0 })
  })
})
