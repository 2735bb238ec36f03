import type { Account } from '@/domain/account/schema'
import { mostPins, type GroupSettings, type Pin } from '@/domain/group/schema'
import { AppError } from '@/domain/shared/errors'
import { personIdsIn, refOf } from '@/domain/shared/person'
import type { Topic } from '@/domain/topic/schema'
import type { Call } from '../../_runtime/action'
import type { Transaction } from '../../_runtime/transaction'
import { stableId } from '../../account/stable-id'
import type { NewMessage } from '../append-message'
import type { TopicInGroup } from './find-topic'
import { inLog } from '../in-log'
import { cardOf } from '../post-card'
import { changeSettings } from '../group/settings-in-log'

type TopicCall = Pick<
  Call<'topic.open' | 'topic.settle' | 'topic.reopen'>,
  'actor' | 'now' | 'requestId' | 'store' | 'trips'
>

/** The card that tells the group of it: one for each request. */
export const topicCard = (
  { actor, now, requestId }: Pick<TopicCall, 'actor' | 'now' | 'requestId'>,
  { _id, groupPath, title }: Pick<Topic, '_id' | 'groupPath' | 'title'>,
  told: { what: 'opened' | 'settled' | 'reopened'; decision: string },
): NewMessage =>
  cardOf(actor, {
    id: stableId('topic-card', _id, actor._id, requestId),
    groupPath,
    body: { kind: 'topic', topicId: _id, title, ...told },
    at: now,
  })

/** What is kept of a topic, as it then stands. */
async function changeTopic(
  { topics }: Pick<Transaction, 'topics'>,
  topic: Topic,
  fields: Partial<Topic>,
): Promise<Topic> {
  const { _id, ...after } = { ...topic, ...fields, version: topic.version + 1, namedIds: [] }
  const namedIds = personIdsIn(after)
  await topics.update(_id, { ...fields, version: after.version, namedIds })
  return { _id, ...after, namedIds }
}

/** How a topic stands, and what its group has pinned. */
interface Outcome {
  topic: Topic
  settings: Pick<GroupSettings, 'pins'>
}

type Step = (
  topic: Topic,
  write: () => Promise<number>,
) => Promise<{ fields: Partial<Topic>; pins: (pins: readonly Pin[]) => Pin[] }>

/** A step of a topic with its card and its pin, once for each request. @throws AppError Conflict */
const stepOf = (
  call: TopicCall,
  { group, topic: found }: TopicInGroup,
  card: NewMessage,
  step: Step,
): Promise<Outcome> =>
  inLog(call, group, async (transaction, write) => {
    const topic = await transaction.topics.get(found._id)
    if (!topic) throw new AppError('NotFound')
    if (await transaction.messages.get(card._id))
      return { topic, settings: (await transaction.groups.get(topic.groupPath)) ?? group.settings }
    const { fields, pins } = await step(topic, async () => (await write(card)).seq)
    const after = await changeTopic(transaction, topic, fields)
    const settings = await changeSettings(transaction, topic.groupPath, (before) => ({
      pins: pins(before.pins),
    }))
    return { topic: after, settings }
  })

const without = (pins: readonly Pin[], topicId: string): Pin[] =>
  pins.filter((pin) => pin.topicId !== topicId)

/** Decided: the decision stands above the group, in the place of the oldest where there are too many. */
export const settleTopic = (call: TopicCall, found: TopicInGroup, decision: string): Promise<Outcome> =>
  stepOf(call, found, topicCard(call, found.topic, { what: 'settled', decision }), async (topic, tell) => {
    if (topic.settled) throw new AppError('Conflict')
    const settled = { decision, by: refOf(call.actor), at: call.now, seq: await tell() }
    const { by, at } = settled
    const pin = { topicId: topic._id, title: topic.title, decision, by, at }
    return {
      fields: { settled },
      pins: (pins) => [pin, ...without(pins, topic._id)].slice(0, mostPins),
    }
  })

/** More decisions than these are not remembered. */
const mostPast = 20

/** Talked about again: the decision is one of the past, and no longer pinned. */
export const reopenTopic = (call: TopicCall, found: TopicInGroup): Promise<Outcome> =>
  stepOf(
    call,
    found,
    topicCard(call, found.topic, { what: 'reopened', decision: '' }),
    async (topic, tell) => {
      if (!topic.settled) throw new AppError('Conflict')
      await tell()
      return {
        fields: { settled: null, past: [...topic.past, topic.settled].slice(-mostPast) },
        pins: (pins) => without(pins, topic._id),
      }
    },
  )

/** A topic of these messages; its id is the request's. */
export const newTopic = (
  { _id: userId, nickname }: Pick<Account, '_id' | 'nickname'>,
  fields: Pick<Topic, '_id' | 'groupPath' | 'title' | 'seqs' | 'openedKey'>,
  at: number,
): Topic => {
  const opened = { by: { userId, name: nickname }, at }
  return { ...fields, opened, settled: null, past: [], namedIds: [userId], version: 0 }
}
