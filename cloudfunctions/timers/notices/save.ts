import type { Notice, NoticeWork } from '@/domain/notice/schema'
import { nextWakeOf } from '@/domain/notice/timing'
import type { Timestamp } from '@/domain/shared/time'
import type { DutyContext } from '../duty'

/**
 * Writes how far the work on a notice is; null where another has changed it since it was read.
 * @param heldUntil what is left to do waits until then
 */
export async function saveNotice(
  { now, store }: DutyContext,
  notice: Notice,
  fields: Partial<Notice>,
  heldUntil?: Timestamp,
): Promise<Notice | null> {
  const after = { ...notice, ...fields, version: notice.version + 1 }
  const saved = { ...after, wakeAt: heldUntil ?? nextWakeOf(after, now) }
  const { _id, version } = notice
  const changes = { ...fields, version: saved.version, wakeAt: saved.wakeAt }
  return (await store.notices.update({ _id, version }, changes)) === 1 ? saved : null
}

/** The work with one job further on; `after` null: that one is done. */
export const workAfter = (
  { work }: Pick<Notice, 'work'>,
  { kind }: NoticeWork,
  after: string | null,
): NoticeWork[] =>
  work.flatMap((job) => {
    if (job.kind !== kind) return [job]
    return after === null ? [] : [{ kind, after }]
  })
