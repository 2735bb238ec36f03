import { askAgainAt } from '@/domain/media/pace'
import { beginMediaCheck } from '../../_runtime/media'
import { command } from '../../_runtime/sdk'
import { workThrough, type DutyContext } from '../duty'

/** Asks again about what was said in groups by picture or voice, and WeChat has not answered; answers about how many. */
export const recheckMedia = (context: DutyContext): Promise<number> => {
  const { store, log, now } = context
  return workThrough(context, {
    collection: store.messages,
    due: { recheckAt: command.lte(now) },
    key: 'recheckAt',
    work: async ({ _id, authorId, body, mediaCheck, sentAt }) => {
      const isMedia = body.kind === 'image' || body.kind === 'voice'
      const author = authorId === null ? null : await store.accounts.get(authorId)
      const isToAsk = isMedia && author !== null && mediaCheck === 'pending'
      const traceId = isToAsk ? await beginMediaCheck(body, author.openid, log) : null
      const recheckAt = isToAsk ? askAgainAt({ traceId, since: sentAt, now }) : null
      // A verdict on the first question may still come, as long as there is no second.
      const asked = traceId === null ? {} : { traceId }
      await store.messages.update({ _id, mediaCheck }, { ...asked, recheckAt })
      return traceId !== null
    },
  })
}
