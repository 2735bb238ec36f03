import type { Actor } from '@/domain/account/policy'
import { careKeysOf } from '@/domain/chat/care'
import { isSaid } from '@/domain/chat/policy'
import type { Message } from '@/domain/chat/schema'
import { communityOfGroup } from '@/domain/chat/thread'
import type { CaseAction } from '@/domain/moderation/contract'
import { hasRoom, type Deed } from '@/domain/moderation/deeds'
import { canJudge, canSeeCase, caseActions } from '@/domain/moderation/policy'
import type { ModerationCase } from '@/domain/moderation/schema'
import { ancestorAt } from '@/domain/shared/area'
import { AppError } from '@/domain/shared/errors'
import { pageKey } from '@/domain/shared/paging'
import { personIdsIn, refOf } from '@/domain/shared/person'
import type { Timestamp } from '@/domain/shared/time'
import { topics } from '@/domain/signal/topics'
import type { Call } from '../../_runtime/action'
import type { Store } from '../../_runtime/store'
import type { Transaction } from '../../_runtime/transaction'
import { stableId } from '../../account/stable-id'
import type { PlaceGroup } from '../find-group'
import { nameOfGroup } from '../name-of-group'

/** One case for each message. */
export const caseIdOf = ({ _id }: Pick<Message, '_id'>): string => stableId('case', _id)

/**
 * A case as it begins: with what was said, for those who look after the group.
 * @returns null where nobody said it, or it is not to be read any more: there is nothing to begin with
 */
export function newCase(message: Message, group: PlaceGroup, at: Timestamp): ModerationCase | null {
  const { authorId, authorName, body, groupPath, sentAt, seq, state } = message
  if (authorId === null || !isSaid(body) || state !== 'normal') return null
  const _id = caseIdOf(message)
  return {
    _id,
    state: 'open',
    groupPath,
    groupName: nameOfGroup(group),
    seq,
    careKeys: careKeysOf(groupPath),
    author: { userId: authorId, name: authorName },
    original: {
      kind: body.kind,
      text: body.kind === 'text' ? body.text : '',
      fileId: body.kind === 'text' ? null : body.fileId,
      sentAt,
    },
    reports: [],
    isRemoved: false,
    silencedUntil: null,
    actedIds: [],
    appeal: null,
    trail: [],
    isOpen: true,
    namedIds: [authorId],
    openedKey: pageKey(at, _id),
    toldKey: '',
    wakeAt: null,
    version: 0,
  }
}

/** May the caller ever judge what was said here? */
export const isJudgeOf = (actor: Actor, { authorId, body, groupPath }: Message): boolean =>
  isSaid(body) && canJudge(actor, groupPath, authorId)

/** @throws AppError NotFound */
export async function findCase(store: Store, caseId: string): Promise<ModerationCase> {
  const one = await store.cases.get(caseId)
  if (!one) throw new AppError('NotFound')
  return one
}

/**
 * Whether there is a case at all is known to those who see it: its id is made of the message's, which all know.
 * @throws AppError NotFound
 */
export function mustSee(actor: Actor, one: ModerationCase): true {
  if (!canSeeCase(actor, one)) throw new AppError('NotFound')
  return true
}

/** What the caller does by this very request: sent again, it stands on the trail already. */
export const deedOf = (
  { actor, now, requestId }: Pick<Call<'moderation.remove'>, 'actor' | 'now' | 'requestId'>,
  note = '',
): Deed => ({ id: stableId('deed', actor._id, requestId), by: refOf(actor), at: now, note })

/** @throws AppError Conflict where that can't be done about it now, whoever may do it at other times */
export function mustAllow(actor: Actor, one: ModerationCase, action: CaseAction, now: Timestamp): void {
  if (!caseActions(actor, one, now).includes(action) || !hasRoom(one, action)) throw new AppError('Conflict')
}

/**
 * Reads a case, decides and writes, within a transaction; what stands on its trail already is not done again.
 * @param begin the case where there is none yet; null: there has to be one
 * @returns the case as it is then; `isNew`: this time it was done
 * @throws AppError NotFound, and what `decide` throws
 */
export async function changeCase(
  { cases }: Transaction,
  { _id, begin, deed }: { _id: string; begin: ModerationCase | null; deed: Deed },
  decide: (one: ModerationCase) => ModerationCase,
): Promise<{ one: ModerationCase; isNew: boolean }> {
  const found = await cases.get(_id)
  const before = found ?? begin
  if (!before) throw new AppError('NotFound')
  if (before.trail.some(({ id }) => id === deed.id)) return { one: before, isNew: false }
  const changed = { ...decide(before), version: before.version + 1 }
  const { _id: _same, ...after } = { ...changed, namedIds: personIdsIn(changed) }
  if (found) await cases.update(_id, after)
  else await cases.insert({ _id, ...after })
  return { one: { _id, ...after }, isNew: true }
}

/** Whom news of a case is for: those who look after the groups of its community, its street's office, and whom it is about. */
export function caseTopics({ author, groupPath }: Pick<ModerationCase, 'author' | 'groupPath'>): {
  inbox: string[]
  author: string[]
} {
  const community = communityOfGroup(groupPath)
  const street = community && ancestorAt(community, 'street')
  const inbox = [community, street].flatMap((area) => (area ? [topics.inbox(area)] : []))
  return { inbox, author: [topics.user(author.userId)] }
}
