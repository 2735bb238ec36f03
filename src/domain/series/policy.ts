import { isCurrent } from '../account/index-fields'
import { isStaffOf, standingAt, type Actor } from '../account/policy'
import type { Account } from '../account/schema'
import { hasLeftFlat } from '../membership/standing'
import { canOrderTo } from '../order/policy'
import { beneficiaryIdOf } from '../order/schema'
import { ancestorAt, isWithin } from '../shared/area'
import { holdsRole } from '../shared/role'
import type { Timestamp } from '../shared/time'
import type { Series } from './schema'

/** Those it is for, who acts for them, and who asked for it as long as they could ask for it still. */
function isOwner(actor: Actor, { gridPath, requesterId, wish: { beneficiary, homePath } }: Series): boolean {
  const helpedId = beneficiaryIdOf({ beneficiary, requesterId })
  if (helpedId !== null && (helpedId === actor._id || actor.chargeIds.includes(helpedId))) return true
  if (requesterId !== actor._id) return false
  const buildingPath = ancestorAt(homePath, 'building') ?? homePath
  return helpedId === null || canOrderTo(actor, homePath, buildingPath, true, { gridPath })
}

/** Those whom a series is about, as they are. */
export interface SeriesPeople {
  readonly requester: Account | null
  /** The one helped, where they have an account; for themselves the same one. */
  readonly helped: Account | null
}

/** May its days go on being placed? As long as whoever asked could ask for it today, to a flat that nobody has left. */
export function mayGoOn(series: Series, { requester, helped }: SeriesPeople, now: Timestamp): boolean {
  const { beneficiary, homePath, roomNumber } = series.wish
  if (!requester) return false
  const [actor, charge] = [standingAt(requester, now), helped && standingAt(helped, now)]
  const helpedId = beneficiaryIdOf({ beneficiary, requesterId: series.requesterId })
  if (helpedId !== null && !charge?.memberships.some((home) => isCurrent(home) && home.areaPath === homePath))
    return false
  if (charge && hasLeftFlat(charge, { areaPath: homePath, roomNumber })) return false
  const { gridPath } = series
  const buildingPath = ancestorAt(homePath, 'building') ?? homePath
  const isForOther = beneficiary.kind === 'other'
  return (
    (charge !== null && actor.chargeIds.includes(charge._id)) ||
    canOrderTo(actor, homePath, buildingPath, isForOther, { gridPath, charge })
  )
}

/** Staff of the community, or of a part of it where the home lies. */
const isOffice = (actor: Actor, { communityPath, wish: { homePath } }: Series): boolean =>
  isStaffOf(actor, communityPath) || (isWithin(homePath, communityPath) && isStaffOf(actor, homePath))

/** Those it is for, and the office, may skip, stop and choose who comes. */
export const canChangeSeries = (actor: Actor, series: Series): boolean =>
  isOwner(actor, series) || isOffice(actor, series)

/** Only the one who comes says whether they come each time. */
export const canPledge = (actor: Actor, series: Series): boolean => series.volunteer?.userId === actor._id

/** Nobody stands for it: a volunteer of the place who leaves once more, their answer lost, has done so already. */
export const mayHaveLeft = (actor: Actor, { volunteer, wish }: Series): boolean =>
  volunteer === null && holdsRole(actor.roles, ['volunteer'], wish.homePath)

/** The volunteer too sees when they are expected; and whoever asked, why it has stopped. */
export const canViewSeries = (actor: Actor, series: Series): boolean =>
  canChangeSeries(actor, series) ||
  canPledge(actor, series) ||
  (series.requesterId === actor._id && !series.isActive)
