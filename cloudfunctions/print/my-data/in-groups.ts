import { caseEventWords, reportReasonNames } from '@/copy/moderation'
import { myDataPaper as paper } from '@/copy/my-data'
import { myMatters as words } from '@/copy/my-data-matters'
import type { Account } from '@/domain/account/schema'
import { toldStates, type ModerationCase } from '@/domain/moderation/schema'
import type { PersonRef } from '@/domain/shared/person'
import type { Timestamp } from '@/domain/shared/time'
import { groupNames, joined, newestFirst, type At, type Row } from './row'
import type { Matters } from './read-matters'

type Line = readonly [Timestamp, string]
const isBy =
  ({ _id }: Account) =>
  (person: PersonRef | null | undefined): boolean =>
    person?.userId === _id

export function markRows(account: Account, { marks }: Matters): Row[] {
  const nameOf = groupNames(account)
  return marks.map(({ groupPath, isMuted, isPinned, seq }) => [
    nameOf(groupPath),
    joined(words.readTo(seq), isMuted ? words.muted : null, isPinned ? words.pinned : null),
  ])
}

/** Of a silence of mine what was said to me; of one that I asked for, nobody's name. */
export function ruleRows(account: Account, { groups }: Matters, at: At): Row[] {
  const nameOf = groupNames(account)
  const isMine = isBy(account)
  return groups.flatMap(({ _id, pins, silences, wechatCode }) => {
    const lines = [
      ...silences
        .filter(({ person }) => isMine(person))
        .map(({ reason, until }) => words.silenced(at(until), reason)),
      ...silences.filter(({ by }) => isMine(by)).map(({ until }) => words.silencedOther(at(until))),
      ...pins
        .filter(({ by }) => isMine(by))
        .map(({ decision, title }) => words.pinnedDecision(title, decision)),
      ...(isMine(wechatCode?.by) ? [words.wechatCode] : []),
    ]
    return lines.map((line): Row => [nameOf(_id), line])
  })
}

/** As its author sees a case (`moderation.mine`): once something was decided, and never who reported it or when. */
const ownCase = (one: ModerationCase): Line[] =>
  toldStates.some((state) => state === one.state)
    ? [
        [
          one.original.sentAt,
          joined(words.ownWords, one.original.text, one.appeal && words.appeal(one.appeal.words)),
        ],
        ...one.trail
          .filter(({ event }) => event !== 'reported' && event !== 'dismissed' && event !== 'appealed')
          .map(({ at, by, event, note }): Line => [
            at,
            caseEventWords[event](by?.name ?? '', words.note(note)),
          ]),
      ]
    : []

/** What I reported, and what I did as one of those who look after a group: not about whom. */
export function caseRows(account: Account, { cases }: Matters, at: At): Row[] {
  const isMine = isBy(account)
  const lines = cases.flatMap((one): Line[] => [
    ...(isMine(one.author) ? ownCase(one) : []),
    ...one.reports
      .filter(({ by }) => isMine(by))
      .map(({ at: moment, reason }): Line => [moment, words.reported(reportReasonNames[reason])]),
    ...(isMine(one.author) ? [] : one.trail)
      .filter(({ by }) => isMine(by))
      .map(({ at: moment, event }): Line => [moment, caseEventWords[event](words.me, '')]),
  ])
  return newestFirst(lines, at)
}

export function topicRows(account: Account, { topics }: Matters, at: At): Row[] {
  const isMine = isBy(account)
  const lines = topics.flatMap(({ opened, past, settled, title }): Line[] => [
    ...(isMine(opened.by) ? [[opened.at, words.opened(title)] as const] : []),
    ...[...past, ...(settled ? [settled] : [])]
      .filter(({ by }) => isMine(by))
      .map((one): Line => [one.at, words.settled(title, one.decision)]),
  ])
  return newestFirst(lines, at)
}

/** What I was promised, with all that was said about it; what I promised, without the question of another. */
export function promiseRows(account: Account, { promises }: Matters, at: At): Row[] {
  const isMine = isBy(account)
  const lines = promises.flatMap(({ asked, delays, kept, made, question, words: said }): Line[] => {
    const after = [
      ...delays.map(({ reason }) => words.delayed(reason)),
      kept ? words.kept(kept.words) : words.notKept,
    ]
    const toMe = [words.promisedMe(made.by.name, said), words.askedThen(question), ...after]
    return [
      ...(isMine(asked) ? [[made.at, joined(...toMe)] as const] : []),
      ...(isMine(made.by) ? [[made.at, joined(words.promised(said), ...after)] as const] : []),
    ]
  })
  return newestFirst(lines, at)
}

export function inboxRows(account: Account, { inbox }: Matters, at: At): Row[] {
  const isMine = isBy(account)
  const lines = inbox.flatMap(({ answered, asked, said, text }): Line[] => {
    const own = said === 'text' ? text : said === 'image' ? paper.picture : paper.voice
    return [
      ...(isMine(asked.by)
        ? [[asked.at, joined(own, answered ? words.answered : words.notAnswered)] as const]
        : []),
      ...(answered && isMine(answered.by) ? [[answered.at, words.iAnswered] as const] : []),
    ]
  })
  return newestFirst(lines, at)
}

export function writtenRows(account: Account, { written }: Matters, at: At): Row[] {
  const isMine = isBy(account)
  const lines = written.flatMap(({ author, publishedAt, text, title, withdrawn }): Line[] => [
    ...(isMine(author) ? [[publishedAt, joined(title, text)] as const] : []),
    ...(withdrawn && isMine(withdrawn.by) ? [[withdrawn.at, words.withdrew(withdrawn.reason)] as const] : []),
  ])
  return newestFirst(lines, at)
}

/** Who came to me, and what they noted; where I went, nothing of whom I found there. */
export function visitRows(account: Account, { visits }: Matters, at: At): Row[] {
  const isMine = isBy(account)
  const lines = visits.flatMap(({ createdAt, done, person, title }): Line[] => {
    const came = done?.by ? words.visited(done.by.name) : null
    return [
      ...(isMine(person) ? [[createdAt, joined(words.toVisit(title), came, done?.note)] as const] : []),
      ...(done && isMine(done.by) ? [[done.at, words.iVisited(title)] as const] : []),
    ]
  })
  return newestFirst(lines, at)
}
