import type { HouseholdView } from '@/domain/place/contract'
import { isGrid } from '@/domain/shared/area'
import { usePagedAction } from '@/features/session/use-action'
import { isSameRoom } from '../../../_components/by-flat'
import { isBuildingOrPart } from '../../../_components/place-choice'
import type { ChosenFlat, DraftState } from './use-draft'

/** A building's list in one go. */
const atOnce = 500

export interface FlatState {
  /** Those on the list with that number; more than one where stairwells count alike. */
  matches: HouseholdView[]
  /** null: not written yet, or not here. */
  flat: ChosenFlat | null
  isUnknown: boolean
}

/** Which flat is meant by a number, on the office's list. */
export function useFlat({ draft, isRoomWrong }: DraftState): FlatState {
  const { area, flatId } = draft
  const roomNumber = draft.roomNumber.trim()
  const isPlace = isBuildingOrPart(area.areaPath)
  const list = usePagedAction(
    'place.households',
    { areaPath: area.areaPath, limit: atOnce },
    { isEnabled: isPlace },
  )
  if (!isPlace || roomNumber === '' || isRoomWrong) return { matches: [], flat: null, isUnknown: false }
  const matches = list.items.filter((one) => isSameRoom(one.roomNumber, roomNumber))
  const found = matches.length > 1 ? matches.find(({ _id }) => _id === flatId) : matches[0]
  if (found) {
    return { matches, flat: { areaPath: found.areaPath, roomNumber: found.roomNumber }, isUnknown: false }
  }
  const isUnknown = matches.length === 0 && !list.isPending && !list.hasMore
  // A micro-grid is no address: what its list lacks isn't in it.
  const isAddress = matches.length === 0 && !isGrid(area.areaPath)
  return { matches, flat: isAddress ? { areaPath: area.areaPath, roomNumber } : null, isUnknown }
}
