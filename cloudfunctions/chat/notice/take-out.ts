import type { MediaCheck } from '@/domain/media/schema'
import { pathsOf } from '@/domain/notice/audience'
import { noticeTopics, topics } from '@/domain/signal/topics'
import type { VerdictContext } from '../../_runtime/media-verdict'
import { moveSignals } from '../../_runtime/signals'
import { untilSaved } from '../../_runtime/until-saved'

/** A refused picture goes out of a notice, which says so; everyone who reads it sees it at once. */
export function takeOutOfNotice(
  { store }: Pick<VerdictContext, 'store'>,
  { byUserId, fileId, of }: MediaCheck,
): Promise<void> {
  return untilSaved(async () => {
    const notice = await store.notices.get(of.id)
    if (!notice?.photoFileIds.includes(fileId)) return true
    const { _id, version, photosRefused } = notice
    const photoFileIds = notice.photoFileIds.filter((one) => one !== fileId)
    const changed = { photoFileIds, photosRefused: photosRefused + 1, version: version + 1 }
    if ((await store.notices.update({ _id, version }, changed)) !== 1) return false
    await moveSignals(store, [...noticeTopics(pathsOf(notice)), topics.user(byUserId)])
    return true
  })
}
