import { isExpired } from '@/domain/notice/policy'
import type { Notice } from '@/domain/notice/schema'
import { closeVisits } from '../../chat/visit/close-visits'
import { command } from '../../_runtime/sdk'
import { workThrough, type DutyContext } from '../duty'
import { saveNotice } from '../notices/save'
import { publish } from '../notices/publish'
import { postSome } from '../notices/post'
import { remindSome } from '../notices/remind'
import { visitSome } from '../notices/visit'

/** For how long one run goes on with a notice, ms; the next run takes it from there. */
const longest = 5_000

/**
 * What is to be done for notices: those whose time has come go out, their cards go into the groups, the unread are
 * reminded, and looked in on. Every ten seconds, for who warns of a burst pipe can't wait a minute; almost always it
 * finds none. Answers of how many notices all is done for now.
 */
export const wakeNotices = (context: DutyContext): Promise<number> =>
  workThrough(context, {
    collection: context.store.notices,
    due: { wakeAt: command.lte(context.now) },
    key: 'wakeAt',
    work: (notice) => wake(context, notice),
  })

async function wake(context: DutyContext, notice: Notice): Promise<boolean> {
  const startedAt = Date.now()
  let current = notice
  while (current.wakeAt !== null && current.wakeAt <= context.now) {
    if (Date.now() - startedAt > longest) return false
    const next = await step(context, current)
    // Another run, or a person, has changed it meanwhile: who comes next finds it as it is then.
    if (!next) return false
    current = next
  }
  return true
}

/** One bounded step; null: it was changed by others. */
async function step(context: DutyContext, notice: Notice): Promise<Notice | null> {
  const { now } = context
  if (notice.state === 'withdrawn' || isExpired(notice, now)) return finish(context, notice)
  if (notice.state === 'scheduled') return publish(context, notice)
  const due = (kind: string) => notice.work.find((job) => job.kind === kind)
  const [post, remind, visit] = [due('post'), due('remind'), due('visit')]
  if (post) return postSome(context, notice, post)
  if (visit && (notice.visitAt ?? Infinity) <= now) return visitSome(context, notice, visit)
  if (remind) return remindSome(context, notice, remind)
  return saveNotice(context, notice, {})
}

/** Nothing more is done for what is over; nobody need look in on anyone for its sake. */
async function finish({ now, store, ...rest }: DutyContext, notice: Notice): Promise<Notice | null> {
  await closeVisits(store, notice, now)
  return saveNotice({ now, store, ...rest }, notice, { work: [], visitAt: null })
}
