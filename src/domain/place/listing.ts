import { importColumns } from './contract'
import type { ListWords } from './reading'
import { bySiblingOrder, type NamingWords } from './naming'
import type { Area, Household } from './schema'

/** Digits as numbers, the rest as it is: 302 before 1502, 15-2 before 15-10. */
function compareRooms(one: string, other: string): number {
  const [a, b] = [one, other].map((room) => room.toUpperCase().match(/\d+|[^\d]+/g) ?? [])
  for (let at = 0; ; at += 1) {
    const [left, right] = [a?.[at], b?.[at]]
    if (left === undefined || right === undefined)
      return Number(left !== undefined) - Number(right !== undefined)
    const difference = Number(left) - Number(right)
    if (difference) return difference
    if (left !== right && Number.isNaN(difference)) return left < right ? -1 : 1
  }
}

type Placed = Pick<Household, 'areaPath' | 'floor' | 'roomNumber'>

/** By building and stairwell as `areas` are ordered, then by floor from below, then by number. */
export function byFloorAndRoom(
  areas: readonly Area[],
  words: NamingWords,
): (one: Placed, other: Placed) => number {
  const sorted = [...areas].sort(bySiblingOrder(words))
  const within = ({ _id }: Area): Area[] =>
    sorted.filter((area) => area._id !== _id && area._id.startsWith(_id))
  const buildings = sorted.filter(({ level }) => level === 'building')
  const places = (buildings.length > 0 ? buildings.flatMap((one) => [one, ...within(one)]) : sorted).map(
    ({ _id }) => _id,
  )
  const rank = new Map(places.map((path, index) => [path, index]))
  const placeOf = ({ areaPath }: Placed): number => rank.get(areaPath) ?? -1
  return (one, other) =>
    placeOf(one) - placeOf(other) ||
    (one.floor ?? 999) - (other.floor ?? 999) ||
    compareRooms(one.roomNumber, other.roomNumber)
}

/** A spreadsheet would run what begins like this. */
const unarmed = (name: string): string => (/^[=+\-@'\t]/.test(name) ? `'${name}` : name)

/** Flats as a table with its headline, a row per person of the register: what `readFlats` reads back. */
export function tableOf(
  households: readonly Household[],
  areas: readonly Area[],
  words: ListWords,
): string[][] {
  const nameOf = new Map(areas.map(({ _id, name }) => [_id, name]))
  const rows = households.flatMap((home) => {
    const { areaPath, buildingPath, floor, roomNumber, gridPath } = home
    const place = [
      nameOf.get(buildingPath) ?? '',
      areaPath === buildingPath ? '' : (nameOf.get(areaPath) ?? ''),
      floor === null ? '' : String(floor),
      roomNumber,
      gridPath === null ? '' : (nameOf.get(gridPath) ?? ''),
    ]
    if (home.register.length === 0) return [[...place, '', '']]
    return home.register.map(({ name, relation }) => [
      ...place,
      unarmed(name),
      words.relations[relation][0] ?? '',
    ])
  })
  return [importColumns.map((column) => words.columns[column][0] ?? ''), ...rows]
}
