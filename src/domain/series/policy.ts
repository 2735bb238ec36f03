import { isStaffOf, type Actor } from '../account/policy'
import type { Series } from './schema'

const isOwner = (actor: Actor, { requesterId, wish }: Series): boolean =>
  requesterId === actor._id || (wish.beneficiary.kind === 'other' && wish.beneficiary.userId === actor._id)

/** Those it is for, and the office, may skip, stop and choose who comes. */
export const canChangeSeries = (actor: Actor, series: Series): boolean =>
  isOwner(actor, series) || isStaffOf(actor, series.communityPath)

/** Only the one who comes says whether they come each time. */
export const canPledge = (actor: Actor, series: Series): boolean => series.volunteer?.userId === actor._id

/** The volunteer too sees when they are expected. */
export const canViewSeries = (actor: Actor, series: Series): boolean =>
  canChangeSeries(actor, series) || canPledge(actor, series)
