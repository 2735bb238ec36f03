import { isCurrent } from '@/domain/account/index-fields'
import { standingAt } from '@/domain/account/policy'
import { toPersonCard, type Account, type Membership } from '@/domain/account/schema'
import type { Housemate } from '@/domain/membership/contract'
import { endedByOthers } from '@/domain/membership/standing'
import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'

/** A flat with more people than this is no household. */
const mostHousemates = 200
const endedShown = 3

/** Those who live with me; whoever is not confirmed yet sees only themself. Two waits. */
export const household = action('membership.household', {
  load: async ({ actor }) => actor.memberships.filter(isCurrent),
  allow: () => true,
  handle: async ({ actor, now, store }, homes) => {
    const over = endedByOthers(actor.memberships).slice(0, endedShown)
    const ids = homes.flatMap(({ householdId, standing }) =>
      householdId !== null && standing === 'confirmed' ? [householdId] : [],
    )
    const [found, enders] = await Promise.all([
      ids.length === 0
        ? []
        : store.accounts.find({ householdIds: command.in(ids) }, { limit: mostHousemates }),
      store.accounts.getMany(over.flatMap(({ decidedBy }) => decidedBy ?? [])),
    ])
    const others = found.filter(({ _id }) => _id !== actor._id).map((account) => standingAt(account, now))
    return {
      homes: homes.map((home) => ({
        areaPath: home.areaPath,
        areaName: home.areaName,
        roomNumber: home.roomNumber,
        relation: home.relation,
        standing: home.standing,
        until: home.until,
        isHeld: home.isHeld,
        householdId: home.householdId,
        isLeaseFixed: home.leaseBy !== null,
        members: [present(actor, actor, home), ...membersOf(actor, home, others)],
      })),
      ended: over.map(({ areaPath, areaName, decidedBy, endedAt, reason, roomNumber, standing }) => ({
        areaPath,
        areaName,
        roomNumber,
        standing,
        reason,
        endedAt,
        byName: enders.find(({ _id }) => _id === decidedBy)?.nickname ?? '',
      })),
    }
  },
})

const membersOf = (actor: Account, home: Membership, others: readonly Account[]): Housemate[] =>
  home.standing !== 'confirmed' || home.householdId === null
    ? []
    : others.flatMap((other) =>
        other.memberships
          .filter((held) => isCurrent(held) && held.householdId === home.householdId)
          .map((held) => present(actor, other, held)),
      )

const present = (actor: Account, person: Account, home: Membership): Housemate => ({
  ...toPersonCard(person),
  avatarFileId: person.avatarFileId,
  relation: home.relation,
  standing: home.standing,
  joinedAt: home.joinedAt,
  until: home.until,
  hasPhone: person.state === 'active',
  isMe: person._id === actor._id,
  isMyCharge: person.proxies.some(({ userId }) => userId === actor._id),
})
