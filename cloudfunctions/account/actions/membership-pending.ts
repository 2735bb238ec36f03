import { caretakers, isCaretakerOf } from '@/domain/account/policy'
import { toPersonCard } from '@/domain/account/schema'
import type { Role } from '@/domain/shared/role'
import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'

const shown = 50

export const pendingMemberships = action('membership.pending', {
  load: async ({ actor }) => actor.roles.filter(({ role }) => (caretakers as readonly Role[]).includes(role)),
  allow: (_actor, grants) => grants.length > 0,
  handle: async ({ actor, store }, grants) => {
    const areas = grants.map(({ areaPath }) => areaPath)
    const accounts = await store.accounts.find(
      { pendingAt: command.in(areas) },
      { orderBy: ['createdAt', 'asc'], limit: shown },
    )
    const items = accounts.flatMap((account) =>
      account.memberships
        .filter(({ standing, areaPath }) => standing === 'unconfirmed' && isCaretakerOf(actor, areaPath))
        .map(({ areaPath, areaName, roomNumber, relation, joinedAt }) => ({
          ...toPersonCard(account),
          areaPath,
          areaName,
          roomNumber,
          relation,
          joinedAt,
        })),
    )
    return { items: items.sort((a, b) => a.joinedAt - b.joinedAt) }
  },
})
