import type { Account } from '@/domain/account/schema'
import { homesIn, pathsOf } from '@/domain/notice/audience'
import type { Notice, NoticeWork } from '@/domain/notice/schema'
import { areasOfHome } from '@/domain/shared/area'
import { pageKey } from '@/domain/shared/paging'
import { refOf } from '@/domain/shared/person'
import type { Timestamp } from '@/domain/shared/time'
import type { Visit } from '@/domain/visit/schema'
import { command } from '../../_runtime/sdk'
import { moveSignals } from '../../_runtime/signals'
import { closeVisits, visitIdOf, visitTopics } from '../../chat/visit/close-visits'
import { unreadAmong } from '../../chat/notice/audience'
import { needingCare } from '../../place/count-people'
import type { DutyContext } from '../duty'
import { saveNotice, workAfter } from './save'

/** People looked at in one step. */
const batch = 50

/** Of the next of those who should be looked in on, whoever has not read it becomes a visit: each of them once. */
export async function visitSome(
  context: DutyContext,
  notice: Notice,
  job: NoticeWork,
): Promise<Notice | null> {
  const { now, store } = context
  const people = await store.accounts.find(
    { ...needingCare(pathsOf(notice)), ...(job.after === '' ? {} : { _id: command.gt(job.after) }) },
    { orderBy: ['_id', 'asc'], limit: batch },
  )
  const unread = await unreadAmong(store, notice, people)
  const visits = unread.flatMap((person) => visitTo(notice, person, now))
  await Promise.all(visits.map((visit) => store.visits.addNew(visit)))
  await moveSignals(store, visitTopics(visits.map(({ areaPath }) => areaPath)))
  await closeReadMeanwhile(context, notice, unread)
  const after = people.length < batch ? null : (people.at(-1)?._id ?? null)
  return saveNotice(context, notice, { work: workAfter(notice, job, after) })
}

/** Whoever reads it at this very moment has found no visit to close. */
async function closeReadMeanwhile(
  { now, store }: DutyContext,
  notice: Notice,
  people: readonly Account[],
): Promise<void> {
  if (people.length === 0) return
  const still = new Set((await unreadAmong(store, notice, people)).map(({ _id }) => _id))
  const readers = people.filter(({ _id }) => !still.has(_id)).map(({ _id }) => _id)
  if (readers.length > 0) await closeVisits(store, notice, now, readers)
}

function visitTo(notice: Notice, person: Account, now: Timestamp): Visit[] {
  const [home] = homesIn(notice, person)
  if (!home) return []
  const _id = visitIdOf(notice._id, person._id)
  return [
    {
      _id,
      noticeId: notice._id,
      title: notice.title,
      person: refOf(person),
      areaPath: home.areaPath,
      areaName: home.areaName,
      areaAt: areasOfHome(home),
      createdAt: now,
      isOpen: true,
      done: null,
      namedIds: [person._id],
      createdKey: pageKey(now, _id),
    },
  ]
}
