import { canKeep, isDueSensible, mostDelays, promiseReminderAt } from '@/domain/promise/policy'
import { AppError } from '@/domain/shared/errors'
import { pageKey } from '@/domain/shared/paging'
import { refOf } from '@/domain/shared/person'
import { checkText } from '../../../_runtime/safety'
import { action } from '../../../_runtime/serve'
import { changePromise, findPromise, tellOfPromise } from '../../promise/change-promise'
import { presentPromise } from '../../promise/present-promise'

export const delayPromise = action('promise.delay', {
  fetch: ({ input, store }) => findPromise(store, input.promiseId),
  load: async (_call, found) => found,
  allow: (actor, { promise }) => canKeep(actor, promise),
  handle: async (call, found) => {
    const { actor, input, log, now, openid, store } = call
    const { dueAt, reason } = input
    if (!isDueSensible(dueAt, now)) throw new AppError('BadInput', { where: ['dueAt'] })
    await checkText(reason, openid, log)
    const promise = await changePromise(call, found, {
      told: { what: 'delayed', words: reason, dueAt },
      change: ({ _id, delays, dueAt: from }) => {
        if (delays.length >= mostDelays) throw new AppError('LimitReached', { limit: mostDelays })
        const delay = { from, to: dueAt, reason, by: refOf(actor), at: now }
        const wakeAt = promiseReminderAt(dueAt, now)
        return { dueAt, wakeAt, dueKey: pageKey(dueAt, _id), delays: [...delays, delay] }
      },
    })
    await tellOfPromise(store, promise)
    return { promise: presentPromise(actor, promise, now) }
  },
})
