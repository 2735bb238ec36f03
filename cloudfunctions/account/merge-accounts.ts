import type { Account } from '@/domain/account/schema'
import { mergedAccounts, renamed } from '@/domain/membership/merge'
import { derivedFields, type Order } from '@/domain/order/schema'
import type { Series } from '@/domain/series/schema'
import { AppError } from '@/domain/shared/errors'
import { minutes, type Timestamp } from '@/domain/shared/time'
import { command } from '../_runtime/sdk'
import type { Store } from '../_runtime/store'
import { inTransaction } from '../_runtime/transaction'
import type { Trips } from '../_runtime/trips'
import { carryReads } from './carry-reads'
import { afterLeases, changeAccount } from './change-account'
import { keepCharges } from './charges'
import { changeMatters } from './matters'
import { accountFields } from './save-account'
import { trailLine, type Happening } from './trail'

/** Documents of each kind that one run looks at; the clock goes on where there are more. */
const batch = 100
/** What was under way when the accounts became one has arrived by then, and is looked for once more. */
const settling = minutes(1)

interface Merging {
  readonly keepId: string
  readonly dropId: string
  readonly now: Timestamp
  /** What is to stand on both trails. */
  readonly line: Pick<Happening, 'key' | 'by' | 'note'>
}

/**
 * Makes two accounts one, in one transaction; asked again it has happened already. What others have written of the
 * dropped one follows by `carryOver`.
 * @throws AppError NotFound; Conflict where one of them is no person any more (`reason: 'gone'`) or both have a
 * phone (`reason: 'bothHavePhones'`)
 */
export const mergeInto = (trips: Trips, { keepId, dropId, line, now }: Merging): Promise<Account> =>
  inTransaction(trips, async (transaction) => {
    const { accounts, trail } = transaction
    const [keepFound, dropFound] = [await accounts.get(keepId), await accounts.get(dropId)]
    if (!keepFound || !dropFound) throw new AppError('NotFound')
    if (dropFound.state === 'merged' && dropFound.mergedInto === keepId) return keepFound
    const isPerson = ({ state }: Account): boolean => state === 'active' || state === 'registered'
    if (!isPerson(keepFound) || !isPerson(dropFound)) throw new AppError('Conflict', { reason: 'gone' })
    const [keep, drop] = [afterLeases(keepFound, now), afterLeases(dropFound, now)]
    const merged = mergedAccounts(keep.account, drop.account)
    if (!merged) throw new AppError('Conflict', { reason: 'bothHavePhones' })
    const { dropped, kept } = merged
    // The dropped one first: an openid belongs to one account at a time.
    await accounts.update(dropId, { ...plainFields(dropped), wakeAt: now + settling })
    await accounts.update(keepId, plainFields(kept))
    await keepCharges(transaction, keepFound, kept)
    await keepCharges(transaction, dropFound, dropped)
    const lines = [...keep.trail, ...drop.trail].map((ended) => ({ ...ended, userId: keepId }))
    const [area = null] = kept.memberships
    for (const userId of [keepId, dropId]) lines.push({ ...line, event: 'merged', userId, area, at: now })
    for (const happening of lines) await trail.insert(trailLine(happening))
    return kept
  })

function plainFields(account: Account): Partial<Account> {
  const { openid, phone, avatarFileId, dataFileId, shares, privacy, volunteer, consents } = account
  const { skills, openIds, recentOrders, recentWords, chargeIds } = account
  const own = { openid, phone, avatarFileId, dataFileId, shares, privacy, volunteer, consents }
  return { ...accountFields(account), ...own, skills, openIds, recentOrders, recentWords, chargeIds }
}

/**
 * Lets what names the dropped account name the kept one: orders, series, what they wrote and signed, their trail,
 * and those for whom they act. Bounded; done again it goes on. True once a run has found nothing left.
 */
export async function carryOver(
  store: Store,
  trips: Trips,
  { keepId, dropId, now }: Omit<Merging, 'line'>,
): Promise<boolean> {
  const [orders, series, charges, matters, reads] = await Promise.all([
    findOrders(store, dropId),
    findSeries(store, dropId),
    store.accounts.find({ proxyIds: dropId }, { limit: batch }),
    changeMatters(store, dropId, (matter) => {
      const kept = renamed(matter, dropId, keepId)
      return { ...kept, namedIds: [...new Set(kept.namedIds)] }
    }),
    carryReads(store, dropId, keepId),
    carryAvoids(store, dropId, keepId),
    store.messages.update({ authorId: dropId }, { authorId: keepId }),
    store.certificates.update({ userId: dropId }, { userId: keepId }),
    store.appointments.update({ userId: dropId }, { userId: keepId }),
    store.trail.update({ userId: dropId }, { userId: keepId }),
    store.trail.update({ by: dropId }, { by: keepId }),
    store.trail.update({ about: dropId }, { about: keepId }),
    // Whose they are decides whether they still open anything.
    store.invitations.update({ createdBy: dropId }, { createdBy: keepId }),
    store.accesses.update({ userId: dropId }, { userId: keepId }),
    store.accesses.update({ by: dropId }, { by: keepId }),
  ])
  await Promise.all([
    ...orders.map((order) => renameOrder(store, order, dropId, keepId)),
    ...series.map((one) => renameSeries(store, one, dropId, keepId)),
    ...charges.map(({ _id }) => renameProxy(trips, _id, { keepId, dropId, now })),
  ])
  return orders.length + series.length + charges.length + matters + reads === 0
}

const unique = <T extends { _id: string }>(found: readonly T[][]): T[] => [
  ...new Map(found.flat().map((one) => [one._id, one])).values(),
]

const findOrders = async (store: Store, userId: string): Promise<Order[]> =>
  unique(
    await Promise.all(
      (['helpedIds', 'takerIds', 'servedIds', 'offeredIds', 'standInIds', 'followerIds'] as const).map(
        (part) => store.orders.find({ [part]: userId }, { limit: batch }),
      ),
    ),
  )

const findSeries = async (store: Store, userId: string): Promise<Series[]> =>
  unique(
    await Promise.all(
      (['requesterId', 'volunteer.userId', 'wish.beneficiary.userId'] as const).map((part) =>
        store.series.find({ [part]: userId }, { limit: batch }),
      ),
    ),
  )

/** Another event may come first: then the next run finds the order again. */
async function renameOrder(store: Store, order: Order, from: string, to: string): Promise<void> {
  // Not the outbox, from which the clock takes what it sends without a new version.
  const { _id, outbox: _outbox, version, ...rest } = order
  const fields = renamed(rest, from, to)
  await store.orders.update(
    { _id, version },
    { ...fields, ...derivedFields({ ...order, ...fields }), version: version + 1 },
  )
}

async function renameSeries(store: Store, series: Series, from: string, to: string): Promise<void> {
  const { _id, version, ...rest } = series
  await store.series.update({ _id, version }, { ...renamed(rest, from, to), version: version + 1 })
}

/** Who would rather not go to them does so still; in this order, so that it is never forgotten in between. */
async function carryAvoids(store: Store, from: string, to: string): Promise<void> {
  const avoiding = { 'volunteer.avoids': from }
  await store.accounts.update(avoiding, {}, { 'volunteer.avoids': command.addToSet(to) })
  await store.accounts.update(avoiding, {}, { 'volunteer.avoids': command.pull(from) })
}

/** Whoever acted for somebody goes on doing so, with the consent of then. */
const renameProxy = (
  trips: Trips,
  userId: string,
  { keepId, dropId, now }: Omit<Merging, 'line'>,
): Promise<Account> =>
  changeAccount(trips, userId, now, (account) => {
    const others = account.proxies.filter(({ userId: id }) => id !== keepId || userId === keepId)
    const proxies = renamed(others, dropId, keepId).filter(({ userId: id }) => id !== userId)
    const guardianId = account.guardianId === dropId ? keepId : account.guardianId
    return { account: { ...account, proxies, guardianId }, trail: [] }
  })
