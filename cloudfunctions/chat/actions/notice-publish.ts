import { canPublishTo } from '@/domain/notice/policy'
import { addressKeys, type Notice } from '@/domain/notice/schema'
import { AppError } from '@/domain/shared/errors'
import { pageKey } from '@/domain/shared/paging'
import { noticeTopics } from '@/domain/signal/topics'
import { checkText } from '../../_runtime/safety'
import { action } from '../../_runtime/serve'
import { moveSignals } from '../../_runtime/signals'
import { presentNotices } from '../present-notice'

export const publishNotice = action('notice.publish', {
  load: async ({ store, input }) => {
    const area = await store.areas.get(input.areaPath)
    if (!area) throw new AppError('NotFound')
    return area
  },
  allow: (actor, area) => canPublishTo(actor, area._id),
  handle: async ({ actor, input, log, now, openid, requestId, store }, area) => {
    await checkText(`${input.title}\n${input.text}`, openid, log)
    const notice: Notice = {
      _id: requestId,
      areaPath: area._id,
      areaName: area.fullName,
      title: input.title,
      text: input.text,
      authorId: actor._id,
      authorName: actor.nickname,
      publishedAt: now,
      publishedKey: pageKey(now, requestId),
      addressKeys: addressKeys.ofNotice(area._id),
    }
    const { document } = await store.notices.insertOnce(notice)
    if (document.authorId !== actor._id) throw new AppError('Forbidden')
    await moveSignals(store, noticeTopics(area._id))
    const [view] = await presentNotices(store, actor, [document])
    if (!view) throw new AppError('Internal')
    return { notice: view }
  },
})
