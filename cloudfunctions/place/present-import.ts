import type { PlaceImport } from '@/domain/place/schema'

export const presentImport = ({ _id, estatePath, state, done, total }: PlaceImport) => ({
  _id,
  estatePath,
  state,
  done,
  total,
})
