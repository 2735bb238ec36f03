import type { Account } from '@/domain/account/schema'
import { careKeysOf } from '@/domain/chat/care'
import { canReadGroup, messageActions } from '@/domain/chat/policy'
import { isDueSensible, promiseReminderAt } from '@/domain/promise/policy'
import type { FollowUpPromise } from '@/domain/promise/schema'
import { AppError } from '@/domain/shared/errors'
import { pageKey } from '@/domain/shared/paging'
import { personIdsIn, refOf } from '@/domain/shared/person'
import type { Call } from '../../../_runtime/action'
import { checkText } from '../../../_runtime/safety'
import { action } from '../../../_runtime/serve'
import { changeLine } from '../../change-message'
import { promiseCard, tellOfPromise } from '../../promise/change-promise'
import { fetchSaid, type SaidInGroup } from '../../fetch-said'
import { inLog } from '../../in-log'
import { closeItem } from '../../inbox/items'
import { nameOfGroup } from '../../name-of-group'
import { presentPromise } from '../../promise/present-promise'

export const makePromise = action('promise.make', {
  fetch: ({ input, store }) => fetchSaid(store, input),
  load: async (_call, said) => said,
  allow: (actor, { message }) =>
    canReadGroup(actor, message.groupPath) &&
    messageActions(actor, { ...message, became: null }, Infinity).includes('toPromise'),
  handle: async (call, said) => {
    const { actor, input, log, now, openid, store } = call
    const isAgain = said.message.became?.id === call.requestId
    if (!isAgain && !isDueSensible(input.dueAt, now)) throw new AppError('BadInput', { where: ['dueAt'] })
    await checkText(input.words, openid, log)
    const promise = await write(call, said, newPromise(call, said))
    await tellOfPromise(store, promise)
    return { promise: presentPromise(actor, promise, now) }
  },
})

/** The promise, its card, and the message that it was made on: all or nothing, once. @throws AppError Conflict */
const write = (
  call: Call<'promise.make'>,
  { group, message: { _id } }: SaidInGroup,
  fresh: FollowUpPromise,
): Promise<FollowUpPromise> =>
  inLog(call, group, async (transaction, line) => {
    const { actor, now } = call
    const message = await transaction.messages.get(_id)
    const earlier = await transaction.promises.get(fresh._id)
    if (earlier && message?.became?.id === earlier._id) return mine(earlier, actor)
    if (earlier || !message || message.became || message.state !== 'normal') throw new AppError('Conflict')
    await transaction.promises.insert(fresh)
    await transaction.messages.update(_id, { became: { kind: 'promise', id: fresh._id } })
    await line(changeLine(message, 'became', now))
    const { dueAt, words } = fresh
    await line(promiseCard(call, fresh, { what: 'made', words, dueAt }))
    await closeItem(transaction, _id, { by: refOf(actor), at: now })
    return fresh
  })

/** A request id that someone else has used makes nothing of mine. */
function mine(promise: FollowUpPromise, actor: Account): FollowUpPromise {
  if (promise.made.by.userId !== actor._id) throw new AppError('Conflict')
  return promise
}

function newPromise(
  { actor, input, now, requestId }: Call<'promise.make'>,
  { group, message }: SaidInGroup,
): FollowUpPromise {
  if (message.authorId === null) throw new AppError('Forbidden')
  const people = {
    asked: { userId: message.authorId, name: message.authorName },
    made: { by: refOf(actor), at: now },
  }
  return {
    _id: requestId,
    groupPath: group.groupPath,
    groupName: nameOfGroup(group),
    careKeys: careKeysOf(group.groupPath),
    seq: message.seq,
    question: message.body.kind === 'text' ? message.body.text : '',
    words: input.words,
    ...people,
    dueAt: input.dueAt,
    kept: null,
    delays: [],
    isOpen: true,
    namedIds: personIdsIn(people),
    version: 0,
    dueKey: pageKey(input.dueAt, requestId),
    wakeAt: promiseReminderAt(input.dueAt, now),
  }
}
