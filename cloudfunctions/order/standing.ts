import { standingAt } from '@/domain/account/policy'
import type { Account } from '@/domain/account/schema'
import { applyEvent } from '@/domain/order/apply'
import { fitOf, loadAtHand, type FitReason } from '@/domain/order/fit'
import type { TimeWindow } from '@/domain/order/parts'
import { patience } from '@/domain/order/patience'
import { isHelped } from '@/domain/order/policy'
import type { Order } from '@/domain/order/schema'
import { isAloneToUnsafe, type Home } from '@/domain/order/unsafe-home'
import { nextOf } from '@/domain/series/occurrences'
import type { Series } from '@/domain/series/schema'
import type { Handbook } from '@/domain/handbook/schema'
import { holdsRole } from '@/domain/shared/role'
import { days, type Timestamp } from '@/domain/shared/time'
import type { Volunteer } from './helpers'
import { dayOfSeries } from './occurrence'

/** The hours of a series are known to whoever comes: other times than their usual ones are no obstacle. */
const always = ['lacksSkill', 'avoids'] as const satisfies FitReason[]
const thatDay = [...always, 'offDuty', 'atCap'] as const satisfies FitReason[]

type Day = Order & { window: TimeWindow }

/** Why not, as far as the account tells; null: they are no volunteer there, or the one helped. */
function reasonsOf(volunteer: Volunteer, order: Day): FitReason[] | null {
  const isHere = [order.areaPath, order.communityPath].some((path) =>
    holdsRole(volunteer.roles, ['volunteer'], path),
  )
  if (!isHere || isHelped(volunteer, order)) return null
  return fitOf(order, volunteer, loadAtHand(order, volunteer), order.window.from).reasons
}

const isFree = (reasons: FitReason[] | null, against: readonly FitReason[]): boolean =>
  reasons !== null && !reasons.some((reason) => against.includes(reason))

/** Can they be the one who always comes? Somebody away for a while can; their days go to others meanwhile. */
export const mayStand = (volunteer: Volunteer, order: Day): boolean =>
  isFree(reasonsOf(volunteer, order), always)

/**
 * The order of a day of a series. Whoever always comes is expected, where they have agreed to come each time, else
 * asked, with time until a day before; where they can't come that day, it goes its usual way.
 * @param volunteer the account of the one who always comes, as it is
 * @param unsafe where staff decide who goes alone (see `isAloneToUnsafe`)
 * @throws AppError NotFound, SomeoneElsesJob where the handbook no longer has the service
 */
export function occurrenceOf(
  series: Series,
  day: string,
  {
    handbook,
    volunteer,
    unsafe,
    at,
  }: { handbook: Handbook; volunteer: Account | null; unsafe: readonly Home[]; at: Timestamp },
): Order {
  const order = dayOfSeries(series, day, handbook, at)
  const standing = volunteer && standingAt(volunteer, at)
  if (!standing || isAloneToUnsafe(order, unsafe) || !isFree(reasonsOf(standing, order), thatDay))
    return order
  const { _id, nickname } = standing
  const asked = applyEvent(
    order,
    'advance',
    {
      offer: { kind: 'people', people: [{ userId: _id, name: nickname }] },
      answerBy: Math.max(at + patience.offer, order.window.from - days(1)),
    },
    { actor: null, at, requestId: order._id },
  )
  if (!series.volunteer?.hasAgreed) return asked
  const taken = applyEvent(
    asked,
    'accept',
    {},
    {
      actor: { _id, nickname },
      at,
      requestId: `${order._id}-taken`,
    },
  )
  // They need not be asked for what they have promised.
  return { ...taken, outbox: taken.outbox.filter(({ to }) => to !== _id) }
}

/** An order of the series as its next day would be, to look for who could come. */
export const likeItsDays = (series: Series, handbook: Handbook, now: Timestamp): Day =>
  dayOfSeries(
    series,
    nextOf(series, handbook.calendar, null, now).nextDay ?? series.repeat.startsOn,
    handbook,
    now,
  )
