import { useState } from 'react'
import type { Service } from '@/domain/order/services'
import type { Membership } from '@/domain/account/schema'
import { emptyDraft, finishDraft, keepDraft, readDraft, startDraft, type Draft } from './draft'

export interface DraftState {
  draft: Draft
  /** It was begun earlier and left unsent. */
  isRestored: boolean
  change: (fields: Partial<Draft>) => void
  restart: () => void
  finish: () => void
}

/** The order being written; every change is kept on this phone at once. */
export function useDraft(
  prefill: { service: Service | null; text: string },
  homes: readonly Membership[],
): DraftState {
  const [{ draft: kept, isRestored }, setState] = useState(() => startDraft(readDraft(Date.now()), prefill))
  const isHome = homes.some(({ areaPath }) => areaPath === kept.homePath)
  const draft = isHome ? kept : { ...kept, homePath: homes[0]?.areaPath ?? '' }
  return {
    draft,
    isRestored,
    change: (fields) => {
      const next = { ...draft, ...fields }
      keepDraft(next)
      setState({ draft: next, isRestored })
    },
    restart: () => {
      const next = emptyDraft()
      keepDraft(next)
      setState({ draft: next, isRestored: false })
    },
    finish: () => finishDraft(draft),
  }
}
