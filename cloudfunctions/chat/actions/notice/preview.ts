import { outermost } from '@/domain/notice/audience'
import { canPublishTo } from '@/domain/notice/policy'
import { action } from '../../../_runtime/serve'
import { countRecipients } from '../../../place/estate-counts'
import { findAreas } from '../../notice/areas'
import { countGroups } from '../../notice/groups'
import { nextMoment } from '../../notice/pace'

/** One wait: whom it would reach hangs on nothing but the areas. */
export const previewNotice = action('notice.preview', {
  fetch: async ({ input, now, store }) => {
    const paths = outermost(input.areaPaths)
    const [, recipients, groups, next] = await Promise.all([
      findAreas(store, input.areaPaths),
      countRecipients(store, paths, now),
      countGroups(store, paths),
      nextMoment(store, paths, now),
    ])
    return { ...recipients, groups, nextAt: next > now ? next : null }
  },
  load: async (_call, found) => found,
  allow: (actor, _found, { areaPaths }) => canPublishTo(actor, areaPaths),
  handle: async (_call, found) => found,
})
