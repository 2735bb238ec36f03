import QRCode from 'qrcode'
import { asking } from '@/copy/asking'
import { careKeysOf } from '@/domain/chat/care'
import type { Message } from '@/domain/chat/schema'
import { newSettings, type GroupSettings } from '@/domain/group/schema'
import { wechatReminderAt } from '@/domain/group/policy'
import { answeredFields, newItem } from '@/domain/inbox/item'
import { inboxKindOf } from '@/domain/inbox/question'
import type { InboxItem } from '@/domain/inbox/schema'
import { promiseReminderAt } from '@/domain/promise/policy'
import type { FollowUpPromise } from '@/domain/promise/schema'
import { startOfDay } from '@/domain/shared/calendar'
import { pageKey } from '@/domain/shared/paging'
import { personIdsIn, refOf, type PersonRef } from '@/domain/shared/person'
import { days, hours, minutes, type Timestamp } from '@/domain/shared/time'
import type { Topic } from '@/domain/topic/schema'
import { at } from './places'
import { chargers, heating, lamp, type Find, type Said } from './said'

const groupPath = at.building(4)
const groupName = '幸福里小区 4栋'

const authorOf = ({ authorId, authorName }: Message): PersonRef => ({
  userId: authorId ?? '',
  name: authorName,
})

/** A discussion that came to an end: where the chargers go. */
export function topicOf(said: Said): Topic {
  const [asked, settling] = [said('chargers'), said('settled')]
  const opened = { by: authorOf(settling), at: asked.sentAt + hours(2) }
  const settled = {
    decision: chargers.decision,
    by: authorOf(settling),
    at: settling.sentAt,
    seq: settling.seq,
  }
  return {
    _id: chargers.id,
    groupPath,
    title: chargers.title,
    seqs: [1, 2, 3],
    opened,
    settled,
    past: [],
    namedIds: personIdsIn([opened, settled]),
    version: 1,
    openedKey: pageKey(opened.at, chargers.id),
  }
}

/** One that is to be kept tomorrow, and one that was. */
export function promisesOf(said: Said, now: Timestamp): FollowUpPromise[] {
  const promiseOn = (
    promise: typeof heating | typeof lamp,
    { asked, made, kept }: { asked: Message; made: Message; kept: FollowUpPromise['kept'] },
  ): FollowUpPromise => {
    const people = { asked: authorOf(asked), made: { by: authorOf(made), at: made.sentAt }, kept }
    const dueAt = promise.dueAt(now)
    return {
      _id: promise.id,
      groupPath,
      groupName,
      careKeys: careKeysOf(groupPath),
      seq: asked.seq,
      question: asked.body.kind === 'text' ? asked.body.text : '',
      words: promise.words,
      ...people,
      dueAt,
      delays: [],
      isOpen: kept === null,
      namedIds: personIdsIn(people),
      version: kept ? 1 : 0,
      dueKey: pageKey(kept?.at ?? dueAt, promise.id),
      wakeAt: kept ? null : promiseReminderAt(dueAt, now),
    }
  }
  const done = said('lampKept')
  const kept = { words: lamp.told, by: authorOf(done), at: done.sentAt }
  return [
    promiseOn(heating, { asked: said('heating'), made: said('heatingMade'), kept: null }),
    promiseOn(lamp, { asked: said('lamp'), made: said('lampMade'), kept }),
  ]
}

/** What neighbours asked: the newest waits for a word, the others have one. */
export function inboxOf(messages: readonly Message[], find: Find): InboxItem[] {
  const leader = refOf(find('zhoumin'))
  const asked = messages.flatMap((message) => {
    const { authorTitle, body } = message
    if (body.kind !== 'text' || authorTitle === 'microGridLeader' || authorTitle === 'communityStaff')
      return []
    const kind = inboxKindOf(body, { asking, isCall: false, isTheirs: false })
    const by = authorOf(message)
    return kind ? [newItem(message, { kind, groupName, said: 'text', text: body.text, by })] : []
  })
  return asked.map((item, index) =>
    index === asked.length - 1
      ? item
      : { ...item, ...answeredFields(item, { by: leader, at: item.asked.at + minutes(15), seq: null }) },
  )
}

/** What the code of the building's WeChat group holds. */
export const wechatGroup = 'https://weixin.qq.com/g/AwYAAOJiaMenKouBuilding4'
export const wechatPicture = (): Promise<Buffer> => QRCode.toBuffer(wechatGroup, { width: 430, margin: 2 })

/** The group of building 4: the decision above it, and the code of its WeChat group, good for five days more. */
export function groupOf(
  topic: Topic,
  codeFileId: string,
  { find, now }: { find: Find; now: Timestamp },
): GroupSettings {
  const pins = topic.settled
    ? [
        {
          topicId: topic._id,
          title: topic.title,
          decision: topic.settled.decision,
          by: topic.settled.by,
          at: topic.settled.at,
        },
      ]
    : []
  const expiresAt = startOfDay(now) + days(5) - 1
  const wechatCode = { fileId: codeFileId, expiresAt, by: refOf(find('zhoumin')) }
  return {
    ...newSettings(groupPath),
    pins,
    wechatCode,
    wakeAt: wechatReminderAt(expiresAt, now),
    namedIds: personIdsIn({ pins, wechatCode }),
    version: 2,
    rulesVersion: 1,
  }
}
