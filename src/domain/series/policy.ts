import { isStaffOf, type Actor } from '../account/policy'
import { isWithin } from '../shared/area'
import { holdsRole } from '../shared/role'
import type { Series } from './schema'

const isOwner = (actor: Actor, { requesterId, wish }: Series): boolean =>
  requesterId === actor._id || (wish.beneficiary.kind === 'other' && wish.beneficiary.userId === actor._id)

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

/** The volunteer too sees when they are expected. */
export const canViewSeries = (actor: Actor, series: Series): boolean =>
  canChangeSeries(actor, series) || canPledge(actor, series)
