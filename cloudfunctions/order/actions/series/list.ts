import type { ParsedInput } from '@/domain/contracts'
import type { Actor } from '@/domain/account/policy'
import { canViewSeries } from '@/domain/series/policy'
import type { Series } from '@/domain/series/schema'
import { joinedPages, type Page } from '@/domain/shared/paging'
import { command } from '../../../_runtime/sdk'
import { action } from '../../../_runtime/serve'
import type { Store } from '../../../_runtime/store'
import { atDesk, deskScopeOf } from '../../desk-scope'
import { findHandbook } from '../../find-handbook'
import { presentSeries } from './present'

type Input = ParsedInput<'series.list'>

/** Mine are those I asked for, those that are for me, and those of whom I act for. */
const conditionsOf = (actor: Actor, view: Input['view']): Readonly<Record<string, unknown>>[] => {
  if (view === 'helping') return [{ 'volunteer.userId': actor._id }]
  if (view === 'desk') return [atDesk(deskScopeOf(actor), 'wish.homePath')]
  const whose = command.in([actor._id, ...actor.chargeIds])
  return [{ requesterId: whose }, { 'wish.beneficiary.userId': whose }]
}

async function pageOfSeries(store: Store, actor: Actor, input: Input): Promise<Page<Series>> {
  const pages = await Promise.all(
    conditionsOf(actor, input.view).map((where) => store.series.page(where, 'createdKey', 'desc', input)),
  )
  return joinedPages(pages, 'createdKey', input.limit)
}

export const listSeries = action('series.list', {
  load: async () => null,
  allow: (actor, _subject, { view }) => view !== 'desk' || deskScopeOf(actor).communities.length > 0,
  handle: async ({ actor, input, now, store }) => {
    const page = await pageOfSeries(store, actor, input)
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
