import { canKeep } from '@/domain/promise/policy'
import { pageKey } from '@/domain/shared/paging'
import { refOf } from '@/domain/shared/person'
import { checkText } from '../../../_runtime/safety'
import { action } from '../../../_runtime/serve'
import { changePromise, findPromise, tellOfPromise } from '../../promise/change-promise'
import { presentPromise } from '../../promise/present-promise'

export const keepPromise = action('promise.keep', {
  fetch: ({ input, store }) => findPromise(store, input.promiseId),
  load: async (_call, found) => found,
  allow: (actor, { promise }) => canKeep(actor, promise),
  handle: async (call, found) => {
    const { actor, input, log, now, openid, store } = call
    const { words } = input
    await checkText(words, openid, log)
    const promise = await changePromise(call, found, {
      told: { what: 'kept', words, dueAt: found.promise.dueAt },
      change: ({ _id }) => ({
        kept: { words, by: refOf(actor), at: now },
        isOpen: false,
        wakeAt: null,
        dueKey: pageKey(now, _id),
      }),
    })
    await tellOfPromise(store, promise)
    return { promise: presentPromise(actor, promise, now) }
  },
})
