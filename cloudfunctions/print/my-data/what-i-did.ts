import { myDataPaper as words } from '@/copy/my-data'
import { statusNames } from '@/copy/order'
import { exactTime } from '@/copy/print'
import { dateWords } from '@/copy/time'
import type { Account } from '@/domain/account/schema'
import { myMatters } from '@/copy/my-data-matters'
import type { Message } from '@/domain/chat/schema'
import type { Order } from '@/domain/order/schema'
import type { Series } from '@/domain/series/schema'
import type { MyData } from './read'
import { groupNames, joined, type At, type Row } from './row'

/** What was asked for, by me or for me; whose flat it was, and how to get in, only where it was mine. */
export const askedRows = (account: Account, { asked }: MyData, at: At): Row[] =>
  asked.map((order) => [
    at(order.createdAt),
    joined(
      order.service.name,
      ...(order.requesterId === account._id ? ownWords(order) : [words.forMe]),
      statusNames[order.status],
      order.review?.by === account._id ? words.myRating(order.review.stars) : null,
      order.review?.by === account._id ? order.review.words : null,
      order.review?.by === account._id ? order.review.thanks : null,
    ),
  ])

const ownWords = ({
  answers,
  areaName,
  beneficiary,
  contact,
  photoFileIds,
  text,
  voice,
}: Order): string[] => [
  text,
  ...answers.map(({ answer, question }) => words.answers(question, answer)),
  ...(voice ? [words.voice] : []),
  ...(photoFileIds.length > 0 ? [words.photos(photoFileIds.length)] : []),
  areaName,
  ...(beneficiary.kind === 'other'
    ? [words.forOther]
    : [
        ...(contact.roomNumber === '' ? [] : [words.room(contact.roomNumber)]),
        ...(contact.phone === null ? [] : [contact.phone]),
        ...(contact.access === '' ? [] : [words.access(contact.access)]),
      ]),
]

/** My own, then those for me and those to which I come: of these what and since when. */
export const seriesRows = ({ _id }: Account, { comes, forMe, series }: MyData): Row[] => [
  ...series.map((one) => seriesRow(one, one.wish.text)),
  ...forMe.filter(({ requesterId }) => requesterId !== _id).map((one) => seriesRow(one, words.forMe)),
  ...comes.map((one) => seriesRow(one, myMatters.iCome)),
]

const seriesRow = ({ createdAt, isActive, serviceName }: Series, what: string): Row => [
  dateWords(createdAt),
  joined(serviceName, what, isActive ? words.active : words.stopped),
]

/** What I did for others: what, when and how long, never for whom. */
export function helpedRows({ _id }: Account, { served, taken }: MyData, at: At): Row[] {
  const under = taken.map((order): Row => [at(order.createdAt), joined(order.service.name, words.underWay)])
  const done = served.flatMap((order) =>
    order.served
      .filter(({ userId }) => userId === _id)
      .map((line): Row => [
        at(line.at),
        joined(
          order.service.name,
          line.kind === 'correction' ? words.corrected : words.myMinutes(exactTime(line.minutes)),
          line.reason,
        ),
      ]),
  )
  return [...under, ...done]
}

/** And how often others' words name me: what they say is theirs. */
export const messageRows = (account: Account, { mentions, messages }: MyData, at: At): Row[] => {
  const nameOf = groupNames(account)
  return [
    ...(mentions === 0 ? [] : [[myMatters.named, myMatters.others(mentions)] as const]),
    ...messages.map((message): Row => [
      at(message.sentAt),
      joined(saidIn(message), nameOf(message.groupPath)),
    ]),
  ]
}

/** My own words; nothing of what they answer to. */
function saidIn({ body }: Message): string {
  if (body.kind === 'text') return body.text
  if (body.kind === 'image') return words.picture
  return body.kind === 'voice' ? words.voice : words.other
}
