import type { Account } from '@/domain/account/schema'
import { homesIn, pathsOf } from '@/domain/notice/audience'
import type { Notice, NoticeWork } from '@/domain/notice/schema'
import { ancestorAt } from '@/domain/shared/area'
import { afterQuiet } from '@/domain/shared/calendar'
import type { Timestamp } from '@/domain/shared/time'
import { command } from '../../_runtime/sdk'
import { unreadAmong } from '../../chat/notice/audience'
import { findHandbook } from '../../order/find-handbook'
import { sendMessage } from '../../order/send-message'
import { livingIn } from '../../place/count-people'
import type { DutyContext } from '../duty'
import { saveNotice, workAfter } from './save'

/** People looked at in one step. */
const batch = 50
/** As many characters as WeChat's `thing` takes. */
const longestThing = 20

/** Where a tap on the message leads. */
const pageOf = ({ _id }: Notice): string => `packages/talk/pages/board/notice?id=${_id}`

/**
 * Reminds the next of those who have not read it, by a message to whoever agreed to one; what is not urgent waits for
 * the morning. The step is written before its messages go: rather no message than two.
 */
export async function remindSome(
  context: DutyContext,
  notice: Notice,
  job: NoticeWork,
): Promise<Notice | null> {
  const { log, now, store } = context
  const at = await wakingTime(context, notice)
  if (at > now) return saveNotice(context, notice, {}, Math.min(at, visitTime(notice)))
  const people = await store.accounts.find(
    { ...livingIn(pathsOf(notice)), ...(job.after === '' ? {} : { _id: command.gt(job.after) }) },
    { orderBy: ['_id', 'asc'], limit: batch },
  )
  const unread = await unreadAmong(
    store,
    notice,
    people.filter((person) => wantsToHear(person) && homesIn(notice, person).length > 0),
  )
  const after = people.length < batch ? null : (people.at(-1)?._id ?? null)
  const saved = await saveNotice(context, notice, { work: workAfter(notice, job, after) })
  if (!saved) return null
  const what = [...notice.title].slice(0, longestThing).join('')
  const message = { moment: 'notice', what, at: notice.publishedAt, page: pageOf(notice) } as const
  await Promise.all(unread.map((reader) => sendMessage(store, reader, message, log)))
  return saved
}

const wantsToHear = ({ consents, state }: Account): boolean =>
  state === 'active' && (consents.notice ?? 0) > 0

/** When those who sleep may be rung, by the hours of the first of its communities. */
async function wakingTime({ now, store }: DutyContext, notice: Notice): Promise<Timestamp> {
  if (notice.isUrgent) return now
  const [first = ''] = pathsOf(notice)
  const { quiet } = await findHandbook(store, ancestorAt(first, 'community') ?? first, now)
  return afterQuiet(quiet, now)
}

const visitTime = ({ visitAt, work }: Notice): Timestamp =>
  work.some(({ kind }) => kind === 'visit') ? (visitAt ?? Infinity) : Infinity
