import { places } from '../../../support/factories/places'
import { cast, grids, householdIdIn } from '../../../support/neighbours'
import type { TestCloud } from '../../../support/test-cloud'
import { csv, listsOf } from '../../place/_support/lists'
import type { Cost, costMaker } from './cost'

/** The actions of the map. */
export function placeCosts(
  test: Pick<TestCloud, 'cloud' | 'as'>,
  cost: ReturnType<typeof costMaker>,
): Cost[] {
  const lists = listsOf(test)
  const [staff, building] = [cast.staff, places.building4]
  const ofFlat = { householdId: householdIdIn(building, '1502') }
  const list = () => lists.upload(csv(['6栋', '1单元', '3', '301', '', '', '']))
  const importId = async () => ({ importId: (await lists.preview(list())).import?._id ?? '' })
  return [
    cost('place.children', staff, { areaPath: building }),
    cost('place.children', staff, {}, 'mine'),
    cost('place.households', staff, { areaPath: building }),
    cost('place.household', cast.gridLeader, ofFlat),
    cost('place.putArea', staff, { parentPath: places.estate, areaPath: null, name: '12栋' }, 'new'),
    cost('place.putArea', staff, { parentPath: places.estate, areaPath: building, name: '4幢' }, 'renames'),
    cost('place.retireArea', staff, async () => {
      const added = { parentPath: places.estate, areaPath: null, name: '12栋' }
      const { area } = await test.as(staff).call('place.putArea', added)
      return { areaPath: area._id }
    }),
    cost('place.putHousehold', staff, { areaPath: building, roomNumber: '1701', floor: null, register: [] }),
    cost('place.removeHousehold', staff, { householdId: householdIdIn(building, '1501') }),
    cost('place.putGrid', staff, {
      buildingPath: building,
      gridPath: grids.two,
      name: '2号微网格',
      householdIds: [householdIdIn(building, '301'), householdIdIn(building, '1502')],
    }),
    cost('place.previewImport', staff, async () => ({ estatePath: places.estate, fileId: list() })),
    cost('place.runImport', staff, importId),
    cost('place.export', staff, { estatePath: places.estate }),
    cost('place.directory', cast.neighbour, { buildingPath: building }),
  ]
}
