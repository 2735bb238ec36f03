import { isCurrent } from '@/domain/account/index-fields'
import type { Account, Membership } from '@/domain/account/schema'
import { escalated, homeTopics } from '@/domain/membership/standing'
import { vouchByOf } from '@/domain/membership/vouch-by'
import { ancestorAt } from '@/domain/shared/area'
import { minutes, type Timestamp } from '@/domain/shared/time'
import { command } from '../../_runtime/sdk'
import { moveSignals } from '../../_runtime/signals'
import { Trips } from '../../_runtime/trips'
import { endAppointment } from '../../account/appointments'
import { changeAccount } from '../../account/change-account'
import { leaveRoles } from '../../account/leave-roles'
import { carryOver } from '../../account/merge-accounts'
import type { Happening } from '../../account/trail'
import { findHandbook } from '../../order/find-handbook'
import { workThrough, type DutyContext } from '../duty'

/**
 * What time does to people: tenancies and appointments that end, newcomers for whom nobody has vouched, accounts
 * that became one and are still named elsewhere. Answers of how many people. All access has ended before: see
 * `standingAt`.
 */
export const wakeAccounts = (context: DutyContext): Promise<number> =>
  workThrough(context, {
    collection: context.store.accounts,
    due: { wakeAt: command.lte(context.now) },
    key: 'wakeAt',
    work: (account) => (account.state === 'merged' ? goOnMerging(context, account) : wake(context, account)),
  })

async function goOnMerging({ now, store }: DutyContext, { _id, mergedInto }: Account): Promise<boolean> {
  const isDone =
    mergedInto === null || (await carryOver(store, new Trips(), { keepId: mergedInto, dropId: _id, now }))
  await store.accounts.update({ _id, state: 'merged' }, { wakeAt: isDone ? null : now + minutes(1) })
  return true
}

async function wake(context: DutyContext, account: Account): Promise<boolean> {
  const { now, store } = context
  const trips = new Trips()
  const ended = account.memberships.filter(
    (home) => isCurrent(home) && home.until !== null && home.until <= now,
  )
  const overdue = account.memberships.filter((home) => isOverdueAt(home, now))
  const next = await nextDeadlines(context, overdue)
  // Written also where nothing is due any more: then it is the next moment that is put right.
  const changed = await changeAccount(trips, account._id, now, (found) => escalate(found, now, next))
  await moveSignals(store, homeTopics(account._id, [...ended, ...overdue]))
  const requestId = `clock-${account._id}`
  // Also of homes that another request has just ended.
  for (const home of changed.memberships.filter(({ endedAt }) => endedAt !== null))
    await leaveRoles({ store, trips, now, requestId }, changed, home)
  for (const grant of account.roles.filter(({ until }) => until !== null && until <= now)) {
    const key = `${requestId}-${grant.areaPath}-${grant.role}`
    await endAppointment(store, account, grant, { trips, now, requestId: key })
  }
  return true
}

const isOverdueAt = ({ standing, vouchBy }: Membership, now: Timestamp): boolean =>
  standing === 'unconfirmed' && vouchBy !== null && vouchBy <= now

/** By when the next level should have vouched, by community: each has its own days off. */
async function nextDeadlines(
  { now, store }: DutyContext,
  homes: readonly Membership[],
): Promise<Map<string, Timestamp>> {
  const communities = [...new Set(homes.flatMap(({ areaPath }) => ancestorAt(areaPath, 'community') ?? []))]
  const rows = communities.map(async (path) => {
    const { calendar } = await findHandbook(store, path, now)
    return [path, vouchByOf(calendar, now)] as const
  })
  return new Map(await Promise.all(rows))
}

/** The leader has let it wait, so staff are asked; then the street. Written only where it still waits. */
function escalate(account: Account, now: Timestamp, next: ReadonlyMap<string, Timestamp>) {
  const overdue = account.memberships.filter((home) => isOverdueAt(home, now))
  const memberships = account.memberships.map((home) =>
    escalated(home, now, next.get(ancestorAt(home.areaPath, 'community') ?? '') ?? now + minutes(1440)),
  )
  const trail = overdue.map((home): Happening => ({
    // Of two homes in one building that were typed on one night, both are due at the same moment.
    key: `${home.vouchBy ?? now}-${home.vouchLevel}-${home.joinedAt}`,
    event: 'vouchOverdue',
    userId: account._id,
    area: home,
    by: null,
    at: now,
  }))
  return { account: { ...account, memberships }, trail }
}
