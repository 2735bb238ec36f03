import { useState } from 'react'
import { errorWords } from '@/copy/errors'
import { joiningWords } from '@/copy/join'
import type { Membership, MyAccount } from '@/domain/account/schema'
import { isCurrent } from '@/domain/account/index-fields'
import type { CallInput, Output } from '@/domain/contracts'
import { AppError } from '@/domain/shared/errors'
import { addDays, startOf } from '@/domain/shared/day-keys'
import { privacyVersion } from '@/features/invitation/consent'
import { forgetDraft, type JoinDraft } from '@/features/invitation/join-draft'
import { forgetInvitation } from '@/features/invitation/last-invitation'
import { readRoom } from '@/features/invitation/read-room'
import { useCommand } from '@/features/session/use-command'

type Look = Output<'invitation.look'>

/** What came of it. */
export interface Joined {
  account: MyAccount
  /** The home that is new; null where a person took over what was theirs. */
  home: Membership | null
}

function inputOf(code: string, { target }: Look, draft: JoinDraft): CallInput<'invitation.join'> {
  const { areaPath, avatarFileId, nickname, realName, relation, room, until, voice } = draft
  const ofMe = {
    code,
    nickname: nickname.trim() || joiningWords.nameless,
    realName: realName.trim() === '' ? null : realName.trim(),
    avatarFileId,
    voice,
    privacyVersion,
  }
  if (target.kind === 'person') return ofMe
  const lease = relation === 'tenant' && until !== '' ? startOf(addDays(until, 1)) : null
  const there = { ...ofMe, ...(relation === null ? {} : { relation }), until: lease }
  return target.kind === 'household' ? there : { ...there, areaPath, roomNumber: readRoom(room) ?? '' }
}

/** What went wrong, in words that say what to do. */
function wordsFor(error: unknown): string {
  if (!(error instanceof AppError)) return errorWords(error)
  const { reason, where } = error.details
  if (reason === 'hasAccount') return joiningWords.hasAccount
  if (reason === 'homes') return joiningWords.homesFull
  if (reason === 'perDay') return joiningWords.triedOften
  if (Array.isArray(where) && (where.includes('roomNumber') || where.includes('areaPath'))) {
    return joiningWords.roomElsewhere
  }
  return errorWords(error)
}

/** Sends what was typed; a failure keeps it and says what to do. */
export function useSubmit(code: string, look: Look) {
  const { run, isRunning } = useCommand('invitation.join')
  const [problem, setProblem] = useState('')
  const [isChild, setChild] = useState(false)
  const [joined, setJoined] = useState<Joined | null>(null)

  const tellFailure = (error: unknown): boolean => {
    if (error instanceof AppError && error.code === 'GuardianNeeded') setChild(true)
    setProblem(wordsFor(error))
    return true
  }
  const submit = async (draft: JoinDraft): Promise<void> => {
    setProblem('')
    const done = await run(inputOf(code, look, draft), { onFailure: tellFailure })
    if (!done) return
    forgetDraft(code)
    forgetInvitation()
    const homes = done.account.memberships.filter(isCurrent)
    setJoined({
      account: done.account,
      home: look.target.kind === 'person' ? null : (homes[homes.length - 1] ?? null),
    })
  }
  return { submit, isRunning, problem, joined, isChild, setChild }
}
