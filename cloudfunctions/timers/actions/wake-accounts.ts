import { homeOverNote } from '@/copy/people'
import { isCurrent } from '@/domain/account/index-fields'
import type { Account, Membership } from '@/domain/account/schema'
import { clearedUp, escalated, homeTopics } from '@/domain/membership/standing'
import { minutes, type Timestamp } from '@/domain/shared/time'
import { command } from '../../_runtime/sdk'
import { moveSignals } from '../../_runtime/signals'
import { Trips } from '../../_runtime/trips'
import { endAppointment } from '../../account/appointments'
import { changeAccount } from '../../account/change-account'
import { markFormer } from '../../account/former-neighbour'
import { leaveRoles } from '../../account/leave-roles'
import { carryOver } from '../../account/merge-accounts'
import { callOffAtHome } from '../../order/call-off'
import type { Happening } from '../../account/trail'
import { workThrough, type DutyContext } from '../duty'
import { newRound, type Round, type Times } from '../newcomers/round'
import { tellOfHome } from '../newcomers/tell-of-home'

/** When word is tried again that WeChat could not take. */
const again = minutes(10)

/**
 * What time does to people: tenancies and appointments that end, newcomers for whom nobody has vouched and those who
 * are told so, accounts that became one and are still named elsewhere. Answers of how many people. All access has ended before: see
 * `standingAt`.
 */
export function wakeAccounts(context: DutyContext): Promise<number> {
  const round = newRound(context)
  return workThrough(context, {
    collection: context.store.accounts,
    due: { wakeAt: command.lte(context.now) },
    key: 'wakeAt',
    work: (account) => (account.state === 'merged' ? goOnMerging(context, account) : wake(round, account)),
  })
}

async function goOnMerging({ now, store }: DutyContext, { _id, mergedInto }: Account): Promise<boolean> {
  const isDone =
    mergedInto === null || (await carryOver(store, new Trips(), { keepId: mergedInto, dropId: _id, now }))
  await store.accounts.update({ _id, state: 'merged' }, { wakeAt: isDone ? null : now + minutes(1) })
  return true
}

async function wake(round: Round, account: Account): Promise<boolean> {
  const { now, store } = round
  const trips = new Trips()
  const ended = account.memberships.filter(
    (home) => isCurrent(home) && home.until !== null && home.until <= now,
  )
  const overdue = account.memberships.filter((home) => isOverdueAt(home, now))
  const times = await timesOf(round, account.memberships)
  // Written also where nothing is due any more: then it is the next moment that is put right.
  let told: Membership[] = []
  const changed = await changeAccount(trips, account._id, now, (found) => {
    const escalated = escalate(found, now, times)
    const news = tellDue(escalated.account.memberships, now, times)
    told = news.told
    return { ...escalated, account: { ...escalated.account, memberships: news.memberships } }
  })
  await moveSignals(store, homeTopics(account._id, [...ended, ...overdue]))
  const requestId = `clock-${account._id}`
  await clearUp(round, trips, changed)
  for (const grant of account.roles.filter(({ until }) => until !== null && until <= now)) {
    const key = `${requestId}-${grant.areaPath}-${grant.role}`
    await endAppointment(store, account, grant, { trips, now, requestId: key })
  }
  await sendWord(round, trips, changed, told)
  return true
}

/**
 * What hung on homes that are over, also where the request that ended one died half way: the mark goes when all of it
 * is done. All of them are gone through, since the home that has just been declined may have held up an older one:
 * who led the place from there, and doesn't live in the new one after all, leads it no more.
 */
async function clearUp({ now, store }: Round, trips: Trips, account: Account): Promise<void> {
  const marked = account.memberships.filter(({ clearAt }) => clearAt !== null)
  if (marked.length === 0) return
  const context = { store, trips, now, requestId: `clock-${account._id}` }
  for (const home of account.memberships.filter(({ endedAt }) => endedAt !== null))
    await Promise.all([leaveRoles(context, account, home), markFormer(store, account, home)])
  for (const home of marked) await callOffAtHome({ store, now }, account, home, homeOverNote)
  await changeAccount(trips, account._id, now, (found) => ({
    account: { ...found, memberships: clearedUp(found.memberships, marked) },
    trail: [],
  }))
}

const isOverdueAt = ({ standing, vouchBy }: Membership, now: Timestamp): boolean =>
  standing === 'unconfirmed' && vouchBy !== null && vouchBy <= now

const isToTell = ({ tellAt }: Membership, now: Timestamp): boolean => tellAt !== null && tellAt <= now
const isDue = (home: Membership, now: Timestamp): boolean => isOverdueAt(home, now) || isToTell(home, now)

/** The times of the places where something is due. */
async function timesOf(round: Round, homes: readonly Membership[]): Promise<ReadonlyMap<string, Times>> {
  const paths = homes.filter((home) => isDue(home, round.now)).map(({ areaPath }) => areaPath)
  return new Map(await Promise.all(paths.map(async (path) => [path, await round.timesAt(path)] as const)))
}

/** The homes of which word is sent now; at night it waits for the morning. Written first: rather none than two. */
function tellDue(
  memberships: readonly Membership[],
  now: Timestamp,
  times: ReadonlyMap<string, Times>,
): { memberships: Membership[]; told: Membership[] } {
  const told: Membership[] = []
  const left = memberships.map((home) => {
    if (!isToTell(home, now)) return home
    const { morning = now } = times.get(home.areaPath) ?? {}
    if (morning > now) return { ...home, tellAt: morning }
    told.push(home)
    return { ...home, tellAt: null }
  })
  return { memberships: left, told }
}

/** What WeChat could not take just now is tried again. */
async function sendWord(
  round: Round,
  trips: Trips,
  account: Account,
  told: readonly Membership[],
): Promise<void> {
  const sent = await Promise.all(told.map((home) => tellOfHome(round, account, home)))
  const delayed = told.filter((_home, n) => sent[n] === false)
  if (delayed.length === 0) return
  // What was decided since has word of its own.
  const isStill = (home: Membership): boolean =>
    home.tellAt === null &&
    delayed.some(({ joinedAt, standing }) => joinedAt === home.joinedAt && standing === home.standing)
  await changeAccount(trips, account._id, round.now, (found) => {
    const memberships = found.memberships.map((home) =>
      isStill(home) ? { ...home, tellAt: round.now + again } : home,
    )
    return { account: { ...found, memberships }, trail: [] }
  })
}

/** The leader has let it wait, so staff are asked; then the street. Written only where it still waits. */
function escalate(account: Account, now: Timestamp, times: ReadonlyMap<string, Times>) {
  const overdue = account.memberships.filter((home) => isOverdueAt(home, now))
  const memberships = account.memberships.map((home) =>
    escalated(home, now, times.get(home.areaPath)?.next ?? now + minutes(1440)),
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
