import { placeListWords as words } from '@/copy/place-list'
import { changeOf, planPlaces } from '@/domain/place/planning'
import { readFlats } from '@/domain/place/reading'
import { householdPrint, type Area, type Household } from '@/domain/place/schema'
import type { AreaPath } from '@/domain/shared/area'
import type { Timestamp } from '@/domain/shared/time'
import type { Sealing } from '../../cloudfunctions/_runtime/sealing'
import { areas, at, upTo } from './places'

/** Whom the office's list names, by the door. */
const register: Readonly<Record<string, readonly [name: string, relation: string]>> = {
  '4栋1单元501': ['周敏', '业主'],
  '4栋1单元401': ['赵德福', '业主'],
  '4栋1单元102': ['张宝山', '业主'],
  '4栋2单元302': ['李桂芳', '业主'],
  '4栋2单元1103': ['郑凯', '业主'],
  '2栋1单元801': ['陈浩', '业主'],
}

const floorsOf = (floors: number, building: string, unit: string, gridOf: (floor: number) => string) =>
  upTo(floors).flatMap((floor) =>
    upTo(3).map((door) => {
      const room = `${floor}0${door}`
      const [name, relation] = register[`${building}${unit}${room}`] ?? ['', '']
      return [building, unit, String(floor), room, gridOf(floor), name, relation]
    }),
  )

const none = (): string => ''
/** Building 4: the lower and the upper half of the first stairwell, and the second one. */
const gridIn = (building: number, unit: number): ((floor: number) => string) => {
  if (building !== 4) return none
  return (floor) => (unit === 2 ? '3号微网格' : floor <= 6 ? '1号微网格' : '2号微网格')
}

/** The lists of the two estates, as their property companies would hand them over. */
const lists: readonly [AreaPath, string[][]][] = [
  [
    at.xingfuli,
    upTo(6).flatMap((building) =>
      upTo(2).flatMap((unit) => floorsOf(12, `${building}栋`, `${unit}单元`, gridIn(building, unit))),
    ),
  ],
  [at.cuiyuan, upTo(3).flatMap((building) => floorsOf(6, `${building}幢`, '', none))],
]

export interface Flats {
  /** The micro-grids. */
  areas: Area[]
  households: Household[]
  /** The flat behind a door. @throws Error where there is none */
  find(areaPath: AreaPath, roomNumber: string): Household
}

/** Every flat of the demo, put in place as an import would. */
export function flatsOf({ blind }: Pick<Sealing, 'blind'>, now: Timestamp): Flats {
  const plans = lists.map(([estatePath, rows]) => planEstate(estatePath, rows))
  const idOf = (areaPath: AreaPath, roomNumber: string): string =>
    blind('household', householdPrint(areaPath, roomNumber))
  const households = plans
    .flatMap(({ flats }) => flats)
    .map((flat) => changeOf(flat, null, idOf(flat.areaPath, flat.roomNumber), now).household)
  const byId = new Map(households.map((one) => [one._id, one]))
  const find = (areaPath: AreaPath, roomNumber: string): Household => {
    const found = byId.get(idOf(areaPath, roomNumber))
    if (!found) throw new Error(`there is no flat ${roomNumber} in ${areaPath}`)
    return found
  }
  return { areas: plans.flatMap((plan) => plan.areas), households, find }
}

function planEstate(estatePath: AreaPath, rows: string[][]) {
  const headline = ['building', 'unit', 'floor', 'room', 'grid', 'name', 'relation'] as const
  const { flats, errors } = readFlats([headline.map((column) => words.columns[column][0]), ...rows], words)
  const estate = areas.find(({ _id }) => _id === estatePath)
  if (!estate || errors.length > 0) throw new Error(`the list of ${estatePath} is wrong`)
  const known = areas.filter(({ _id }) => _id.startsWith(estatePath))
  return planPlaces(estate, known, flats, words)
}
