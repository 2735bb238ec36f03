import { useState } from 'react'
import { nicknameSchema, realNameSchema, type MyAccount } from '@/domain/account/schema'
import type { Output } from '@/domain/contracts'
import type { Stairwell } from '@/domain/invitation/contract'
import { areaToLiveIn } from '@/domain/invitation/schema'
import { emptyDraft, keepDraft, readDraft, type JoinDraft } from '@/features/invitation/join-draft'
import { readRoom } from '@/features/invitation/read-room'

type Look = Output<'invitation.look'>

/** What is asked, in this order; each on a screen of its own in large type. */
export type Question = 'unit' | 'room' | 'relation' | 'name'

export interface JoinFormState {
  draft: JoinDraft
  change: (changes: Partial<JoinDraft>) => void
  questions: readonly Question[]
  /** The stairwell that was chosen; null: none yet, or none to choose from. */
  stairwell: Stairwell | null
  problems: ReadonlySet<Question>
  /** What I am called already, from another home; null: I am new here. */
  knownAs: string | null
  /** Something of it was typed another time. */
  isRestored: boolean
}

/** A code of one flat asks for no flat, one of one person for no home at all. */
function questionsOf({ stairwells, target }: Look): Question[] {
  if (target.kind === 'person') return ['name']
  if (target.kind === 'household') return ['relation', 'name']
  return [...(stairwells.length > 1 ? (['unit'] as const) : []), 'room', 'relation', 'name']
}

/** Whoever has said who they are need not write it. */
export const isNamed = ({ nickname, voice }: Pick<JoinDraft, 'nickname' | 'voice'>): boolean =>
  nicknameSchema.safeParse(nickname).success || (nickname.trim() === '' && voice !== null)

function problemsOf(draft: JoinDraft): Question[] {
  const { areaPath, realName, relation, room } = draft
  const isRealName = realName.trim() === '' || realNameSchema.safeParse(realName).success
  return [
    ...(areaPath === '' ? ['unit' as const] : []),
    ...(readRoom(room) === null ? ['room' as const] : []),
    ...(relation === null ? ['relation' as const] : []),
    ...(isNamed(draft) && isRealName ? [] : ['name' as const]),
  ]
}

/** What a newcomer has typed for a code: kept on this phone with every letter, and found again. */
export function useJoinForm(code: string, look: Look, account: MyAccount | null): JoinFormState {
  const [restored] = useState(() => readDraft(code))
  const [written, setWritten] = useState<JoinDraft>(restored ?? emptyDraft)
  const { stairwells } = look
  const only = stairwells.length === 1 ? stairwells[0] : null
  const fallback = only?.areaPath ?? (stairwells.length === 0 ? areaToLiveIn(look.areaPath) : '')
  const draft = {
    ...written,
    areaPath: written.areaPath || fallback,
    nickname: account?.nickname ?? written.nickname,
  }
  const questions = questionsOf(look)
  return {
    draft,
    questions,
    knownAs: account?.nickname ?? null,
    stairwell: stairwells.find(({ areaPath }) => areaPath === draft.areaPath) ?? null,
    problems: new Set(problemsOf(draft).filter((one) => questions.includes(one))),
    isRestored: restored !== null,
    change: (changes) => {
      const next = { ...written, ...changes }
      setWritten(next)
      keepDraft(code, next)
    },
  }
}
