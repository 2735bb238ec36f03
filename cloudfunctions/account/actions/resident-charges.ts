import { isCurrent } from '@/domain/account/index-fields'
import { standingAt } from '@/domain/account/policy'
import { toPersonCard } from '@/domain/account/schema'
import { action } from '../../_runtime/serve'

const most = 50

/** Those for whom I act, home by home, to order for them. Two waits. */
export const charges = action('resident.charges', {
  load: async () => null,
  allow: () => true,
  handle: async ({ actor, now, store }) => {
    const people = await store.accounts.find({ proxyIds: actor._id }, { limit: most })
    const items = people.flatMap((person) =>
      standingAt(person, now)
        .memberships.filter(isCurrent)
        .map(({ areaPath, areaName, roomNumber }) => ({
          ...toPersonCard(person),
          areaPath,
          areaName,
          roomNumber,
        })),
    )
    return { items }
  },
})
