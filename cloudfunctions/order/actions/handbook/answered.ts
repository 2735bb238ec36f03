import { canReadHandbook } from '@/domain/handbook/policy'
import { AppError } from '@/domain/shared/errors'
import { action } from '../../../_runtime/serve'
import { findHandbook } from '../../find-handbook'

/** Someone was told whose job it is: counted without their name, so that the office sees what it is asked for in vain. */
export const guideAnswered = action('handbook.answered', {
  fetch: ({ input, now, store }) => findHandbook(store, input.communityPath, now),
  load: async (_call, handbook) => handbook,
  allow: (actor, { _id }) => canReadHandbook(actor, _id),
  handle: async ({ input, now, requestId, store }, handbook) => {
    const { communityPath, entryId } = input
    if (!handbook.guide.some(({ id }) => id === entryId))
      throw new AppError('NotFound', { what: 'guideEntry' })
    await store.guideAnswers.insertOnce({ _id: requestId, communityPath, entryId, at: now })
    return {}
  },
})
