import { isCurrent } from '@/domain/account/index-fields'
import { newAccount } from '@/domain/account/new-account'
import { belongsTo, isCaretakerAt } from '@/domain/account/policy'
import {
  mostProxies,
  openidOfRegistered,
  type Account,
  type Membership,
  type Proxy,
} from '@/domain/account/schema'
import { doubtsOf } from '@/domain/membership/doubts'
import { decided, ended, newHome } from '@/domain/membership/standing'
import { vouchByOf } from '@/domain/membership/vouch-by'
import type { Household } from '@/domain/place/schema'
import type { Calendar } from '@/domain/shared/calendar'
import { AppError } from '@/domain/shared/errors'
import type { Call } from '../_runtime/action'
import { isDuplicate } from '../_runtime/sdk'
import { inTransaction } from '../_runtime/transaction'
import { changeOnce } from './change-own'
import { withDerived } from './save-account'
import { keepCharges } from './charges'
import { stableId } from './stable-id'
import { trailLine } from './trail'

type PutCall = Call<'resident.put'>

/** Flatmates that a household puts on the register by itself; more are for the office to look at. */
const mostByHousehold = 20

/** What an entry of the register is about. */
export interface PutSubject {
  household: Household
  isListed: boolean
  /** Those who live in the flat. */
  others: readonly Account[]
  person: Account | null
  calendar: Calendar
}

/**
 * A new entry, once however often the request comes.
 * @throws AppError Conflict where the same person lives in that flat already; GuardianNeeded
 */
export async function registerResident(call: PutCall, subject: PutSubject): Promise<Account> {
  const { actor, input, now, requestId, store, trips } = call
  const _id = stableId('resident', actor._id, requestId)
  const home = homeOf(call, subject)
  const known = subject.others.find((other) => other._id === _id)
  if (known) return known
  if (doubtsAbout(home, call, subject).doubts.includes('samePerson'))
    throw new AppError('Conflict', { doubt: 'samePerson' })
  if (subject.others.length >= mostByHousehold && !isCaretakerAt(actor, home))
    throw new AppError('LimitReached', { limit: mostByHousehold })
  const guardian = guardianOf(call, subject)
  const account = withDerived(
    newAccount({
      _id,
      openid: openidOfRegistered(_id),
      state: 'registered',
      nickname: input.nickname,
      realName: input.realName,
      phone: input.phone,
      careNeeds: input.careNeeds ?? [],
      memberships: [home],
      guardianId: guardian?.userId ?? null,
      proxies: guardian ? [guardian] : [],
      createdAt: now,
    }),
  )
  const line = trailLine({ key: requestId, event: 'registered', userId: _id, area: home, by: actor, at: now })
  try {
    await inTransaction(trips, async (transaction) => {
      const { accounts, trail } = transaction
      await keepCharges(transaction, null, account)
      await accounts.insert(account)
      await trail.insert(line)
    })
    return account
  } catch (error) {
    const made = isDuplicate(error) ? await store.accounts.get(_id) : null
    if (!made) throw error
    return made
  }
}

/**
 * What stands there is put right; another flat is a move.
 * @throws AppError GuardianNeeded, LimitReached
 */
export const correctResident = (call: PutCall, subject: PutSubject, userId: string): Promise<Account> =>
  changeOnce(call, userId, (found) => {
    const { actor, input, now, requestId } = call
    // They may have taken over their own account since.
    if (found.state !== 'registered') throw new AppError('Conflict')
    const guardian = input.guardianId === found.guardianId ? null : guardianOf(call, subject)
    const isHere = (home: Membership): boolean =>
      isCurrent(home) && home.householdId === subject.household._id
    const stays = found.memberships.some(isHere)
    const memberships = stays
      ? found.memberships.map((home) => (isHere(home) ? related(home, call, subject) : home))
      : [...found.memberships.map((home) => movedOut(home, call)), homeOf(call, subject)]
    const { nickname, realName, phone } = input
    const proxies = guardian
      ? [
          ...found.proxies.filter(
            ({ relation, userId: id }) => relation !== 'guardian' && id !== guardian.userId,
          ),
          guardian,
        ]
      : found.proxies
    if (proxies.length > mostProxies) throw new AppError('LimitReached', { limit: mostProxies })
    const account = {
      ...found,
      nickname,
      realName,
      careNeeds: input.careNeeds ?? found.careNeeds,
      memberships,
      proxies,
      guardianId: guardian?.userId ?? found.guardianId,
    }
    const [event, area] = [stays ? 'corrected' : 'moved', subject.household] as const
    const line = { key: requestId, event, userId, area, by: actor, at: now }
    return { account, trail: [line], fields: { phone } }
  })

/** Of the same estate; a home elsewhere, or with others, is nothing that this entry is about. */
const movedOut = (home: Membership, { actor, input, now }: PutCall): Membership =>
  isCurrent(home) &&
  (isCaretakerAt(actor, home) || (home.householdId !== null && belongsTo(actor, home.householdId))) &&
  home.areaPath.split('/').slice(0, 3).join() === input.areaPath.split('/').slice(0, 3).join()
    ? ended(home, 'left', { at: now, reason: '' })
    : home

/**
 * The home of an entry: confirmed by whoever looks after the place, and by those who live there for family and
 * carers, as the trail says; a second owner or a tenant named by a housemate has to be vouched for.
 */
function homeOf(call: PutCall, subject: PutSubject): Membership {
  const { actor, input, now } = call
  const { areaPath, areaName, roomNumber, _id: householdId, gridPath } = subject.household
  const home = newHome({
    areaPath,
    areaName,
    roomNumber,
    householdId,
    gridPath,
    relation: input.relation,
    joinedAt: now,
    vouchBy: vouchByOf(subject.calendar, now),
  })
  const isKin = input.relation === 'family' || input.relation === 'carer'
  return isCaretakerAt(actor, home) || isKin
    ? { ...decided(home, 'confirmed', { by: actor._id, at: now, reason: '' }), tellAt: null }
    : { ...home, ...doubtsAbout(home, call, subject) }
}

/** What they are there changes: what a housemate could not enter without anybody looking, a correction can't either. */
function related(home: Membership, call: PutCall, subject: PutSubject): Membership {
  if (home.relation === call.input.relation) return home
  const changed = { ...home, relation: call.input.relation }
  if (home.standing === 'unconfirmed') return { ...changed, ...doubtsAbout(changed, call, subject) }
  const entered = homeOf(call, subject)
  if (entered.standing === 'confirmed') return changed
  const { joinedAt, leaseBy, until, voice } = home
  return { ...entered, joinedAt, leaseBy, until, voice }
}

const doubtsAbout = (
  home: Membership,
  { input }: PutCall,
  { household, isListed, others, person }: PutSubject,
) =>
  doubtsOf(home, {
    household: isListed ? household : null,
    others: others.filter(({ _id }) => _id !== person?._id),
    register: household.register,
    realName: input.realName,
    nickname: input.nickname,
    former: person?.memberships ?? [],
  })

/** Who answers for a child: a grown-up with a phone, confirmed in the same flat. @throws AppError GuardianNeeded */
function guardianOf({ actor, input, now }: PutCall, { household, others }: PutSubject): Proxy | null {
  if (input.guardianId === null) return null
  const guardian = others.find(({ _id }) => _id === input.guardianId)
  if (
    !guardian ||
    guardian.state !== 'active' ||
    guardian.guardianId !== null ||
    !belongsTo(guardian, household._id)
  )
    throw new AppError('GuardianNeeded')
  return {
    userId: guardian._id,
    name: guardian.nickname,
    relation: 'guardian',
    consent: { how: 'guardian', note: '', notedBy: actor._id, at: now },
  }
}
