import {
  careNeedNames,
  consentNames,
  myDataPaper as words,
  proxyRelationNames,
  shareNames,
} from '@/copy/my-data'
import { weekdayNames } from '@/copy/handbook'
import { myMatters } from '@/copy/my-data-matters'
import { relationNames, standingNames } from '@/copy/people'
import { skillNames } from '@/copy/services'
import { dateWords, spanOfDayWords } from '@/copy/time'
import type { Account, Shares } from '@/domain/account/schema'
import type { Timestamp } from '@/domain/shared/time'
import type { Row } from './row'

/** Names of what is shared: the keys of the schema, in its order. */
const shared = (shares: Shares): string =>
  (['realName', 'unit', 'phone'] as const)
    .filter((key) => shares[key])
    .map((key) => shareNames[key])
    .join('、')

export function accountRows(account: Account, at: (moment: Timestamp) => string): Row[] {
  const { avatarFileId, careNeeds, consents, createdAt, nickname, phone, privacy, realName } = account
  const { shares, skills, volunteer } = account
  const { labels, none, yes } = words
  const messages = Object.values(consents).reduce((sum, count) => sum + count, 0)
  const off = volunteer.offUntil === null ? [] : [words.off(dateWords(volunteer.offUntil))]
  return [
    [labels.nickname, nickname],
    [labels.realName, realName ?? none],
    [labels.phone, phone ?? none],
    [labels.avatar, avatarFileId === null ? none : yes],
    [labels.shares, [labels.nickname, ...(shared(shares) === '' ? [] : [shared(shares)])].join('、')],
    [labels.privacy, privacy === null ? none : words.privacy(privacy.version, at(privacy.at))],
    [labels.since, dateWords(createdAt)],
    [labels.skills, skills.map((skill) => skillNames[skill]).join('、') || none],
    [labels.volunteer, [words.volunteer(volunteer.cap), ...off].join(' · ')],
    [labels.consents, words.consents(messages)],
    [labels.careNeeds, careNeeds.map((need) => careNeedNames[need]).join('、') || none],
    ...heldRows(account),
  ]
}

/** Whom they would rather not go to is not told by name: those have an account of their own. */
function heldRows({ guardianId, recentOrders, volunteer }: Account): Row[] {
  const { labels } = myMatters
  const times = volunteer.times.map(({ from, to, weekday }) =>
    [weekdayNames[weekday], spanOfDayWords(from, to)].join(' '),
  )
  return [
    [labels.times, times.join('、') || myMatters.anyTime],
    [labels.avoids, myMatters.avoids(volunteer.avoids.length)],
    [labels.counters, myMatters.counters(recentOrders.length)],
    ...(guardianId === null ? [] : [[labels.guardian, myMatters.hasGuardian] as const]),
  ]
}

export const homeRows = ({ memberships }: Account): Row[] =>
  memberships.map(({ areaName, endedAt, joinedAt, reason, relation, roomNumber, standing, until }) => [
    [areaName, roomNumber].join(' '),
    [
      relationNames[relation],
      standingNames[standing],
      words.from(dateWords(joinedAt)),
      ...(until === null ? [] : [words.until(dateWords(until))]),
      ...(endedAt === null ? [] : [words.moved(dateWords(endedAt))]),
      ...(reason === '' ? [] : [reason]),
    ].join(' · '),
  ])

export const proxyRows = ({ proxies }: Account): Row[] =>
  proxies.map(({ consent, name, relation }) => [
    name,
    [proxyRelationNames[relation], consentNames[consent.how], dateWords(consent.at), consent.note]
      .filter((part) => part !== '')
      .join(' · '),
  ])
