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
import type { Account, Shares, VolunteerProfile } from '@/domain/account/schema'
import type { PaperPart } from '../../account/personal-data'
import type { At, Row } from './row'

/** Names of what is shared: the keys of the schema, in its order. */
const shared = (shares: Shares): string =>
  (['realName', 'unit', 'phone'] as const)
    .filter((key) => shares[key])
    .map((key) => shareNames[key])
    .join('、')

/** Rows of the first part, the part in which else it is told, or why it is told nowhere. */
type Telling =
  ((account: Account, at: At) => Row[]) | { readonly part: PaperPart } | { readonly notToldFor: string }

const derived = { notToldFor: 'it follows from what is told, and is kept to be found by' } as const
const ofCancelled = { notToldFor: 'only a cancelled account has it, and that reads no paper' } as const
const { labels, none, yes } = words
const own = myMatters.labels

/** How each field of an account is told, in the order of the paper: a new one doesn't compile without a line here. */
const tellings: Readonly<Record<keyof Account, Telling>> = {
  _id: { notToldFor: 'a number that stands for the person, and says nothing of them' },
  openid: { notToldFor: 'what WeChat calls the phone; it never leaves the server' },
  state: { notToldFor: 'whoever reads the paper has an account' },
  nickname: ({ nickname }) => [[labels.nickname, nickname]],
  realName: ({ realName }) => [[labels.realName, realName ?? none]],
  phone: ({ phone }) => [[labels.phone, phone ?? none]],
  avatarFileId: ({ avatarFileId }) => [[labels.avatar, avatarFileId === null ? none : yes]],
  shares: ({ shares }) => [
    [labels.shares, [labels.nickname, ...(shared(shares) === '' ? [] : [shared(shares)])].join('、')],
  ],
  privacy: ({ privacy }, at) => [
    [labels.privacy, privacy === null ? none : words.privacy(privacy.version, at(privacy.at))],
  ],
  createdAt: ({ createdAt }) => [[labels.since, dateWords(createdAt)]],
  skills: ({ skills }) => [[labels.skills, skills.map((skill) => skillNames[skill]).join('、') || none]],
  volunteer: ({ volunteer }) => volunteerRows(volunteer),
  consents: ({ consents }) => [
    [labels.consents, words.consents(Object.values(consents).reduce((sum, count) => sum + count, 0))],
  ],
  careNeeds: ({ careNeeds }) => [
    [labels.careNeeds, careNeeds.map((need) => careNeedNames[need]).join('、') || none],
  ],
  recentOrders: ({ recentOrders }) => [[own.recentOrders, myMatters.recentOrders(recentOrders.length)]],
  recentWords: ({ recentWords }) => [[own.recentWords, myMatters.recentWords(recentWords.length)]],
  consentIds: ({ consentIds }) => [[own.consentIds, myMatters.consentIds(consentIds.length)]],
  guardianId: ({ guardianId }) => (guardianId === null ? [] : [[own.guardian, myMatters.hasGuardian]]),
  memberships: { part: 'homes' },
  roles: { part: 'roles' },
  proxies: { part: 'proxies' },
  chargeIds: { part: 'charges' },
  openIds: { part: 'helped' },
  dataFileId: { notToldFor: 'the paper itself' },
  mergedInto: { notToldFor: 'whoever reads the paper is the account that is left' },
  forgetAt: ofCancelled,
  uploadKey: ofCancelled,
  homeAt: derived,
  pendingAt: derived,
  pendingKey: derived,
  homeKey: derived,
  roleKeys: derived,
  householdIds: derived,
  careAt: derived,
  proxyIds: derived,
  nameKeys: derived,
  wakeAt: derived,
}

export const accountRows = (account: Account, at: At): Row[] =>
  Object.values(tellings).flatMap((tell) => (typeof tell === 'function' ? tell(account, at) : []))

/** Whom they would rather not go to is not told by name: those have an account of their own. */
function volunteerRows({ avoids, cap, offUntil, times }: VolunteerProfile): Row[] {
  const off = offUntil === null ? [] : [words.off(dateWords(offUntil))]
  const spans = times.map(({ from, to, weekday }) =>
    [weekdayNames[weekday], spanOfDayWords(from, to)].join(' '),
  )
  return [
    [labels.volunteer, [words.volunteer(cap), ...off].join(' · ')],
    [own.times, spans.join('、') || myMatters.anyTime],
    [own.avoids, myMatters.avoids(avoids.length)],
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
