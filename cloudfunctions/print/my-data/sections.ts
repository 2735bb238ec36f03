import { accessNames, appointmentStateNames, myDataPaper as words, trailNames } from '@/copy/my-data'
import { myMatters } from '@/copy/my-data-matters'
import { roleNames } from '@/copy/people'
import { periodOfDays } from '@/copy/print'
import { dateWords, momentWords } from '@/copy/time'
import type { Account } from '@/domain/account/schema'
import type { Timestamp } from '@/domain/shared/time'
import type { RowsSection } from '../papers/rows'
import type { PaperPart } from '../../account/personal-data'
import { accountRows, homeRows, proxyRows } from './about-me'
import {
  caseRows,
  inboxRows,
  markRows,
  promiseRows,
  ruleRows,
  topicRows,
  visitRows,
  writtenRows,
} from './in-groups'
import {
  codeRows,
  deedRows,
  handbookRows,
  importRows,
  lookRows,
  registerRows,
  touchedRows,
} from './in-office'
import { isRole, type At, type Row } from './row'
import { askedRows, helpedRows, messageRows, seriesRows } from './what-i-did'
import type { MyData } from './read'

const headings: Readonly<Record<PaperPart, string>> = { ...words.headings, ...myMatters.headings }

/** All of it as rows, newest first; a part without anything says so. */
export function sectionsOf(account: Account, data: MyData, now: Timestamp): RowsSection[] {
  const at = (moment: Timestamp): string => momentWords(moment, now)
  return [
    { heading: words.madeAt, rows: [[words.madeAt, at(now)]] },
    ...Object.entries(partsOf(account, data, at)).map(([part, rows]) => ({
      heading: headings[part as PaperPart],
      rows: rows.length > 0 ? rows : [[words.none, ''] as Row],
    })),
  ]
}

/** In the order of the paper. */
const partsOf = (account: Account, data: MyData, at: At): Record<PaperPart, readonly Row[]> => ({
  account: accountRows(account, at),
  homes: homeRows(account),
  register: registerRows(account, data),
  roles: roleRows(data),
  proxies: proxyRows(account),
  charges: data.charges.map(({ nickname }) => [nickname, '']),
  asked: askedRows(account, data, at),
  series: seriesRows(account, data),
  helped: helpedRows(account, data, at),
  touched: touchedRows(account, data, at),
  messages: messageRows(account, data, at),
  marks: markRows(account, data),
  rules: ruleRows(account, data, at),
  cases: caseRows(account, data, at),
  topics: topicRows(account, data, at),
  promises: promiseRows(account, data, at),
  inbox: inboxRows(account, data, at),
  certificates: certificateRows(data),
  notices: data.read.map(({ readAt, title }) => [at(readAt), title]),
  written: writtenRows(account, data, at),
  visits: visitRows(account, data, at),
  trail: trailRows(data, at),
  accesses: accessRows(data, at),
  deeds: deedRows(account, data, at),
  looks: lookRows(data, at),
  codes: codeRows(data, at),
  imports: importRows(data, at),
  handbook: handbookRows(account, data, at),
})

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

const trailRows = ({ trail }: MyData, at: At): Row[] =>
  trail.map(({ areaName, at: moment, byName, event, note, role }) => [
    at(moment),
    [
      trailNames[event],
      ...(isRole(role) ? [roleNames[role]] : []),
      ...[areaName, note].filter((part) => part !== ''),
      ...(byName === '' ? [] : [words.by(byName)]),
    ].join(' · '),
  ])

const accessRows = ({ accesses }: MyData, at: At): Row[] =>
  accesses.map(({ areaName, at: moment, byName, kind, role }) => [
    at(moment),
    [accessNames[kind], byName, ...(isRole(role) ? [roleNames[role]] : []), areaName].join(' · '),
  ])
