import type { FollowUpPromise } from '@/domain/promise/schema'
import { AppError } from '@/domain/shared/errors'
import { personIdsIn } from '@/domain/shared/person'
import { topics } from '@/domain/signal/topics'
import type { Call } from '../../_runtime/action'
import { moveSignals } from '../../_runtime/signals'
import type { Store } from '../../_runtime/store'
import { stableId } from '../../account/stable-id'
import type { NewMessage } from '../append-message'
import { findPlaceGroup, type PlaceGroup } from '../find-group'
import { inLog } from '../in-log'
import { inboxTopics } from '../inbox/items'
import { cardOf } from '../post-card'

type PromiseCall = Pick<
  Call<'promise.make' | 'promise.keep' | 'promise.delay'>,
  'actor' | 'now' | 'requestId' | 'store' | 'trips'
>

export interface PromiseInGroup {
  promise: FollowUpPromise
  group: PlaceGroup
}

/** Two waits: only the promise says in which group it was made. @throws AppError NotFound */
export async function findPromise(store: Store, promiseId: string): Promise<PromiseInGroup> {
  const promise = await store.promises.get(promiseId)
  if (!promise) throw new AppError('NotFound')
  return { promise, group: await findPlaceGroup(store, promise.groupPath) }
}

/** The card that tells the one who asked: one for each request. */
export const promiseCard = (
  { actor, now, requestId }: PromiseCall,
  { _id: promiseId, asked: to, groupPath, seq: of }: FollowUpPromise,
  told: { what: 'made' | 'delayed' | 'kept'; words: string; dueAt: number },
): NewMessage =>
  cardOf(actor, {
    id: stableId('promise-card', promiseId, actor._id, requestId),
    groupPath,
    body: { kind: 'promise', promiseId, of, to, ...told },
    at: now,
    calls: [to],
  })

/** A promise after what was done about it, with those it then names. */
function promiseAfter(promise: FollowUpPromise, fields: Partial<FollowUpPromise>): FollowUpPromise {
  const { namedIds: _namedIds, ...after } = { ...promise, ...fields, version: promise.version + 1 }
  return { ...after, namedIds: personIdsIn(after) }
}

/** An open promise is kept or put off, and the one who asked hears of it, once for each request. @throws AppError Conflict */
export const changePromise = (
  call: PromiseCall,
  { group, promise: { _id } }: PromiseInGroup,
  {
    told,
    change,
  }: {
    told: Parameters<typeof promiseCard>[2]
    change: (promise: FollowUpPromise) => Partial<FollowUpPromise>
  },
): Promise<FollowUpPromise> =>
  inLog(call, group, async ({ messages, promises }, write) => {
    const before = await promises.get(_id)
    if (!before) throw new AppError('NotFound')
    const card = promiseCard(call, before, told)
    if (await messages.get(card._id)) return before
    if (!before.isOpen) throw new AppError('Conflict')
    const after = promiseAfter(before, change(before))
    const { _id: _same, ...fields } = after
    await promises.update(_id, fields)
    await write(card)
    return after
  })

/** The group, and those who look after it. */
export const tellOfPromise = (store: Store, { groupPath }: FollowUpPromise): Promise<void> =>
  moveSignals(store, [topics.chat(groupPath), ...inboxTopics(groupPath)])
