import { visitAreasOf } from '@/domain/visit/policy'
import { command } from '../../../_runtime/sdk'
import { action } from '../../../_runtime/serve'
import { noteAccess } from '../../../account/access'
import { homeOfVisit, presentVisit } from '../../visit/present-visit'

/**
 * Four waits: which visits are mine hangs on what I look after, whom to call on the visits, and nothing of it is shown
 * before the look is on record.
 */
export const listVisits = action('visit.list', {
  load: async ({ actor }) => visitAreasOf(actor),
  allow: () => true,
  handle: async ({ actor, input, now, store }, areaPaths) => {
    if (areaPaths.length === 0) return { items: [], nextCursor: null }
    const isOpen = input.view === 'open'
    const meant = { areaAt: command.in(areaPaths), isOpen }
    const page = await store.visits.page(meant, 'createdKey', 'desc', input)
    const people = isOpen ? await store.accounts.getMany(page.items.map(({ person }) => person.userId)) : []
    const shown = people.filter((person) => page.items.some((visit) => homeOfVisit(visit, person) !== null))
    const seen = { by: actor, people: shown, at: now }
    await Promise.all([
      noteAccess(store, { ...seen, kind: 'flat' }),
      noteAccess(store, {
        ...seen,
        people: seen.people.filter(({ phone }) => phone !== null),
        kind: 'phone',
      }),
    ])
    const byId = new Map(people.map((person) => [person._id, person]))
    const items = page.items.map((visit) => presentVisit(visit, byId.get(visit.person.userId) ?? null))
    return { items, nextCursor: page.nextCursor }
  },
})
