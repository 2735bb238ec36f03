import { useState } from 'react'
import { randomId } from '@/platform/random-id'

import { isWithin, placeLevelOf } from '@/domain/shared/area'
import type { CareArea } from './caretaking'
import { forgetNoticeDraft, keepNoticeDraft, keptDraft, type NoticeDraft } from './notice-draft'

/** Whom it goes to where there is nothing to choose: one building, stairwell or micro-grid. */
function onlyArea(roots: readonly CareArea[]): CareArea[] {
  const [only] = roots
  const isNarrow = only && ['building', 'unit', 'grid'].includes(placeLevelOf(only.areaPath))
  return roots.length === 1 && only && isNarrow ? [only] : []
}

const newDraft = (roots: readonly CareArea[]): NoticeDraft => ({
  requestId: randomId(),
  areas: onlyArea(roots),
  title: '',
  text: '',
  photoFileIds: [],
  button: { kind: 'none' },
  isUrgent: false,
  publishAt: null,
  expiresAt: null,
  visitAfterHours: null,
})

/** What was kept, without areas that are no longer mine. */
function restored(roots: readonly CareArea[]): NoticeDraft | null {
  const kept = keptDraft()
  if (!kept) return null
  const areas = kept.areas.filter(({ areaPath }) => roots.some((root) => isWithin(areaPath, root.areaPath)))
  return { ...kept, areas: areas.length > 0 ? areas : onlyArea(roots) }
}

export interface NoticeDraftState {
  draft: NoticeDraft
  /** It was begun on another day, or before the app was closed. */
  isRestored: boolean
  write: (change: Partial<NoticeDraft>) => void
  restart: () => void
}

/** The notice that is being written; every change is kept on this phone until it is sent. */
export function useNoticeDraft(roots: readonly CareArea[]): NoticeDraftState {
  const [kept] = useState(() => restored(roots))
  const [draft, setDraft] = useState(() => kept ?? newDraft(roots))
  const [isRestored, setIsRestored] = useState(kept !== null)
  const write = (change: Partial<NoticeDraft>): void => {
    // Other words are another notice.
    const next = { ...draft, ...change, requestId: randomId() }
    setDraft(next)
    keepNoticeDraft(next)
  }
  const restart = (): void => {
    forgetNoticeDraft()
    setIsRestored(false)
    setDraft(newDraft(roots))
  }
  return { draft, isRestored, write, restart }
}
