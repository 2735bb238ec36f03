import { isStaffOf, standingAt } from '@/domain/account/policy'
import type { Account } from '@/domain/account/schema'
import { digestId, type Digest } from '@/domain/numbers/digest'
import { isWithin, type AreaPath } from '@/domain/shared/area'
import { dayKey } from '@/domain/shared/calendar'
import { roleKey } from '@/domain/shared/role'
import { command } from '../_runtime/sdk'
import { wholeDesks, type DeskScope } from '../order/desk-scope'
import { holdersAtMost } from '../order/send-message'
import type { DutyContext } from './duty'

/** Staff of parts of one community, such as single estates: more than this are not read. */
const partStaffRead = 100

/** A desk on one morning: what it is of, who works at it, and what is noted of their digest. */
export interface MorningDesk {
  /** Of the digest. */
  _id: string
  scope: DeskScope
  staff: Account[]
  /** What an earlier run has noted; null: this one is the first that finds something to tell. */
  digest: Digest | null
}

/**
 * The desks of a community: its own, and one for each part, or set of parts, that somebody is staff of who is not
 * staff of it all. Those of whom all have been told today are left out. Two waits.
 */
export async function morningDesks(
  { store, now }: DutyContext,
  communityPath: AreaPath,
): Promise<MorningDesk[]> {
  const key = roleKey('communityStaff', communityPath)
  // As in `find-leader.ts`: paths end with a slash, and `0` is the character after it.
  const inside = command.elemMatch({ $gt: key, $lt: `${key.slice(0, -1)}0` })
  const [ofAll, ofParts] = await Promise.all([
    store.accounts.find({ roleKeys: key }, { limit: holdersAtMost }),
    store.accounts.find({ roleKeys: inside }, { limit: partStaffRead }),
  ])
  const staff = ofAll.filter((person) => isStaffOf(standingAt(person, now), communityPath))
  const whole = { key: communityPath, scope: wholeDesks([communityPath]), staff }
  const parts = desksOfParts(
    communityPath,
    ofParts.map((person) => standingAt(person, now)),
  )
  const desks = [whole, ...parts].map((desk) => ({ ...desk, _id: digestId(desk.key, dayKey(now)) }))
  const noted = await store.digests.getMany(desks.map(({ _id }) => _id))
  return desks
    .map(({ _id, scope, staff: readers }) => ({
      _id,
      scope,
      staff: readers,
      digest: noted.find((one) => one._id === _id) ?? null,
    }))
    .filter(({ digest }) => digest === null || digest.waitingIds.length > 0)
}

interface PartDesk {
  key: string
  scope: DeskScope
  staff: Account[]
}

/** Those who look after the same parts share a desk; who is staff of it all hears of all already. */
function desksOfParts(communityPath: AreaPath, people: readonly Account[]): PartDesk[] {
  const desks = new Map<string, PartDesk>()
  for (const person of people.filter((one) => !isStaffOf(one, communityPath))) {
    const held = person.roles.filter(
      ({ role, areaPath }) => role === 'communityStaff' && isWithin(areaPath, communityPath),
    )
    const parts = [...new Set(held.map(({ areaPath }) => areaPath))].sort()
    if (parts.length === 0) continue
    const key = parts.join('')
    const desk = desks.get(key) ?? { key, scope: { communities: [communityPath], parts }, staff: [] }
    desks.set(key, { ...desk, staff: [...desk.staff, person] })
  }
  return [...desks.values()]
}
