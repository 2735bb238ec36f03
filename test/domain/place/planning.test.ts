import fc from '../../support/fast-check'
import Papa from 'papaparse'
import { placeListWords as words } from '@/copy/place-list'
import { byFloorAndRoom, tableOf } from '@/domain/place/listing'
import { changeOf, planPlaces } from '@/domain/place/planning'
import { readFlats } from '@/domain/place/reading'
import { householdPrint, type Area, type Household } from '@/domain/place/schema'
import { relationSchema } from '@/domain/account/schema'
import { places, startOfTests } from '../../support/factories/places'

const area = (given: Partial<Area> & Pick<Area, '_id' | 'level' | 'name'>): Area => ({
  fullName: given.name,
  order: 0,
  retiredAt: null,
  requestId: null,
  ...given,
})
const estate = area({ _id: places.estate, level: 'estate', name: '幸福里小区' })
const building4 = area({ _id: places.building4, level: 'building', name: '4栋', fullName: '幸福里小区 4栋' })
const headline = ['楼栋', '单元', '楼层', '房号', '微网格', '姓名', '关系']
const plan = (areas: readonly Area[], ...rows: string[][]) =>
  planPlaces(estate, areas, readFlats([headline, ...rows], words).flats, words)

/** The flats of a plan, as the functions would keep them. */
const kept = (areas: readonly Area[], rows: string[][]): { areas: Area[]; households: Household[] } => {
  const planned = plan(areas, ...rows)
  const households = planned.flats.map(
    (flat) => changeOf(flat, null, householdPrint(flat.areaPath, flat.roomNumber), startOfTests).household,
  )
  return { areas: [...areas, ...planned.areas], households }
}

test('places that are there are found under any of their names; others are new, parents first', () => {
  const { areas, flats } = plan(
    [estate, building4],
    ['四号楼', '2', '3', '302', '1', '', ''],
    ['4', '2单元', '3', '303', '1号微网格', '', ''],
    ['5', '', '', '101', '', '', ''],
  )
  expect(areas.map(({ _id, name, fullName }) => [_id, name, fullName])).toEqual([
    [`${places.building4}u2/`, '2单元', '幸福里小区 4栋2单元'],
    [`${places.building4}g-1/`, '1号微网格', '幸福里小区 4栋 1号微网格'],
    [`${places.estate}b5/`, '5栋', '幸福里小区 5栋'],
  ])
  expect(flats.map(({ areaPath, gridPath }) => [areaPath, gridPath])).toEqual([
    [`${places.building4}u2/`, `${places.building4}g-1/`],
    [`${places.building4}u2/`, `${places.building4}g-1/`],
    [`${places.estate}b5/`, null],
  ])
})

test('a building that was taken off the map comes back as it was', () => {
  const gone = area({ _id: `${places.estate}b5/`, level: 'building', name: '5栋', retiredAt: startOfTests })
  const { areas } = plan([estate, gone], ['5幢', '', '', '101', '', '', ''])
  expect(areas).toEqual([{ ...gone, retiredAt: null }])
})

test('the same list on the map that it made needs nothing more', () => {
  const rows = [
    ['4栋', '东单元', '', '302', '楼上', '', ''],
    ['翠竹轩', '', '', '101', '', '', ''],
  ]
  const made = kept([estate], rows)
  expect(plan(made.areas, ...rows).areas).toEqual([])
})

const name = fc.constantFrom('李秀兰', '=SUM(1)', "'王", '-张', '@赵', '"钱"', '孙,李', 'Li Na')
const flat = fc.record({
  building: fc.constantFrom('4栋', 'A座', '翠竹轩', '12-1栋'),
  unit: fc.constantFrom('', '1单元', '东单元'),
  room: fc.constantFrom('101', '1502', '15-2', 'A302', '3A01'),
  grid: fc.constantFrom('', '1号微网格', '高层'),
  people: fc.uniqueArray(fc.tuple(name, fc.constantFrom(...relationSchema.options)), {
    maxLength: 4,
    selector: ([one]) => one,
  }),
})
const list = fc.uniqueArray(flat, {
  maxLength: 30,
  selector: ({ building, unit, room }) => `${building}${unit}${room}`,
})

test('whatever is exported is read back as it was', () => {
  fc.assert(
    fc.property(list, (flats) => {
      const rows = flats.flatMap(({ building, unit, room, grid, people }) =>
        (people.length > 0 ? people : [['', ''] as const]).map(([person, relation]) => [
          building,
          unit,
          '',
          room,
          grid,
          // As a spreadsheet's user would write it.
          /^[=+\-@']/.test(person) ? `'${person}` : person,
          relation === '' ? '' : words.relations[relation][0],
        ]),
      )
      const before = kept([estate], rows)
      const sorted = [...before.households].sort(byFloorAndRoom(before.areas, words))
      const text = `\ufeff${Papa.unparse(tableOf(sorted, before.areas, words))}`
      const { data } = Papa.parse<string[]>(text.slice(1), { delimitersToGuess: [',', '\t', ';', '|'] })
      const reading = readFlats(data, words)
      if (flats.length === 0) return
      expect(reading.errors).toEqual([])
      const again = planPlaces(estate, before.areas, reading.flats, words)
      expect(again.areas).toEqual([])
      const outcomes = again.flats.map((planned) => {
        const id = householdPrint(planned.areaPath, planned.roomNumber)
        return changeOf(planned, sorted.find(({ _id }) => _id === id) ?? null, id, startOfTests)
      })
      expect(outcomes.map(({ change }) => change)).toEqual(sorted.map(() => 'unchanged'))
      expect(outcomes.map(({ household }) => household)).toEqual(sorted)
    }),
    { numRuns: 200 },
  )
})
