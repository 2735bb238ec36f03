import { isCaretakerOf } from '@/domain/account/policy'
import { isHomeIn } from '@/domain/shared/area'
import { action } from '../../_runtime/serve'
import { noteAccess } from '../access'
import { residentRows } from '../present-resident'

/** The people of an area or micro-grid, for those who look after all of it. Two waits, the second for the accesses. */
export const listResidents = action('resident.list', {
  fetch: ({ input, store }) => store.accounts.page({ homeAt: input.areaPath }, '_id', 'asc', input),
  load: async (_call, page) => page,
  allow: (actor, _page, { areaPath }) => isCaretakerOf(actor, areaPath),
  handle: async ({ actor, input, now, store }, { items: people, nextCursor }) => {
    await noteAccess(store, { kind: 'list', by: actor, people, at: now })
    return { items: residentRows(people, (home) => isHomeIn(home, input.areaPath), now), nextCursor }
  },
})
