import type { ParsedInput } from '@/domain/contracts'
import type { Actor } from '@/domain/account/policy'
import { canViewSeries } from '@/domain/series/policy'
import { action } from '../../../_runtime/serve'
import { atDesk, deskScopeOf } from '../../desk-scope'
import { findHandbook } from '../../find-handbook'
import { presentSeries } from './present'

type View = ParsedInput<'series.list'>['view']

const conditionOf = (actor: Actor, view: View): Readonly<Record<string, unknown>> => {
  if (view === 'mine') return { requesterId: actor._id }
  if (view === 'helping') return { 'volunteer.userId': actor._id }
  return atDesk(deskScopeOf(actor), 'wish.homePath')
}

export const listSeries = action('series.list', {
  load: async () => null,
  allow: (actor, _subject, { view }) => view !== 'desk' || deskScopeOf(actor).communities.length > 0,
  handle: async ({ actor, input, now, store }) => {
    const page = await store.series.page(conditionOf(actor, input.view), 'createdKey', 'desc', input)
    const items = page.items.filter((series) => canViewSeries(actor, series))
    const communities = [...new Set(items.map(({ communityPath }) => communityPath))]
    const handbooks = await Promise.all(communities.map((path) => findHandbook(store, path, now)))
    const calendars = new Map(handbooks.map(({ _id, calendar }) => [_id, calendar]))
    return {
      items: items.flatMap((series) => {
        const calendar = calendars.get(series.communityPath)
        return calendar ? [presentSeries(actor, series, { calendar }, now)] : []
      }),
      nextCursor: page.nextCursor,
    }
  },
})
