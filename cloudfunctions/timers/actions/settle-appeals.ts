import { lapsed } from '@/domain/moderation/deeds'
import type { ModerationCase } from '@/domain/moderation/schema'
import { topics } from '@/domain/signal/topics'
import { command } from '../../_runtime/sdk'
import { Trips } from '../../_runtime/trips'
import { moveSignals } from '../../_runtime/signals'
import { stableId } from '../../account/stable-id'
import { lastSeq } from '../../chat/append-message'
import { findMessage } from '../../chat/find-message'
import { inLog } from '../../chat/in-log'
import { caseTopics } from '../../chat/moderation/cases'
import { takeBack } from '../../chat/moderation/take-back'
import { workThrough, type DutyContext } from '../duty'

/** Appeals that nobody judged in time are granted, and it stands on their trail; answers how many. */
export const settleAppeals = (context: DutyContext): Promise<number> =>
  workThrough(context, {
    collection: context.store.cases,
    due: { wakeAt: command.lte(context.now) },
    key: 'wakeAt',
    work: (one) => settle(context, one),
  })

async function settle(
  { now, store }: DutyContext,
  { _id, groupPath, seq }: ModerationCase,
): Promise<boolean> {
  const [message, newest] = await Promise.all([findMessage(store, groupPath, seq), lastSeq(store, groupPath)])
  const deed = { id: stableId('lapsed', _id), by: null, at: now, note: '' }
  const call = { store, trips: new Trips() }
  const settled = await inLog(call, { groupPath, newest }, async (transaction, write) => {
    const found = await transaction.cases.get(_id)
    // Judged meanwhile, or settled by another run.
    if (found?.state !== 'appealed') return null
    const { _id: _same, ...one } = { ...lapsed(found, deed), version: found.version + 1 }
    await transaction.cases.update(_id, one)
    await takeBack(transaction, write, { one: { _id, ...one }, message, at: now })
    return { _id, ...one }
  })
  if (!settled) return true
  const { author, inbox } = caseTopics(settled)
  await moveSignals(store, [topics.chat(groupPath), ...inbox, ...author])
  return true
}
