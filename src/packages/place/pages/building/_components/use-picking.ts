import { useState } from 'react'
import { buildingWords } from '@/copy/place'
import type { AreaView, HouseholdView } from '@/domain/place/contract'
import { toast } from '@/platform/toast'

const most = 300

interface Picking {
  /** null: a new one. */
  grid: AreaView | null
  picked: ReadonlySet<string>
}

/** Picking the flats of a micro-grid: one by one, a floor, a stairwell. */
export function usePicking() {
  const [picking, setPicking] = useState<Picking | null>(null)
  const start = (grid: AreaView | null, flats: readonly HouseholdView[]): void => {
    const own = flats.filter(({ gridPath }) => grid !== null && gridPath === grid._id)
    setPicking({ grid, picked: new Set(own.map(({ _id }) => _id)) })
  }
  /** All of them in, or, where they all are, out. */
  const toggle = (flats: readonly HouseholdView[]): void => {
    if (!picking) return
    const picked = new Set(picking.picked)
    const isAll = flats.every(({ _id }) => picked.has(_id))
    for (const { _id } of flats) {
      if (isAll) picked.delete(_id)
      else picked.add(_id)
    }
    if (picked.size > most) return toast(buildingWords.gridMany)
    setPicking({ ...picking, picked })
  }
  return { picking, start, toggle, stop: () => setPicking(null) }
}
