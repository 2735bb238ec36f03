import type { Account } from '@/domain/account/schema'
import { flatsIn, homesIn } from '@/domain/notice/audience'
import { addressKeys, noticeReadId, type Notice, type NoticeRead } from '@/domain/notice/schema'
import { areasOfHome, type AreaPath } from '@/domain/shared/area'
import { startOfDay } from '@/domain/shared/calendar'
import { pageKey } from '@/domain/shared/paging'
import { refOf } from '@/domain/shared/person'
import { days, hours, minutes, type Timestamp } from '@/domain/shared/time'
import type { Visit } from '@/domain/visit/schema'
import { visitIdOf } from '../../cloudfunctions/chat/visit/close-visits'
import { at } from './places'
import type { Find } from './said'

type Given = Pick<Notice, '_id' | 'title' | 'text' | 'author' | 'publishedAt'> &
  Partial<Notice> & { to: AreaPath; toName: string }

/** A notice that went to all of `people` who live there. */
function publishedTo(people: readonly Account[], { to, toName, ...given }: Given): Notice {
  const areas = [{ areaPath: to, areaName: toName }]
  const residents = people.filter((person) => homesIn({ areas }, person).length > 0)
  const households = new Set(residents.flatMap((person) => flatsIn({ areas }, person)))
  return {
    areas,
    photoFileIds: [],
    photosRefused: 0,
    button: null,
    isUrgent: false,
    state: 'published',
    expiresAt: null,
    visitAt: null,
    remindedAt: null,
    remindedBy: null,
    readCounts: { person: 0, household: 0 },
    lastReadAt: null,
    withdrawn: null,
    recipients: { residents: residents.length, households: households.size },
    work: [],
    wakeAt: null,
    publishedKey: pageKey(given.publishedAt, given._id),
    addressKeys: addressKeys.ofNotice([to]),
    namedIds: [given.author.userId],
    version: 0,
    ...given,
  }
}

/** One from yesterday with a button, after which somebody has to be looked in on, and an urgent one of today. */
export function noticesOf(find: Find, now: Timestamp, people: readonly Account[]): Notice[] {
  const clinic = publishedTo(people, {
    _id: 'notice-clinic',
    to: at.community,
    toName: '幸福社区',
    title: '周六上午免费量血压',
    text: '周六上午 9 点到 11 点，社区服务站免费量血压、测血糖，请空腹来。走不动的老人在这里点一单，志愿者上门接。',
    button: { kind: 'order', serviceId: 'hospital' },
    author: refOf(find('liuyang')),
    publishedAt: now - hours(20),
    visitAt: now - hours(8),
    version: 1,
  })
  const water = publishedTo(people, {
    _id: 'notice-water',
    to: at.building(4),
    toName: '幸福里小区 4栋',
    title: '今晚停水检修，请先存点水',
    text: '今晚 10 点到明早 6 点，4 栋停水换阀门。请先存好水，关紧龙头。家里有老人病人、用水着急的，打物业电话。',
    button: { kind: 'call', name: '幸福里物业', phone: '0571-85550102' },
    isUrgent: true,
    author: refOf(find('zhoumin')),
    publishedAt: now - hours(3),
    expiresAt: startOfDay(now) + days(1) + hours(8),
  })
  return [clinic, water]
}

/** Who has read which, and how many minutes after it came. */
const readers: Readonly<Record<string, readonly [person: string, after: number][]>> = {
  'notice-clinic': [
    ['wangshu', 6],
    ['zhoumin', 9],
    ['lilaitai', 31],
    ['hejie', 48],
    ['sunjie', 190],
  ],
  'notice-water': [
    ['zhaoye', 4],
    ['wangshu', 11],
  ],
}

/** A line for the person, and one for each of their flats. */
export const readsOf = (find: Find, notices: readonly Notice[]): NoticeRead[] =>
  notices.flatMap((notice) =>
    (readers[notice._id] ?? []).flatMap(([id, after]) => {
      const person = find(id)
      const read = {
        noticeId: notice._id,
        userId: person._id,
        readAt: notice.publishedAt + minutes(after),
      }
      return [
        { ...read, _id: noticeReadId(notice._id, person._id), kind: 'person' as const },
        ...flatsIn(notice, person).map((flat) => ({
          ...read,
          _id: noticeReadId(notice._id, flat),
          kind: 'household' as const,
        })),
      ]
    }),
  )

/** Who needs care, and has not read by the time that a notice says, is to be looked in on. */
export const visitsOf = (
  notices: readonly Notice[],
  reads: readonly NoticeRead[],
  people: readonly Account[],
): Visit[] =>
  notices.flatMap((notice) => {
    const createdAt = notice.visitAt
    if (createdAt === null) return []
    const isUnread = ({ _id }: Account): boolean =>
      !reads.some(({ noticeId, userId }) => noticeId === notice._id && userId === _id)
    return people
      .filter((person) => person.careNeeds.length > 0 && isUnread(person))
      .flatMap((person) =>
        homesIn(notice, person)
          .slice(0, 1)
          .map((home) => ({ person, home })),
      )
      .map(({ person, home }) => {
        const _id = visitIdOf(notice._id, person._id)
        return {
          _id,
          noticeId: notice._id,
          title: notice.title,
          person: refOf(person),
          areaPath: home.areaPath,
          areaName: home.areaName,
          areaAt: areasOfHome(home),
          createdAt,
          isOpen: true,
          done: null,
          namedIds: [person._id],
          createdKey: pageKey(createdAt, _id),
        }
      })
  })
