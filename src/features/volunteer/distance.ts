import { ancestorAt, type AreaPath } from '@/domain/shared/area'

/** How far an order is from where I live, from my own stairs to the edge of the community. */
export type Distance = 'sameUnit' | 'sameBuilding' | 'sameEstate' | 'nextEstate'

const circles = [
  ['sameUnit', 'unit'],
  ['sameBuilding', 'building'],
  ['sameEstate', 'estate'],
  ['nextEstate', 'community'],
] as const

/** The nearest of my homes decides; null for somewhere else altogether, or without a home. */
export function distanceBetween(place: AreaPath, homes: readonly AreaPath[]): Distance | null {
  const shared = circles.find(([, level]) => {
    const area = ancestorAt(place, level)
    return area !== null && homes.some((home) => ancestorAt(home, level) === area)
  })
  return shared?.[0] ?? null
}
