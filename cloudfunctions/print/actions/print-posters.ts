import { canInviteTo, isBacked } from '@/domain/invitation/policy'
import { invitationState, type Invitation } from '@/domain/invitation/schema'
import type { Area } from '@/domain/place/schema'
import { daysOnWall, leastDaysOnWall, mostCodes, mostMadeAtOnce, type Each } from '@/domain/print/contract'
import { isWithin, type AreaPath } from '@/domain/shared/area'
import { AppError } from '@/domain/shared/errors'
import { days, type Timestamp } from '@/domain/shared/time'
import { codesToday, refuseTooMany } from '../../account/code-pace'
import { makeInvitation } from '../../account/make-invitation'
import { stableId } from '../../account/stable-id'
import type { Call } from '../../_runtime/action'
import { action } from '../../_runtime/serve'
import type { Store } from '../../_runtime/store'
import { within } from '../../_runtime/within'
import { atOnce } from '../at-once'
import { findAround, printCodes, requestsAtOnce } from '../code-papers'

/** Uses of a new code for a wall: everyone of a large building, and more; and those that must be left of another. */
const usesOnWall = 1000
const leastUsesOnWall = 100
/** Newest codes of an area that are looked through for those to use again. */
const codesRead = 1000

/**
 * Retrying is safe: what was made before is found again, ids follow from the request, and the file is written anew
 * in the same place.
 */
export const printPosters = action('print.posters', {
  fetch: async ({ store, input, now }) => {
    const [areas, around] = await Promise.all([
      findAreas(store, input.areaPath, input.each),
      findAround(store, input.areaPath, now),
    ])
    return { areas, around }
  },
  load: async (_call, found) => found,
  allow: (actor, _found, { areaPath }) => canInviteTo(actor, { areaPath }),
  handle: async (call, { areas, around }) => {
    const { actor, input, requestId, store } = call
    if (areas.length === 0) throw new AppError('NotFound')
    if (areas.length > mostCodes) throw new AppError('LimitReached', { most: mostCodes })
    const [kept, today] = await Promise.all([findUsable(call, input.areaPath), codesToday(call)])
    const missing = areas.filter(({ _id }) => !kept.has(_id))
    if (missing.length > 0) refuseTooMany(actor, today + missing.length)
    const next = missing.slice(0, mostMadeAtOnce)
    const fresh = await atOnce(next, requestsAtOnce, (area) => make(call, area))
    const all = new Map([...kept, ...fresh.map((one) => [one.areaPath, one] as const)])
    const invitations = areas.flatMap(({ _id }) => all.get(_id) ?? [])
    const made = invitations.filter(({ _id, areaPath }) => _id === idOf(call, areaPath)).length
    const left = areas.length - invitations.length
    if (left > 0) return { fileId: null, codes: areas.length, made, left }
    const fileId = await printCodes(store, invitations, around, {
      paper: input.paper,
      cloudPath: `papers/${stableId('posters', actor._id, requestId)}.pdf`,
      title: areas[0]?.fullName ?? '',
    })
    return { fileId, codes: invitations.length, made, left: 0 }
  },
})

/**
 * One paper for each of these: buildings; or stairwells, or micro-grids, and buildings that have none. One more than
 * allowed is read.
 */
async function findAreas(store: Store, areaPath: AreaPath, each: Each): Promise<Area[]> {
  const at = (level: Each): Promise<Area[]> =>
    store.areas.find({ level, _id: within(areaPath) }, { limit: mostCodes + 1 })
  const [buildings, parts] = await Promise.all([at('building'), each === 'building' ? [] : at(each)])
  const standing = parts.filter(({ retiredAt }) => retiredAt === null)
  const undivided = buildings.filter(({ _id }) => !standing.some((part) => isWithin(part._id, _id)))
  return [...undivided, ...standing]
    .filter(({ retiredAt }) => retiredAt === null)
    .sort((a, b) => a.fullName.localeCompare(b.fullName, 'zh', { numeric: true }))
}

/** For each area, its newest code that is worth putting on a wall. */
async function findUsable(
  { store, now }: Call<'print.posters'>,
  areaPath: AreaPath,
): Promise<Map<AreaPath, Invitation>> {
  const found = await store.invitations.find(
    { areaAt: areaPath, 'target.kind': 'home', isClosed: false },
    { orderBy: ['createdKey', 'desc'], limit: codesRead },
  )
  const lasting = found.filter((invitation) => isForWall(invitation, now))
  const makers = await store.accounts.getMany(lasting.map(({ createdBy }) => createdBy))
  const makerOf = new Map(makers.map((maker) => [maker._id, maker]))
  const usable = lasting.filter((one) => isBacked(one, makerOf.get(one.createdBy) ?? null, now))
  return new Map(usable.reverse().map((invitation) => [invitation.areaPath, invitation]))
}

const isForWall = (invitation: Invitation, now: Timestamp): boolean =>
  invitationState(invitation, now) === 'valid' &&
  invitation.expiresAt >= now + days(leastDaysOnWall) &&
  invitation.maxUses - invitation.usedCount >= leastUsesOnWall

const idOf = ({ actor, requestId }: Call<'print.posters'>, areaPath: AreaPath): string =>
  stableId('poster', actor._id, requestId, areaPath)

const make = (call: Call<'print.posters'>, area: Area): Promise<Invitation> =>
  makeInvitation(call.store, {
    id: idOf(call, area._id),
    area,
    target: { kind: 'home' },
    days: daysOnWall,
    maxUses: usesOnWall,
    by: call.actor._id,
    now: call.now,
  })
