import { isCurrent } from '@/domain/account/index-fields'
import type { Account, Membership } from '@/domain/account/schema'
import type { Household } from '@/domain/place/schema'
import { topics } from '@/domain/signal/topics'
import { accountFields } from '../account/save-account'
import { command } from '../_runtime/sdk'
import { moveSignals } from '../_runtime/signals'
import type { Store } from '../_runtime/store'
import { inTransaction } from '../_runtime/transaction'
import type { Trips } from '../_runtime/trips'
import { inParts, sideBySide } from './side-by-side'

type Place = Pick<Household, '_id' | 'gridPath' | 'areaName'>

/**
 * Those who live in these flats follow them to their micro-grid, with all that hangs on it: who looks after them,
 * what they are told, what they may read. Their phones ask again. May be run again at any time.
 */
export async function followHomes(store: Store, trips: Trips, flats: readonly Place[]): Promise<void> {
  const placeOf = new Map(flats.map((flat) => [flat._id, flat]))
  const asked = inParts([...placeOf.keys()], 100).map((part) =>
    store.accounts.findParts({ householdIds: command.in(part) }, ['_id', 'memberships'], { limit: 1000 }),
  )
  const people = (await Promise.all(asked)).flat().filter(({ memberships }) => isBehind(memberships, placeOf))
  const ids = [...new Set(people.map(({ _id }) => _id))]
  await sideBySide(ids, (id) =>
    inTransaction(trips, async ({ accounts }) => {
      const account = await accounts.get(id)
      if (account) await accounts.update(id, accountFields(moved(account, placeOf)))
    }),
  )
  await sideBySide(inParts(ids, 20), (part) => moveSignals(store, part.map(topics.user)))
}

type Places = ReadonlyMap<string, Place>

const placeFor = ({ standing, householdId }: Membership, places: Places): Place | undefined =>
  isCurrent({ standing }) && householdId !== null ? places.get(householdId) : undefined

const isBehind = (memberships: readonly Membership[], places: Places): boolean =>
  memberships.some((home) => {
    const place = placeFor(home, places)
    return place !== undefined && (place.gridPath !== home.gridPath || place.areaName !== home.areaName)
  })

const moved = (account: Account, places: Places): Account => ({
  ...account,
  memberships: account.memberships.map((home) => {
    const place = placeFor(home, places)
    return place ? { ...home, gridPath: place.gridPath, areaName: place.areaName } : home
  }),
})
