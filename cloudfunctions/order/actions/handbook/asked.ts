import { askedDays } from '@/domain/handbook/contract'
import { canEditHandbook } from '@/domain/handbook/policy'
import { days } from '@/domain/shared/time'
import { command } from '../../../_runtime/sdk'
import { action } from '../../../_runtime/serve'

/** What the office is asked for in vain, most asked first. One wait. */
export const askedOfGuide = action('handbook.asked', {
  fetch: ({ input: { communityPath }, now, store }) =>
    store.guideAnswers.countBy({ communityPath, at: command.gte(now - days(askedDays)) }, 'entryId'),
  load: async (_call, counts) => counts,
  allow: (actor, _counts, { communityPath }) => canEditHandbook(actor, communityPath),
  handle: async (_call, counts) => ({
    items: [...counts]
      .map(([entryId, count]) => ({ entryId, count }))
      .sort((one, other) => other.count - one.count),
  }),
})
