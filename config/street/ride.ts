import { standardHandbook } from '@/copy/standard-handbook'
import type { Account } from '@/domain/account/schema'
import type { Order } from '@/domain/order/schema'
import { nextOf, wakeAtOf, windowOn } from '@/domain/series/occurrences'
import type { Series } from '@/domain/series/schema'
import { dayKey } from '@/domain/shared/calendar'
import { addDays } from '@/domain/shared/day-keys'
import { pageKey } from '@/domain/shared/paging'
import { days, minutes, type Timestamp } from '@/domain/shared/time'
import { occurrenceOf } from '../../cloudfunctions/order/standing'
import { at } from './places'
import { rated, visited } from './walk'

/** How many days ago the rides began, and how many days ahead they are announced. */
const span = { since: 5, ahead: 2 }
/** Minutes from setting out to being home, and from there to the rating. */
const long = { ride: 165, rating: 70 }

/** L2: every day to the hospital, and always with 王叔; the rides so far, and those of the next days. */
export function rideOf(find: (id: string) => Account, now: Timestamp): { series: Series; orders: Order[] } {
  const [zhao, wang] = [find('zhaoye'), find('wangshu')]
  const today = dayKey(now)
  const series = seriesOf(zhao, wang, addDays(today, -span.since), now)
  const all = Array.from({ length: span.since + span.ahead + 1 }, (_, index) =>
    addDays(series.repeat.startsOn, index),
  )
  // What the clock would have placed by now.
  const due = all.filter((day) => day < today || wakeAtOf(day, 0) <= now)
  const orders = due.map((day) => {
    const ride = taken(series, day, wang)
    const { from } = windowOn(series.repeat, day)
    const after = (from - ride.createdAt) / 60_000
    if (now < from + minutes(long.ride)) return ride
    const driven = visited(ride, wang, after, after + long.ride)
    if (now < from + minutes(long.ride + long.rating)) return driven
    return rated(driven, zhao, after + long.ride + long.rating, { stars: 5, words: '', tags: ['onTime'] })
  })
  const { calendar } = standardHandbook(at.community, now)
  return { series: { ...series, ...nextOf(series, calendar, due.at(-1) ?? null, now) }, orders }
}

function seriesOf(zhao: Account, wang: Account, startsOn: string, now: Timestamp): Series {
  const home = zhao.memberships[0]
  if (!home) throw new Error('nobody to drive')
  const createdAt = now - days(span.since + 3)
  return {
    _id: 'series-ride',
    wish: {
      serviceId: 'hospital',
      text: '每天上午去市一医院做治疗，想有人接送、陪着。',
      voice: null,
      answers: {},
      photoFileIds: [],
      beneficiary: { kind: 'self' },
      homePath: home.areaPath,
      roomNumber: home.roomNumber,
      phone: null,
      access: '按门铃，走得慢，请等一等',
      people: null,
    },
    areaName: home.areaName,
    gridPath: home.gridPath,
    serviceName: '陪同就医',
    communityPath: at.community,
    requesterId: zhao._id,
    requesterName: zhao.nickname,
    repeat: {
      rule: 'FREQ=DAILY',
      startsOn,
      endsOn: null,
      span: { from: 480, to: 660 },
      restsOnHolidays: false,
    },
    skipped: [],
    volunteer: { userId: wang._id, name: wang.nickname, hasAgreed: true },
    isActive: true,
    stoppedFor: null,
    version: 1,
    nextDay: null,
    wakeAt: null,
    createdAt,
    createdKey: pageKey(createdAt, 'series-ride'),
  }
}

/** The ride of a day, as the clock placed it two days before, and 王叔, who comes each time, is expected. */
function taken(series: Series, day: string, wang: Account): Order {
  const placedAt = wakeAtOf(day, 0)
  const handbook = standardHandbook(at.community, placedAt)
  return { ...occurrenceOf(series, day, { handbook, volunteer: wang, unsafe: [], at: placedAt }), outbox: [] }
}
