import { places } from '../../support/factories/places'
import { people, useTestCloud } from '../../support/test-cloud'

const test = useTestCloud()

const pathsFor = async (person: string): Promise<string[]> => {
  const { items } = await test.as(person).call('order.listPlaces', {})
  return items.map(({ areaPath }) => areaPath)
}

it('resident: looks after no building', async () => {
  expect(await pathsFor(people.li)).toEqual([])
})

it('volunteer: may help everywhere, but looks after no building', async () => {
  expect(await pathsFor(people.volunteer)).toEqual([])
})

it('leader: looks after one building, and is told its name', async () => {
  const { items } = await test.as(people.leader).call('order.listPlaces', {})
  expect(items).toEqual([{ areaPath: places.building4, areaName: '幸福里小区 4栋' }])
})

it('staff: look after every building of their community, and of no other', async () => {
  await test.cloud.database.insert('areas', [
    { _id: places.buildingElsewhere, level: 'building', name: '4栋', fullName: '平安里小区 4栋' },
  ])
  expect(await pathsFor(people.staff)).toEqual([places.building4, places.building5])
  expect(await pathsFor(people.otherStaff)).toEqual([places.buildingElsewhere])
})

it('newcomer: is not known', async () => {
  expect(await test.as(people.newcomer).code('order.listPlaces', {})).toBe('NotSignedIn')
})
