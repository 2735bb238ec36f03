import type { ResidentRow } from '@/domain/resident/contract'

export interface Flat {
  key: string
  areaPath: string
  areaName: string
  roomNumber: string
  people: ResidentRow[]
}

/** 2 comes before 10, in stairwells, floors and doors alike. */
const orderOf = ({ areaPath, roomNumber }: Pick<Flat, 'areaPath' | 'roomNumber'>): string =>
  `${areaPath} ${roomNumber}`.replace(/\d+/g, (digits) => digits.padStart(6, '0'))

/** The people of a list, flat by flat as the doors lie: flats are sealed in the database, which can't sort them. */
export function byFlat(rows: readonly ResidentRow[]): Flat[] {
  const flats = new Map<string, Flat>()
  for (const row of rows) {
    const { areaName, areaPath, roomNumber } = row
    const key = orderOf({ areaPath, roomNumber: roomNumber.toUpperCase() })
    const flat = flats.get(key) ?? { key, areaPath, areaName, roomNumber, people: [] }
    flats.set(key, { ...flat, people: [...flat.people, row] })
  }
  return [...flats.values()].sort((one, other) => (one.key < other.key ? -1 : 1))
}

export const isSameRoom = (one: string, other: string): boolean =>
  one.trim().toUpperCase() === other.trim().toUpperCase()
