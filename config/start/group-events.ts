import { isThread } from '@/domain/chat/thread'
import type { Message } from '@/domain/chat/schema'
import type { CaseEvent, ModerationCase } from '@/domain/moderation/schema'
import type { Notice } from '@/domain/notice/schema'
import type { Visit } from '@/domain/visit/schema'
import { toldOfCases, type GroupEventKind, type ToldOfCases } from '../street/copy-group'
import { event, type StreetEvent } from './street-event'

/** What is said or done in a group, but not within an order; other lines of the house tell what is told anyway, changes are no news. */
export function messageEvents(message: Message, place: string | undefined): StreetEvent[] {
  const { _id, authorName, body, groupPath, sentAt } = message
  if (isThread(groupPath)) return []
  const tell = (kind: GroupEventKind | 'message', text: string): StreetEvent[] => [
    event(_id, sentAt, kind, authorName, place, text),
  ]
  switch (body.kind) {
    case 'text':
      return tell('message', body.text)
    case 'image':
    case 'voice':
      return tell('message', '')
    case 'topic':
      return tell(`topic.${body.what}`, body.title)
    case 'promise':
      return tell(`promise.${body.what}`, body.words)
    case 'house':
      return tell(`house.${body.what}`, '')
    case 'order':
      return tell('messageOrder', body.serviceName)
    case 'orderAsk':
      return tell('orderAsk', body.to.name)
    default:
      return []
  }
}

/** What is written for later is no news yet; its cards tell nothing that this does not. */
export function noticeEvents(notice: Notice): StreetEvent[] {
  const { _id, areas, author, publishedAt, remindedAt, state, title, withdrawn } = notice
  if (state === 'scheduled') return []
  const names = areas.map(({ areaName }) => areaName).join('、')
  return [
    event(_id, publishedAt, 'notice', author.name, names, title),
    ...(remindedAt === null
      ? []
      : [event(`${_id}-${remindedAt}`, remindedAt, 'noticeReminded', author.name, names, title)]),
    ...(withdrawn
      ? [event(`${_id}-withdrawn`, withdrawn.at, 'noticeWithdrawn', withdrawn.by.name, names, title)]
      : []),
  ]
}

const isTold = (what: CaseEvent): what is ToldOfCases => (toldOfCases as readonly CaseEvent[]).includes(what)

/** What became of a matter of order, never what was said. */
export const caseEvents = ({ author, groupName, trail }: ModerationCase): StreetEvent[] =>
  trail.flatMap(({ at, by, event: what, id }) =>
    isTold(what) && by ? [event(id, at, `case.${what}`, by.name, groupName, author.name)] : [],
  )

/** Somebody went and knocked; one that became needless is no news. */
export const visitEvents = ({ _id, areaName, done, person }: Visit): StreetEvent[] =>
  done?.by ? [event(`${_id}-done`, done.at, 'visitDone', done.by.name, areaName, person.name)] : []
