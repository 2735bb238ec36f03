import { useState } from 'react'
import type { CareNeed, Relation } from '@/domain/account/schema'
import { realNameSchema, roomNumberSchema } from '@/domain/account/schema'
import { phoneSchema } from '@/domain/shared/contact'
import type { ChosenArea } from '@/features/invite/area-steps'

/** A flat as the list knows it, or as it was written. */
export interface ChosenFlat {
  areaPath: string
  roomNumber: string
}

export interface Draft {
  nickname: string
  realName: string
  phone: string
  area: ChosenArea
  roomNumber: string
  /** Which of several flats with that number. */
  flatId: string | null
  relation: Relation | null
  careNeeds: CareNeed[]
  isChild: boolean
  guardianId: string | null
}

export const emptyDraft = (area: ChosenArea): Draft => ({
  nickname: '',
  realName: '',
  phone: '',
  area,
  roomNumber: '',
  flatId: null,
  relation: null,
  careNeeds: [],
  isChild: false,
  guardianId: null,
})

export interface DraftState {
  draft: Draft
  change: (more: Partial<Draft>) => void
  isRealNameWrong: boolean
  isPhoneWrong: boolean
  isRoomWrong: boolean
}

/** What is written about someone, and what of it can't be right. */
export function useDraft(first: Draft): DraftState {
  const [draft, setDraft] = useState(first)
  const isWrong = (text: string, schema: { safeParse: (text: string) => { success: boolean } }): boolean =>
    text.trim() !== '' && !schema.safeParse(text.trim()).success
  return {
    draft,
    change: (more) => setDraft((old) => ({ ...old, ...more })),
    isRealNameWrong: isWrong(draft.realName, realNameSchema),
    isPhoneWrong: isWrong(draft.phone, phoneSchema),
    isRoomWrong: isWrong(draft.roomNumber, roomNumberSchema),
  }
}
