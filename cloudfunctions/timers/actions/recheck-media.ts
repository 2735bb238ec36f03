import { minutes } from '@/domain/shared/time'
import { beginMediaCheck } from '../../_runtime/media'
import { command } from '../../_runtime/sdk'
import { workThrough, type DutyContext } from '../duty'

/** WeChat answers within half an hour; then the question is lost, and asked once more. */
const lost = { from: minutes(40), to: minutes(42) }
/** A picture that was never seen through in a day stays with its author. */
const givesUp = minutes(24 * 60)

/** Asks again about pictures and voices on which WeChat has not answered. */
export const recheckMedia = (context: DutyContext): Promise<number> => {
  const { store, log, now } = context
  return workThrough(context, {
    collection: store.messages,
    due: { mediaCheck: 'pending', sentAt: command.gt(now - givesUp) },
    key: 'sentAt',
    work: async ({ _id, authorId, body, sentAt, traceId }) => {
      const age = now - sentAt
      const isToAsk = traceId === null || (age >= lost.from && age < lost.to)
      if (!isToAsk || authorId === null || (body.kind !== 'image' && body.kind !== 'voice')) return false
      const author = await store.accounts.get(authorId)
      const fresh = author && (await beginMediaCheck(body, author.openid, log))
      if (!fresh) return false
      await store.messages.update({ _id, mediaCheck: 'pending' }, { traceId: fresh })
      return true
    },
  })
}
