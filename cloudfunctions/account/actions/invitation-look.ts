import { toPersonCard, type Account } from '@/domain/account/schema'
import { livesIn } from '@/domain/account/policy'
import { invitationState } from '@/domain/invitation/schema'
import { ancestorsOf, type AreaPath } from '@/domain/shared/area'
import { roleKey } from '@/domain/shared/role'
import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import type { Store } from '../../_runtime/store'
import { findInvitation } from '../find-invitation'

/** A building has one or two leaders; more than this are not read. */
const leadersRead = 20

export const lookAtInvitation = action('invitation.look', {
  load: ({ store, input }) => findInvitation(store, input.code),
  allow: () => true,
  handle: async ({ store, actor, now }, invitation) => {
    const { areaPath, areaName } = invitation
    const [leaders, neighbourCount] = await Promise.all([
      findLeaders(store, areaPath),
      store.accounts.count({ homeAt: areaPath }),
    ])
    return {
      state: invitationState(invitation, now),
      areaPath,
      areaName,
      leader: nearestLeader(leaders, areaPath),
      neighbourCount,
      alreadyHome: actor !== null && livesIn(actor, areaPath),
    }
  },
})

const findLeaders = (store: Store, areaPath: AreaPath): Promise<Account[]> =>
  store.accounts.find(
    { roleKeys: command.in(ancestorsOf(areaPath).map((path) => roleKey('microGridLeader', path))) },
    { limit: leadersRead },
  )

/** The leader of the narrowest area that holds this one. */
function nearestLeader(leaders: readonly Account[], areaPath: AreaPath) {
  const held = leaders.flatMap((leader) =>
    leader.roles
      .filter((grant) => grant.role === 'microGridLeader' && areaPath.startsWith(grant.areaPath))
      .map((grant) => ({ ...toPersonCard(leader), areaName: grant.areaName, since: grant.since, grant })),
  )
  const [nearest] = held.sort((a, b) => b.grant.areaPath.length - a.grant.areaPath.length)
  if (!nearest) return null
  const { grant: _grant, ...card } = nearest
  return card
}
