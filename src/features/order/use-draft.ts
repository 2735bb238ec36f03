import { useRef, useState } from 'react'
import type { Membership } from '@/domain/account/schema'
import {
  emptyDraft,
  finishDraft,
  keepDraft,
  readDraft,
  someoneElse,
  startDraft,
  type Draft,
  type Prefill,
} from './draft'

export interface DraftState {
  draft: Draft
  /** It was begun earlier and left unsent. */
  isRestored: boolean
  change: (fields: Partial<Draft>) => void
  restart: () => void
  finish: () => void
}

/** For me it goes to a home of mine; who has none here orders for somebody else. */
function settled(draft: Draft, homes: readonly Membership[]): Draft {
  const [first] = homes
  if (!first) return { ...draft, other: draft.other ?? someoneElse, isOtherDoor: true }
  const isHome = homes.some(({ areaPath }) => areaPath === draft.homePath)
  if (draft.other === null) {
    const homePath = isHome ? draft.homePath : first.areaPath
    return { ...draft, homePath, isOtherDoor: false }
  }
  return draft.homePath === '' ? { ...draft, homePath: first.areaPath } : draft
}

/** The order being written; every change is kept on this phone at once. */
export function useDraft(prefill: Prefill, homes: readonly Membership[]): DraftState {
  const [{ draft: kept, isRestored }, setState] = useState(() =>
    startDraft(readDraft(Date.now(), prefill.from ?? null), prefill),
  )
  // Two changes may come before the next picture: the second stands on the first.
  const latest = useRef(kept)
  const put = (next: Draft, isStillRestored: boolean): void => {
    latest.current = next
    keepDraft(next)
    setState({ draft: next, isRestored: isStillRestored })
  }
  const draft = settled(kept, homes)
  return {
    draft,
    isRestored,
    change: (fields) => put({ ...settled(latest.current, homes), ...fields }, isRestored),
    restart: () => put(prefill.from ? startDraft(null, prefill).draft : emptyDraft(), false),
    finish: () => finishDraft(draft),
  }
}
