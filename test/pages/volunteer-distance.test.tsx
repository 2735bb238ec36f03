import { profileWords } from '@/copy/volunteer'
import { distanceBetween } from '@/features/volunteer/distance'
import { hasTime, toggleTime } from '@/features/volunteer/weekly-times'
import { places } from '../support/factories/places'

describe('how far it is', () => {
  test.each([
    ['the same building', places.building4, places.building4, 'sameBuilding'],
    ['the same stairs', places.unit, places.unit, 'sameUnit'],
    ['another entrance of it', places.unit, places.building4, 'sameBuilding'],
    ['another building of the estate', places.building5, places.building4, 'sameEstate'],
    ['a building whose number begins alike', places.building41, places.building4, 'sameEstate'],
    ['another estate of the community', places.otherEstate, places.building4, 'nextEstate'],
    ['another community', places.buildingElsewhere, places.building4, null],
    ['a community whose number begins alike', `${places.community12}e1/b4/`, places.building4, null],
  ])('to %s', (_where, place, home, distance) => {
    expect(distanceBetween(place, [home])).toBe(distance)
  })

  test('the nearest of several homes decides', () => {
    expect(distanceBetween(places.building4, [places.buildingElsewhere, places.building5])).toBe('sameEstate')
  })

  test('without a home nothing is near or far', () => {
    expect(distanceBetween(places.building4, [])).toBeNull()
  })
})

describe('when I can come', () => {
  const early = { weekday: 1, from: 500, to: 600 }

  test('switches a part of a day on and off again', () => {
    const on = toggleTime([], 1, 'morning')
    expect(on).toEqual([{ weekday: 1, from: 480, to: 720 }])
    expect(hasTime(on, 1, 'morning')).toBe(true)
    expect(hasTime(on, 1, 'afternoon')).toBe(false)
    expect(hasTime(on, 2, 'morning')).toBe(false)
    expect(toggleTime(on, 1, 'morning')).toEqual([])
  })

  test('a finer time counts as its part of the day, and others leave it as it is', () => {
    expect(hasTime([early], 1, 'morning')).toBe(true)
    expect(toggleTime([early], 3, 'evening')).toEqual([early, { weekday: 3, from: 1080, to: 1260 }])
    expect(toggleTime([early], 1, 'morning')).toEqual([])
  })
})

test.each([
  [0, '0 分钟'],
  [59, '59 分钟'],
  [60, '1 小时'],
  [95, '1.6 小时'],
])('%d minutes of service are said as %s', (minutes, words) => {
  expect(profileWords.time(minutes)).toBe(words)
})
