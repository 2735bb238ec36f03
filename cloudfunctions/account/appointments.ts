import { formerNeighbour } from '@/copy/people'
import { isCurrent } from '@/domain/account/index-fields'
import { isStaffOf } from '@/domain/account/policy'
import type { Account } from '@/domain/account/schema'
import { refused } from '@/domain/appointment/lifecycle'
import { isAhead } from '@/domain/appointment/policy'
import type { Appointment } from '@/domain/appointment/schema'
import { isHomeIn, type HomePlace } from '@/domain/shared/area'
import { AppError } from '@/domain/shared/errors'
import type { RoleGrant } from '@/domain/shared/role'
import { moveSignals } from '../_runtime/signals'
import type { Store } from '../_runtime/store'
import type { Trips } from '../_runtime/trips'
import { findCover, requireCover } from './appointment/cover'
import { inOneGo } from './appointment/in-one-go'
import { passOnNow } from './appointment/pass-on'
import { appointmentTopics } from './appointment/tell'
import { endRole } from './appointment/write'

/** With what a role is ended outside the actions of appointments. */
interface Context {
  readonly trips: Trips
  /** ms since 1970 */
  readonly now: number
  /** The request's, or for the clock anything that is the same for the same ending. */
  readonly requestId: string
}

/**
 * A role whose time is over, by the clock: the right and its appointment end, and what the person had on their hands
 * is passed on. Done again it does nothing; answers whether there was something to end.
 */
export async function endAppointment(
  store: Store,
  { _id }: Pick<Account, '_id'>,
  grant: RoleGrant,
  { trips, now, requestId }: Context,
): Promise<boolean> {
  const appointment = await inOneGo(trips, async (transaction) => {
    const account = await transaction.accounts.get(_id)
    const held = account?.roles.find(
      ({ role, areaPath }) => role === grant.role && areaPath === grant.areaPath,
    )
    if (!account || !held || held.until === null || held.until > now) return null
    return endRole(transaction, account, held, { key: requestId, by: null, at: held.until, reason: '' })
  })
  if (!appointment) return false
  await tellAll(store, { trips, now }, [appointment])
  return true
}

/**
 * Every role of someone whose account is about to be cancelled, and what they have applied for.
 * @throws AppError StillInUse where nobody else looks after one of the areas; then nothing has changed
 */
export async function endAllRoles(
  store: Store,
  { _id }: Pick<Account, '_id'>,
  context: Context,
): Promise<void> {
  const { now, requestId, trips } = context
  const [known, open] = await Promise.all([store.accounts.get(_id), findOpen(store, _id)])
  if (!known) throw new AppError('NotFound')
  const covers = await Promise.all(known.roles.map((grant) => findCover(store, _id, grant)))
  const ending = { key: requestId, by: { _id, nickname: formerNeighbour }, at: now, reason: '' }
  const ended = await inOneGo(trips, async (transaction) => {
    let account = await transaction.accounts.get(_id)
    const done: Appointment[] = []
    for (const grant of account?.roles ?? []) {
      if (!account) break
      const others = covers[known.roles.findIndex(isSame(grant))] ?? []
      await requireCover(transaction, account, grant, { others, now })
      const appointment = await endRole(transaction, account, grant, ending)
      if (appointment) done.push(appointment)
      account = await transaction.accounts.get(_id)
    }
    for (const { _id: appointmentId } of open) {
      const current = await transaction.appointments.get(appointmentId)
      if (current) await transaction.appointments.update(appointmentId, refused(current, ending))
    }
    return done
  })
  await tellAll(store, context, ended)
}

const findOpen = (store: Store, userId: string): Promise<Appointment[]> =>
  store.appointments
    .find({ userId }, { orderBy: ['createdKey', 'desc'], limit: 100 })
    .then((all) => all.filter(isAhead))

const isSame =
  ({ role, areaPath }: RoleGrant) =>
  (other: RoleGrant): boolean =>
    other.role === role && other.areaPath === areaPath

/**
 * A leader looks after the place where they live: who has moved out leads it no longer, unless they work for its
 * office; those who wait there are then asked of staff. Volunteers go on helping. Called after the home has ended.
 */
export async function endRolesAfterLeaving(
  store: Store,
  { _id }: Pick<Account, '_id'>,
  left: HomePlace,
  { trips, now, requestId }: Context,
): Promise<void> {
  const ended = await inOneGo(trips, async (transaction) => {
    const account = await transaction.accounts.get(_id)
    if (!account) return []
    const done: Appointment[] = []
    let current = account
    for (const grant of account.roles.filter((one) => isLeftBehind(account, one, left))) {
      const appointment = await endRole(transaction, current, grant, {
        key: requestId,
        by: account,
        at: now,
        reason: '',
      })
      if (appointment) done.push(appointment)
      current = (await transaction.accounts.get(_id)) ?? current
    }
    return done
  })
  await tellAll(store, { trips, now }, ended)
}

const isLeftBehind = (account: Account, { role, areaPath }: RoleGrant, left: HomePlace): boolean =>
  role === 'microGridLeader' &&
  isHomeIn(left, areaPath) &&
  !isStaffOf(account, areaPath) &&
  !account.memberships.some((home) => isCurrent(home) && isHomeIn(home, areaPath))

const tellAll = async (
  store: Store,
  desk: Pick<Context, 'trips' | 'now'>,
  ended: readonly Appointment[],
): Promise<void> => {
  await Promise.all([
    moveSignals(store, ended.flatMap(appointmentTopics)),
    passOnNow({ store, ...desk }, ended),
  ])
}
