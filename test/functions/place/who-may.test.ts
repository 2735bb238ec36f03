import type { ActionName, CallInput } from '@/domain/contracts'
import { places } from '../../support/factories/places'
import {
  cast,
  everyoneCast,
  grids,
  householdIdIn,
  useNeighbours,
  type CastName,
} from '../../support/neighbours'
import { csv, listsOf } from './_support/lists'

const test = useNeighbours()
const lists = listsOf(test)

const keepers: CastName[] = ['staff', 'secondStaff']
const ofBuilding: CastName[] = [...keepers, 'buildingLeader']
const ofGrid: CastName[] = [...ofBuilding, 'gridLeader']
const flat = householdIdIn(places.building4, '1502')

/** Who may: everyone else of the cast is turned away; the newcomer, who has no account, is asked to join first. */
const table: { [N in ActionName]?: { input: () => CallInput<N>; may: CastName[] } } = {
  'place.children': { input: () => ({ areaPath: places.building4 }), may: [...ofBuilding, 'street'] },
  // A leader of a part of the building sees that part, see `households.test.ts`.
  'place.households': {
    input: () => ({ areaPath: places.building4 }),
    may: [...ofGrid, 'otherGridLeader'],
  },
  'place.household': { input: () => ({ householdId: flat }), may: ofGrid },
  'place.putArea': {
    input: () => ({ parentPath: places.estate, areaPath: null, name: '9栋' }),
    may: keepers,
  },
  'place.retireArea': { input: () => ({ areaPath: grids.one }), may: keepers },
  'place.putHousehold': {
    input: () => ({ areaPath: places.building4, roomNumber: '1701', floor: 17, register: [] }),
    may: keepers,
  },
  'place.removeHousehold': {
    input: () => ({ householdId: householdIdIn(places.building4, '1501') }),
    may: keepers,
  },
  'place.putGrid': {
    input: () => ({
      buildingPath: places.building4,
      gridPath: grids.one,
      name: '1号微网格',
      householdIds: [flat],
    }),
    may: keepers,
  },
  'place.export': { input: () => ({ estatePath: places.estate }), may: keepers },
  'place.directory': {
    input: () => ({ buildingPath: places.building4 }),
    may: [...ofGrid, 'otherGridLeader', 'unconfirmed', 'neighbour', 'housemate', 'themself'],
  },
}
const cases = Object.entries(table).flatMap(([action, row]) =>
  everyoneCast.map((name): [CastName, ActionName, string] => {
    const refusal = name === 'newcomer' ? 'NotSignedIn' : 'Forbidden'
    return [name, action as ActionName, row.may.includes(name) ? 'ok' : refusal]
  }),
)

beforeEach(async () => {
  // A leader of grid one would keep it on the map: see `areas.test.ts`.
  await test.cloud.database.update('accounts', { _id: 'leader-grid-one' }, { $set: { roleKeys: [] } })
})

it.each(cases)('%s: %s is %s', async (name, action, code) => {
  const input = table[action]?.input()
  expect(await test.as(cast[name]).code(action, input as never)).toBe(code)
})

it('an own list is read and put in place by staff of that estate, and by nobody else', async () => {
  const { import: found } = await lists.preview(lists.upload(csv(['6栋', '', '3', '302', '', '', ''])))
  for (const name of everyoneCast) {
    const userId = cast[name].replace('openid-of-', '')
    const fileId = lists.upload(csv(['6栋', '', '3', '302', '', '', '']), userId)
    const refusal = name === 'newcomer' ? 'NotSignedIn' : 'Forbidden'
    const expected = keepers.includes(name) ? 'ok' : refusal
    const caller = test.as(cast[name])
    expect([name, await caller.code('place.previewImport', { estatePath: places.estate, fileId })]).toEqual([
      name,
      expected,
    ])
    expect([name, await caller.code('place.runImport', { importId: found?._id ?? '' })]).toEqual([
      name,
      expected,
    ])
  }
})

it('staff: cannot add to a place of another community or above their own, nor rename or retire their own', async () => {
  const add = (parentPath: string) =>
    test.as(cast.staff).code('place.putArea', { parentPath, areaPath: null, name: '新的' })
  await test.cloud.database.insert('areas', [
    { _id: places.otherCommunity, level: 'community', name: '别的社区', fullName: '别的社区' },
  ])
  expect(await add(places.otherCommunity)).toBe('Forbidden')
  expect(await add(places.street)).toBe('Forbidden')
  const own = { parentPath: places.street, areaPath: places.community, name: '新社区' }
  expect(await test.as(cast.staff).code('place.putArea', own)).toBe('Forbidden')
  expect(await test.as(cast.staff).code('place.retireArea', { areaPath: places.community })).toBe('Forbidden')
})
