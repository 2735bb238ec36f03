import type { Actor } from '@/domain/account/policy'
import type { CaseView } from '@/domain/moderation/contract'
import { caseActions } from '@/domain/moderation/policy'
import type { ModerationCase } from '@/domain/moderation/schema'
import type { Timestamp } from '@/domain/shared/time'

/**
 * A case as one person sees it: nobody learns who reported it. Whom it is about does not learn that, when or why it
 * was reported either: in a house of twelve flats the hour says who it was.
 */
export function presentCase(actor: Actor, one: ModerationCase, now: Timestamp): CaseView {
  const isMine = one.author.userId === actor._id
  const reports = isMine ? [] : one.reports
  return {
    _id: one._id,
    state: one.state,
    groupPath: one.groupPath,
    groupName: one.groupName,
    seq: one.seq,
    original: one.original,
    isRemoved: one.isRemoved,
    silencedUntil: one.silencedUntil,
    appeal: one.appeal,
    author: { name: one.author.name },
    reportCount: reports.length,
    reasons: [...new Set(reports.map(({ reason }) => reason))],
    trail: one.trail
      .filter(({ event }) => !isMine || (event !== 'reported' && event !== 'dismissed'))
      .map(({ at, by, event, note }) => ({ at, by: by && { name: by.name }, event, note })),
    isMine,
    allowedActions: caseActions(actor, one, now),
  }
}
