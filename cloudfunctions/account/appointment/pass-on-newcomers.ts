import { standingAt } from '@/domain/account/policy'
import type { Account, Membership } from '@/domain/account/schema'
import { areasOfHome, isHomeIn } from '@/domain/shared/area'
import { roleKey } from '@/domain/shared/role'
import { topics } from '@/domain/signal/topics'
import { command } from '../../_runtime/sdk'
import { moveSignals } from '../../_runtime/signals'
import type { Store } from '../../_runtime/store'
import { inTransaction } from '../../_runtime/transaction'
import type { Trips } from '../../_runtime/trips'
import { accountFields } from '../save-account'
import { mostAtOnce, type Handover } from './pass-on-orders'

const leaderKeys = (home: Membership): string[] =>
  areasOfHome(home).map((path) => roleKey('microGridLeader', path))

/** Newcomers who wait in an area for its leader, those who came first. */
export const findNewcomers = (
  store: Store,
  areaPath: string,
): Promise<Pick<Account, '_id' | 'memberships'>[]> =>
  store.accounts.findParts({ pendingAt: areaPath }, ['_id', 'memberships'], {
    orderBy: ['createdAt', 'asc'],
    limit: mostAtOnce,
  })

const waitsForLeader = (home: Membership, areaPath: string): boolean =>
  home.standing === 'unconfirmed' && home.vouchLevel === 0 && isHomeIn(home, areaPath)

/**
 * Where no leader is left for their home, staff are asked at once; by when somebody should vouch stays as it was.
 * Answers for how many.
 */
export async function passOnNewcomers(
  { store, trips }: { store: Store; trips: Trips },
  { appointment, now }: Handover,
): Promise<number> {
  const { areaPath } = appointment
  const newcomers = await findNewcomers(store, areaPath)
  const homes = newcomers.flatMap(({ memberships }) =>
    memberships.filter((home) => waitsForLeader(home, areaPath)),
  )
  if (homes.length === 0) return 0
  const led = await keysHeld(store, [...new Set(homes.flatMap(leaderKeys))], now)
  const isAlone = (home: Membership): boolean =>
    waitsForLeader(home, areaPath) && !leaderKeys(home).some((key) => led.has(key))
  const left = newcomers.filter(({ memberships }) => memberships.some(isAlone))
  await Promise.all(
    left.map(({ _id }) =>
      inTransaction(trips, async ({ accounts }) => {
        const account = await accounts.get(_id)
        if (!account) return
        const memberships = account.memberships.map((home) =>
          isAlone(home) ? { ...home, vouchLevel: 1 } : home,
        )
        await accounts.update(_id, accountFields({ ...account, memberships }))
      }),
    ),
  )
  if (left.length > 0) await moveSignals(store, [...new Set(homes.flatMap(areasOfHome))].map(topics.pending))
  return left.length
}

/** Which of these roles somebody holds. */
async function keysHeld(store: Store, keys: readonly string[], now: number): Promise<Set<string>> {
  const leaders = await store.accounts.findParts(
    { roleKeys: command.in(keys) },
    ['_id', 'memberships', 'roles'],
    { limit: 100 },
  )
  return new Set(
    leaders.flatMap((leader) =>
      standingAt(leader, now).roles.map(({ role, areaPath }) => roleKey(role, areaPath)),
    ),
  )
}
