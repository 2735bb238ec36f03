import type { Account } from '@/domain/account/schema'
import { pathsOf } from '@/domain/notice/audience'
import type { Notice, NoticeWork } from '@/domain/notice/schema'
import type { AreaPath } from '@/domain/shared/area'
import { noticeTopics, topics } from '@/domain/signal/topics'
import { moveSignals } from '../../_runtime/signals'
import { noticeCard, noticeCardId } from '../../chat/notice/card'
import { groupsWithin } from '../../chat/notice/groups'
import { postCard } from '../../chat/post-card'
import type { DutyContext } from '../duty'
import { saveNotice, workAfter } from './save'

/** Groups that get a card in one step. */
const batch = 20

/** Posts the card into the next groups: a card that is there already stays the only one. */
export async function postSome(
  context: DutyContext,
  notice: Notice,
  job: NoticeWork,
): Promise<Notice | null> {
  const { store } = context
  const [groups, account] = await Promise.all([
    groupsWithin(store, pathsOf(notice), { after: job.after, limit: batch }),
    store.accounts.get(notice.author.userId),
  ])
  const author = account ?? nobody(notice)
  await Promise.all(groups.map((groupPath) => postOne(context, notice, author, groupPath)))
  const isDone = groups.length < batch
  await moveSignals(store, [
    ...groups.map(topics.chat),
    // Once more, should a run have ended between writing and telling.
    ...(isDone ? noticeTopics(pathsOf(notice)) : []),
  ])
  const after = isDone ? null : (groups.at(-1) ?? null)
  return saveNotice(context, notice, { work: workAfter(notice, job, after) })
}

type Author = Pick<
  Account,
  '_id' | 'nickname' | 'avatarFileId' | 'memberships' | 'roles' | 'skills' | 'guardianId' | 'chargeIds'
>

/** Whose account is no more speaks under the name that the notice has. */
const nobody = ({ author }: Notice): Author => ({
  _id: author.userId,
  nickname: author.name,
  avatarFileId: null,
  memberships: [],
  roles: [],
  skills: [],
  guardianId: null,
  chargeIds: [],
})

async function postOne(
  { now, store }: DutyContext,
  notice: Notice,
  author: Author,
  groupPath: AreaPath,
): Promise<void> {
  const id = noticeCardId(notice, groupPath)
  await postCard(store, author, { id, groupPath, body: noticeCard(notice), at: now })
}
