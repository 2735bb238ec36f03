import { newVolunteer } from '@/domain/account/schema'
import { gaveBackIds, nearness, perOpenOrder, weights } from '@/domain/order/fit'
import type { TimeWindow } from '@/domain/order/parts'
import { beneficiaryIdOf, type Order } from '@/domain/order/schema'
import { dayIdsOf } from '@/domain/series/day-id'
import { ancestorAt } from '@/domain/shared/area'
import { startOfDay, weekdayOf } from '@/domain/shared/calendar'
import { days, minutes, type Timestamp } from '@/domain/shared/time'
import { command } from '../_runtime/sdk'

const $ = command.aggregate

const listAt = (field: string): unknown => $.ifNull([`$${field}`, []])

/** As `openBeside` counts: against a day of a series, without the other days of it. */
function openCount(seriesId: string | null): unknown {
  const openIds = listAt('openIds')
  if (seriesId === null) return $.size(openIds)
  const days = dayIdsOf({ _id: seriesId })
  const isOther = $.neq([$.substrCP(['$$open', 0, days.length]), days])
  return $.size($.filter({ input: openIds, as: 'open', cond: isOther }))
}
const worth = (condition: unknown, then: unknown, otherwise: unknown = 0): unknown =>
  $.cond({ if: condition, then, else: otherwise })

/** What any order takes off: those who rest or have as many as they want come last, the idle first. */
const offWork = (now: Timestamp, seriesId: string | null = null): unknown[] => [
  worth($.gt([$.ifNull(['$volunteer.offUntil', 0]), now]), weights.offDuty),
  worth($.gte([openCount(seriesId), $.ifNull(['$volunteer.cap', newVolunteer.cap])]), weights.atCap),
  $.multiply([-perOpenOrder, openCount(seriesId)]),
]

/** How much work a volunteer can take on, as the database scores it: see `scoreFor`. */
export const scoreOfRoom = (now: Timestamp): unknown => $.add(offWork(now))

/**
 * The score that `fitOf` gives a volunteer whose load is nothing but the orders on their hands, as an expression of the
 * database over their account: so the best are found among any number of them, and only those are sent.
 */
export function scoreFor(order: Order, now: Timestamp): unknown {
  const { service, window } = order
  const helped = [order.requesterId, beneficiaryIdOf(order)].filter((id) => id !== null)
  const isAvoided = $.or(helped.map((id) => $.in([id, listAt('volunteer.avoids')])))
  return $.add([
    ...offWork(now, order.seriesId),
    scoreOfNearness(order),
    ...(service.skills.length === 0
      ? []
      : [worth($.setIsSubset([service.skills, listAt('skills')]), weights.skilled, weights.lacksSkill)]),
    ...(window === null ? [] : [weights.freeThen, worth(isWithinTimes(window), 0, weights.otherTimes)]),
    worth($.in(['$_id', gaveBackIds(order)]), weights.gaveBackBefore),
    worth(isAvoided, weights.avoids),
  ])
}

const scoreOfNearness = ({ areaPath }: Order): unknown =>
  nearness.reduceRight<unknown>((farther, [level, reason]) => {
    const here = ancestorAt(areaPath, level)
    return here === null ? farther : worth($.in([here, listAt('homeAt')]), weights[reason], farther)
  }, 0)

/** Does some of the window lie in the times that they keep free? As in `domain/order/fit.ts`. */
function isWithinTimes(window: TimeWindow): unknown {
  const touched: Timestamp[] = []
  for (let day = startOfDay(window.from); day < window.to; day += days(1)) touched.push(day)
  const isOn = (day: Timestamp): unknown =>
    $.and([
      $.eq(['$$time.weekday', weekdayOf(day)]),
      $.lt(['$$time.from', (window.to - day) / minutes(1)]),
      $.gt(['$$time.to', (window.from - day) / minutes(1)]),
    ])
  const meets = $.map({ input: listAt('volunteer.times'), as: 'time', in: $.or(touched.map(isOn)) })
  return $.or([$.eq([$.size(listAt('volunteer.times')), 0]), $.anyElementTrue([meets])])
}
