import type { MediaCheck } from '@/domain/media/schema'
import { topics } from '@/domain/signal/topics'
import type { VerdictContext } from '../../_runtime/media-verdict'
import { moveSignals } from '../../_runtime/signals'
import { stableId } from '../../account/stable-id'
import { lastSeq } from '../append-message'
import { inLog } from '../in-log'
import { changeSettings } from './settings-in-log'

/** A refused code of the WeChat group goes, and the house says so in the group, both or neither. */
export async function takeOutOfGroup(
  context: Pick<VerdictContext, 'store' | 'trips' | 'now'>,
  { _id, byUserId, fileId, of: { id: groupPath } }: MediaCheck,
): Promise<void> {
  const { now, store } = context
  const newest = await lastSeq(store, groupPath)
  const isTaken = await inLog(context, { groupPath, newest }, async (transaction, write) => {
    const found = await transaction.groups.get(groupPath)
    if (found?.wechatCode?.fileId !== fileId) return false
    await changeSettings(transaction, groupPath, ({ rulesVersion }) => ({
      wechatCode: null,
      wakeAt: null,
      rulesVersion: rulesVersion + 1,
    }))
    await write({
      _id: stableId('refused', _id, found.rulesVersion),
      groupPath,
      authorId: null,
      authorName: '',
      authorTitle: 'neighbour',
      body: { kind: 'house', what: 'refusedWechatCode', hours: null },
      sentAt: now,
    })
    return true
  })
  if (isTaken) await moveSignals(store, [topics.chat(groupPath), topics.user(byUserId)])
}
