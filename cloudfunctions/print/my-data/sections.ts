import { accessNames, appointmentStateNames, myDataPaper as words, trailNames } from '@/copy/my-data'
import { roleNames } from '@/copy/people'
import { periodOfDays } from '@/copy/print'
import { dateWords, momentWords } from '@/copy/time'
import type { Account } from '@/domain/account/schema'
import type { Role } from '@/domain/shared/role'
import type { Timestamp } from '@/domain/shared/time'
import type { RowsSection } from '../papers/rows'
import { accountRows, homeRows, proxyRows } from './about-me'
import { askedRows, helpedRows, messageRows, seriesRows } from './what-i-did'
import type { MyData } from './read'

type Row = RowsSection['rows'][number]

/** All of it as rows, newest first; a part without anything says so. */
export function sectionsOf(account: Account, data: MyData, now: Timestamp): RowsSection[] {
  const at = (moment: Timestamp): string => momentWords(moment, now)
  const { headings } = words
  const sections: [string, readonly Row[]][] = [
    [headings.account, accountRows(account, at)],
    [headings.homes, homeRows(account)],
    [headings.roles, roleRows(data)],
    [headings.proxies, proxyRows(account)],
    [headings.charges, data.charges.map(({ nickname }): Row => [nickname, ''])],
    [headings.asked, askedRows(account, data, at)],
    [headings.series, seriesRows(data)],
    [headings.helped, helpedRows(account, data, at)],
    [headings.messages, messageRows(account, data, at)],
    [headings.certificates, certificateRows(data)],
    [headings.notices, data.read.map(({ readAt, title }): Row => [at(readAt), title])],
    [headings.trail, trailRows(data, at)],
    [headings.accesses, accessRows(data, at)],
  ]
  return [
    { heading: words.madeAt, rows: [[words.madeAt, at(now)]] },
    ...sections.map(([heading, rows]) => ({
      heading,
      rows: rows.length > 0 ? rows : [[words.none, ''] as Row],
    })),
  ]
}

const roleRows = ({ appointments }: MyData): Row[] =>
  appointments.map(({ areaName, note, role, since, state, until }) => [
    roleNames[role],
    [
      areaName,
      appointmentStateNames[state],
      ...(since === null ? [] : [words.from(dateWords(since))]),
      ...(until === null ? [] : [words.until(dateWords(until))]),
      ...(note === '' ? [] : [note]),
    ].join(' · '),
  ])

const certificateRows = ({ certificates }: MyData): Row[] =>
  certificates.map(({ code, communityName, from, issuedAt, to }) => [
    dateWords(issuedAt),
    [communityName, periodOfDays(from, to), words.number(code)].join(' · '),
  ])

const isRole = (role: string | null): role is Role => role !== null && Object.hasOwn(roleNames, role)

const trailRows = ({ trail }: MyData, at: (moment: Timestamp) => string): Row[] =>
  trail.map(({ areaName, at: moment, byName, event, note, role }) => [
    at(moment),
    [
      trailNames[event],
      ...(isRole(role) ? [roleNames[role]] : []),
      ...[areaName, note].filter((part) => part !== ''),
      ...(byName === '' ? [] : [words.by(byName)]),
    ].join(' · '),
  ])

const accessRows = ({ accesses }: MyData, at: (moment: Timestamp) => string): Row[] =>
  accesses.map(({ areaName, at: moment, byName, kind, role }) => [
    at(moment),
    [accessNames[kind], byName, ...(isRole(role) ? [roleNames[role]] : []), areaName].join(' · '),
  ])
